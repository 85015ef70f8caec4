"""The tables, figures and sentences of the report, from shown figures only."""

from pscb_lib.page.words.age import say_age
from pscb_lib.reports.early_help.page.after import plot_after, say_basis, tabulate_after
from pscb_lib.reports.early_help.page.asked import (
    ask_meetings,
    ask_open,
    ask_returned,
    ask_starters,
    asks,
)
from pscb_lib.reports.early_help.page.closed import (
    plot_closed,
    say_scores,
    tabulate_shares,
    tabulate_why,
)
from pscb_lib.reports.early_help.page.cost import say_cost, tabulate_cost
from pscb_lib.reports.early_help.page.first import answer
from pscb_lib.reports.early_help.page.started import (
    plot_flow,
    plot_starters,
    say_flow,
    say_none,
    tabulate_groups,
    tabulate_starters,
)

__all__ = ["answer", "ask_meetings", "ask_open", "ask_returned", "ask_starters", "asks",
           "plot_after", "plot_closed", "plot_flow", "plot_starters", "say_age", "say_basis",
           "say_cost", "say_flow", "say_none", "say_scores", "tabulate_after", "tabulate_cost",
           "tabulate_groups", "tabulate_shares", "tabulate_starters", "tabulate_why"]
