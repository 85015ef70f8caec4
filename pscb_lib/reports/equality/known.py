"""What the page says beside figures: each activity, who counted, and the papers of the year."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from pscb_lib.board.agencies import read_agencies, short_names
from pscb_lib.board.cleared_texts import for_others
from pscb_lib.board.context import Context
from pscb_lib.board.cycle_files import find_files
from pscb_lib.board.names import split_name
from pscb_lib.board.notebooks import RESTRICTED, find_notebooks, title_of
from pscb_lib.disclosure.paper import Fact
from pscb_lib.framework.months import say_day
from pscb_lib.reading.rows import Checked, Record, records_of
from pscb_lib.reports.equality.returned_involvement import CHILDREN, WHO

ALL, CLEARED, SUPPLIED = "activities", "cleared activities", "supplied"
MEMBERS = (RESTRICTED, "board")
QUARTERS = ("q1", "q2", "q3", "q4")


@dataclass(frozen=True)
class Activity:
    """One activity; a text or day that is not recorded is blank."""

    held_on: str
    agency: str
    who: str
    how: str
    said: str
    changed: str
    told_on: str


@dataclass(frozen=True)
class Known:
    """The activities of the year, who sent the counts, and which returns were supplied.

    ``voiced`` has the titles of the papers that used what children said.
    """

    on: date
    activities: tuple[Activity, ...]
    counted_by: tuple[str, ...]
    is_counted: bool
    is_involved: bool
    voiced: tuple[str, ...] = ()

    @property
    def unheard(self) -> list[str]:
        """Those of whom no activity asked: children, parents, staff."""
        asked = {one.who for one in self.activities}
        return [who for who in WHO if who not in asked]

    @property
    def untold(self) -> list[Activity]:
        """The activities whose people have not been told what came of it."""
        return [one for one in self.activities if not one.told_on]


def of_the_year(context: Context, involved: Checked) -> list[Record]:
    """The activities held in the year, the earliest first."""
    rows = [row for row in records_of(involved.frame) if context.period.contains(row["held_on"])]
    return sorted(rows, key=lambda row: row["held_on"])


def papers_of(context: Context) -> set[str]:
    """The other reports that have a paper in one of the year's cycles."""
    found = {split_name(name)[0] for quarter in QUARTERS
             for name in find_files(context.root, f"{context.period.year.label}-{quarter}")}
    return found - {"equality"}


def voiced(context: Context, involved: Checked) -> set[str]:
    """Those of them that use what children said."""
    used = {row["paper"] for row in of_the_year(context, involved)
            if row["who"] == CHILDREN and row["said"]}
    return used & papers_of(context)


def list_facts(context: Context, counted: Checked, involved: Checked) -> list[Fact]:
    """Return what the page says: the Board has texts that state no number of children."""
    short = short_names(read_agencies(context.params / "agencies.csv"), context.as_of)
    told = [_activity(row, short) for row in of_the_year(context, involved)]
    agencies = {short.get(row["agency"], row["agency"]) for row in records_of(counted.frame)}
    sent = counted.rows["used"] + counted.rows["rejected"]
    return [Fact(ALL, [asdict(one) for one in told], (RESTRICTED,)),
            Fact(CLEARED, [asdict(one) for one in for_others(context, told)], MEMBERS),
            Fact(SUPPLIED, {"by": sorted(agencies), "counted": sent > 0,
                            "involved": bool(involved.sources),
                            "voiced": _titles(context, voiced(context, involved))}, MEMBERS)]


def read_known(context: Context, facts: Mapping[str, Any]) -> Known:
    """Return the activities as far as these readers may have them."""
    supplied = facts[SUPPLIED]
    return Known(context.as_of, tuple(Activity(**one) for one in facts[ALL] or facts[CLEARED]),
                 tuple(supplied["by"]), supplied["counted"], supplied["involved"],
                 tuple(supplied["voiced"]))


def _titles(context: Context, reports: Collection[str]) -> list[str]:
    notebooks = find_notebooks(context.root)
    return [title_of(notebooks[one]) for one in sorted(reports)]


def _activity(row: Record, short: Mapping[str, str]) -> Activity:
    told = say_day(row["told_on"]) if row["told_on"] else ""
    return Activity(say_day(row["held_on"]), short.get(row["agency"], row["agency"]), row["who"],
                    row["how"], row["said"] or "", row["changed"] or "", told)
