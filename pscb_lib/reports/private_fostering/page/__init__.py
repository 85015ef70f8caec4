"""The page: how many arrangements are known, whether children are visited in time, and alone."""

from pscb_lib.reports.private_fostering.page.awareness import (
    ask_awareness,
    plot_notifiers,
    plot_years,
    read_question,
    say_awareness,
    tabulate_audiences,
    tabulate_years,
)
from pscb_lib.reports.private_fostering.page.children import (
    ask_children,
    show_found,
    tabulate_flow,
    tabulate_regions,
    tabulate_untargeted,
)
from pscb_lib.reports.private_fostering.page.england import say_england, tabulate_england
from pscb_lib.reports.private_fostering.page.lead import answer
from pscb_lib.reports.private_fostering.page.visits import (
    ask_visits,
    asks,
    plot_first_visits,
    tabulate_timescales,
)

__all__ = [
    "answer", "ask_awareness", "ask_children", "ask_visits", "asks", "plot_first_visits",
    "plot_notifiers", "plot_years", "read_question", "say_awareness", "say_england", "show_found",
    "tabulate_audiences", "tabulate_england", "tabulate_flow", "tabulate_regions",
    "tabulate_timescales", "tabulate_untargeted", "tabulate_years",
]
