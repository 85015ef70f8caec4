"""The page: the rules in sentences, each with worked examples."""

from pscb_lib.reports.method.page.calendar import plot_calendar
from pscb_lib.reports.method.page.control import plot_parts
from pscb_lib.reports.method.page.hidden import plot_hidden
from pscb_lib.reports.method.page.rates import plot_rates
from pscb_lib.reports.method.page.scale import plot_scale
from pscb_lib.reports.method.page.tables import (
    tabulate_absences,
    tabulate_deadlines,
    tabulate_display,
    tabulate_masking,
    tabulate_rates,
    tabulate_ratings,
    tabulate_sum,
)
from pscb_lib.reports.method.page.variation import tabulate_intervals, tabulate_variation
from pscb_lib.reports.method.page.words import answer, say_lower, say_masking, say_ratings

__all__ = [
    "answer", "plot_calendar", "plot_hidden", "plot_parts", "plot_rates", "plot_scale",
    "say_lower", "say_masking", "say_ratings", "tabulate_absences", "tabulate_deadlines",
    "tabulate_display", "tabulate_intervals", "tabulate_masking", "tabulate_rates",
    "tabulate_ratings", "tabulate_sum", "tabulate_variation",
]
