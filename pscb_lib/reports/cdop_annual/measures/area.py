"""One area within the joint panel: the few broad pooled rows that are made of it.

The panel less one area is its neighbour, so the rest of the panel is counted too, for no paper
to print and for :mod:`pscb_lib.disclosure.masking` to protect.
"""

from __future__ import annotations

from collections import Counter

import pandas

from pscb_lib.disclosure import figures
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import records_of
from pscb_lib.reports.cdop_annual.measures import bands
from pscb_lib.reports.cdop_annual.measures.cohorts import (
    ELSEWHERE,
    PANEL,
    completed,
    found_years,
    notified,
    parts_of_panel,
    pooled_years,
    tally,
    within_panel,
)


def measure_area(deaths: pandas.DataFrame, period: ReportingPeriod, area: str) -> list[dict]:
    """The few broad pooled rows of one area within the panel."""
    told = notified(deaths, *pooled_years(period))
    reviews = completed(deaths, *found_years(period))
    told_of, reviewed_of = (dict(parts_of_panel(cohort, area)) for cohort in (told, reviews))
    rows = [*_broad(told_of[area], reviewed_of[area], ""),
            *_broad(told_of[ELSEWHERE], reviewed_of[ELSEWHERE], ELSEWHERE),
            *_broad(told, reviews, PANEL)]
    return within_panel(rows, (ELSEWHERE, PANEL))


def _broad(told: pandas.DataFrame, reviews: pandas.DataFrame, column: str) -> list[dict]:
    tables = {
        "age": tally(map(bands.age_band, records_of(told)), bands.AGE),
        "expected": tally(told["expected"], bands.EXPECTED),
        "modifiable": tally(reviews["modifiable"], bands.FOUND),
    }
    rows = []
    for name, counted in tables.items():
        broad: Counter[str] = Counter()
        for label, number in counted.items():
            broad[bands.BROADER[name].get(label, label)] += number
        rows += figures.counts(f"area_{name}", broad, column=column)
    return rows
