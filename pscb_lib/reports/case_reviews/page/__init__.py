"""The page: which reviews are open or late, what was found in practice, what staff now do."""

from pscb_lib.reports.case_reviews.page.actions import (
    ask_unfound,
    plot_found,
    plot_steps,
    tabulate_practice,
    tabulate_unfound,
)
from pscb_lib.reports.case_reviews.page.lead import answer, front_sheet
from pscb_lib.reports.case_reviews.page.others import tabulate_published
from pscb_lib.reports.case_reviews.page.sections import (
    show_again,
    show_agreed,
    show_reviews,
)

__all__ = [
    "answer", "ask_unfound", "front_sheet", "plot_found", "plot_steps", "show_again",
    "show_agreed", "show_reviews", "tabulate_practice", "tabulate_published", "tabulate_unfound",
]
