"""What the page says besides figures: facts by agency and meeting, which name no person.

The public has them too, but not what the Board and its group asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from pscb_lib.board.agencies import read_agencies, short_names
from pscb_lib.board.context import Context
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import lead_of
from pscb_lib.disclosure.paper import RESTRICTED, Fact
from pscb_lib.framework.scheduling.meetings import Group, next_meeting
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.attendance import returned
from pscb_lib.reports.attendance.decided import PAPER, Decided, find_decided
from pscb_lib.reports.attendance.returned import Present
from pscb_lib.reports.attendance.sittings import (
    OF_NO_AGENCY,
    Sitting,
    held_by,
    in_person,
    is_long_missing,
    label_of,
    make_sittings,
    represented,
)
from pscb_lib.returns.registers.board_seats import RETURN as SEATS
from pscb_lib.returns.registers.programme_log import RETURN as PROGRAMME_LOG

RETURNS = SEATS, returned.RETURN, PROGRAMME_LOG
REPORT, ITEM, MEMBERSHIP = "attendance", 2, 1
ALL, MEMBERS = (RESTRICTED, "board", "public"), (RESTRICTED, "board")
ORDER = [*Present]


@dataclass(frozen=True)
class Meeting:
    """One meeting. ``group`` is the name of a :class:`Group` or of an :class:`OtherGroup`;
    ``quorate`` is None without a quorum; ``missing`` are agencies' own names.
    """

    group: str
    on: date
    is_held: bool
    quorate: bool | None
    represented: int
    persons: int
    needed: int
    missing: tuple[str, ...]
    decided: tuple[Decided, ...]

    @property
    def papers(self) -> int:
        """The number of papers that it had before it."""
        return sum(one.kind == PAPER for one in self.decided)

    @property
    def for_information(self) -> int:
        """The number of these that came for information alone."""
        return sum(one.kind == PAPER and one.for_information for one in self.decided)

    @property
    def missing_agencies(self) -> tuple[str, ...]:
        """Those of the missing that are agencies."""
        return tuple(one for one in self.missing if one != OF_NO_AGENCY)


@dataclass(frozen=True)
class Line:
    """One agency: who came to each meeting of the Board, and whether it was long missing.

    ``came`` has the words of the return, one for each of its seats at a meeting.
    """

    agency: str
    came: tuple[tuple[str, ...], ...]
    is_long_missing: bool

    @property
    def signs(self) -> list[Present]:
        """All of them in one list."""
        return [Present(one) for cell in self.came for one in cell]

    @property
    def in_person(self) -> tuple[int, int]:
        """How often the member came, and of how many."""
        return in_person(self.signs)

    @property
    def represented(self) -> tuple[int, int]:
        """How often the agency was represented, and of how many."""
        return represented(self.signs)

    @property
    def missed(self) -> tuple[int, int]:
        """At how many meetings nobody came to any seat of the agency, and of how many."""
        held = [cell for cell in self.came if cell]
        return sum(not any(Present(one).is_represented for one in cell) for cell in held), len(held)


@dataclass(frozen=True)
class Known:
    """What the readers of a set may know of the year's meetings besides the figures."""

    is_supplied: bool
    meetings: tuple[Meeting, ...]
    lines: tuple[Line, ...]
    unwritten: tuple[tuple[str, date], ...]
    chair: str
    lead: str
    names: Mapping[str, str]
    quorum: int | None = None  # per cent of the members, as the Board has decided
    next_on: date | None = None  # the Board's next meeting

    def short(self, agency: str) -> str:
        """The shortest name in use of an agency: CPFT."""
        return self.names.get(agency, agency)

    @property
    def agencies(self) -> list[Line]:
        """The lines of agencies, without that of the chair and the lay members."""
        return [one for one in self.lines if one.agency != OF_NO_AGENCY]

    @property
    def board(self) -> list[Meeting]:
        """The meetings that the Board held."""
        return [one for one in self.meetings if one.group == Group.BOARD.name and one.is_held]

    @property
    def not_quorate(self) -> list[Meeting]:
        """The Board's meetings that were not quorate."""
        return [one for one in self.board if one.quorate is False]

    @property
    def seldom(self) -> list[Line]:
        """The agencies of which nobody came to half of the meetings or more, or to two in a row."""
        return [one for one in self.lines if one.is_long_missing or (
            one.missed[1] > 1 and 2 * one.missed[0] >= one.missed[1])]

    @property
    def deputised(self) -> list[Line]:
        """The agencies that were there at least half of the time, and the member less than that."""
        return [one for one in self.lines if one.in_person[1] > 1
                and 2 * one.represented[0] >= one.represented[1]
                and 2 * one.in_person[0] < one.in_person[1]]


