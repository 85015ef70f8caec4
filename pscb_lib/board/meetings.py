"""The dates of meetings that the Board has fixed: ``params/meetings.csv``."""

from __future__ import annotations

from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.framework.scheduling.meetings import PSCB, Group, Meeting
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Rule

FIELDS = (
    Field("group", cells.member_of(Group, PSCB)),
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
    """Read ``params/meetings.csv``, earliest first. Raises InputError at an invalid row."""
    rows = read_register(path, FIELDS, RULES)
    meetings = [Meeting(row["group"], row["on"], row["papers_by"]) for row in rows]
    return tuple(sorted(meetings, key=lambda meeting: (meeting.on, meeting.group.value)))


REGISTER = Register("meetings.csv", read_meetings)
