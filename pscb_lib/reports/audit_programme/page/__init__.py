"""The page: what is overdue and who must act, what actions and agencies achieved, what is next."""

from pscb_lib.reports.audit_programme.page.actions import (
    list_actions,
    list_not_smart,
    plot_progress,
)
from pscb_lib.reports.audit_programme.page.audits import list_register, tabulate_found
from pscb_lib.reports.audit_programme.page.deciding import list_decisions
from pscb_lib.reports.audit_programme.page.difference import (
    list_all_actions,
    tabulate_difference,
)
from pscb_lib.reports.audit_programme.page.grades import (
    list_awaiting,
    plot_grades,
)
from pscb_lib.reports.audit_programme.page.overdue import (
    ask_for_reports,
    ask_for_returns,
    tabulate_overdue,
)
from pscb_lib.reports.audit_programme.page.route import list_route
from pscb_lib.reports.audit_programme.page.section11 import ask_about_standards, list_section11
from pscb_lib.reports.audit_programme.page.unproven import ask_for_evidence, plot_ages
from pscb_lib.reports.audit_programme.page.words import (
    answer,
    front_sheet,
    list_good_practice,
    say_audits,
    say_good_practice,
    say_planner,
    say_presented,
)
from pscb_lib.reports.audit_programme.page.year import plot_year

__all__ = [
    "answer", "ask_about_standards", "ask_for_evidence", "ask_for_reports", "ask_for_returns",
    "front_sheet", "list_actions", "list_all_actions", "list_awaiting", "list_decisions",
    "list_good_practice", "list_not_smart", "list_register", "list_route", "list_section11",
    "plot_ages", "plot_grades", "plot_progress", "plot_year", "say_audits", "say_good_practice",
    "say_planner", "say_presented", "tabulate_difference", "tabulate_found", "tabulate_overdue",
]
