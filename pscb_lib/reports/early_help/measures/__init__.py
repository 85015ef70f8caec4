"""The figures of a half-year: what was started, what came of it, and what it cost.

A figure is of assessments, and each is of one family; the number of children is in the restricted
set alone. Nothing is annualised: schools start most, and not in August.
"""

from __future__ import annotations

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import frame
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.early_help.measures.after import measure_after
from pscb_lib.reports.early_help.measures.closed import measure_closed
from pscb_lib.reports.early_help.measures.cost import measure_cost
from pscb_lib.reports.early_help.measures.quarters import measure_quarters
from pscb_lib.reports.early_help.measures.started import measure_started


def measure(context: Context, assessments: Checked, after: Checked, cost: Checked
            ) -> pandas.DataFrame:
    """Work out every figure of the half-year."""
    every = assessments.frame
    own = every[every["half_year"] == context.period]
    return frame([
        *measure_started(context, every, own), *measure_closed(context, own),
        *measure_quarters(context, own), *measure_after(context, every, after.frame),
        *measure_cost(cost.frame),
    ])
