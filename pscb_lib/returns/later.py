"""What agencies have since sent of one indicator: the quarters after the period of a paper.

A half-year's paper comes months after its end, when the quarterly data set already has a quarter
more. A report does not read another's figures, but the same return, as known on its day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pscb_lib.board.context import Context
from pscb_lib.framework.periods import ReportingPeriod, add_months
from pscb_lib.reading.findings import InputError
from pscb_lib.returns.kinds import find_returns

DATA_SET, MONTHS = "data_set", 3


@dataclass(frozen=True)
class Later:
    """The numerator and denominator that were sent for one quarter."""

    quarter: ReportingPeriod
    numerator: int
    denominator: int


def sent_later(context: Context, indicator: str) -> list[Later]:
    """Return what was sent of an *indicator* for each whole quarter since the paper's period.

    Nothing is returned if no data set, or none that can be used, is in the folder of returns.
    """
    quarters = [*_since(context)]
    if not quarters:
        return []
    try:
        frame = find_returns()[DATA_SET].read_for(replace(context, period=quarters[-1])).frame
    except InputError:
        return []
    known = frame[frame["indicator"] == indicator].dropna(subset=["numerator", "denominator"])
    last = known.sort_values("submitted_on", kind="stable")
    sent: dict[ReportingPeriod, Later] = {}
    for quarter, numerator, denominator in last[
            ["period", "numerator", "denominator"]].itertuples(index=False):
        sent[quarter] = Later(quarter, int(numerator), int(denominator))
    return [sent[quarter] for quarter in quarters if quarter in sent]


def _since(context: Context) -> Iterator[ReportingPeriod]:
    """The whole quarters from the end of the paper's period to its day, oldest first."""
    start = add_months(context.period.start, context.period.months)
    while (quarter := ReportingPeriod(start, MONTHS)).end <= context.as_of:
        yield quarter
        start = add_months(start, MONTHS)
