"""Write the sample returns of conferences and of who came: all invented, the same bytes each time.

Each quarter counts what :mod:`tools.samples.conference_margins` says; every other count is
invented. Run by ``python -m tools.samples.generate_conferences``.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.child_protection_conferencing.returned.record import CATEGORIES
from tools.samples.conference_attendance import attendance_of
from tools.samples.conference_families import Family
from tools.samples.conference_initial import Initial, hold_initial
from tools.samples.conference_margins import AT_MARCH, make_margins
from tools.samples.conference_plans import EIGHT, keep_long, run_quarter, stock_before
from tools.samples.conference_rows import rows_of
from tools.samples.dealing import pick, spread

SEED = 1417
ATTENDED_FROM = parse_period("2013-14 Q1")
COLUMNS = (
    "conference_id", "family_id", "child_id", "kind", "dob", "expected_dob", "sex", "ethnicity",
    "enquiry_started_on", "strategy_on", "notified_on", "due_on", "held_on", "late_because",
    "quorate", "went_ahead_because", "outcome", "dissent", "category", "plan_start", "plan_end",
    "end_reason", "earlier_plan", "child_part", "parent_part", "parent_got_report_on", "source")
ATTENDANCE = ("conference_id", "agency", "invited", "attended", "deputy", "report",
              "report_in_time", "source")
CODES = [codes[0] for codes in CATEGORIES.values()]
OTHERWISE = dict(zip(CODES, (62, 8, 4, 24, 1), strict=True))


def generate(folder: Path) -> None:
    """Write both returns of every quarter to *folder*."""
    rng, margins = Random(SEED), make_margins()
    families, initial = stock_before(rng, margins), list[Initial]()
    for place, margin in enumerate(margins):
        new = hold_initial(rng, margin)
        initial += new
        begun = [one.family for one in new if one.family.planned]
        keep_long(begun, sum(one.crossing for one in margins[place + EIGHT:place + EIGHT + 1]))
        families += begun
        run_quarter(rng, families, margin)
    _number(families, initial)
    _categorise(rng, families)
    rows = sorted(rows_of(rng, initial, families), key=lambda row: (row["on"], row["key"],
                                                                    row["child_id"]))
    ids = {key: f"CF-{number:04}" for number, key in enumerate(
        dict.fromkeys(row["key"] for row in rows), 1)}
    for quarter in (parse_period(margin.label) for margin in margins):
        own = [row | {"conference_id": ids[row["key"]], "source": "illustrative"} for row in rows
               if quarter.contains(date.fromisoformat(row["on"]))]
        _write(folder / "conferences", quarter, COLUMNS, own)
        if quarter >= ATTENDED_FROM:
            held = {row["conference_id"]: row for row in own if row.get("held_on")}
            _write(folder / "conference_attendance", quarter, ATTENDANCE,
                   [*attendance_of(rng, quarter.label, held)])


def _number(families: Sequence[Family], initial: Sequence[Initial]) -> None:
    every = {id(one): one for one in (*families, *(each.family for each in initial))}
    children = 0
    for number, one in enumerate(every.values(), 1):
        one.id = f"F-{number:04}"
        for child in one.children:
            children += 1
            child.id = f"C-{children:05}"


def _categorise(rng: Random, families: Sequence[Family]) -> None:
    """Give each plan a category, so that those open at the end of each March are as published."""
    plans = [(one, child) for one in families for child in one.planned]
    for year, margin in AT_MARCH.items():
        end = parse_period(year).end
        there = [child for one, child in plans if one.start <= end and (
            child.end is None or child.end > end)]
        left = dict(zip(CODES, margin, strict=True))
        for child in (one for one in there if one.category in left):
            left[child.category] -= 1
        assert min(left.values()) >= 0, (year, left)
        bare = [child for child in there if not child.category]
        for child, category in zip(bare, spread(left, len(bare), rng), strict=True):
            child.category = category
    for _, child in plans:
        child.category = child.category or str(pick(OTHERWISE, rng))


def _write(folder: Path, quarter: ReportingPeriod, columns: Sequence[str],
           rows: Sequence[Mapping[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{quarter.label.lower().replace(' ', '-')}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", extrasaction="ignore",
                                lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    generate(Path(__file__).parents[2] / "pscb_lib" / "samples")
