"""The Child Death Overview Panel's annual report (item 9), as one frame of figures.

Section 12 of the Performance Management Framework: "the CDOP process aims to monitor trends
and learn lessons with the purpose of reducing the numbers of child fatalities. The CDOP Chair
will provide annual performance report to the Board." Nothing here is rated: how many children
die, and whether a death was modifiable, is not performance.
"""

from __future__ import annotations

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import figures
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.cdop_annual.measures import work
from pscb_lib.reports.cdop_annual.measures.area import measure_area
from pscb_lib.reports.cdop_annual.measures.learning import measure_learning, measure_owners
from pscb_lib.reports.cdop_annual.measures.pooled import measure_pooled
from pscb_lib.reports.cdop_annual.measures.rates import measure_national, measure_rates
from pscb_lib.reports.cdop_annual.measures.time import measure_time, measure_waiting


def measure_cdop(context: Context, checked: Checked) -> pandas.DataFrame:
    """Work out every figure of the report on one financial year, from the checked return."""
    period, area, deaths = context.period, context.settings.area, checked.frame
    return figures.frame([
        *measure_learning(deaths, period),
        *measure_owners(deaths, context),
        *work.measure_workload(deaths, period, area),
        *work.measure_response(deaths, period),
        *work.measure_concerns(deaths, period),
        *measure_time(deaths, period),
        *measure_waiting(deaths, period),
        *work.measure_case_reviews(deaths, period),
        *measure_pooled(deaths, period),
        *measure_area(deaths, period, area),
        *measure_rates(deaths, context),
        *measure_national(deaths, context),
    ])
