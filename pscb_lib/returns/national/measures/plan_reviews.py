"""Child protection plans reviewed in time.

Working Together 2013, chapter 1: the first review conference is within three months of the
initial conference, every later one within six months of the last. A plan starts on the day
of its initial conference.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pscb_lib.board.settings import Settings
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reading.rows import Record
from pscb_lib.returns.national.measures.behind import behind
from pscb_lib.returns.national.measures.protection_plans import open_plans
from pscb_lib.returns.national.measures.referrals import Records

FIRST, NEXT = 3, 6  # months


def reviewed_in_time(
    records: Records, period: ReportingPeriod, settings: Settings
) -> list[Record]:
    """CP11, reviews in timescale: "at date: on plan >= 3 months, first review <= 3 months after
    ICPC and each next <= 6 months", of children on a plan for three months or more. "One
    missed review fails the child for the year."

    A census has only the reviews of its own year. If the first review of a plan was due before the
    census began, the last review before that day is not known but cannot be later: the next is due
    six months after that day.
    """
    held: dict[tuple[str, date], list[date]] = {}
    for one in records["reviews"]:
        held.setdefault((one["child_id"], one["started_on"]), []).append(one["reviewed_on"])
    rows = []
    for plan in open_plans(records, period):
        if months_after(plan["started_on"], FIRST) <= period.end:
            days = held.get((plan["child_id"], plan["started_on"]), [])
            missed = first_missed(plan["started_on"], days, period.end,
                                  plan["known_from"])
            rows.append(behind({**plan, "review_missed_on": missed}, "started_on",
                               "review_missed_on", counted=missed is None))
    return rows


def first_missed(
    started: date, reviews: Iterable[date], on: date, known_from: date | None = None
) -> date | None:
    """Return the day by which the first late or missing review was due, or None if none is.

    *on* is the last day looked at: a review due on it and not held by then counts as missed.
    """
    due = first_due(started, known_from)
    for review in sorted(day for day in reviews if day <= on):
        if review > due:
            return due
        due = months_after(review, NEXT)
    return due if due <= on else None


def first_due(started: date, known_from: date | None) -> date:
    """Return the day by which the first review was due, of those that are known from a day."""
    due = months_after(started, FIRST)
    return months_after(known_from, NEXT) if known_from and due < known_from else due
