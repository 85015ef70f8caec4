"""The context of a report: its project, period, day, folder of returns and audience.

A notebook gives the same result wherever it is started: the project is the first folder, from
the working directory upwards, that has ``params/indicators.csv``, or the one that the environment
variable PSCB_PROJECT names. Relative paths start there.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pscb_lib.board.parameters import cells_run, refuse_unknown
from pscb_lib.board.settings import AUDIENCES, Settings, read_settings
from pscb_lib.board.wording import Words, call_by, wording_of, words_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError, Missing

Value = TypeVar("Value")
PROJECT_FILE = Path("params", "indicators.csv")
PROJECT = "PSCB_PROJECT"
NAME_IT = "start in the project or name it by --project"
IN_A_NOTEBOOK = (f"name the project's folder by the environment variable {PROJECT}, or start in it "
                 "(papermill: --cwd)")


@dataclass(frozen=True)
class Context:
    """One report's parameters, read and checked."""

    root: Path
    settings: Settings
    period: ReportingPeriod
    as_of: date
    returns: Path
    audience: str
    masked: Path | None = None
    key: str = ""

    def __post_init__(self) -> None:
        call_by(self.words)

    @property
    def params(self) -> Path:
        """The folder of the Board's decisions."""
        return self.root / "params"

    @cached_property
    def words(self) -> Words:
        """The words of the Board's framework at the end of the period; agencies keep their names.
        """
        return words_of(self.settings, self.period.end, self._agencies())

    @property
    def wording(self) -> dict[str, str]:
        """What a front sheet keeps of these words."""
        return wording_of(self.settings, self.period.end, self._agencies())

    def _agencies(self) -> set[str]:
        path = self.params / "agencies.csv"
        if not self.settings.framework.on(self.period.end).words or not path.exists():
            return set()
        from pscb_lib.board.agencies import read_agencies

        return {name for one in read_agencies(path) for name in (one.name, one.alias)}

    @property
    def exceptions_at_most(self) -> int | None:
        """The most exceptions that a paper shows; None in the restricted set, which shows all."""
        return None if self.audience == "restricted" else self.settings.exceptions_at_most


def open_context(period: str, as_of: str, returns_folder: str, audience: str,
                 masked: str = "", key: str = "") -> Context:
    """Check the parameters that every report has. Raises InputError for one that is wrong.

    ``pscb run`` sets the last two: *masked* is the file of the figures that it has masked with the
    cycle's other papers (:mod:`pscb_lib.disclosure.handing_over`), without which a paper is masked
    alone; *key* is the key of the paper if its report has several in one cycle.
    """
    refuse_unknown(cells_run())
    root = find_here(IN_A_NOTEBOOK)
    covered, day = (_parameter("period", parse_period, period),
                    _parameter("as_of", cells.day, as_of))
    if day < covered.end:
        raise InputError.at("parameters", f"the period ends on {covered.end}, after the day of "
                            "the report", "choose a period that is over, or a later day",
                            column="as_of", value=as_of)
    return Context(
        root=root,
        settings=read_settings(root / "params" / "settings.yaml"),
        period=covered,
        as_of=day,
        returns=_folder(root / returns_folder),
        audience=_parameter("audience", cells.one_of(*AUDIENCES), audience),
        masked=root / masked if masked else None,
        key=key,
    )


def find_here(remedy: str = NAME_IT) -> Path:
    """The project of the working folder, or else the one that PSCB_PROJECT names.

    Raises InputError, with the *remedy*, if there is none.
    """
    named = os.environ.get(PROJECT, "").strip()
    try:
        return find_project(Path.cwd(), remedy)
    except InputError:
        if not named:
            raise
    return find_project(Path(named).expanduser().resolve(), f"correct {PROJECT}")


def find_project(start: Path, remedy: str = NAME_IT) -> Path:
    """The first folder from *start* upwards that has ``params/indicators.csv``.

    Raises InputError, with the *remedy*, if there is none.
    """
    for folder in (start, *start.parents):
        if (folder / PROJECT_FILE).is_file():
            return folder
    if (start / "params").is_dir():
        from pscb_lib.board.decisions import missing_from

        raise missing_from(start / "params")
    raise Missing(f"{start.name}: no folder from here upwards holds {PROJECT_FILE.as_posix()}; "
                  f"{remedy}")


def _parameter(name: str, parse: Callable[[str], Value], value: str) -> Value:
    try:
        return parse(str(value))
    except ValueError as fault:
        raise InputError.at("parameters", str(fault), "correct the parameter",
                            column=name, value=str(value)) from None


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise Missing.at("parameters", "there is no such folder",
                         "give the folder that holds the returns",
                         column="returns_folder", value=path.name)
    return path
