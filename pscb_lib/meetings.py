"""The meetings of the Q&E group and of the Board, and when papers for them are due.

Section 5 of the Performance Management Framework (May 2014):

    Reports will come to the Quality and Effectiveness Sub Group before being taken
    to the Board
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

from pscb_lib import cells
from pscb_lib.records import Field, Rule
from pscb_lib.registers import read_register


class Group(Enum):
    """Who meets: the Quality and Effectiveness sub-group, or the Board."""

    QUALITY_AND_EFFECTIVENESS = "Q&E"
    BOARD = "PSCB"


@dataclass(frozen=True)
class Meeting:
    """One meeting: whose, on which day, and the last day for its papers."""

    group: Group
    on: date
    papers_by: date


FIELDS = (
    Field("group", cells.member_of(Group)),
    Field("on", cells.day),
    Field("papers_by", cells.day),
    Field("source", cells.text),
)
RULES = (
    Rule(fields=("papers_by", "on"), says="papers cannot be due after their meeting",
         remedy="correct one of the two dates",
         broken=lambda row: row["papers_by"] > row["on"]),
)


def read_meetings(path: Path) -> tuple[Meeting, ...]:
    """Read ``params/meetings.csv``, earliest first. Raises InputError at an unsound row."""
    rows = read_register(path, FIELDS, RULES)
    meetings = [Meeting(row["group"], row["on"], row["papers_by"]) for row in rows]
    return tuple(sorted(meetings, key=lambda meeting: (meeting.on, meeting.group.value)))


def first_to_take_papers(
    meetings: tuple[Meeting, ...], group: Group, ready_on: date | None
) -> Meeting | None:
    """Return the first meeting of *group* whose paper deadline is *ready_on* or later.

    None where no such meeting has been fixed, or nothing says when a paper is ready.
    """
    if ready_on is None:
        return None
    in_time = (
        meeting for meeting in meetings
        if meeting.group is group and meeting.papers_by >= ready_on
    )
    return min(in_time, key=lambda meeting: meeting.on, default=None)


def next_meeting(meetings: tuple[Meeting, ...], group: Group, on: date) -> Meeting | None:
    """Return the first meeting of *group* on or after the day *on*, or None where none is fixed."""
    ahead = (meeting for meeting in meetings if meeting.group is group and meeting.on >= on)
    return min(ahead, key=lambda meeting: meeting.on, default=None)
