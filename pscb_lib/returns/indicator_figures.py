"""The figure of an indicator for one period, from what was sent: for every paper that prints it."""

from __future__ import annotations

from typing import Any

from pscb_lib.board.indicators import Indicator, Unit
from pscb_lib.disclosure import figures
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.returns.sums import Sent

NO_RATE = "no rate"


def figure_of(table: str, indicator: Indicator, period: ReportingPeriod, sent: Sent,
              population: dict[int, int]) -> dict:
    """Return the figure of *sent* for *table*: a count, percentage, rate or absence.

    A count of which there is no rate, for lack of a *population*, says so in its state.
    """
    place: dict[str, Any] = {"column": period.label, "describes": indicator.describes,
                             "quantity": f"{indicator.quantity}, {period.label}"}
    if sent.state:
        return figures.count(table, indicator.id, None, state=sent.state, **place)
    if indicator.unit is Unit.PERCENT:
        return figures.proportion(table, indicator.id, *sent.counts, **place)
    residents = population.get(period.year_start)
    if indicator.unit is Unit.COUNT:
        return figures.count(table, indicator.id, sent.numerator, **place)
    if residents is None:
        return figures.count(table, indicator.id, sent.number, state=NO_RATE, **place)
    return figures.rate(table, indicator.id, sent.number, residents, **place)
