"""The command as a user meets it: help with examples, lists, what is due, and plain errors."""

from __future__ import annotations

import pytest
from papers import ROOT, pscb


@pytest.mark.parametrize("command", [
    "run", "list", "due", "clean", "check", "template", "import", "benchmarks",
    "accept", "history", "plan", "new-cycle", "receive", "scrutinise", "present", "ask",
    "answer", "batch", "verify"])
def test_each_command_explains_itself_with_an_example(command):
    done = pscb(command, "--help")
    assert done.returncode == 0
    assert f"Example:\n    pscb {command}" in done.stdout


def test_the_reports_are_listed_with_their_parameters():
    lines = pscb("list").stdout.splitlines()
    names = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
    assert [line for line in lines if not line.startswith(" ")] == names
    assert '  audience = "board"  # restricted, board or public' in lines


def test_outside_a_project_it_says_where_to_start(tmp_path):
    done = pscb("list", cwd=tmp_path, PYTHONPATH=str(ROOT))
    assert done.returncode == 1
    assert "no folder from here upwards holds params/indicators.csv" in done.stderr


def test_an_unknown_option_alone_is_a_mistake_of_usage():
    done = pscb("run", "--audiance", "board")
    assert done.returncode == 2
    assert "No such option" in done.stderr


def test_it_prints_on_a_console_that_knows_only_windows_letters():
    done = pscb("due", "--on", "2015-01-31", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
