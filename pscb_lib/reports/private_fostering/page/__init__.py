"""The page: how many arrangements are known, whether children are visited in time, and alone."""

from pscb_lib.reports.private_fostering.page.awareness import (
    ask_awareness,
    list_years,
    plot_notifiers,
    plot_years,
    say_awareness,
)
from pscb_lib.reports.private_fostering.page.children import (
    ask_children,
    say_children,
    show_found,
    tabulate_flow,
    tabulate_regions,
)
from pscb_lib.reports.private_fostering.page.england import list_england, say_england
from pscb_lib.reports.private_fostering.page.lead import answer
from pscb_lib.reports.private_fostering.page.visits import (
    ask_visits,
    asks,
    tabulate_timescales,
)

__all__ = [
    "answer", "ask_awareness", "ask_children", "ask_visits", "asks", "list_england", "list_years",
    "plot_notifiers", "plot_years", "say_awareness", "say_children",
    "say_england", "show_found", "tabulate_flow", "tabulate_regions", "tabulate_timescales",
]
