"""The page: the answer and what proves it, the exceptions, every indicator, and how others do."""

from pscb_lib.page.asking import Known, list_now, list_replies, taken_up
from pscb_lib.page.tables.tidy import list_series
from pscb_lib.reports.quarterly_data_set.page.ambers import tabulate_ambers
from pscb_lib.reports.quarterly_data_set.page.asked import list_asked, say_asks
from pscb_lib.reports.quarterly_data_set.page.assurance import tabulate_assurance
from pscb_lib.reports.quarterly_data_set.page.closing import say_awaited
from pscb_lib.reports.quarterly_data_set.page.comparison import plot_comparisons
from pscb_lib.reports.quarterly_data_set.page.exceptions import show_others
from pscb_lib.reports.quarterly_data_set.page.first import show_first
from pscb_lib.reports.quarterly_data_set.page.lead import answer, say_numbers
from pscb_lib.reports.quarterly_data_set.page.releases import say_releases
from pscb_lib.reports.quarterly_data_set.page.scrutiny import say_scrutiny
from pscb_lib.reports.quarterly_data_set.page.tables import plot_activity, tabulate_indicators
from pscb_lib.reports.quarterly_data_set.page.untargeted import say_untargeted
from pscb_lib.reports.quarterly_data_set.page.words import (
    list_definitions,
    list_revisions,
    say_provenance,
)

__all__ = [
    "Known", "answer", "list_asked", "list_definitions", "list_now", "list_replies",
    "list_revisions", "list_series", "plot_activity", "plot_comparisons", "say_asks",
    "say_awaited", "say_numbers", "say_provenance", "say_releases", "say_scrutiny",
    "say_untargeted", "show_first", "show_others", "tabulate_ambers", "tabulate_assurance",
    "tabulate_indicators", "taken_up",
]
