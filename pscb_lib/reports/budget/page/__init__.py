"""The page: will the Board overspend, on what; who has not paid; and what is left?"""

from pscb_lib.reports.budget.page.lead import answer, front_sheet
from pscb_lib.reports.budget.page.lines import (
    ask_lines,
    plot_months,
    tabulate_lines,
)
from pscb_lib.reports.budget.page.partners import (
    ask_partners,
    say_shares,
    show_received,
    tabulate_partners,
)

__all__ = [
    "answer", "ask_lines", "ask_partners", "front_sheet", "plot_months",
    "say_shares", "show_received", "tabulate_lines", "tabulate_partners",
]
