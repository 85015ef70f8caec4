"""The page: what is overdue and who must act, what actions and agencies achieved, what is next."""

from pscb_lib.reports.audit_programme.page.actions import (
    list_actions,
    list_not_smart,
    plot_progress,
)
from pscb_lib.reports.audit_programme.page.audits import list_register
from pscb_lib.reports.audit_programme.page.difference import (
    list_all_actions,
    tabulate_difference,
)
from pscb_lib.reports.audit_programme.page.given import (
    say_called_for,
    say_given,
    say_presented,
)
from pscb_lib.reports.audit_programme.page.overdue import (
    ask_for_oldest,
    ask_for_reports,
    ask_for_returns,
    plot_kinds,
    tabulate_overdue,
)
from pscb_lib.reports.audit_programme.page.route import list_route
from pscb_lib.reports.audit_programme.page.section11 import say_section11
from pscb_lib.reports.audit_programme.page.unproven import ask_for_evidence, plot_ages
from pscb_lib.reports.audit_programme.page.words import (
    answer,
    front_sheet,
    list_good_practice,
    say_audits,
    say_good_practice,
    say_planner,
)
from pscb_lib.reports.audit_programme.page.year import plot_year

__all__ = [
    "answer", "ask_for_evidence", "ask_for_oldest", "ask_for_reports", "ask_for_returns",
    "front_sheet",
    "list_actions", "list_all_actions", "list_good_practice",
    "list_not_smart", "list_register", "list_route", "plot_ages", "plot_kinds", "plot_progress",
    "plot_year", "say_audits", "say_called_for", "say_given", "say_good_practice", "say_planner",
    "say_presented", "say_section11", "tabulate_difference", "tabulate_overdue",
]
