"""The two indicators of the register that this report can work out, and so rate.

MS10, return interviews within 72 hours: "Returns that needed an interview by this authority
and had one within 72 hours". MS13: missing children whose risk of sexual exploitation was
assessed. Numbers of episodes and children are never rated: authorities record them too
differently.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas

from pscb_lib.board.indicators import Indicator
from pscb_lib.disclosure.figures import count, proportion
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.missing_children.measures.interviews import IN_TIME, NEEDED, owed, steps
from pscb_lib.reports.missing_children.measures.selection import STATUSES, chosen
from pscb_lib.reports.missing_children.measures.who import ASSESSED, latest_of_each


def interviews_in_time(frame: pandas.DataFrame) -> tuple[int, int]:
    """Returns interviewed within 72 hours, and returns that needed an interview."""
    reached = steps(owed(frame))
    return reached[IN_TIME], reached[NEEDED]


def assessed(frame: pandas.DataFrame) -> tuple[int, int]:
    """Missing children whose risk of exploitation was assessed, and missing children."""
    risks = latest_of_each(chosen(frame, None, STATUSES["Missing"]))["cse_risk"]
    return int(risks.isin(ASSESSED).sum()), len(risks)


RATED = {"MS10": interviews_in_time, "MS13": assessed}


def with_target(register: Iterable[Indicator]) -> list[Indicator]:
    """The indicators of the *register* that are worked out here."""
    return [one for one in register if one.id in RATED]


def measure_indicators(halves: Mapping[ReportingPeriod, pandas.DataFrame | None]) -> list[dict]:
    """Work out each indicator for each half-year; None is one that was not supplied."""
    return [
        count("indicators", id, None, half.label, describes="agency", state="not supplied")
        if frame is None else
        proportion("indicators", id, *work_out(frame), half.label, describes="agency",
                   quantity=f"{id}, {half.label}")
        for id, work_out in RATED.items() for half, frame in halves.items()
    ]
