"""The files an import writes: data set lines, episodes, conferences, and the rows of figures."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from pscb_lib.board.indicators import Indicator, Role
from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.returns.national.coverage import is_covered
from pscb_lib.returns.national.measures.behind import COUNTED
from pscb_lib.returns.national.measures.conferences_imported import (
    HEADINGS as CONFERENCE_HEADINGS,
)
from pscb_lib.returns.national.measures.conferences_imported import NEEDS, conference_rows
from pscb_lib.returns.national.measures.missing_imported import HEADINGS as EPISODE_HEADINGS
from pscb_lib.returns.national.measures.missing_imported import missing_rows
from pscb_lib.returns.national.measures.social_care import Line
from pscb_lib.returns.national.source import National
from pscb_lib.writing.csv_files import OWN_FOLDER, Content

Register = Mapping[tuple[Role, str], Indicator]  # by role and period
LINE_HEADINGS = ("agency", "indicator", "period", "numerator", "denominator", "actual", "status",
                 "submitted_on", "submitted_by", "source", "note")
FIGURE_HEADINGS = ("id", "role", "title", "period", "numerator", "denominator",
                   "on_register", "note")
SENT_BY = "pscb import"
NIL = "nil_return"
HALF = 6
FIGURES = "figures.csv"
SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]*")  # an id or a role, and no other folder


def data_set(
    lines: Iterable[Line], register: Register, source: str, as_of: date
) -> Content:
    """Return the lines that are on the register of their year, as rows of the data set return."""
    rows = []
    for line in lines:
        indicator = register.get((line.measure.role, line.period.label))
        if indicator:
            status = NOT_SUPPLIED if line.numerator is None else None
            rows.append((indicator.agency, indicator.id, line.period.label, line.numerator,
                         line.denominator, None, status, as_of.isoformat(), SENT_BY, source,
                         _note(line)))
    return Content(LINE_HEADINGS, tuple(rows), source)


def episodes(national: National, period: ReportingPeriod, as_of: date, source: str
             ) -> Iterator[tuple[str, Content]]:
    """Yield a file for each half-year that overlaps *period* and has ended by *as_of*.

    A half-year without an incident is written as a nil return; one that the files do not cover is
    not written.
    """
    if "incidents" not in national.records or "children" not in national.records:
        return
    for half in period.year.split(HALF):
        if half.end <= as_of and half.start <= period.end and period.start <= half.end and (
                is_covered(national, half)):
            rows = tuple(missing_rows(national.records, half, source))
            yield f"missing_episodes/{slug(half)}.csv", _or_nil(EPISODE_HEADINGS, rows, source)


def conferences(national: National, quarters: Iterable[ReportingPeriod], source: str
                ) -> Iterator[tuple[str, Content]]:
    """Yield a file for each of the *quarters* that the files cover; a nil return without a row."""
    if not all(noun in national.records for noun in NEEDS):
        return
    for quarter in quarters:
        if is_covered(national, quarter):
            rows = tuple(conference_rows(national.records, quarter, source))
            yield f"conferences/{slug(quarter)}.csv", _or_nil(CONFERENCE_HEADINGS, rows, source)


def _or_nil(headings: tuple[str, ...], rows: tuple[tuple, ...], source: str) -> Content:
    if rows:
        return Content(headings, rows, source)
    blank = (None,) * (len(headings) - 1)
    return Content((*headings, NIL), ((*blank, source, True),), source)


def rows_behind(lines: Sequence[Line], register: Register, name: str
                ) -> Iterator[tuple[str, Content]]:
    """Yield a file of all figures, and for each line a file of its rows in all quarters."""
    folder = f"{OWN_FOLDER}/{name}"
    figures = tuple((_id(line, register), line.measure.role.value, line.measure.title,
                     line.period.label, line.numerator, line.denominator,
                     bool(_id(line, register)), _note(line)) for line in lines)
    yield f"{folder}/{FIGURES}", Content(FIGURE_HEADINGS, figures, None)
    for role in dict.fromkeys(line.measure.role for line in lines):
        rows = [{"period": line.period.label, **row} for line in lines
                if line.measure.role is role for row in line.behind]
        headings = tuple(rows[0]) if rows else ("period", "child_id", COUNTED)
        yield (f"{folder}/{_file_of(role)}",
               Content(headings, tuple(tuple(row.values()) for row in rows), None))


def left_by_earlier(folder: Path, new: Collection[str]) -> list[Path]:
    """The files of rows that an earlier import wrote into *folder*, and that a *new* one does not.

    Its own list of figures names them, by id in release 0.1.0; any other file is the analyst's.
    """
    try:
        with (folder / FIGURES).open(encoding="utf-8-sig", newline="") as file:
            named = {row.get(column) for row in csv.DictReader(file) for column in ("id", "role")}
    except (OSError, UnicodeDecodeError, csv.Error):
        return []
    paths = [folder / _file_of(one) for one in sorted(filter(None, named)) if SAFE.fullmatch(one)]
    return [path for path in paths if path.name not in new and path.is_file()]


def _file_of(name: str) -> str:
    return f"{name.replace(' ', '-')}.csv"


def slug(period: ReportingPeriod) -> str:
    """Return a period as it is written in the name of a file: 2014-15-q3."""
    return period.label.lower().replace(" ", "-")


def _id(line: Line, register: Register) -> str | None:
    """The Board's id of a line, or None if its register has no indicator with the role."""
    indicator = register.get((line.measure.role, line.period.label))
    return indicator.id if indicator else None


def _note(line: Line) -> str:
    return "; ".join(filter(None, (line.note, line.shortfall)))
