"""The page: did practice change, who did not come, and is agencies' own training validated?"""

from pscb_lib.reports.training.page.agencies import (
    ask_agencies,
    ask_silent,
    plot_levels,
    say_agencies,
)
from pscb_lib.reports.training.page.change import (
    ask_practice,
    plot_change,
    say_whose,
    tabulate_stages,
)
from pscb_lib.reports.training.page.courses import tabulate_courses
from pscb_lib.reports.training.page.lead import answer, front_sheet
from pscb_lib.reports.training.page.taken import (
    ask_balance,
    ask_taken,
    plot_balance,
    tabulate_taken,
)

__all__ = [
    "answer", "ask_agencies", "ask_balance", "ask_practice", "ask_silent", "ask_taken",
    "front_sheet", "plot_balance", "plot_change", "plot_levels", "say_agencies", "say_whose",
    "tabulate_courses", "tabulate_stages", "tabulate_taken",
]
