"""The style of blocks stands in a notebook once, whichever of its cells are run."""

from __future__ import annotations

import pytest

from pscb_lib.page.rendering import notebook_style
from pscb_lib.page.rendering.notebook_style import style_for


class Shell:
    """A kernel that runs the cells of a notebook, as JupyterLab or another tool asks it to."""

    def __init__(self) -> None:
        self.asked = {}

    def get_parent(self):
        return {"metadata": self.asked}

    def run(self, kind, cell=None, deleted=()):
        self.asked = {"cellId": cell, "deletedCells": [*deleted]} if cell else {}
        return bool(style_for(kind))


@pytest.fixture
def shell(monkeypatch):
    """A new kernel."""
    made = Shell()
    monkeypatch.setattr(notebook_style, "_shell", lambda: made)
    monkeypatch.setattr(notebook_style, "KEPT", notebook_style._Kept())
    return made


def test_outside_a_kernel_each_block_has_its_style(monkeypatch):
    monkeypatch.setattr(notebook_style, "_shell", lambda: None)
    assert style_for("table") is None


def test_a_whole_run_has_it_once_at_the_front_sheet(shell):
    assert [shell.run(kind) for kind in ("figures", "front", "lead", "table", "end")] == [
        False, True, False, False, False]


def test_the_first_of_later_cells_has_it(shell):
    assert [shell.run("table", "fifth"), shell.run("chart", "sixth")] == [True, False]


def test_a_cell_that_is_run_again_keeps_it(shell):
    assert [shell.run("front", "first"), shell.run("lead", "second")] == [True, False]
    assert [shell.run("front", "first"), shell.run("lead", "second")] == [True, False]


def test_when_its_cell_was_deleted_the_next_has_it(shell):
    assert [shell.run("table", "first"), shell.run("chart", "second", ["first"]),
            shell.run("lead", "third", ["first"])] == [True, True, False]


def test_jupyterlab_is_given_the_fonts_and_a_run_without_a_screen_is_not(shell):
    shell.asked = {"cellId": "first"}
    assert "@font-face" in style_for("front")
    shell.asked = {}
    assert "@font-face" not in style_for("front")
