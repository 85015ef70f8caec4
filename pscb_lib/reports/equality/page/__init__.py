"""The page: who is over- or under-represented at each step, and who is heard and told back."""

from pscb_lib.reports.equality.page.heard import (
    ask_back,
    ask_papers,
    ask_unheard,
    plot_heard,
    tabulate_activities,
)
from pscb_lib.reports.equality.page.lead import answer, front_sheet
from pscb_lib.reports.equality.page.steps import (
    ask_steps,
    compare_groups,
    plot_steps,
    say_recorded,
    tabulate_steps,
)

__all__ = [
    "answer", "ask_back", "ask_papers", "ask_steps", "ask_unheard", "compare_groups",
    "front_sheet", "plot_heard", "plot_steps", "say_recorded", "tabulate_activities",
    "tabulate_steps",
]
