"""The social-care lines that national files have: id, title, records needed and function.

Lines that are not on the register of indicators (LA2, LA11) are worked out for the analyst and
are not written into a return.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
    """One line: its id, title, the records it needs, whether it is a share, and its function."""

    id: str
    title: str
    needs: tuple[str, ...]
    is_share: bool
    work_out: WorkOut


def _share(id: str, title: str, work_out: WorkOut, *needs: str) -> Measure:
    return Measure(id, title, needs, True, work_out)


def _count(id: str, title: str, work_out: WorkOut, *needs: str) -> Measure:
    return Measure(id, title, needs, False, work_out)


MEASURES = (
    _count("FD1", "Contacts", referrals.contacts, "contacts"),
    _count("FD3", "Referrals", referrals.referrals, "referrals"),
    _share("FD5", "Re-referrals within 12 months", referrals.re_referrals, "referrals"),
    _share("FD6", "No further action", referrals.no_further_action, "referrals"),
    _count("AS1", "Assessments completed", single_assessments.completed, "assessments"),
    _share("AS2", "Assessments in 45 working days", single_assessments.completed_in_time,
           "assessments"),
    _share("AS3", "Assessments open past 45 working days", single_assessments.open_too_long,
           "assessments"),
    _count("CN1", "Children in need", referrals.children_in_need, "needs"),
    _count("CP1", "Section 47 enquiries", conferences.enquiries, "enquiries"),
    _share("CP3", "Initial conferences in 15 working days", conferences.conferences_in_time,
           "enquiries"),
    _share("CP4", "Initial conferences leading to a plan", conferences.conferences_to_plan,
           "enquiries"),
    _count("CP5", "Children on a plan", plans.on_plan, "plans"),
    _share("CP8", "Second or later plans", plans.second_plans, "plans"),
    _share("CP9", "Plans open two years or more", plans.open_two_years, "plans"),
    _share("CP10", "Plans ended after two years", plans.ended_after_two_years, "plans"),
    _share("CP11", "Plans reviewed in time", plan_reviews.reviewed_in_time, "plans", "reviews"),
    _count("LA1", "Looked-after children", looked_after.looked_after, "episodes"),
    _count("LA2-starters", "Children who started to be looked after", looked_after.starters,
           "episodes"),
    _count("LA2-ceasers", "Children who ceased to be looked after", looked_after.ceasers,
           "episodes"),
    _share("LA3", "Three or more placements", looked_after.many_placements, "episodes"),
    _count("LA11-missing-incidents", "Missing incidents of looked-after children",
           missing_from_care.missing_incidents, "incidents"),
    _count("LA11-missing-children", "Looked-after children who were missing",
           missing_from_care.missing_children, "incidents"),
    _count("LA11-away-incidents", "Incidents away without authorisation",
           missing_from_care.away_incidents, "incidents"),
    _count("LA11-away-children", "Looked-after children away without authorisation",
           missing_from_care.away_children, "incidents"),
)
