"""Read Ofsted's Annex A workbook: of its eleven lists, seven are used for figures.

A cell may have the letter of its list ("b) No"), a code with its label ("C2: FCO") or nothing.
There are no figures from a list that is not in the workbook. Names of workers, dates of birth
and postcodes are not kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from pscb_lib.reading import cells
from pscb_lib.reading.files import read_table
from pscb_lib.reading.files.files import open_sheets
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Checked, Field, Record, Rule, check_table
from pscb_lib.returns.across import kept_once, same_ids
from pscb_lib.returns.national.annex_a_lists import LISTS, AnnexList
from pscb_lib.returns.national.source import National, passed_over, renamed

TITLE = "Annex A"
CHILD = "Child Unique ID"
SIX_MONTHS = timedelta(days=183)
LIMITS = (
    "Annex A has no referral's closure and no day of referral beside an assessment: 45 working "
    "days run from the assessment's own start.",
    "It has the latest review of a plan only, so nothing on reviews in time, and counts of "
    "missing episodes over twelve months without their days, so no episode of its own.",
    "Its one day for the strategy discussion and the enquiry serves both conference clocks.",
    "Placements in the last 12 months are known for the day of the list alone.",
)


def read_annex_a(paths: Iterable[Path], as_of: date) -> National:
    """Read one workbook as it was on the day *as_of*.

    Raises InputError if *paths* is not one file, if the file has none of the lists, or if a list
    lacks a column.
    """
    paths = list(paths)
    if len(paths) != 1:
        raise InputError("Annex A: is one workbook; name one file")
    path, day = paths[0], cells.dated(as_of)
    names = {sheet.name for sheet in open_sheets(path)[1]}
    parts = {each.sheet: _check(path, each, day) for each in LISTS if each.sheet in names}
    if not parts:
        raise InputError.at(path.name, "is not an Annex A workbook",
                            "its sheets must be called List 1 to List 11")
    records = _records(parts)
    last = _last_day(parts, as_of)
    return National("annex-a", TITLE, records, parts, LIMITS, as_of,
                    _covers(records, last, as_of), last_day=last)


def _check(path: Path, each: AnnexList, day: cells.Parser) -> Checked:
    fields = (Field(CHILD, cells.identifier, "send ids as text"),
              *(Field(column, make(day), remedy="correct the cell in the list")
                for column, make in each.parsers.items()),
              *passed_over("Date of Birth", "Placement postcode"))
    own = {field.name for field in fields}
    table = read_table(path, (CHILD, *each.parsers), each.sheet)
    # An #N/A in a column that is not kept, such as a team's name, must not reject the row.
    faults = {row: kept for row, found in table.faults.items()
              if (kept := [one for one in found if one.column in own or not one.column])}
    return check_table(replace(table, faults=faults), fields, tuple(map(_in_order, each.in_order)),
                       file_rules=(same_ids(CHILD), kept_once()))


def _in_order(pair: tuple[str, str]) -> Rule:
    first, then = pair

    def broken(row: Record) -> bool:
        return bool(row[first] and row[then]) and row[then] < row[first]

    return Rule(pair, "the end is before the start", "correct one of the two", broken)


def _records(parts: Mapping[str, Checked]) -> dict[str, list[Record]]:
    records = {}
    for each in LISTS:
        if each.sheet in parts:
            own = renamed(parts[each.sheet], {CHILD: "child_id", **each.names}, **each.fixed)
            records[each.noun] = own
    return records


def _last_day(parts: Mapping[str, Checked], as_of: date) -> date | None:
    """Return the last day in any list, up to *as_of*."""
    days = (value for part in parts.values() for row in part.records for value in row.values()
            if isinstance(value, date))
    return max((day for day in days if day <= as_of), default=None)


def _covers(records: Mapping[str, list[Record]], last: date | None, as_of: date
            ) -> tuple[date, date] | None:
    """Return the first day of a contact or referral, and the day of the list.

    That day is *as_of*, unless the *last* day in any list is not in the six months before it, which
    the lists of contacts and referrals reach back: then the workbook is of another time, and covers
    no more than its own last day. None without any contact or referral.
    """
    events = [one[column] for noun, column in (("contacts", "received_on"),
                                               ("referrals", "referred_on"))
              for one in records.get(noun, ())]
    if not events:
        return None
    last = last or min(events)
    return min(events), as_of if last >= as_of - SIX_MONTHS else last
