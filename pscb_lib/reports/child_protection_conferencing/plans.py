"""Plans, put together from the conferences of each child, and the reviews that they are due.

Working Together 2013, chapter 1: the first review is held within three months of the initial
conference, each later one within six months of the last: calendar months, counted from conference
to conference and not from the day on which the plan started. Where the conference before is in no
return that is read, the day that was sent is used.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import pandas

from pscb_lib.framework.periods import months_after
from pscb_lib.reports.child_protection_conferencing.returned.record import FIRST
from pscb_lib.returns.national.measures.timescales import is_open

FIRST_REVIEW, NEXT_REVIEW = 3, 6  # months
TWO_YEARS, MOST_DAYS = 24, 729  # months of a plan that is open, days of one that has ended


@dataclass(frozen=True)
class Conference:
    """One conference about a child with a plan: whether it is the first, when due and held."""

    is_first: bool
    due_on: date | None
    held_on: date | None
    late_because: str | None

    def order(self) -> tuple[date, bool, str]:
        """By when it was held, or else due; a first conference before others of its day."""
        return self.held_on or self.due_on or date.max, not self.is_first, str(self.late_because)


@dataclass(frozen=True)
class Review:
    """One review: the day by which it was due, and on which it was held, if it was."""

    due_on: date
    held_on: date | None
    late_because: str | None

    @property
    def is_in_time(self) -> bool:
        """Whether it was held on the day by which it was due, or before."""
        return self.held_on is not None and self.held_on <= self.due_on


@dataclass(frozen=True)
class Plan:
    """One child's plan. Its last row says the category and the end."""

    child: Hashable
    start: date
    end: date | None
    row: dict
    is_later: bool
    conferences: tuple[Conference, ...]

    def is_open(self, on: date) -> bool:
        """Whether it is open at the end of a day; a plan that ended on that day is not."""
        return is_open(on, self.start, self.end)

    def is_old(self, on: date) -> bool:
        """Whether it began two years before a day, or earlier."""
        return months_after(self.start, TWO_YEARS) <= on

    @property
    def was_long(self) -> bool:
        """Whether it lasted two years or more, in days: more than 729, as the census counts."""
        return self.end is not None and (self.end - self.start).days > MOST_DAYS

    def reviews(self, until: date) -> Iterator[Review]:
        """Yield each review that was held or due by *until*."""
        due = None
        for one in self.conferences:
            if one.held_on is None or one.held_on > until:
                continue
            if not one.is_first:
                yield Review(due or one.due_on or one.held_on, one.held_on, one.late_because)
            due = months_after(one.held_on, FIRST_REVIEW if one.is_first else NEXT_REVIEW)
        waiting = [one for one in self.conferences if one.held_on is None and one.due_on]
        due = due or min((one.due_on for one in waiting if one.due_on), default=None)
        if due and due <= until and not (self.end and self.end <= due):
            yield Review(due, None, next((one.late_because for one in reversed(waiting)), None))

    def is_reviewed_in_time(self, on: date) -> bool:
        """Whether every review due by a day was held by the day on which it was due."""
        return all(one.is_in_time for one in self.reviews(on) if one.due_on <= on)


def make_plans(frame: pandas.DataFrame) -> list[Plan]:
    """Put together the plan of each child and start, from all rows about it, oldest first."""
    rows: dict[tuple[Hashable, date], list[dict]] = {}
    for row in frame.to_dict("records"):
        if row["plan_start"] is not None:
            rows.setdefault((row["child_id"], row["plan_start"]), []).append(row)
    seen: set[Hashable] = set()
    plans = []
    for (child, start), about in sorted(rows.items(), key=lambda item: item[0][1]):
        plans.append(_plan(child, start, about, child in seen))
        seen.add(child)
    return plans


def _plan(child: Hashable, start: date, rows: Iterable[dict], has_earlier: bool) -> Plan:
    ordered = sorted(rows, key=lambda row: row["held_on"] or row["plan_end"] or row["due_on"])
    ends = [row["plan_end"] for row in ordered if row["plan_end"]]
    told = [row["category"] for row in ordered if row["category"]]
    reasons = [row["end_reason"] for row in ordered if row["end_reason"]]
    last = ordered[-1] | {"category": told[-1] if told else None,
                          "end_reason": reasons[-1] if reasons else None}
    conferences = {Conference(row["kind"] in FIRST, row["due_on"], row["held_on"],
                              row["late_because"]) for row in ordered}
    return Plan(child, start, ends[-1] if ends else None, last,
                has_earlier or any(row["earlier_plan"] for row in ordered),
                tuple(sorted(conferences, key=Conference.order)))
