"""Child protection conferencing, measured: item 14 of Appendix 1.

Children, families and conferences are counted apart and never mixed. Timeliness, reviews, quoracy
and attendance describe agencies' work; outcomes, plans and who the children are describe children.
Whether a core group met (CP12) no return of conferences can tell.
"""

from __future__ import annotations

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import figures
from pscb_lib.disclosure.figures import NOBODY
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.child_protection_conferencing.measures.attendance import measure_attendance
from pscb_lib.reports.child_protection_conferencing.measures.indicators import (
    measure_indicators,
    read_register,
)
from pscb_lib.reports.child_protection_conferencing.measures.initial import (
    initial_of,
    measure_initial,
    measure_timely,
    with_days,
)
from pscb_lib.reports.child_protection_conferencing.measures.plans import (
    measure_plans,
    tie_to_decisions,
)
from pscb_lib.reports.child_protection_conferencing.measures.reviews import (
    measure_conferences,
    measure_reviews,
)
from pscb_lib.reports.child_protection_conferencing.measures.supplied import as_supplied
from pscb_lib.reports.child_protection_conferencing.plans import make_plans
from pscb_lib.returns.agreement import measure_agreement

__all__ = ["measure", "read_register"]


def measure(context: Context, conferences: Checked, attendance: Checked) -> pandas.DataFrame:
    """Measure the quarter, the twelve months to its end, and plans over eight quarters."""
    quarter = context.period
    frame = with_days(context, once_each(conferences.frame))
    plans = make_plans(frame)
    rows, counted = measure_indicators(context, frame, plans, attendance.frame)
    agreed = measure_agreement(context, counted) if counted else []
    return figures.frame(as_supplied([
        *measure_initial(initial_of(frame, quarter)),
        *measure_timely(frame, quarter),
        *measure_reviews(plans, quarter),
        *measure_conferences(frame, quarter, attendance.frame),
        *measure_attendance(frame, attendance.frame, quarter),
        *measure_plans(frame, plans, quarter),
        *tie_to_decisions(frame, plans, quarter),
        *rows,
        # Only the quarter's own figures are printed; the others tie the twelve months.
        *(row if row["column"] == quarter.label else row | {"readers": NOBODY} for row in agreed),
    ], frame, quarter))


def once_each(frame: pandas.DataFrame) -> pandas.DataFrame:
    """Keep one row of each child and conference: a review that was overdue and then held has two.
    """
    held = frame[frame["held_on"].notna()].drop_duplicates(["conference_id", "child_id"])
    return pandas.concat([held, frame[frame["held_on"].isna()]], ignore_index=True)
