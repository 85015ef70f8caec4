"""The social-care lines that national files have: role, title, records needed and function.

A line is joined to the Board's id by its role. Lines that no indicator of the register has are
worked out for the analyst and are not written into a return.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pscb_lib.board.indicators import Role
from pscb_lib.board.indicators.roles import SHARES
from pscb_lib.board.settings import Settings
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Record
from pscb_lib.returns.national.measures import (
    conferences,
    looked_after,
    missing_from_care,
    plan_reviews,
    referrals,
    single_assessments,
)
from pscb_lib.returns.national.measures import (
    protection_plans as plans,
)
from pscb_lib.returns.national.measures.referrals import Records

WorkOut = Callable[[Records, ReportingPeriod, Settings], list[Record]]


@dataclass(frozen=True)
class Measure:
    """One line: its role, title, the records it needs and its function."""

    role: Role
    title: str
    work_out: WorkOut
    needs: tuple[str, ...]

    @property
    def is_share(self) -> bool:
        """Whether it is a numerator of a denominator; otherwise it is a count."""
        return self.role in SHARES


def _line(role: Role, title: str, work_out: WorkOut, *needs: str) -> Measure:
    return Measure(role, title, work_out, needs)


MEASURES = (
    _line(Role.CONTACTS, "Contacts", referrals.contacts, "contacts"),
    _line(Role.REFERRALS, "Referrals", referrals.referrals, "referrals"),
    _line(Role.RE_REFERRALS, "Re-referrals within 12 months", referrals.re_referrals, "referrals"),
    _line(Role.NO_FURTHER_ACTION, "No further action", referrals.no_further_action, "referrals"),
    _line(Role.ASSESSMENTS, "Assessments completed", single_assessments.completed, "assessments"),
    _line(Role.ASSESSMENTS_IN_TIME, "Assessments in 45 working days",
          single_assessments.completed_in_time, "assessments"),
    _line(Role.ASSESSMENTS_OPEN_TOO_LONG, "Assessments open past 45 working days",
          single_assessments.open_too_long, "assessments"),
    _line(Role.CHILDREN_IN_NEED, "Children in need", referrals.children_in_need, "needs"),
    _line(Role.ENQUIRIES, "Section 47 enquiries", conferences.enquiries, "enquiries"),
    _line(Role.CONFERENCES_IN_TIME, "Initial conferences in 15 working days",
          conferences.conferences_in_time, "enquiries"),
    _line(Role.CONFERENCES_TO_PLAN, "Initial conferences leading to a plan",
          conferences.conferences_to_plan, "enquiries"),
    _line(Role.CHILDREN_ON_PLAN, "Children on a plan", plans.on_plan, "plans"),
    _line(Role.SECOND_PLANS, "Second or later plans", plans.second_plans, "plans"),
    _line(Role.PLANS_OPEN_TWO_YEARS, "Plans open two years or more", plans.open_two_years, "plans"),
    _line(Role.PLANS_ENDED_AFTER_TWO_YEARS, "Plans ended after two years",
          plans.ended_after_two_years, "plans"),
    _line(Role.REVIEWS_IN_TIME, "Plans reviewed in time",
          plan_reviews.reviewed_in_time, "plans", "reviews"),
    _line(Role.LOOKED_AFTER, "Looked-after children", looked_after.looked_after, "episodes"),
    _line(Role.STARTED_CARE, "Children who started to be looked after",
          looked_after.starters, "episodes"),
    _line(Role.LEFT_CARE, "Children who ceased to be looked after",
          looked_after.ceasers, "episodes"),
    _line(Role.MANY_PLACEMENTS, "Three or more placements",
          looked_after.many_placements, "episodes"),
    _line(Role.MISSING_INCIDENTS, "Missing incidents of looked-after children",
          missing_from_care.missing_incidents, "incidents"),
    _line(Role.MISSING_FROM_CARE, "Looked-after children who were missing",
          missing_from_care.missing_children, "incidents"),
    _line(Role.AWAY_INCIDENTS, "Incidents away without authorisation",
          missing_from_care.away_incidents, "incidents"),
    _line(Role.AWAY_FROM_CARE, "Looked-after children away without authorisation",
          missing_from_care.away_children, "incidents"),
)
