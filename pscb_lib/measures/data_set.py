"""The quarterly data set (item 10): every indicator over the last twelve quarters.

A figure is the sum of what was supplied over the indicator's basis (the quarter, the year to
date or the rolling year): numerators and denominators are added, never percentages. Months
add to quarters. Where one part is absent the whole is, for the same reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pandas

from pscb_lib import cells
from pscb_lib.context import Context
from pscb_lib.indicators import Indicator, Unit
from pscb_lib.measures import figures
from pscb_lib.periods import ReportingPeriod, months_between
from pscb_lib.records import Field
from pscb_lib.registers import read_register

QUARTERS = 12
ABSENT = "not supplied"


class Sent(NamedTuple):
    """What an agency sent for one indicator and period, as last known."""

    numerator: int | None
    denominator: int | None
    state: str


def trend_quarters(period: ReportingPeriod) -> list[ReportingPeriod]:
    """The twelve quarters that end with *period*, earliest first."""
    return [period.back(3 * step) for step in reversed(range(QUARTERS))]


def measure_data_set(
    context: Context, register: Iterable[Indicator], returned: pandas.DataFrame
) -> pandas.DataFrame:
    """Work out every indicator for each of the twelve quarters.

    *returned* is the checked frame of :mod:`pscb_lib.returns.data_set`. Figures stand in
    table ``indicators`` (row: indicator id, column: quarter); the value a quarter had before
    it was sent again after the period's end stands in table ``revised``.
    """
    by_time = returned.sort_values("submitted_on", kind="stable")
    latest = _sent(by_time)
    before = _sent(by_time[by_time["submitted_on"].map(lambda day: day <= context.period.end)])
    population = read_populations(context.params / "populations.csv", context.settings.area)
    rows = []
    for indicator in register:
        for quarter in trend_quarters(context.period):
            now = _over_basis(indicator, quarter, latest)
            rows.append(_figure("indicators", indicator, quarter, now, population))
            then = _over_basis(indicator, quarter, before)
            if quarter != context.period and not then.state and then != now:
                rows.append(_figure("revised", indicator, quarter, then, population))
    return figures.frame(rows)


def read_populations(path: Path, area: str) -> dict[int, int]:
    """Residents aged 0 to 17 of *area* by the year of the mid-year estimate."""
    fields = (Field("year", cells.whole_number), Field("area", cells.text),
              Field("population_0_17", cells.whole_number))
    return {record["year"]: record["population_0_17"]
            for record in read_register(path, fields) if record["area"] == area}


def _sent(returned: pandas.DataFrame) -> dict[tuple[str, ReportingPeriod], Sent]:
    """By indicator and period; of rows for the same one the last submitted stays."""
    return {(row.indicator, row.period): Sent(row.numerator, row.denominator, row.status or "")
            for row in returned.itertuples()}


def _over_basis(indicator: Indicator, quarter: ReportingPeriod, sent: dict) -> Sent:
    back = {"quarter": 0, "rolling year": 3,
            "year to date": months_between(quarter.year.first, quarter.first) // 3}
    quarters = [quarter.back(3 * step) for step in range(back[indicator.basis] + 1)]
    return _sum(_quarter(indicator.id, one, sent) for one in quarters)


def _quarter(indicator: str, quarter: ReportingPeriod, sent: dict) -> Sent:
    if (indicator, quarter) in sent:
        return sent[indicator, quarter]
    months = [sent.get((indicator, month)) for month in quarter.split(1)]
    return _sum(months) if all(months) else Sent(None, None, ABSENT)


def _sum(parts: Iterable[Sent]) -> Sent:
    parts = list(parts)
    absent = [part for part in parts if part.state]
    if absent:
        return Sent(None, None, absent[0].state)
    has_denominator = all(part.denominator is not None for part in parts)
    return Sent(sum(part.numerator for part in parts),
                sum(part.denominator for part in parts) if has_denominator else None, "")


def _figure(table: str, indicator: Indicator, quarter: ReportingPeriod, sent: Sent,
            population: dict[int, int]) -> dict:
    place = {"column": quarter.label, "describes": indicator.describes}
    if sent.state:
        is_before = quarter.year < indicator.valid_from and sent.state == ABSENT
        state = "not collected" if is_before else sent.state
        return figures.count(table, indicator.id, None, state=state, **place)
    if indicator.unit is Unit.PERCENT:
        return figures.proportion(table, indicator.id, sent.numerator, sent.denominator, **place)
    residents = population.get(quarter.year_start)
    if indicator.unit is Unit.COUNT:
        return figures.count(table, indicator.id, sent.numerator, **place)
    if residents is None:
        return figures.count(table, indicator.id, None, state="not collected", **place)
    return figures.rate(table, indicator.id, sent.numerator, residents, **place)
