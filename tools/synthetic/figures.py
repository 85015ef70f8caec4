"""The quarterly data set's social-care lines, counted from the same invented records.

Records are counted one by one and only the counts are kept, so memory does not grow with their
number. The definitions are those of ``params/indicators.csv``; an importer of the national files
must find the same figures.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache

from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.framework.workdays import working_days
from tools.synthetic.annex_a_care import placements_in_year
from tools.synthetic.cases import Case, ProtectionPlan, is_open
from tools.synthetic.lives import Life
from tools.synthetic.looked_after import in_care, known_episodes

Counts = Counter[tuple[str, str]]
TWO_YEARS_OF_DAYS = 729


def count_events(life: Life, out_of: Counts, counted: Counts) -> None:
    """Add a child's events, quarter by quarter, to the two counters."""

    def add(indicator: str, day: date | None, is_counted: bool = True) -> None:
        if day:
            quarter = _quarter(day.year, (day.month - 1) // 3)
            out_of[indicator, quarter] += 1
            counted[indicator, quarter] += is_counted

    for contact in life.contacts:
        add("FD1", contact.on)
    for case in life.cases:
        add("FD3", case.referred_on)
        add("FD5", case.referred_on, _is_repeated(life, case))
        add("FD6", case.referred_on, case.is_no_further_action)
        if case.assessment and (authorised_on := case.assessment.authorised_on):
            add("AS1", authorised_on)
            add("AS2", authorised_on, working_days(case.referred_on, authorised_on) <= 45)
        if case.enquiry:
            held_on = case.enquiry.conference_on
            add("CP1", case.enquiry.started_on)
            add("CP3", held_on, held_on is not None and held_on <= case.enquiry.conference_due_on)
            add("CP4", held_on, case.protection is not None)
        if plan := case.protection:
            add("CP8", plan.started_on, life.plans_before(case) > 0)
            add("CP10", plan.ended_on, plan.ended_on is not None
                and (plan.ended_on - plan.started_on).days > TWO_YEARS_OF_DAYS)


def count_open(life: Life, quarter: str, end: date, out_of: Counts, counted: Counts) -> None:
    """Add a child's status on the last day of a *quarter* to the two counters."""

    def add(indicator: str, is_counted: bool = True) -> None:
        out_of[indicator, quarter] += 1
        counted[indicator, quarter] += is_counted

    open_now = [case for case in life.cases if is_open(case, end)]
    for case in open_now[:1]:
        add("CN1")
        assessment, plan = case.assessment, case.protection
        if _is_under_way(assessment and (assessment.started_on, assessment.authorised_on), end):
            add("AS3", working_days(case.referred_on, end) > 45)
        if _is_under_way(plan and (plan.started_on, plan.ended_on), end):
            add("CP5")
            add("CP9", months_after(plan.started_on, 24) <= end)
            if months_after(plan.started_on, 3) <= end:
                add("CP11", is_reviewed_in_time(plan, end))
    if in_care(life.episodes, end):
        add("LA1")
        add("LA3", placements_in_year(known_episodes(life.episodes, end), end) >= 3)


def is_reviewed_in_time(plan: ProtectionPlan, end: date) -> bool:
    """Whether the first review is within three months, later ones six, and none is overdue."""
    last, months = plan.started_on, 3
    for reviewed_on in (day for day in plan.reviewed_on if day <= end):
        if reviewed_on > months_after(last, months):
            return False
        last, months = reviewed_on, 6
    return months_after(last, months) > end


def _is_repeated(life: Life, case: Case) -> bool:
    return any(other.referred_on < case.referred_on <= months_after(other.referred_on, 12)
               for other in life.cases)


def _is_under_way(lasts: tuple[date, date | None] | None, day: date) -> bool:
    return bool(lasts) and lasts[0] <= day and (lasts[1] is None or lasts[1] > day)


@cache
def _quarter(year: int, number: int) -> str:
    return ReportingPeriod(date(year, 3 * number + 1, 1), 3).label
