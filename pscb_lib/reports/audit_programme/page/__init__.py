"""The page: what is due, overdue and next, and what audits, actions and Section 11 show."""

from pscb_lib.reports.audit_programme.page.actions import (
    list_actions,
    say_refused,
    tabulate_ages,
    tabulate_progress,
    tabulate_unproven,
)
from pscb_lib.reports.audit_programme.page.audits import tabulate_register, tabulate_to_come
from pscb_lib.reports.audit_programme.page.overdue import tabulate_overdue
from pscb_lib.reports.audit_programme.page.planner import tabulate_planner
from pscb_lib.reports.audit_programme.page.route import tabulate_route
from pscb_lib.reports.audit_programme.page.section11 import (
    list_section11,
    tabulate_agencies,
    tabulate_standards,
)
from pscb_lib.reports.audit_programme.page.to_come import tabulate_next
from pscb_lib.reports.audit_programme.page.words import (
    answer,
    front_sheet,
    list_good_practice,
    say_audits,
    say_planner,
    say_presented,
)

__all__ = [
    "answer", "front_sheet", "list_actions", "list_good_practice",
    "list_section11", "say_audits", "say_planner", "say_presented", "say_refused",
    "tabulate_agencies", "tabulate_ages", "tabulate_next", "tabulate_overdue",
    "tabulate_planner", "tabulate_progress", "tabulate_register", "tabulate_route",
    "tabulate_standards", "tabulate_to_come", "tabulate_unproven",
]
