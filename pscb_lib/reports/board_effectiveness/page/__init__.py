"""The page: what members think of the Board, and what others saw of it."""

from pscb_lib.reports.board_effectiveness.page.children import (
    ask_children,
    say_pooled,
    tabulate_complaints,
    tabulate_near_misses,
)
from pscb_lib.reports.board_effectiveness.page.escalated import (
    ask_escalated,
    plot_pairs,
    say_escalated,
)
from pscb_lib.reports.board_effectiveness.page.lead import answer, front_sheet
from pscb_lib.reports.board_effectiveness.page.ratings import (
    ask_lowest,
    list_statements,
    plot_ratings,
    say_ratings,
    tabulate_comments,
)
from pscb_lib.reports.board_effectiveness.page.reported import (
    ask_reports,
    plot_reports,
    tabulate_outcomes,
)
from pscb_lib.reports.board_effectiveness.page.voices import (
    ask_points,
    say_meetings,
    say_points,
    tabulate_meetings,
    tabulate_points,
)

__all__ = [
    "answer", "ask_children", "ask_escalated", "ask_lowest", "ask_points", "ask_reports",
    "front_sheet",
    "list_statements", "plot_pairs", "plot_ratings", "plot_reports", "say_escalated",
    "say_meetings", "say_points", "say_pooled", "say_ratings", "tabulate_comments",
    "tabulate_complaints", "tabulate_meetings", "tabulate_near_misses", "tabulate_outcomes",
    "tabulate_points",
]
