"""The page: did learning reach those who need it, did they use it, and is good practice spread?"""

from pscb_lib.reports.learning.page.elsewhere import ask_reviews, tabulate_reviews
from pscb_lib.reports.learning.page.lead import answer, front_sheet
from pscb_lib.reports.learning.page.points import (
    ask_reached,
    ask_silent,
    ask_used,
    plot_grid,
    plot_used,
    tabulate_points,
)

__all__ = [
    "answer", "ask_reached", "ask_reviews", "ask_silent", "ask_used", "front_sheet", "plot_grid",
    "plot_used", "tabulate_points", "tabulate_reviews",
]
