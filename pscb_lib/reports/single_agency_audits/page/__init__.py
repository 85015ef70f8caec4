"""The page: who told us of no audit, what did we ask for and not get, and who looked again?"""

from pscb_lib.reports.single_agency_audits.page.asked import (
    ask_again,
    ask_equality,
    ask_requests,
    ask_silent,
    asks,
)
from pscb_lib.reports.single_agency_audits.page.drawn import list_quarters, plot_grades, plot_year
from pscb_lib.reports.single_agency_audits.page.found import (
    tabulate_again,
    tabulate_found,
    tabulate_requests,
)
from pscb_lib.reports.single_agency_audits.page.lead import answer, tabulate_work

__all__ = [
    "answer", "ask_again", "ask_equality", "ask_requests", "ask_silent", "asks", "list_quarters",
    "plot_grades", "plot_year", "tabulate_again", "tabulate_found", "tabulate_requests",
    "tabulate_work",
]
