"""The money of the year: forecast against budget, actual against profile, what partners paid.

Every amount is exact to the penny. None counts a person, so that none is ever hidden.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    TOTAL,
    FigureRow,
    frame,
    pounds,
    pounds_share,
    proportion,
)
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.budget import places
from pscb_lib.reports.budget.known import NONE, Known, Line, known_from
from pscb_lib.reports.budget.returned import Kind

AGENCY = "agency"
TABLES = {Kind.SPEND: places.SPEND, Kind.INCOME: places.INCOME}


def measure(context: Context, *returned: Checked) -> pandas.DataFrame:
    """Work out every figure of the month from its two checked returns."""
    known = known_from(context, *returned)
    return frame([*measure_lines(known), *measure_reserve(known), *measure_months(known),
                  *measure_partners(known)])


def measure_lines(known: Known) -> Iterator[FigureRow]:
    """Yield the lines of spend and of income in the last month supplied, each with a total."""
    for kind, table in TABLES.items():
        lines = [one for one in known.lines if one.kind is kind]
        for line in lines:
            yield from _line(table, line.line, [line])
        yield from _line(table, TOTAL, lines)


def _line(table: str, label: str, lines: Sequence[Line]) -> Iterator[FigureRow]:
    """Yield the figures of one line, or of several together, from the amounts that were sent."""
    if not lines:
        yield pounds(table, label, None, places.FORECAST, state=NOT_SUPPLIED, describes=AGENCY)
        return
    budget, profile, actual, committed, forecast = (
        sum((getattr(one, name) or NONE for one in lines), NONE)
        for name in ("budget_year", "profile_to_date", "actual_to_date", "committed",
                     "forecast_year"))
    amounts = {places.BUDGET: budget, places.PROFILE: profile, places.ACTUAL: actual,
               places.COMMITTED: committed, places.FORECAST: forecast,
               places.OVER: forecast - budget, places.AHEAD: actual - profile,
               places.BOUND: actual + committed - profile}
    for column, amount in amounts.items():
        yield pounds(table, label, amount, column, describes=AGENCY)
    yield pounds_share(table, label, forecast - budget, budget, places.OVER_SHARE,
                       describes=AGENCY)
    yield pounds_share(table, label, actual - profile, profile, places.AHEAD_SHARE,
                       describes=AGENCY)


def measure_reserve(known: Known) -> Iterator[FigureRow]:
    """Yield the balances of the reserve: its opening, with income and without spend.

    Where a reserve was sent that does not close to the penny its row was rejected, and there is no
    figure.
    """
    reserves = [one for one in known.lines if one.kind is Kind.RESERVE]
    if not reserves:
        yield pounds(*places.total(places.RESERVE, places.FORECAST)[:2], None, places.FORECAST,
                     state=NOT_SUPPLIED, describes=AGENCY)
        return
    opening = sum((one.opening or NONE for one in reserves), NONE)
    yield pounds(places.RESERVE, TOTAL, opening, places.OPENING, describes=AGENCY)
    for column, name in ((places.BUDGET, "budget_year"), (places.PROFILE, "profile_to_date"),
                         (places.ACTUAL, "actual_to_date"), (places.FORECAST, "forecast_year")):
        yield pounds(places.RESERVE, TOTAL, opening + _moved(known.lines, name), column,
                     describes=AGENCY)
    yield pounds(places.RESERVE, TOTAL, _moved(known.lines, "forecast_year") - _moved(
        known.lines, "budget_year"), places.OVER, describes=AGENCY)


def _moved(lines: Sequence[Line], name: str) -> Decimal:
    """Income without spend."""
    signs = {Kind.INCOME: 1, Kind.SPEND: -1, Kind.RESERVE: 0}
    return sum((signs[one.kind] * (getattr(one, name) or NONE) for one in lines), NONE)


def measure_months(known: Known) -> Iterator[FigureRow]:
    """Yield all spend by the end of each month of the year, beside what was planned by then.

    A month that is over and has not every line was not supplied; a later one has none yet.
    """
    for month in known.period.year.split(1):
        lines = [one for one in known.months.get(month, ()) if one.kind is Kind.SPEND]
        if lines and not known.absent(month):
            yield pounds(places.MONTHS, month.name, sum(
                (one.profile_to_date for one in lines), NONE), places.PROFILE, describes=AGENCY)
        if lines and known.is_supplied(month):
            yield pounds(places.MONTHS, month.name, sum(
                (one.actual_to_date or NONE for one in lines), NONE), places.ACTUAL,
                describes=AGENCY)
        elif month <= known.period:
            yield pounds(places.MONTHS, month.name, None, places.ACTUAL, state=NOT_SUPPLIED,
                         describes=AGENCY)


def measure_partners(known: Known) -> Iterator[FigureRow]:
    """Yield what each partner agreed, its share of all, what it paid and what is unpaid."""
    agreed, received, unpaid = (sum((getattr(one, name) for one in known.partners), NONE)
                                for name in ("agreed", "received", "unpaid"))
    lines = {one.partner: (one.agreed, one.received, one.unpaid) for one in known.partners}
    for label, amounts in {**lines, TOTAL: (agreed, received, unpaid)}.items():
        if not known.are_partners_supplied:
            yield pounds(places.PARTNERS, label, None, places.AGREED, state=NOT_SUPPLIED,
                         describes=AGENCY)
            continue
        for column, amount in zip((places.AGREED, places.RECEIVED, places.UNPAID), amounts,
                                  strict=True):
            yield pounds(places.PARTNERS, label, amount, column, describes=AGENCY)
        yield pounds_share(places.PARTNERS, label, amounts[0], agreed, places.SHARE,
                           describes=AGENCY)
        yield pounds_share(places.PARTNERS, label, amounts[1], amounts[0], places.RECEIVED_SHARE,
                           describes=AGENCY)
    paying = [one for one in known.partners if one.agreed]
    yield proportion(*places.PAID[:2], sum(not one.unpaid for one in paying), len(paying),
                     describes=AGENCY)
