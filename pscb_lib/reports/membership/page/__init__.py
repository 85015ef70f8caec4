"""The page: is every seat filled by someone who can commit, who is new, and what was learnt?"""

from pscb_lib.reports.membership.page.drawn import plot_year
from pscb_lib.reports.membership.page.events import ask_unchanged, tabulate_events
from pscb_lib.reports.membership.page.lead import answer, front_sheet
from pscb_lib.reports.membership.page.members import (
    ask_empty,
    ask_not_inducted,
    ask_too_low,
    tabulate_duty,
    tabulate_new,
)

__all__ = [
    "answer", "ask_empty", "ask_not_inducted", "ask_too_low", "ask_unchanged", "front_sheet",
    "plot_year", "tabulate_duty", "tabulate_events", "tabulate_new",
]
