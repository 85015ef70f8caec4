"""What agencies and leads have since sent: of the quarters after the period of a paper.

A half-year's paper comes months after its end, when the quarterly data set already has a quarter
more. A report does not read another's figures, but the same returns, as known on its day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from pscb_lib.board.commentary import Commentary, make_commentaries
from pscb_lib.board.context import Context
from pscb_lib.framework.periods import ReportingPeriod, add_months
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Checked
from pscb_lib.returns.kinds import find_returns

DATA_SET, COMMENTARY, MONTHS = "data_set", "commentary", 3


@dataclass(frozen=True)
class Later:
    """The numerator and denominator that were sent of one indicator for one quarter."""

    indicator: str
    quarter: ReportingPeriod
    numerator: int
    denominator: int


@dataclass(frozen=True)
class Written:
    """What a lead wrote with the figures of one quarter, and the counts it was written about."""

    quarter: ReportingPeriod
    commentary: Commentary
    numerator: int | None
    denominator: int | None


def sent_later(context: Context, indicators: Collection[str]) -> list[Later]:
    """Return what was sent of the *indicators* for each whole quarter since the paper's period.

    Nothing is returned if no data set, or none that can be used, is in the folder of returns.
    """
    quarters = [*_since(context)]
    checked = _read(DATA_SET, context, quarters)
    if checked is None:
        return []
    frame = checked.frame
    known = frame[frame["indicator"].isin(indicators)].dropna(subset=["numerator", "denominator"])
    last = known.sort_values("submitted_on", kind="stable")
    columns = ["indicator", "period", "numerator", "denominator"]
    sent = {(id, quarter): Later(id, quarter, int(numerator), int(denominator))
            for id, quarter, numerator, denominator in last[columns].itertuples(index=False)}
    return [sent[id, quarter] for quarter in quarters for id in indicators
            if (id, quarter) in sent]


def written_later(context: Context, indicators: Collection[str]) -> list[Written]:
    """Return what leads wrote of the *indicators* with the figures of the last quarter since.

    Nothing is returned if no commentary, or none that can be used, is in the folder of returns.
    """
    quarters = [*_since(context)]
    checked = _read(COMMENTARY, context, quarters)
    if checked is None:
        return []
    commentaries = make_commentaries(checked)
    return [Written(quarters[-1], commentaries[row["indicator"]], row["numerator"],
                    row["denominator"])
            for row in checked.records if row["indicator"] in indicators]


def read_for_quarter(name: str, context: Context, quarter: ReportingPeriod) -> Checked | None:
    """Read another paper's return for a *quarter* on this paper's day.

    None if there is none that can be used.
    """
    try:
        return find_returns()[name].read_for(replace(context, period=quarter))
    except InputError:
        return None


def _read(name: str, context: Context, quarters: list[ReportingPeriod]) -> Checked | None:
    return read_for_quarter(name, context, quarters[-1]) if quarters else None


def _since(context: Context) -> Iterator[ReportingPeriod]:
    """The whole quarters from the end of the paper's period to its day, oldest first."""
    start = add_months(context.period.start, context.period.months)
    while (quarter := ReportingPeriod(start, MONTHS)).end <= context.as_of:
        yield quarter
        start = add_months(start, MONTHS)
