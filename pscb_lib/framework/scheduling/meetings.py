"""The meetings of the Q&E group and of the Board, and when papers for them are due.

Section 5 of the Performance Management Framework (May 2014):

    Reports will come to the Quality and Effectiveness Sub Group before being taken
    to the Board
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

PSCB = ("PSCB", "Board")  # the framework's own word for its Board, and ours for any board


class Group(Enum):
    """Who meets, by role. The value is the framework's own code; a board may have another.

    The Quality and Effectiveness sub-group scrutinises; the SCR group reviews serious cases.
    """

    SCRUTINY = "Q&E"
    BOARD = "Board"
    CASE_REVIEW = "SCR group"


@dataclass(frozen=True)
class Meeting:
    """One meeting: the group, the date and the last day for its papers."""

    group: Group
    on: date
    papers_by: date


def first_to_take_papers(
    meetings: tuple[Meeting, ...], group: Group, ready_on: date | None
) -> Meeting | None:
    """Return the first meeting of *group* whose paper deadline is *ready_on* or later.

    None if no such meeting has been fixed, or *ready_on* is None.
    """
    if ready_on is None:
        return None
    in_time = (
        meeting for meeting in meetings
        if meeting.group is group and meeting.papers_by >= ready_on
    )
    return min(in_time, key=lambda meeting: meeting.on, default=None)


def next_meeting(meetings: tuple[Meeting, ...], group: Group, on: date) -> Meeting | None:
    """Return the first meeting of *group* on or after the day *on*, or None if none is fixed."""
    ahead = (meeting for meeting in meetings if meeting.group is group and meeting.on >= on)
    return min(ahead, key=lambda meeting: meeting.on, default=None)


def last_meeting(meetings: tuple[Meeting, ...], group: Group, on: date) -> date | None:
    """Return the day of the last meeting of *group* before the day *on*, or None if none is known.
    """
    return max((meeting.on for meeting in meetings if meeting.group is group and meeting.on < on),
               default=None)
