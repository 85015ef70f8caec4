"""Whether two auditors gave the same grade, and what moderation changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from pscb_lib.disclosure.counting import part_of_step
from pscb_lib.disclosure.figures import NOBODY, FigureRow, count, counts
from pscb_lib.framework.statistics.kappa import Pair, measure_agreement
from pscb_lib.reading.rows import Record
from pscb_lib.reports.multi_agency_audit import places
from pscb_lib.reports.multi_agency_audit.returned_audits import CELL

CHANGES = {-1: "Lowered", 0: "Unchanged", 1: "Raised"}


def pairs_of(rows: Sequence[Record]) -> list[Pair]:
    """The grades of the two auditors wherever two of them graded the same."""
    graded: dict[tuple, dict[str, int | None]] = {}
    for row in rows:
        cell = tuple(row[name] for name in CELL)
        graded.setdefault(cell, {})[row["auditor"]] = row["own_grade"].level
    return [(one["1"], one["2"]) for one in graded.values() if len(one) > 1]


def measure_auditors(rows: Sequence[Record], on: date) -> list[FigureRow]:
    """Count pairs of grades, the same and near ones, and grades that moderation changed."""
    agreed = measure_agreement(pairs_of(rows))
    agencies = [row for row in rows if row["agency"] is not None]
    own = sum(row["agency"] == row["auditor_agency"] for row in agencies)
    changed = Counter(_change(row) for row in rows if row["moderated_grade"] is not None
                      and row["moderated_on"] <= on
                      and None not in (row["own_grade"].level, row["moderated_grade"].level))
    numbers = {places.PAIRS: agreed.pairs, places.NEAR: agreed.near, places.SAME: agreed.exact}
    return [
        *(count(*place[:2], number, describes="agency") for place, number in numbers.items()),
        *part_of_step(places.PAIRS, places.NEAR, agreed.pairs, agreed.near, describes=NOBODY),
        *part_of_step(places.NEAR, places.SAME, agreed.near, agreed.exact, describes=NOBODY),
        count(*places.OF_AGENCIES[:2], len(agencies), describes="agency"),
        count(*places.OWN_AGENCY[:2], own, describes="agency"),
        *part_of_step(places.OF_AGENCIES, places.OWN_AGENCY, len(agencies), own,
                      describes=NOBODY),
        *counts(places.MODERATED, {label: changed[way] for way, label in CHANGES.items()},
                describes="agency"),
    ]


def _change(row: Record) -> int:
    """-1 if moderation lowered the grade, 1 if it raised it, 0 if it left it."""
    before, after = row["own_grade"].level, row["moderated_grade"].level
    return (after > before) - (after < before)
