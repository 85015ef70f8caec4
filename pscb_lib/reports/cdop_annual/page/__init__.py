"""The panel's paper: what was recommended and not done, the panel's work, and who died."""

from pscb_lib.reports.cdop_annual.page.area import show_found
from pscb_lib.reports.cdop_annual.page.first import asks, plot_recommendations
from pscb_lib.reports.cdop_annual.page.found import say_findings
from pscb_lib.reports.cdop_annual.page.lead import answer
from pscb_lib.reports.cdop_annual.page.learnt import say_learning, tabulate_made
from pscb_lib.reports.cdop_annual.page.questions import ask_questions, show_time
from pscb_lib.reports.cdop_annual.page.regulation_6 import show_functions
from pscb_lib.reports.cdop_annual.page.sheets import list_sheets
from pscb_lib.reports.cdop_annual.page.thread import say_threads
from pscb_lib.reports.cdop_annual.page.who import compare_groups, plot_who_died
from pscb_lib.reports.cdop_annual.page.words import say_panel, say_provenance
from pscb_lib.reports.cdop_annual.page.work import plot_years, say_workload

__all__ = [
    "answer", "ask_questions", "asks", "compare_groups", "list_sheets", "plot_recommendations",
    "plot_who_died", "plot_years", "say_findings", "say_learning", "say_panel", "say_provenance",
    "say_threads", "say_workload", "show_found", "show_functions", "show_time", "tabulate_made",
]
