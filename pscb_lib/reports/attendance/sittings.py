"""The meetings of a year: who came for which seat, whether each was quorate, and who was missing.

Only members' seats count: who does not vote is an adviser or the participating observer. A person
with two seats is one person of a quorum.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.attendance.returned import OtherGroup, Present, without_row
from pscb_lib.returns.seats import Seat, make_seats

OF_NO_AGENCY = "Chair and lay members"
RUN = 2  # meetings in a row without anybody
Meets = Group | OtherGroup
GROUPS: tuple[Meets, ...] = (Group.BOARD, Group.SCRUTINY, Group.CASE_REVIEW, *OtherGroup)


@dataclass(frozen=True)
class Sitting:
    """One meeting: who came for each member's seat; nobody at all if it was cancelled."""

    on: date
    group: Meets
    is_held: bool
    came: tuple[tuple[Seat, Present], ...]

    @property
    def persons(self) -> list[bool]:
        """Whether each voting member was represented, a person with two seats counted once."""
        present: dict[str, bool] = {}
        here = {seat.seat_id for seat, _ in self.came}
        for seat, came in self.came:
            holder = seat.holder_on(self.on)
            other = holder.held_with if holder and holder.held_with in here else None
            person = other or seat.seat_id
            present[person] = present.get(person, False) or came.is_represented
        return [*present.values()]

    def is_quorate(self, per_cent: int | None) -> bool | None:
        """Whether enough members were represented; None if the Board has set no quorum."""
        if per_cent is None or not self.is_held:
            return None
        persons = self.persons
        return 100 * sum(persons) >= per_cent * len(persons) > 0

    def needed(self, per_cent: int) -> int:
        """The fewest members that make it quorate."""
        return -(-per_cent * len(self.persons) // 100)

    def is_there(self, agency: str) -> bool | None:
        """Whether any seat of an agency was represented; None if it has none at the meeting."""
        came = [present.is_represented for seat, present in self.came if label_of(seat) == agency]
        return any(came) if came else None

    @property
    def missing(self) -> list[str]:
        """The agencies of which no seat was represented, in their order."""
        there = {label_of(seat) for seat, came in self.came if came.is_represented}
        every = dict.fromkeys(label_of(seat) for seat, _ in self.came)
        return [one for one in every if one not in there]


def label_of(seat: Seat) -> str:
    """Whose seat it is: an agency's own name, and never a person's post."""
    return seat.agency or OF_NO_AGENCY


def make_sittings(seated: Checked, attended: Checked, year: ReportingPeriod) -> list[Sitting]:
    """The meetings of a year, by group and day. A row of a seat that is not known is no row.

    A member's seat of which the Board's minutes have no row was not represented.
    """
    seats = {one.seat_id: one for one in make_seats(seated)}
    rows = sorted((row for row in attended.records if year.contains(row["meeting_on"])),
                  key=lambda row: (GROUPS.index(row["group"]), row["meeting_on"]))
    return [_sitting(on, group, [*those], seats) for (group, on), those in groupby(
        rows, key=lambda row: (row["group"], row["meeting_on"]))]


def _sitting(on: date, group: Meets, rows: Sequence[Mapping], seats: Mapping[str, Seat]
             ) -> Sitting:
    came = [(seats[row["seat_id"]], row["present"]) for row in rows if row["seat_id"] in seats]
    is_held = any(row["present"] is not Present.CANCELLED for row in rows)
    if is_held and group is Group.BOARD:
        came += [(seat, Present.NOBODY if seat.holder_on(on) is None else Present.ABSENT)
                 for seat in without_row(seats.values(), on, {row["seat_id"] for row in rows})]
    return Sitting(on, group, is_held,
                   tuple((seat, present) for seat, present in sorted(
                       came, key=lambda pair: pair[0].seat_id) if seat.is_member))


def held_by(sittings: Iterable[Sitting], group: Meets) -> list[Sitting]:
    """The meetings that a group held, in order of their days."""
    return [one for one in sittings if one.group is group and one.is_held]


def by_seat(sittings: Iterable[Sitting]) -> dict[str, list[tuple[Seat, Present]]]:
    """Who came for each seat, meeting by meeting, by the id of the seat."""
    found: dict[str, list[tuple[Seat, Present]]] = {}
    for one in sittings:
        for seat, came in one.came:
            found.setdefault(seat.seat_id, []).append((seat, came))
    return found


def is_long_missing(came: Iterable[bool]) -> bool:
    """Whether a seat, or an agency, was not represented at two meetings in a row or more."""
    runs = (len([*those]) for is_there, those in groupby(came) if not is_there)
    return max(runs, default=0) >= RUN


def in_person(came: Iterable[Present]) -> tuple[int, int]:
    """AT1: how often the member came, of the meetings while somebody was in post."""
    those = [one for one in came if one is not Present.NOBODY]
    return those.count(Present.MEMBER), len(those)


def represented(came: Iterable[Present]) -> tuple[int, int]:
    """AT2: how often the member or a deputy came, of the meetings of the seat, empty or not."""
    those = [*came]
    return sum(one.is_represented for one in those), len(those)
