"""EH1 and EH6 by quarter, as the quarterly data set has them, and what was typed into it."""

from __future__ import annotations

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import Role, by_role, indicators_for, read_indicators
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import TOTAL, FigureRow, count, proportion
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.early_help import places
from pscb_lib.reports.early_help.returned import record
from pscb_lib.returns.agreement import Counted, measure_agreement


def measure_quarters(context: Context, own: pandas.DataFrame) -> list[FigureRow]:
    """Count starts and closings in each quarter; the two quarters are the half-year."""
    quarters = context.period.split(3)
    counts = {quarter: _counts(own, quarter) for quarter in quarters}
    started, closed, met = (sum(one) for one in zip(*counts.values(), strict=True))
    whole = [count(places.QUARTERS, places.STARTED_ROW, started, TOTAL, describes="agency",
                   same_as=places.STARTED),
             proportion(places.QUARTERS, places.MET_ROW, met, closed, TOTAL,
                        whole=places.CLOSED, same_as=places.NEEDS_MET)]
    parts = [row for quarter, (started, closed, met) in counts.items() for row in (
        count(places.QUARTERS, places.STARTED_ROW, started, quarter.label, describes="agency"),
        proportion(places.QUARTERS, places.MET_ROW, met, closed, quarter.label))]
    counted = _counted(context, counts)
    return [*parts, *whole, *(measure_agreement(context, counted) if counted else ())]


def _counts(own: pandas.DataFrame, quarter: ReportingPeriod) -> tuple[int, int, int]:
    closed = counting.within(own, "closed_on", quarter)
    met = closed["closed_because"] == record.NEEDS_MET
    return len(counting.within(own, "started_on", quarter)), len(closed), int(met.sum())


def _counted(context: Context, counts: dict[ReportingPeriod, tuple[int, int, int]]
             ) -> list[Counted]:
    register = read_indicators(context.params / "indicators.csv")
    found: list[Counted] = []
    for quarter, (started, closed, met) in counts.items():
        held = by_role(indicators_for(register, quarter))
        for role, both, row in ((Role.COMMON_ASSESSMENTS, (started, None), places.STARTED_ROW),
                                (Role.NEEDS_MET, (met, closed), places.MET_ROW)):
            if role in held:
                found.append(Counted(held[role], quarter, both,
                                     (places.QUARTERS, row, quarter.label),
                                     (places.QUARTERS, row, TOTAL)))
    return found
