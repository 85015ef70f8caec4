"""The shipped sample as another board's returns: its agencies, indicators, leads and years.

Every row is invented, and says so: what is published of the example's area is nobody else's. A row
of an agency or an indicator that the Board does not have is left out.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.board.agencies import Alias
from pscb_lib.board.indicators import Indicator
from pscb_lib.board.published.authorities import areas_in
from pscb_lib.board.settings import Settings
from pscb_lib.board.starting.starter import beginnings, kinds, read_rows
from pscb_lib.disclosure.summaries import ILLUSTRATIVE
from pscb_lib.framework.folding import bare
from pscb_lib.writing.csv_files import Content, as_text

SAMPLES = Path(__file__).parents[1] / "samples"
YEAR = 2014  # in which the sample's own year starts
AREA, NEXT_AREA, BOARD = "Peterborough", "Cambridgeshire", "PSCB"
ELSEWHERE = "Neighbouring authority"
DAY = re.compile(r"\b((?:19|20)\d\d)-([01]\d)-([0-3]\d)\b")
CLERKS_DAY = re.compile(r"\b([0-3]?\d)/([01]?\d)/((?:19|20)\d\d)\b")
YEAR_OR_MONTH = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(\d\d)(?!\d|-\d)")
MONTH_NAMED = re.compile(r"\b((?:January|February|March|April|May|June|July|August|September|"
                         r"October|November|December) )((?:19|20)\d\d)\b")
LEAP_DAY = (2, 29)
Row = dict[str, str]


@dataclass(frozen=True)
class Another:
    """A board for which the sample is written anew, ``years`` later than it is."""

    area: str
    elsewhere: str  # another area of the panel, if it has one
    years: int
    agencies: Mapping[str, str]  # the Board's own name by a folded name of the sample
    indicators: Mapping[str, Indicator]  # the Board's by the sample's id
    names: Mapping[str, str]  # of the sample, and those in their place
    left_out: tuple[str, ...] = ()  # items of the programme that are not the Board's


def another_board(settings: Settings, year_start: int, aliases: Iterable[Alias],
                  indicators: Iterable[Indicator]) -> Another:
    """A board with its registers, for a sample whose year starts in *year_start*."""
    own, begin = {bare(one.alias): one.name for one in aliases}, beginnings(settings.framework)
    agencies: dict[str, str] = {}
    for kind in kinds(settings.framework).values():
        names = (bare(name) for name in (kind.name, *kind.aliases, *kind.example))
        if found := next((own[name] for name in names if name in own), None):
            agencies |= {bare(name): found for name in kind.example}
    by_role = {one.role.value: one for one in indicators if one.role}
    by_id = {one.id: one for one in indicators}
    known = {row["id"]: by_role.get(row["role"]) or by_id.get(row["id"])
             for row in read_rows("indicators.csv")[1]}
    elsewhere = [one for one in areas_in(settings.panel) if one != settings.area]
    return Another(settings.area, [*elsewhere, ELSEWHERE][0], year_start - YEAR, agencies,
                   {name: one for name, one in known.items() if one},
                   begin.sample, begin.left_out)


AGENCY_COLUMNS = ("agency", "started_by_agency", "lead_agency", "auditor_agency", "raised_by",
                  "raised_with", "told_by")


def sample_for(board: Another) -> Iterator[tuple[str, str]]:
    """Yield the path in the returns folder and the text of every file of the sample."""
    folders: dict[Path, int] = {}
    for path in sorted(SAMPLES.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            head, *lines = csv.reader(file)
        rows = [row for line in lines
                if (row := _changed(dict(zip(head, line, strict=True)), board)) is not None]
        if not rows:
            continue
        place = path.relative_to(SAMPLES)
        name = later(place.stem, board.years)
        if name == place.stem and place.parent != Path():  # it is named after an agency
            folders[place.parent] = folders.get(place.parent, 0) + 1
            name = f"return-{folders[place.parent]:02}"
        content = Content(tuple(head), tuple(tuple(row[one] for one in head) for row in rows), None)
        yield place.with_name(f"{name}.csv").as_posix(), as_text(content)


def later(text: str, years: int) -> str:
    """The text with every day, month and financial year so many years later."""
    if not years:
        return text
    text = DAY.sub(lambda found: f"{int(found[1]) + years}-{found[2]}-"
                                 f"{_day(found[2], found[3])}", text)
    text = CLERKS_DAY.sub(lambda found: f"{_day(found[2], found[1])}/{found[2]}/"
                                        f"{int(found[3]) + years}", text)
    text = YEAR_OR_MONTH.sub(lambda found: _year_or_month(int(found[1]), found[2], years), text)
    return MONTH_NAMED.sub(lambda found: f"{found[1]}{int(found[2]) + years}", text)


def _day(month: str, day: str) -> str:
    return "28" if (int(month), int(day)) == LEAP_DAY else day


def _year_or_month(year: int, rest: str, years: int) -> str:
    is_year = int(rest) == (year + 1) % 100
    return f"{year + years}-{(int(rest) + years) % 100:02}" if is_year else f"{year + years}-{rest}"


def _changed(row: Row, board: Another) -> Row | None:
    """A row as the Board would have it; None if it has no such agency, indicator or item."""
    if row.get("item") in board.left_out:
        return None
    found = {name: later(_reworded(cell, board), board.years) for name, cell in row.items()}
    if "source" in row:
        found["source"] = ILLUSTRATIVE
    for column in (one for one in AGENCY_COLUMNS if row.get(one)):
        if bare(row[column]) not in board.agencies:
            return None
        found[column] = board.agencies[bare(row[column])]
    if row.get("indicator"):
        one = board.indicators.get(row["indicator"])
        if one is None:
            return None
        found |= {"indicator": one.id} | ({"agency": one.agency} if row.get("agency") else {}) | (
            {"lead": one.lead} if "lead" in row else {})
    return found


def _reworded(cell: str, board: Another) -> str:
    for theirs, ours in ((AREA, board.area), (NEXT_AREA, board.elsewhere), (BOARD, "Board"),
                         *board.names.items()):
        cell = cell.replace(theirs, ours)
    return cell