def list_facts(context: Context, seated: Checked, attended: Checked, logged: Checked
               ) -> list[Fact]:
    """Return what the page says of meetings and agencies, with who may have it."""
    sittings = make_sittings(seated, attended, context.period)
    quorum, decided = context.settings.quorum, find_decided(context, logged)
    papers = tuple(one for one in decided if one.kind == PAPER)
    return [
        Fact("supplied", bool(seated.sources and attended.sources), ALL),
        Fact("lines", [asdict(one) for one in _lines(held_by(sittings, Group.BOARD))], ALL),
        Fact("unwritten", [[group, day.isoformat()] for group, day in _unwritten(
            context, sittings)], ALL),
        Fact("meetings", _meetings(sittings, quorum, decided), MEMBERS),
        Fact("meetings public", _meetings(sittings, quorum, papers), ALL),
    ]


def _meetings(sittings: list[Sitting], quorum: int | None, decided: tuple[Decided, ...]
              ) -> list[dict[str, Any]]:
    return [{"group": one.group.name, "on": one.on.isoformat(), "is_held": one.is_held,
             "quorate": one.is_quorate(quorum), "represented": sum(one.persons),
             "persons": len(one.persons), "needed": one.needed(quorum) if quorum else 0,
             "missing": one.missing,
             "decided": [{**asdict(each), "on": each.on.isoformat()} for each in decided
                         if (each.group, each.on) == (one.group.name, one.on)]}
            for one in sittings]


def _lines(board: list[Sitting]) -> list[Line]:
    """The agencies, those that were least represented first."""
    agencies = dict.fromkeys(label_of(seat) for one in board for seat, _ in one.came)
    long = {agency for agency in agencies if is_long_missing(
        there for one in board if (there := one.is_there(agency)) is not None)}
    lines = [Line(agency, tuple(tuple(present.value for present in sorted(
        (present for seat, present in one.came if label_of(seat) == agency), key=ORDER.index))
        for one in board), agency in long) for agency in agencies]
    return sorted(lines, key=lambda one: (one.represented[0] / one.represented[1],
                                          one.in_person[0] / max(one.in_person[1], 1), one.agency))


def _unwritten(context: Context, sittings: list[Sitting]) -> list[tuple[str, date]]:
    """The meetings of the calendar whose attendance was not sent."""
    known = {(one.group, one.on) for one in sittings}
    return [(one.group.name, one.on) for one in read_meetings(context.params / "meetings.csv")
            if context.period.contains(one.on) and (one.group, one.on) not in known]


def read_known(context: Context, facts: Mapping[str, Any]) -> Known:
    """Return the facts, as far as these readers may have them."""
    told = facts["meetings"]
    return Known(
        facts["supplied"],
        tuple(map(_meeting, facts["meetings public"] if told is None else told)),
        tuple(Line(one["agency"], tuple(map(tuple, one["came"])), one["is_long_missing"])
              for one in facts["lines"]),
        tuple((group, date.fromisoformat(day)) for group, day in facts["unwritten"]),
        lead_of(context, MEMBERSHIP), lead_of(context, ITEM),
        short_names(read_agencies(context.params / "agencies.csv"), context.period.end),
        context.settings.quorum, _next(context))


def _next(context: Context) -> date | None:
    """The day of the Board's next meeting, or None if none has been fixed."""
    meetings = read_meetings(context.params / "meetings.csv")
    meeting = next_meeting(meetings, Group.BOARD, context.as_of)
    return meeting.on if meeting else None


def _meeting(one: Mapping[str, Any]) -> Meeting:
    decided = tuple(Decided(**{**each, "on": date.fromisoformat(each["on"])})
                    for each in one["decided"])
    return Meeting(**{**one, "on": date.fromisoformat(one["on"]), "decided": decided,
                      "missing": tuple(one["missing"])})

