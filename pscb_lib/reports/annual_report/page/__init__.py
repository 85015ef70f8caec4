"""The page: are children safe, where services are weak, what changed, and what the law asks."""

from pscb_lib.reports.annual_report.page.acting import say_listed, tabulate_acting
from pscb_lib.reports.annual_report.page.evidence import plot_evidence, say_no_impact
from pscb_lib.reports.annual_report.page.first import (
    front,
    say_first,
    say_provenance,
    say_statement,
    show_weak,
)
from pscb_lib.reports.annual_report.page.law import tabulate_contents
from pscb_lib.reports.annual_report.page.parts import show_part, show_parts, show_young
from pscb_lib.reports.annual_report.page.questions import say_recommendations, tabulate_asked
from pscb_lib.reports.annual_report.page.years import list_year, plot_years, tabulate_year

__all__ = ["front", "list_year", "plot_evidence", "plot_years", "say_first", "say_listed",
           "say_no_impact", "say_provenance", "say_recommendations", "say_statement", "show_part",
           "show_parts", "show_weak", "show_young", "tabulate_acting", "tabulate_asked",
           "tabulate_contents", "tabulate_year"]
