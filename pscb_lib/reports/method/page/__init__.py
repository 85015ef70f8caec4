"""The page: the rules in sentences, each with worked examples."""

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
    "answer", "say_lower", "say_masking", "say_ratings", "tabulate_absences",
    "tabulate_deadlines", "tabulate_display", "tabulate_intervals", "tabulate_masking",
    "tabulate_rates", "tabulate_ratings", "tabulate_sum", "tabulate_variation",
]
