"""The page: the rules in sentences, each with worked examples."""

from pscb_lib.reports.method.page.calendar import plot_calendar
from pscb_lib.reports.method.page.control import list_signs, plot_rules
from pscb_lib.reports.method.page.hidden import plot_hidden
from pscb_lib.reports.method.page.intervals import tabulate_intervals
from pscb_lib.reports.method.page.rates import tabulate_rates
from pscb_lib.reports.method.page.row import plot_row
from pscb_lib.reports.method.page.scale import plot_scale
from pscb_lib.reports.method.page.sources import show_sources
from pscb_lib.reports.method.page.tables import tabulate_absences, tabulate_ratings, tabulate_sum
from pscb_lib.reports.method.page.usual import tabulate_usual_range
from pscb_lib.reports.method.page.words import answer, say_masking, say_ratings

__all__ = [
    "answer", "list_signs", "plot_calendar", "plot_hidden", "plot_row", "plot_rules", "plot_scale",
    "say_masking", "say_ratings", "show_sources", "tabulate_absences", "tabulate_intervals",
    "tabulate_rates", "tabulate_ratings", "tabulate_sum", "tabulate_usual_range",
]
