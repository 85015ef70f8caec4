"""The return of attendance: one row for each seat and meeting, written from the minutes.

A seat is one of the return of the Board's seats, also at the meetings of its groups. A meeting that
was not held has one row, without a seat, so that it is not taken for one without minutes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import Enum

from pscb_lib.board.context import Context
from pscb_lib.board.groups import parse_codes
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.scheduling.meetings import PSCB, Group
from pscb_lib.reading import cells
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import (
    Broken,
    Field,
    FileRule,
    Record,
    Records,
    Source,
    find_rules,
    rule,
)
from pscb_lib.reports.attendance.form import prefill_meetings
from pscb_lib.returns.across import once, refers_to
from pscb_lib.returns.kinds import Return, known_by
from pscb_lib.returns.registers.board_seats import RETURN as SEATS
from pscb_lib.returns.seats import Seat, make_seats


class OtherGroup(Enum):
    """Groups of the Board that the framework gives no part in scrutiny."""

    CHAIRS = "operational chairs"
    CHILD_DEATHS = "CDOP"
    LEARNING = "learning and development"


class Present(Enum):
    """Who came for a seat."""

    MEMBER = "member"
    DEPUTY = "deputy"
    OBSERVER = "observer"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    NOBODY = "not yet appointed"
    CANCELLED = "cancelled"

    @property
    def is_represented(self) -> bool:
        """Whether the seat was taken by one who may decide."""
        return self in (Present.MEMBER, Present.DEPUTY)


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    groups = parse_codes(cells.member_of((*Group, *OtherGroup), PSCB), context.settings.groups)
    return (
        Field("meeting_on", cells.dated(context.as_of), "write it dd/mm/yyyy"),
        Field("group", groups),
        Field("seat_id", cells.optional(cells.identifier), "use the id of a seat of the Board"),
        Field("present", cells.member_of(Present)),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("seat_id", "present", says="a meeting that was cancelled has no seat, and any other has one",
      remedy="write one row without a seat, or the seat", example={"present": "cancelled"})
def is_of_no_seat(row: Record) -> bool:
    """Item 2: a meeting that was not held counts for nobody and against nobody."""
    return (row["seat_id"] is None) != (row["present"] is Present.CANCELLED)


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules across rows."""
    return (*once("meeting_on", "group", "seat_id", says="are one seat at one meeting and are not "
                  "the same", remedy="take the wrong row out"),
            FileRule("the meeting was cancelled and has the attendance of a seat",
                     "take the row of the cancelled meeting out, or those of the seats", _both))


def _both(records: Records) -> Iterator[Broken]:
    held = {(row["meeting_on"], row["group"]) for row in records if row["seat_id"] is not None}
    for row in records:
        if row["seat_id"] is None and (row["meeting_on"], row["group"]) in held:
            yield Broken((row["row"],), ("present",), value=row["present"].value,
                         file=row["file"])


def with_seats(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
    """Return the rules across this return and that of seats: a seat is there, and was held."""
    known = refers_to("seat_id", SEATS)(context, sources)
    if not known:
        return ()
    seats = {one.seat_id: one for one in make_seats(SEATS.read_for(context))}
    return (*known, _held_by(seats), _all_named(seats))


def without_row(seats: Iterable[Seat], on: date, named: Collection[str]) -> list[Seat]:
    """The members' seats that were to be filled on a day of the Board's, and are not *named*."""
    return [one for one in seats
            if one.is_member and one.is_there(on) and one.seat_id not in named]


def _all_named(seats: Mapping[str, Seat]) -> FileRule:
    """Note a meeting of the Board without a row of each member's seat, which its quorum is of."""
    def find(records: Records) -> Iterator[Broken]:
        named: dict[date, list[Record]] = {}
        for row in records:
            if row["group"] is Group.BOARD and row["seat_id"] is not None:
                named.setdefault(row["meeting_on"], []).append(row)
        for on, rows in named.items():
            if lacking := without_row(seats.values(), on, {row["seat_id"] for row in rows}):
                yield Broken((rows[0]["row"],), ("seat_id",), Reaction.NOTED,
                             value=", ".join(one.seat_id for one in lacking), file=rows[0]["file"])

    return FileRule("a member's seat has no row for the meeting and is counted as not represented",
                    "send a row for each seat", find)


def _held_by(seats: Mapping[str, Seat]) -> FileRule:
    """Note a member who came for a seat that nobody held: one of the two returns is behind."""

    def find(records: Records) -> Iterator[Broken]:
        for row in records:
            seat, came = seats.get(row["seat_id"]), row["present"] is Present.MEMBER
            if came and seat is not None and seat.holder_on(row["meeting_on"]) is None:
                yield Broken((row["row"],), ("seat_id",), Reaction.NOTED, value=row["seat_id"],
                             file=row["file"])

    return FileRule("a member came for a seat that nobody held on that day by board_seats.csv",
                    "correct one of the two returns", find)


RETURN = Return(
    "attendance", "Attendance at meetings", make_fields, find_rules(globals()), make_file_rules,
    "attendance.csv",
    {"meeting_on": "03/06/2014", "group": "PSCB", "seat_id": "S01", "present": "member",
     "source": "minutes"},
    known_by("meeting_on", "held"), months=12, describes=AGENCY, may_be_empty=True,
    kept_by_office=True,
    together=with_seats, applies={"seat_id": "the meeting was held"},
    prefill=prefill_meetings,
)
