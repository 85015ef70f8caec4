"""The page: who made contact, whether it was in time, what is stuck, who says nothing, learning."""

from pscb_lib.page.words.age import say_age
from pscb_lib.reports.allegations.page.asked import (
    ask_nil,
    ask_open,
    ask_silent,
    ask_times,
    asks,
)
from pscb_lib.reports.allegations.page.figures import (
    plot_closed,
    plot_contacts,
    plot_ended,
    plot_open,
    plot_referred,
    plot_years,
)
from pscb_lib.reports.allegations.page.heading import head_contacts
from pscb_lib.reports.allegations.page.stuck import say_closed
from pscb_lib.reports.allegations.page.tables import (
    tabulate_contacts,
    tabulate_groups,
    tabulate_open,
    tabulate_sectors,
    tabulate_times,
)
from pscb_lib.reports.allegations.page.words import answer, say_years

__all__ = [
    "answer", "ask_nil", "ask_open", "ask_silent", "ask_times", "asks", "head_contacts",
    "plot_closed", "plot_contacts", "plot_ended", "plot_open", "plot_referred", "plot_years",
    "say_age", "say_closed", "say_years", "tabulate_contacts", "tabulate_groups", "tabulate_open",
    "tabulate_sectors", "tabulate_times",
]
