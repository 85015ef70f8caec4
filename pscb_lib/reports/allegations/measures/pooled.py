"""Breakdowns, each alone and over several half-years together.

A later paper's window minus this one is a half-year more and one less, so the half-years of each
are tied, though no paper prints them.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas

from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import NOBODY, NOT_SUPPLIED, TOTAL, FigureRow, Place, count, counts
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.allegations import places
from pscb_lib.reports.allegations.returned.record import MET, NOT_MET, SUBSTANTIATED

Found = tuple[pandas.DataFrame, pandas.DataFrame]  # received, and closed
Halves = dict[ReportingPeriod, Found | None]  # None: not supplied
By = Mapping[ReportingPeriod, Mapping[str, int] | None]


def measure_pooled(halves: Halves) -> list[FigureRow]:
    """Count referrals by sector in 12 months, and in three years categories, outcomes, learning."""
    year = dict([*halves.items()][-2:])
    sectors, categories = (_referred(span, column, labels) for span, column, labels in (
        (year, "sector", places.GROUPS), (halves, "category", places.CATEGORY_LABELS)))
    outcomes = _closed(halves, "outcome", places.OUTCOME_LABELS)
    return [
        *pooled(places.SECTORS, sectors, (places.REFERRALS, places.REFERRED, places.TWELVE)),
        *pooled(places.CATEGORIES, categories,
                (places.REFERRALS, places.REFERRED, places.THREE_YEARS)),
        *pooled(places.OUTCOMES, outcomes, None),
        *pooled(places.LEARNING, _closed(halves, "learning", places.LEARNING_LABELS),
                (places.OUTCOMES, TOTAL, "")),
        *_substantiated(outcomes),
    ]


def referred(received: pandas.DataFrame) -> pandas.DataFrame:
    """The referrals among the contacts, whether they met the threshold or not."""
    return received[received["kind"].isin((NOT_MET, MET))]


def _referred(halves: Halves, column: str, labels: Mapping[str, str]) -> By:
    return {half: found and counting.tally(referred(found[0])[column], labels)
            for half, found in halves.items()}


def _closed(halves: Halves, column: str, labels: Mapping[str, str]) -> By:
    return {half: found and counting.tally(found[1][column], labels)
            for half, found in halves.items()}


def pooled(table: str, by_half: By, total: Place | None) -> list[FigureRow]:
    """Count several half-years together, and tie the half-years; their total is at *total*.

    Nothing is pooled unless every half-year was supplied.
    """
    known = [one for one in by_half.values() if one is not None]
    labels = dict.fromkeys(label for one in known for label in one)
    if len(known) < len(by_half):
        return [count(table, label, None, state=NOT_SUPPLIED) for label in (*labels, TOTAL)]
    rows = counts(table, {label: sum(one.get(label, 0) for one in known) for label in labels},
                  same_as=total)
    for half, counted in by_half.items():
        for label in labels:
            rows.append(count(
                f"{table}_by_half", label, (counted or {}).get(label, 0), half.title,
                readers=NOBODY, part_of=((table, label, ""),),
                quantity=f"allegations, {table}, {label}, {half.label}"))
    return rows


def _substantiated(outcomes: By) -> list[FigureRow]:
    known = [one for one in outcomes.values() if one is not None]
    table, row, _ = places.SUBSTANTIATED
    if len(known) < len(outcomes):
        return [count(table, row, None, state=NOT_SUPPLIED)]
    label = places.OUTCOME_LABELS[SUBSTANTIATED]
    found, all_ = sum(one[label] for one in known), sum(sum(one.values()) for one in known)
    return [counting.share(places.SUBSTANTIATED, found, all_, of=(places.OUTCOMES, TOTAL, ""),
                           counted=(places.OUTCOMES, label, ""), describes="child")]
