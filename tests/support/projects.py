"""A small project to break: the shipped parameters, one small report, one cycle."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import nbformat
import pytest
from papers import ROOT

from pscb_lib.board.notebooks import statement_by
from pscb_lib.board.statements import statement_in
from pscb_lib.running.publishing.key import KEY

PARAMETERS = '''period: str = "2014-15 Q3"  # the period
as_of: str = "2015-01-31"  # the day
returns_folder: str = "returns"  # the folder
audience: str = "board"  # the set'''
MASKED = PARAMETERS + '\nmasked: str = ""  # the figures of a masked set'
YAML = 'period: "2014-15 Q3"\nas_of: "2015-01-31"\nreturns_folder: "returns"\n'
SET_UP = '''from pscb_lib.board.context import open_context
from pscb_lib.page.words import about, front
context = open_context(period, as_of, returns_folder, audience)
front.front_sheet(context, "small", item=10, asks="Note it.", equality="None.")'''
SECRET = "5ea1" * 16 + "\n"  # of every project alike, so that equal inputs give equal bytes
WELL_SAID = "Each of them was somebody's child.\n\nWhat was learnt is to be done.\n"
DEAF = '''import os, subprocess, time
open("pids", "w").write(f"{os.getpid()} {subprocess.Popen(['sleep', '600']).pid}")
while True:
    try:
        time.sleep(0.1)
    except BaseException:
        pass'''
END = 'about.end_report(context, "small")'


def write_notebook(
    path: Path, *middle: str, end: str = END, returns: tuple[str, ...] = (),
    audiences: Sequence[str] | None = None, parameters: str = PARAMETERS,
    statement_by: Sequence[str] = (),
) -> None:
    """Write a report: title, parameters, front sheet, the cells in the *middle*, the end."""
    new = nbformat.v4
    cells = [new.new_markdown_cell("# Small report", id="title"),
             new.new_code_cell(parameters, id="parameters", metadata={"tags": ["parameters"]}),
             new.new_code_cell(SET_UP, id="front-sheet"),
             *(new.new_code_cell(source, id=f"middle-{number}")
               for number, source in enumerate(middle)),
             new.new_code_cell(end, id="end")]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = new.new_notebook(cells=cells, metadata={
        "kernelspec": kernel, "language_info": {"name": "python"},
        "pscb": {"returns": list(returns)} | ({"audiences": audiences} if audiences else {})
        | ({"statement_by": statement_by} if statement_by else {})})
    nbformat.write(notebook, path)


def write_statement(root: Path, cycle: str, notebook: Path, words: str = WELL_SAID) -> None:
    """Write the statement in the paper of a notebook, if somebody is to write one."""
    if statement_by(notebook):
        path = root / statement_in(cycle, notebook.stem)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")


def make_project(root: Path, *reports: str) -> Path:
    """Make a project in the folder *root* with a valid report of each name."""
    shutil.copytree(ROOT / "params", root / "params",
                    ignore=shutil.ignore_patterns("2014-15*"))
    for folder in ("params/2014-15-q3", "notebooks", "returns"):
        (root / folder).mkdir()
    (root / KEY).write_text(SECRET, encoding="ascii")
    for report in reports:
        (root / "params" / "2014-15-q3" / f"{report}.yaml").write_text(YAML, encoding="utf-8")
        write_notebook(root / "notebooks" / f"{report}.ipynb")
    return root


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """Make a project whose only report is ``small``, in a folder with a space in its name."""
    return make_project(tmp_path / "a project", "small")


@pytest.fixture(scope="module")
def board_maker(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a maker of board folders that share the report ``planner``, each with its return."""

    def make(*names: str, cell: str = "None;") -> Path:
        folder = tmp_path_factory.mktemp("boards")
        (folder / "notebooks").mkdir()
        write_notebook(folder / "notebooks" / "planner.ipynb", cell, returns=("programme_log",))
        for name in names:
            _make_board(folder / name)
        return folder

    return make


def _make_board(root: Path) -> None:
    shutil.copytree(ROOT / "params", root / "params",
                    ignore=shutil.ignore_patterns("2014-15*"))
    (root / "params" / "2014-15-q3").mkdir()
    (root / "params" / "2014-15-q3" / "planner.yaml").write_text(YAML, encoding="utf-8")
    (root / "returns").mkdir()
    (root / KEY).write_text(SECRET, encoding="ascii")
    shutil.copy(ROOT / "pscb_lib" / "samples" / "programme_log.csv", root / "returns")


def contents(folder):
    """Return the SHA-256 of every file in a folder, by its path there."""
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*") if path.is_file()}
