"""Invented cases of a household: referral, assessment, enquiry, conference, plan, closure.

Events follow Working Together 2013: an assessment within 45 working days of the referral, an
initial conference within 15 working days of the enquiry, a first review within three months and
each later one within six. Some are late.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from pscb_lib.framework.workdays import add_working_days
from tools.samples.dealing import chance, pick
from tools.synthetic.cases import Assessment, Case, Enquiry, Plan, ProtectionPlan
from tools.synthetic.codes import ABUSE, CLOSURES, FACTORS, NEEDS, SOURCES, draw
from tools.synthetic.span import ONE_DAY, Bands, Span, in_bands, later, working_day

PATHS = {"no further action": 7, "assessed": 40, "in need": 29, "enquiry": 18, "care": 6}
LASTING = {"in need": 4, "enquiry": 4, "care": 3}
ASSESSED_IN: Bands = {(5, 10): 14, (11, 40): 56, (41, 45): 16, (46, 60): 10, (61, 75): 4}
CONFERRED_IN: Bands = {(6, 12): 40, (13, 15): 40, (16, 20): 13, (21, 30): 7}
PROTECTED_FOR: Bands = {(20, 90): 18, (95, 180): 22, (185, 360): 36, (370, 720): 19, (740, 1100): 5}
IN_CARE_FOR: Bands = {(5, 60): 25, (61, 365): 30, (366, 1300): 45}
AGAIN_AFTER: Bands = {(5, 120): 30, (121, 360): 35, (368, 700): 35}
FIRST_REVIEW: Bands = {(55, 80): 94, (96, 110): 6}
NEXT_REVIEW: Bands = {(120, 170): 95, (190, 215): 5}
COMES_AGAIN, MOST_CASES = 45, 4
CONFERENCE, PLAN = 62, 88


def make_cases(referred_on: date, span: Span, random: Random) -> list[Case]:
    """Make the household's cases, the last of which may be open when the two years end.

    A household first referred before the two years is still known when they begin: an open case
    then ends *not_before* them.
    """
    cases = [make_case(referred_on, span, random)]
    while len(cases) < MOST_CASES and chance(COMES_AGAIN, random):
        last = cases[-1].closed_on or cases[-1].referred_on
        again = _not_a_year_after(cases[-1].referred_on,
                                  last + timedelta(days=in_bands(AGAIN_AFTER, random)))
        if again > span.ends:
            break
        cases.append(make_case(again, span, random))
    return cases


def make_case(referred_on: date, span: Span, random: Random) -> Case:
    """Make one case from its referral to its closure, at any time."""
    path = pick(LASTING if referred_on < span.opens else PATHS, random)
    case = Case(referred_on - ONE_DAY * chance(20, random), referred_on,
                draw(SOURCES, referred_on, random), draw(NEEDS, referred_on, random))
    if path == "no further action":
        return replace(case, is_no_further_action=True)
    case = replace(case, assessment=_assessment(referred_on, random))
    assessed_on = case.assessment.authorised_on
    if path == "assessed":
        return replace(case, closed_on=later(assessed_on, 0, 7, random), closed_because="RC8")
    if path == "care":
        return _with_care(case, later(assessed_on, 0, 20, random), span.opens, random)
    if path == "enquiry":
        case = _with_enquiry(case, span.opens, random)
    return _with_plan_in_need(case, span.opens, random)


def _assessment(referred_on: date, random: Random) -> Assessment:
    started_on = later(referred_on, 0, 3, random)
    authorised_on = add_working_days(referred_on, in_bands(ASSESSED_IN, random))
    number = pick({1: 45, 2: 30, 3: 25}, random)
    factors = {draw(FACTORS, authorised_on, random) for _ in range(number)}
    return Assessment(started_on, authorised_on, tuple(sorted(factors)))


def _with_care(case: Case, day: date, not_before: date, random: Random) -> Case:
    until = max(day, not_before) + timedelta(days=in_bands(IN_CARE_FOR, random))
    closed_on = later(until, 5, 60, random)
    return replace(case, care_from=day, care_until=until, closed_on=closed_on,
                   closed_because=draw(CLOSURES, closed_on, random))


def _with_enquiry(case: Case, not_before: date, random: Random) -> Case:
    day = working_day(later(case.referred_on, 0, 14, random))
    if not chance(CONFERENCE, random):
        return replace(case, enquiry=Enquiry(day, None, False))
    conference_on = add_working_days(day, in_bands(CONFERRED_IN, random))
    case = replace(case, enquiry=Enquiry(day, conference_on, True))
    if not chance(PLAN, random):
        return case
    return replace(case, protection=_protection(conference_on, not_before, random))


def _protection(day: date, not_before: date, random: Random) -> ProtectionPlan:
    category = draw(ABUSE, day, random)
    latest = draw(ABUSE, day, random) if chance(8, random) else category
    lasts = timedelta(days=in_bands(PROTECTED_FOR, random))
    ended_on = working_day(max(day, not_before) + lasts)
    reviews, due = [], working_day(day + timedelta(days=in_bands(FIRST_REVIEW, random)))
    while due <= ended_on:
        reviews.append(due)
        due = working_day(due + timedelta(days=in_bands(NEXT_REVIEW, random)))
    return ProtectionPlan(day, ended_on, category, latest, tuple(reviews))


def _with_plan_in_need(case: Case, not_before: date, random: Random) -> Case:
    ends = [case.assessment.authorised_on, case.enquiry and case.enquiry.conference_on,
            case.protection and case.protection.ended_on]
    started_on = later(max(day for day in ends if day), 1, 10, random)
    plan = Plan(started_on, later(max(started_on, not_before), 25, 240, random))
    closed_on = later(plan.ended_on, 0, 14, random)
    return replace(case, in_need=plan, closed_on=closed_on,
                   closed_because=draw(CLOSURES, closed_on, random))


def _not_a_year_after(first: date, again: date) -> date:
    # The sample avoids the same day a year later, which may or may not be "within 12 months".
    return again + timedelta(days=7 if 364 <= (again - first).days <= 367 else 0)
