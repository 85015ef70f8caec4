"""The page: conferences in time, who came, children's part, and whether plans end well."""

from pscb_lib.reports.child_protection_conferencing.page.asked import (
    ask_agencies,
    ask_children,
    ask_gap,
    ask_late,
    ask_reds,
    ask_reports,
    ask_short,
    asks,
)
from pscb_lib.reports.child_protection_conferencing.page.attendance import tabulate_agencies
from pscb_lib.reports.child_protection_conferencing.page.figures import (
    plot_agencies,
    plot_bands,
    plot_category,
    plot_lengths,
    plot_parts,
    plot_plans,
)
from pscb_lib.reports.child_protection_conferencing.page.measured import measured
from pscb_lib.reports.child_protection_conferencing.page.said import (
    say_clock,
    say_families,
    say_open,
    say_parents,
    say_uninvited,
)
from pscb_lib.reports.child_protection_conferencing.page.tables import (
    compare_groups,
    tabulate_ends,
    tabulate_late,
    tabulate_open,
    tabulate_others,
    tabulate_outcomes,
    tabulate_rated,
    tabulate_timely,
)
from pscb_lib.reports.child_protection_conferencing.page.words import answer

__all__ = [
    "answer", "ask_agencies", "ask_children", "ask_gap", "ask_late", "ask_reds", "ask_reports",
    "ask_short", "asks", "compare_groups", "measured", "plot_agencies", "plot_bands",
    "plot_category", "plot_lengths", "plot_parts", "plot_plans", "say_clock", "say_families",
    "say_open", "say_parents", "say_uninvited", "tabulate_agencies", "tabulate_ends",
    "tabulate_late", "tabulate_open", "tabulate_others", "tabulate_outcomes",
    "tabulate_rated", "tabulate_timely",
]
