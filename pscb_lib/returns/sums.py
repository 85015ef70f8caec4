"""What was sent for an indicator, added up over the time that its figure covers.

A figure is the sum of what was supplied over the indicator's basis (the quarter, the year to date
or the rolling year): numerators and denominators are added, never percentages. A quarter's own row
is used if there is one, otherwise its months: events are added, a stock is that of the last month.
"No cases" is 0 of 0; if a part is absent for any other reason the whole is absent, for the same
reason, but for parts that nobody was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas

from pscb_lib.board.indicators import Indicator, Kind
from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.framework.periods import ReportingPeriod

NO_CASES = "no cases"
NOT_ASKED, NOT_FULL = "not collected", "year not full"


class Sent(NamedTuple):
    """What an agency sent for one indicator and period, as last known."""

    numerator: int | None
    denominator: int | None
    state: str

    @property
    def number(self) -> int:
        """The count, or the numerator of a share. Raises ValueError if it is absent."""
        if self.numerator is None:
            raise ValueError("there is no numerator")
        return self.numerator

    @property
    def counts(self) -> tuple[int, int]:
        """Numerator and denominator of a share. Raises ValueError if one is absent."""
        if self.denominator is None:
            raise ValueError("there is no denominator")
        return self.number, self.denominator


By = Mapping[tuple[str, ReportingPeriod], Sent]  # what was sent by indicator and period


def sent_last(returned: pandas.DataFrame) -> By:
    """Return what was submitted last, by indicator and period."""
    key, sent = (zip(*(returned[name].tolist() for name in names), strict=True) for names in (
        ("indicator", "period"), ("numerator", "denominator", "status")))
    last = dict(zip(key, sent, strict=True))
    return {place: Sent(numerator, denominator, status or "")
            for place, (numerator, denominator, status) in last.items()}


def sent_before(by_time: pandas.DataFrame, latest: By, period: ReportingPeriod) -> By:
    """Return what was last sent about *period*, or a month of it, and is not the figure used."""
    own = by_time.loc[[period.contains(one) for one in by_time["period"]]]
    places = zip(own["indicator"], own["period"], strict=True)
    rows = zip(own["numerator"], own["denominator"], own["status"], strict=True)
    sent = (Sent(numerator, denominator, why or "") for numerator, denominator, why in rows)
    return {place: one for place, one in zip(places, sent, strict=True) if one != latest[place]}


def basis_of(indicator: Indicator, quarter: ReportingPeriod) -> ReportingPeriod:
    """Return the time that the indicator's figure for a quarter covers."""
    return {"quarter": quarter, "year to date": quarter.to_date,
            "rolling year": quarter.rolling_year}[indicator.basis]


def over_basis(indicator: Indicator, quarter: ReportingPeriod, sent: By,
               first: ReportingPeriod | None = None) -> Sent:
    """Add up what was sent over the whole of the indicator's basis.

    Nobody has failed to supply what was not asked for: quarters before the indicator's first year,
    or before *first*, that of the Board's first cycle. Where only these lack, the quarter is not
    collected if it is one of them, and otherwise a year that is not full.
    """
    return _over(indicator, basis_of(indicator, quarter).split(3), sent, first)


def over_year(indicator: Indicator, year: ReportingPeriod, sent: By,
              first: ReportingPeriod | None = None) -> Sent:
    """Return the figure of a financial year: its last quarter's if that covers it, or is a stock.

    Otherwise the quarters are added up as each was sent last; *first* is as in :func:`over_basis`.
    """
    quarters = year.split(3)
    if is_of_last_quarter(indicator):
        return over_basis(indicator, quarters[-1], sent, first)
    return _over(indicator, quarters, sent, first)


def is_of_last_quarter(indicator: Indicator) -> bool:
    """Whether the figure of a year is that of its last quarter, and no sum of four."""
    return indicator.kind is Kind.STOCK or indicator.basis != "quarter"


def _over(indicator: Indicator, quarters: list[ReportingPeriod], sent: By,
          first: ReportingPeriod | None) -> Sent:
    parts = {part: of_quarter(indicator, part, sent) for part in quarters}
    whole = sum_sent(parts.values())
    absent = [part for part, one in parts.items() if one.state == NOT_SUPPLIED]
    if whole.state != NOT_SUPPLIED or not all(is_before(indicator, part, first) for part in absent):
        return whole
    return Sent(None, None, NOT_ASKED if quarters[-1] in absent else NOT_FULL)


def is_before(indicator: Indicator, quarter: ReportingPeriod, first: ReportingPeriod | None
              ) -> bool:
    """Whether nobody was asked for a quarter: before the indicator's first year, or before *first*.
    """
    return quarter.year < indicator.valid_from or (
        first is not None and quarter.start < first.start)


def of_quarter(indicator: Indicator, quarter: ReportingPeriod, sent: By) -> Sent:
    """Return what was sent for one quarter: its own row, or its months."""
    if (indicator.id, quarter) in sent:
        return sent[indicator.id, quarter]
    months = [sent.get((indicator.id, month), Sent(None, None, NOT_SUPPLIED))
              for month in quarter.split(1)]
    return months[-1] if indicator.kind is Kind.STOCK else sum_sent(months)


def sum_sent(parts: Iterable[Sent]) -> Sent:
    """Add up several parts; the sum is absent if a part is absent for any reason but no cases."""
    with_cases = [part for part in parts if part.state != NO_CASES]
    absent = [part.state for part in with_cases if part.state]
    if absent or not with_cases:
        return Sent(None, None, absent[0] if absent else NO_CASES)
    wholes = [part.denominator for part in with_cases if part.denominator is not None]
    return Sent(sum(part.number for part in with_cases),
                sum(wholes) if len(wholes) == len(with_cases) else None, "")
