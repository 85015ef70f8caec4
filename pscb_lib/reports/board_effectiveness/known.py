"""What the readers of a set may know besides the figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pscb_lib.framework.periods import ReportingPeriod

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Point:
    """What practitioners said at an event, and what they were answered; days are in ISO form."""

    agency: str
    event: str
    held_on: str
    theme: str
    said: str
    answer: str
    answered_on: str


@dataclass(frozen=True)
class Met:
    """A meeting of the chair with a member."""

    seat: str
    held_on: str
    theme: str
    agreed: str


@dataclass(frozen=True)
class Report:
    """A report that a sub-group owed; what was not given has no day."""

    sub_group: str
    due_on: str
    given_on: str
    activity: str
    outcome: str
    has_evidence: bool
    to_chairs_on: str

    @property
    def is_late(self) -> bool:
        """Whether it was not given by the day due."""
        return not self.given_on or self.given_on > self.due_on


@dataclass(frozen=True)
class Known:
    """What the readers of a set may know besides the figures."""

    on: date
    year: ReportingPeriod
    chair: str
    review_group: str
    reader: str
    has_chair_seen: bool
    supplied: Sequence[bool]
    comments: Sequence[Row]
    points: tuple[Point, ...]
    met: tuple[Met, ...]
    open: Sequence[Row]
    unsure: Sequence[str]
    complaints: Sequence[Row]
    near_misses: Sequence[Row]
    reports: tuple[Report, ...]
    since: Mapping[int, str]  # the year since which a log runs, by the place of its return

    @property
    def before(self) -> ReportingPeriod:
        """The year before."""
        return self.year.same_last_year

    @property
    def unanswered(self) -> list[Point]:
        """The points without an answer, the oldest first."""
        return [one for one in self.points if not one.answered_on]
