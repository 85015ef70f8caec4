"""The tables, figures and sentences of the report, from shown figures only."""

from pscb_lib.page.words.age import say_age
from pscb_lib.reports.early_help.page.after import list_after, plot_after, say_after
from pscb_lib.reports.early_help.page.asked import (
    ask_meetings,
    ask_open,
    ask_returned,
    ask_starters,
    asks,
)
from pscb_lib.reports.early_help.page.closed import plot_closed, say_closed
from pscb_lib.reports.early_help.page.cost import tabulate_cost
from pscb_lib.reports.early_help.page.first import answer
from pscb_lib.reports.early_help.page.meetings import tabulate_agencies, tabulate_meetings
from pscb_lib.reports.early_help.page.quality import ask_quality
from pscb_lib.reports.early_help.page.started import (
    list_starters,
    plot_flow,
    plot_starters,
    say_flow,
    say_none,
)

__all__ = ["answer", "ask_meetings", "ask_open", "ask_quality", "ask_returned", "ask_starters",
           "asks", "list_after", "list_starters", "plot_after", "plot_closed", "plot_flow",
           "plot_starters", "say_after", "say_age", "say_closed", "say_flow",
           "say_none", "tabulate_agencies", "tabulate_cost", "tabulate_meetings"]
