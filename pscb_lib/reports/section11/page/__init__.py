"""The page: who returned, where the partnership is weakest, and what the last round changed."""

from pscb_lib.reports.section11.page.after import (
    ask_unproven,
    tabulate_actions,
    tabulate_failures,
)
from pscb_lib.reports.section11.page.evidence import ask_evidence, list_evidence, say_practice
from pscb_lib.reports.section11.page.forms import (
    ask_awaited,
    ask_late,
    front_sheet,
    say_unpublished,
    tabulate_returned,
)
from pscb_lib.reports.section11.page.grades import (
    ask_not_met,
    ask_partially_met,
    plot_grades,
)
from pscb_lib.reports.section11.page.lead import answer
from pscb_lib.reports.section11.page.practitioners import (
    ask_gap,
    plot_perception,
    say_voluntary,
)
from pscb_lib.reports.section11.page.rounds import (
    plot_counts,
    plot_rounds,
    say_moved,
)

__all__ = [
    "answer", "ask_awaited", "ask_evidence", "ask_gap", "ask_late", "ask_not_met",
    "ask_partially_met", "ask_unproven", "front_sheet", "list_evidence", "plot_counts",
    "plot_grades", "plot_perception", "plot_rounds", "say_moved", "say_practice",
    "say_unpublished", "say_voluntary", "tabulate_actions", "tabulate_failures",
    "tabulate_returned",
]
