"""The dates of meetings that the Board has fixed: ``params/meetings.csv``."""

from __future__ import annotations

from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.board.groups import codes_beside, with_codes
from pscb_lib.framework.scheduling.meetings import PSCB, Group, Meeting
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Rule

FIELDS = (
    Field("group", cells.member_of(Group, PSCB), meaning="who meets: Q&E, PSCB or "
          "SCR group, or the codes for them in settings.yaml"),
    Field("on", cells.day, meaning="the day of the meeting"),
    Field("papers_by", cells.day, meaning="the last day on which a paper for it may come"),
    Field("source", cells.text, meaning="where the day is taken from; illustrative if it is made "
          "up"),
)
RULES = (
    Rule(fields=("papers_by", "on"), says="papers cannot be due after their meeting",
         remedy="correct one of the two dates",
         broken=lambda row: row["papers_by"] > row["on"]),
)


def read_meetings(path: Path) -> tuple[Meeting, ...]:
    """Read ``params/meetings.csv``, earliest first. Raises InputError at an invalid row."""
    fields = with_codes(FIELDS, "group", codes_beside(path.parent))
    rows = read_register(path, fields, RULES)
    meetings = [Meeting(row["group"], row["on"], row["papers_by"]) for row in rows]
    return tuple(sorted(meetings, key=lambda meeting: (meeting.on, meeting.group.value)))


REGISTER = Register(
    "meetings.csv", read_meetings, "Meetings of the Q&E group and of the Board", FIELDS, RULES,
    key=("group", "on"), used_by="every paper's front sheet, audit_programme, pscb due, pscb plan",
    example={"group": "Q&E", "on": "2015-02-11", "papers_by": "2015-02-04",
             "source": "minutes of 12 November 2014"})
