"""The page: which agencies were absent, for which decisions, and was each meeting quorate?"""

from pscb_lib.reports.attendance.page.asked import (
    ask_deputised,
    ask_missing,
    ask_quorate,
    ask_unwritten,
)
from pscb_lib.reports.attendance.page.drawn import plot_attendance
from pscb_lib.reports.attendance.page.lead import answer, front_sheet
from pscb_lib.reports.attendance.page.tables import tabulate_decided, tabulate_groups

__all__ = [
    "answer", "ask_deputised", "ask_missing", "ask_quorate", "ask_unwritten", "front_sheet",
    "plot_attendance", "tabulate_decided", "tabulate_groups",
]
