"""The panel's paper: what was learnt, how long reviews took, and who died."""

from pscb_lib.reports.cdop_annual.page.found import (
    say_findings,
    say_national,
    say_rates,
    tabulate_national,
)
from pscb_lib.reports.cdop_annual.page.owed import tabulate_owed
from pscb_lib.reports.cdop_annual.page.regulation_6 import (
    say_case_reviews,
    say_matters,
    say_response,
    say_wider,
)
from pscb_lib.reports.cdop_annual.page.tables import (
    plot_notified,
    tabulate,
    tabulate_area,
    tabulate_findings,
    tabulate_rates,
    tabulate_who_died,
    tabulate_workload,
)
from pscb_lib.reports.cdop_annual.page.words import (
    answer,
    say_learning,
    say_panel,
    say_provenance,
    say_time,
)

__all__ = [
    "answer", "plot_notified", "say_case_reviews", "say_findings", "say_learning",
    "say_matters", "say_national", "say_panel", "say_provenance", "say_rates", "say_response",
    "say_time", "say_wider", "tabulate", "tabulate_area", "tabulate_findings",
    "tabulate_national", "tabulate_owed", "tabulate_rates", "tabulate_who_died",
    "tabulate_workload",
]
