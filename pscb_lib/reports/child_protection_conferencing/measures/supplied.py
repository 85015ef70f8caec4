"""Set to "not supplied" the figures that conferences imported from a census cannot give.

The census has no families, no conferences of several children, no quorum and nobody's part. Where
the quarter's conferences come from it, such figures would count what nobody sent.
"""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from pscb_lib.disclosure.counting import within
from pscb_lib.disclosure.figures import NOT_SUPPLIED, FigureRow
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.returns.national.source import is_imported

NOT_IMPORTED = (places.FAMILIES, places.CONFERENCES, places.HEARD, places.PARTS)
NOTHING = {"actual": None, "numerator": None, "denominator": None, "unit": "count",
           "state": NOT_SUPPLIED}


def as_supplied(rows: Iterable[FigureRow], frame: pandas.DataFrame, quarter: ReportingPeriod
                ) -> list[FigureRow]:
    """Return the figures, with "not supplied" for those that the conferences cannot give."""
    now, ever = (_imported(one) for one in (within(frame, "held_on", quarter), frame))
    return [{**row, **NOTHING} if _is_lost(row, now, ever) else row for row in rows]


def _imported(frame: pandas.DataFrame) -> bool:
    return any(map(is_imported, frame["source"].unique()))


def _is_lost(row: FigureRow, now: bool, ever: bool) -> bool:
    at_end = (row["table"], row["row"], row["column"]) == places.FAMILIES_AT_END
    return row["table"] in NOT_IMPORTED and (ever if at_end else now)
