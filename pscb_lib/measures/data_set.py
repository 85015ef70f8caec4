"""The quarterly data set (item 10): every indicator over the last twelve quarters.

A figure is the sum of what was supplied over the indicator's basis (the quarter, the year to
date or the rolling year): numerators and denominators are added, never percentages. The
quarter's own row is used where there is one, its months where there is none: events add, of a
stock the last month stands. "No cases" is 0 of 0; where a part is absent for any other reason
the whole is, for the same one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pandas

from pscb_lib import cells
from pscb_lib.context import Context
from pscb_lib.indicators import Indicator, Kind, Unit
from pscb_lib.measures import figures
from pscb_lib.meetings import Group, first_to_take_papers, read_meetings
from pscb_lib.periods import ReportingPeriod
from pscb_lib.records import Field
from pscb_lib.registers import read_register

QUARTERS = 12
ABSENT, NO_CASES = "not supplied", "no cases"


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
    table ``indicators`` (row: indicator id, column: quarter); the value a quarter had when the
    last paper was due, where it has another now, stands in table ``revised``; of the report's
    own quarter it is the last one sent before that which is used.
    """
    by_time = returned.sort_values("submitted_on", kind="stable")
    latest = _sent(by_time)
    last_due = last_paper_due(context)
    before = _sent(by_time[[day <= last_due for day in by_time["submitted_on"]]])
    replaced = latest | _replaced(by_time, latest, context.period)
    population = read_populations(context.params / "populations.csv", context.settings.area)
    rows = []
    for indicator in register:
        for quarter in trend_quarters(context.period):
            now = _over_basis(indicator, quarter, latest)
            rows.append(figure_of("indicators", indicator, quarter, now, population))
            known = replaced if quarter == context.period else before
            then = _over_basis(indicator, quarter, known)
            if not then.state and then != now:
                rows.append(figure_of("revised", indicator, quarter, then, population))
        if indicator.basis != "quarter":
            rows += _parts(indicator, trend_quarters(context.period), latest, population)
    return figures.frame(rows)


def last_paper_due(context: Context) -> date:
    """The deadline of the Q&E meeting that took the paper on the quarter before.

    Where none was fixed it is the end of that quarter.
    """
    ended = context.period.previous.end
    took_it = first_to_take_papers(read_meetings(context.params / "meetings.csv"),
                                   Group.QUALITY_AND_EFFECTIVENESS, ended)
    return took_it.papers_by if took_it else ended


def read_populations(path: Path, area: str) -> dict[int, int]:
    """Residents aged 0 to 17 of *area* by the year of the mid-year estimate."""
    fields = (Field("year", cells.whole_number), Field("area", cells.text),
              Field("population_0_17", cells.whole_number))
    return {record["year"]: record["population_0_17"]
            for record in read_register(path, fields) if record["area"] == area}


def _sent(returned: pandas.DataFrame) -> dict[tuple[str, ReportingPeriod], Sent]:
    """By indicator and period; of rows for the same one the last submitted stays."""
    key, sent = (zip(*(returned[name].tolist() for name in names)) for names in (
        ("indicator", "period"), ("numerator", "denominator", "status")))
    return {place: Sent(numerator, denominator, status or "")
            for place, (numerator, denominator, status) in dict(zip(key, sent)).items()}


def _replaced(by_time: pandas.DataFrame, latest: dict, period: ReportingPeriod) -> dict:
    """What was sent last about *period*, or a month of it, and is not what is used."""
    own = by_time[[period.contains(one) for one in by_time["period"]]]
    places = zip(own["indicator"], own["period"])
    sent = zip(own["numerator"], own["denominator"], own["status"])
    return {place: one for place, one in zip(places, (Sent(*two, why or "") for *two, why in sent))
            if one != latest[place]}


def _parts(indicator: Indicator, quarters: list[ReportingPeriod], sent: dict,
           population: dict[int, int]) -> list[dict]:
    """Single quarters that no paper prints: one year to date less the last tells of one."""
    wholes = {quarter: _basis(indicator, quarter).split(3) for quarter in quarters}
    rows = []
    for part in dict.fromkeys(part for parts in wholes.values() for part in parts):
        figure = figure_of("parts", indicator, part, _quarter(indicator, part, sent), population)
        goes_into = tuple(("indicators", indicator.id, quarter.label)
                          for quarter, parts in wholes.items() if part in parts)
        rows.append({**figure, "part_of": goes_into, "readers": figures.NOBODY,
                     "quantity": f"{indicator.id}, {part.label} alone"})
    return rows


def _basis(indicator: Indicator, quarter: ReportingPeriod) -> ReportingPeriod:
    return {"quarter": quarter, "year to date": quarter.to_date,
            "rolling year": quarter.rolling_year}[indicator.basis]


def _over_basis(indicator: Indicator, quarter: ReportingPeriod, sent: dict) -> Sent:
    parts = _basis(indicator, quarter).split(3)
    return _sum(_quarter(indicator, part, sent) for part in parts)


def _quarter(indicator: Indicator, quarter: ReportingPeriod, sent: dict) -> Sent:
    if (indicator.id, quarter) in sent:
        return sent[indicator.id, quarter]
    months = [sent.get((indicator.id, month), Sent(None, None, ABSENT))
              for month in quarter.split(1)]
    return months[-1] if indicator.kind is Kind.STOCK else _sum(months)


def _sum(parts: Iterable[Sent]) -> Sent:
    with_cases = [part for part in parts if part.state != NO_CASES]
    absent = [part.state for part in with_cases if part.state]
    if absent or not with_cases:
        return Sent(None, None, absent[0] if absent else NO_CASES)
    has_denominator = all(part.denominator is not None for part in with_cases)
    return Sent(sum(part.numerator for part in with_cases),
                sum(part.denominator for part in with_cases) if has_denominator else None, "")


def figure_of(table: str, indicator: Indicator, quarter: ReportingPeriod, sent: Sent,
              population: dict[int, int]) -> dict:
    """The figure that *sent* makes, for *table*: a count, a percentage or a rate, or its state."""
    place = {"column": quarter.label, "describes": indicator.describes}
    if table == "indicators":
        place["quantity"] = f"{indicator.id}, {quarter.label}"
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
