"""Write the project of a new board, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pscb_lib.board.context import Context
from pscb_lib.board.settings import read_settings
from pscb_lib.board.starting.answers import Answers
from pscb_lib.board.starting.files import cycle_of, files_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.findings import InputError
from pscb_lib.running.cycle_plans import plan_cycle
from pscb_lib.running.new_cycle import write_cycle
from pscb_lib.writing.whole import draft_text, refusing, whole_folder

RETURNS, PARAMS = "returns", "params"
MAY_BE_THERE = (".git",)


def start_project(folder: Path, answers: Answers) -> list[str]:
    """Write the project of a board into *folder*, and return the names of its first papers.

    Raises InputError, and writes nothing, if the folder holds anything but ``.git``, or cannot be
    written to.
    """
    refuse_filled(folder)
    with refusing(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.exists():
            return _into(folder, answers)
        with whole_folder(folder, 0o755) as new:
            return draft_project(new, answers, cycle_of(answers))


def refuse_filled(folder: Path) -> None:
    """Raise InputError if a new project cannot be written to *folder*."""
    if folder.exists() and not folder.is_dir():
        raise InputError.at("FOLDER", "is a file", "name another place", value=str(folder))
    found = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    if kept := [name for name in found if name not in MAY_BE_THERE]:
        raise InputError.at("FOLDER", f"is not empty: it holds {kept[0]}",
                            "name a new folder, or an empty one", value=str(folder))


def draft_project(new: Path, answers: Answers, cycle: str) -> list[str]:
    """Write all files of a project into the folder *new*; return the names of its papers."""
    (new / PARAMS).mkdir()
    (new / RETURNS).mkdir()
    for name, text in files_of(answers, cycle):
        draft_text(new / name, text)
    settings = read_settings(new / PARAMS / "settings.yaml")
    before = ReportingPeriod(answers.first_year.start, 1).previous
    context = Context(new, settings, before, answers.first_year.start, new / RETURNS, "restricted")
    planned = plan_cycle(cycle, context, {})
    write_cycle(new, cycle, planned)
    return sorted(planned)


def _into(folder: Path, answers: Answers) -> list[str]:
    """Write into a folder that is there: all beside it first, ``params/`` last of all."""
    with whole_folder(folder / "new", 0o755) as new:
        papers = draft_project(new, answers, cycle_of(answers))
    moved: list[Path] = []
    try:
        for path in _params_last(folder / "new"):
            os.rename(path, folder / path.name)
            moved.append(path)
    except OSError:
        for path in reversed(moved):
            with suppress(OSError):
                os.rename(folder / path.name, path)
        raise
    (folder / "new").rmdir()
    return papers


def _params_last(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.iterdir(), key=lambda path: (path.name == PARAMS, path.name))
