"""The Board's seats: who holds each of them, from when to when, and when it was empty.

A seat is empty only while there is somebody to fill it: the seat of an agency that has gone ends
with the last name by which its rows call the agency, and that of its successor begins with the
first (``params/agencies.csv`` has the days). So a body that is replaced leaves no vacancy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reading.rows import Checked, Record

INDUCTED_WITHIN = 3  # calendar months
DAY = timedelta(days=1)
Days = tuple[date, date]  # the first and the last day, both included


class RequiredBy(Enum):
    """What requires a seat: the Children Act 2004, the Regulations of 2006, or the Board."""

    STATUTE = "statute"
    REGULATION = "regulation"
    LOCAL = "local"

    @property
    def is_law(self) -> bool:
        """Whether the seat is no choice of the Board's own."""
        return self is not RequiredBy.LOCAL


class Level(Enum):
    """The level of a member in the agency."""

    CHIEF = "chief or executive"
    DIRECTOR = "director or head"
    MANAGER = "manager"
    LAY = "lay"

    @property
    def can_commit(self) -> bool:
        """Regulations of 2006: whether such a member can commit the agency on policy."""
        return self in (Level.CHIEF, Level.DIRECTOR)


@dataclass(frozen=True)
class Holder:
    """One holder of a seat; ``held_with`` is the other seat of the same person."""

    role_title: str
    level: Level
    from_on: date
    to_on: date | None
    induction_on: date | None
    held_with: str | None

    def is_in_post(self, on: date) -> bool:
        """Whether the holder had the seat on a day."""
        return self.from_on <= on <= (self.to_on or date.max)

    @property
    def induction_due_on(self) -> date:
        """The last day of three calendar months: of 30 November it is 28 February."""
        return months_after(self.from_on, INDUCTED_WITHIN)

    @property
    def is_inducted_in_time(self) -> bool:
        """Whether the holder was inducted within three months."""
        return self.induction_on is not None and self.induction_on <= self.induction_due_on

    def is_induction_over(self, on: date) -> bool:
        """Whether the induction can be judged: it was held in time, or its time was over."""
        left = self.to_on is not None and self.to_on < self.induction_due_on
        return self.is_inducted_in_time or self.induction_due_on < on and not left


@dataclass(frozen=True)
class Seat:
    """One seat with its holders in order of their days; it is there from ``first`` to ``last``."""

    seat_id: str
    agency: str | None
    required_by: RequiredBy
    is_member: bool
    holders: tuple[Holder, ...]
    first: date
    last: date

    @property
    def is_lay(self) -> bool:
        """Whether it is a lay member's: of no agency, and never held by anybody else.

        If nobody ever held it, whether the Act requires it: of no agency it has lay members alone.
        """
        return self.agency is None and (
            all(one.level is Level.LAY for one in self.holders) if self.holders
            else self.required_by is RequiredBy.STATUTE)

    def holder_on(self, on: date) -> Holder | None:
        """Who held it on a day; of two the later one. None if nobody did."""
        held = [one for one in self.holders if one.is_in_post(on)]
        return max(held, key=lambda one: one.from_on, default=None)

    def is_there(self, on: date) -> bool:
        """Whether the seat was to be filled on a day."""
        return self.first <= on <= self.last

    def days_in(self, period: ReportingPeriod) -> Days | None:
        """The days of a period on which the seat was to be filled; None if there is none."""
        first, last = max(self.first, period.start), min(self.last, period.end)
        return (first, last) if first <= last else None

    def vacancies(self, period: ReportingPeriod) -> list[Days]:
        """The spans of a period in which nobody held the seat, in their order."""
        if (within := self.days_in(period)) is None:
            return []
        free, last = within
        empty = []
        for one in self.holders:
            if one.from_on > last:
                break
            if free < one.from_on:
                empty.append((free, one.from_on - DAY))
            free = max(free, (one.to_on or last) + DAY)
        return [*empty, *([(free, last)] if free <= last else [])]

    def came_in(self, period: ReportingPeriod) -> list[Holder]:
        """The holders who took the seat in a period; a person with two seats is in one of them."""
        return [one for one in self.holders
                if period.contains(one.from_on) and one.held_with is None]


def days_of(spans: Iterable[Days]) -> int:
    """The number of days of spans."""
    return sum((last - first).days + 1 for first, last in spans)


def make_seats(checked: Checked) -> tuple[Seat, ...]:
    """The seats of the checked rows of the return, in the order of their ids."""
    rows: dict[str, list[Record]] = {}
    for row in checked.records:
        rows.setdefault(row["seat_id"], []).append(row)
    return tuple(_seat(name, rows[name]) for name in sorted(rows))


def _seat(seat_id: str, rows: list[Record]) -> Seat:
    held = sorted((row for row in rows if row["from_on"]), key=lambda row: row["from_on"])
    last = (held or rows)[-1]
    first_day, last_day = _there(rows, held)
    return Seat(seat_id, last["agency"] and str(last["agency"]), last["required_by"],
                last["voting"], tuple(map(_holder, held)), first_day, last_day)


def _there(rows: list[Record], held: list[Record]) -> Days:
    """The days between which the seat could be held: by its agency's names, and by the Board."""
    named = [one for row in rows if row["agency"] for one in row["agency"].called]
    first = min((one.valid_from for one in named), default=date.min)
    last = max((one.valid_to for one in named), default=date.max)
    made, ended = rows[0]["seat_from_on"], rows[0]["seat_to_on"]
    if rows[0]["required_by"] is RequiredBy.LOCAL and made is None and held:
        made = held[0]["from_on"]  # the Board made it for its first holder
    return max(first, made or date.min), min(last, ended or date.max)


def _holder(row: Mapping[str, object]) -> Holder:
    return Holder(**{name: row[name] for name in Holder.__dataclass_fields__})  # type: ignore[arg-type]
