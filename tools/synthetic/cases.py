"""The record of a case in children's social care, from referral to closure, and as known on a day.

A case is a referral and what followed until it was closed. Brothers and sisters who were referred
together have the same case.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pscb_lib.framework.workdays import add_working_days

DIED = "RC2"
CONFERENCE_DAYS = 15


@dataclass(frozen=True)
class Assessment:
    """A single assessment, with the factors found at its end."""

    started_on: date
    authorised_on: date | None
    factors: tuple[str, ...]


@dataclass(frozen=True)
class Enquiry:
    """A section 47 enquiry; the strategy discussion is on the day it starts."""

    started_on: date
    conference_on: date | None
    is_conference_needed: bool

    @property
    def conference_due_on(self) -> date:
        """Return the last day for the initial conference: 15 working days."""
        return add_working_days(self.started_on, CONFERENCE_DAYS)


@dataclass(frozen=True)
class Plan:
    """A plan for a child in need."""

    started_on: date
    ended_on: date | None


@dataclass(frozen=True)
class ProtectionPlan:
    """A child protection plan and its review conferences."""

    started_on: date
    ended_on: date | None
    category: str
    latest_category: str
    reviewed_on: tuple[date, ...]


@dataclass(frozen=True)
class Case:
    """A referral and what followed. A case with no further action has no closure.

    ``care_from`` and ``care_until`` say when children of the household were looked after.
    """

    contact_on: date
    referred_on: date
    source: str
    need: str
    is_no_further_action: bool = False
    assessment: Assessment | None = None
    enquiry: Enquiry | None = None
    protection: ProtectionPlan | None = None
    in_need: Plan | None = None
    care_from: date | None = None
    care_until: date | None = None
    closed_on: date | None = None
    closed_because: str = ""


def known_on(case: Case, day: date) -> Case | None:
    """Return the case as recorded on *day*, or None if it had not begun."""
    if case.referred_on > day:
        return None
    closed_on = _known(case.closed_on, day)
    return replace(
        case,
        assessment=_started(case.assessment, "authorised_on", day),
        enquiry=_started(case.enquiry, "conference_on", day),
        protection=_reviewed(_started(case.protection, "ended_on", day), day),
        in_need=_started(case.in_need, "ended_on", day),
        care_from=_known(case.care_from, day), care_until=_known(case.care_until, day),
        closed_on=closed_on, closed_because=case.closed_because if closed_on else "")


def ended_by_death(case: Case, day: date) -> Case:
    """End an open case, and everything in it, on the *day* the child died."""
    known = known_on(case, day)
    return replace(
        known,
        protection=known.protection and replace(
            known.protection, ended_on=known.protection.ended_on or day),
        in_need=known.in_need and replace(known.in_need, ended_on=known.in_need.ended_on or day),
        closed_on=day, closed_because=DIED)


def is_open(case: Case, day: date) -> bool:
    """Whether the case was open at the end of *day*."""
    return (not case.is_no_further_action and case.referred_on <= day
            and (case.closed_on is None or case.closed_on > day))


def _known(value: date | None, day: date) -> date | None:
    return value if value and value <= day else None


def _started(event, ends: str, day: date):
    if event is None or event.started_on > day:
        return None
    return replace(event, **{ends: _known(getattr(event, ends), day)})


def _reviewed(plan: ProtectionPlan | None, day: date) -> ProtectionPlan | None:
    reviews = tuple(review for review in plan.reviewed_on if review <= day) if plan else ()
    return plan and replace(plan, reviewed_on=reviews)
