"""The few broad pooled rows of one area within the joint panel.

The panel minus one area is its neighbour, so the rest of the panel is counted too: these counts are
not printed, and :mod:`pscb_lib.disclosure.masking` protects them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas

from pscb_lib.disclosure.counting import balance, breakdowns, tally
from pscb_lib.disclosure.figures import TOTAL, Place, counts
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import records_of
from pscb_lib.reports.cdop_annual.measures import bands
from pscb_lib.reports.cdop_annual.measures.cohorts import (
    completed,
    found_years,
    notified,
    parts_of_panel,
    pooled_years,
    within_panel,
)
from pscb_lib.reports.cdop_annual.places import (
    AGE,
    AREA_AGE,
    AREA_EXPECTED,
    AREA_MODIFIABLE,
    COMPLETED,
    ELSEWHERE,
    EXPECTED,
    MODIFIABLE,
    NOTIFIED,
    PANEL,
)


def measure_area(deaths: pandas.DataFrame, period: ReportingPeriod, area: str) -> list[dict]:
    """Count the few broad pooled rows of one area within the panel."""
    rows, ties = [], []
    for name, part in (*parts_of_panel(deaths, area), (PANEL, deaths)):
        column = "" if name == area else name
        rows += _who_died(notified(part, *pooled_years(period)), (NOTIFIED, TOTAL, name), column)
        by_year = {(COMPLETED, year.title, name): completed(part, year)
                   for year in found_years(period)}
        rows += _found(pandas.concat(by_year.values()), column)
        ties.append(_tied(by_year, (AREA_MODIFIABLE, TOTAL, column)))
    return [*within_panel(rows, (ELSEWHERE, PANEL)), *ties]


def _who_died(deaths: pandas.DataFrame, total: Place, column: str) -> list[dict]:
    ages = map(bands.age_band, records_of(deaths))
    tables: dict[str, Any] = {
        AREA_AGE: _broad(AGE, tally(ages, bands.AGE)),
        AREA_EXPECTED: _broad(EXPECTED, tally(deaths["expected"], bands.EXPECTED))}
    return breakdowns(total, column=column, **tables)


def _found(reviews: pandas.DataFrame, column: str) -> list[dict]:
    found = tally(reviews["modifiable"], bands.FOUND)
    return counts(AREA_MODIFIABLE, _broad(MODIFIABLE, found), column=column)


def _tied(by_year: Mapping[Place, pandas.DataFrame], total: Place) -> dict:
    """Tie the yearly counts of reviews to the total of the table of findings."""
    numbers = [len(reviews) for reviews in by_year.values()]
    return balance(f"reviewed {total[2]}".strip(), tuple(by_year), (total,),
                   (*numbers, sum(numbers)))


def _broad(name: str, counted: Mapping[str, int]) -> dict[str, int]:
    broad: Counter[str] = Counter()
    for label, number in counted.items():
        broad[bands.BROADER[name].get(label, label)] += number
    return broad
