"""The figures of the paper on case reviews: cases, completed reviews, and their actions.

Cases and open reviews are counts of children. Completed reviews and actions are agencies' work.
What the public reads is of published reviews alone.
"""

from __future__ import annotations

import pandas

from pscb_lib.board.context import Context
from pscb_lib.board.open_reviews import may_read_open
from pscb_lib.disclosure.figures import frame
from pscb_lib.disclosure.summaries import AGENCY, CHILD
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.case_reviews import returned
from pscb_lib.reports.case_reviews.followed import find_again, follow, set_aside
from pscb_lib.reports.case_reviews.measures.actions import (
    measure_agreed,
    measure_checks,
    measure_steps,
)
from pscb_lib.reports.case_reviews.measures.cases import measure_cases
from pscb_lib.reports.case_reviews.measures.completed import completed_reviews, measure_completed
from pscb_lib.returns.registers import action_checks, actions

RETURNS = returned.RETURN, actions.RETURN, action_checks.RETURN


def measure(context: Context, reviews: Checked, acted: Checked, checks: Checked
            ) -> pandas.DataFrame:
    """Work out every figure as known on the day of the report; none if no return of reviews came.
    """
    if not reviews.sources:
        return frame(())
    year, on, are_checked = context.period.rolling_year, context.as_of, bool(checks.sources)
    done = completed_reviews(reviews.frame)
    followed = follow(done, acted, checks, on)
    published = {row["title"] for row in done if row["published_on"] is not None}
    of_open = AGENCY if may_read_open(context.params, on) else CHILD
    return frame([
        *measure_cases(reviews.frame, context, of_open),
        *measure_completed(reviews.frame, year),
        *measure_steps(followed, published, are_checked),
        *measure_checks(followed, are_checked),
        *measure_agreed(followed, len(find_again(followed, acted)), set_aside(done, acted, on)),
    ])
