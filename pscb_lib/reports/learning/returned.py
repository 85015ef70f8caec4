"""The return of learning: one row for each learning point and audience that it is owed to.

Sections 9 and 11 of the Performance Management Framework (May 2014): good practice is
"disseminated just as readily as when there have been shortfalls". The office writes a row for each
audience; the agency fills in by which channel it told its staff, when, and how many it reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
    Broken,
    Field,
    FileRule,
    Record,
    Records,
    awaits,
    find_awaited,
    find_rules,
    rule,
)
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_with
from pscb_lib.returns.waiting import Waiting

CHANNELS = ("briefing", "newsletter", "team meeting", "training", "procedure")
OF_POINT = ("point", "arises_from", "agreed_on")
SENT = ("channel", "sent_on", "reached_n")
CORRECT = "correct one of the two"


class Origin(Enum):
    """What a learning point arises from."""

    REVIEW = "case review"
    AUDIT = "audit"
    CHILD_DEATHS = "child death panel"
    ELSEWHERE = "other area's review"
    INSPECTION = "inspection"
    GOOD_PRACTICE = "good practice"


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"), context.as_of)
    day = cells.dated(context.as_of)
    return (
        Field("point_id", cells.identifier, "send ids as text"),
        Field("point", cells.text, "say in a few words what is to be learnt"),
        Field("arises_from", cells.member_of(Origin)),
        Field("agreed_on", day, "write it dd/mm/yyyy"),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("role_group", cells.text, "say who is to learn it: health visitors, all staff"),
        Field("staff_n", cells.whole_number, "write how many staff are in this group"),
        Field("channel", cells.optional(cells.one_of(*CHANNELS))),
        Field("sent_on", cells.optional(day), "write it dd/mm/yyyy"),
        Field("reached_n", cells.optional(cells.whole_number),
              "write how many of these staff it reached"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("agreed_on", "sent_on", says="staff were told before the learning was agreed",
      remedy=CORRECT, example={"sent_on": "01/09/2014"})
def is_sent_too_early(row: Record) -> bool:
    """Section 9: learning is disseminated once the group has agreed it."""
    return row["sent_on"] is not None and row["sent_on"] < row["agreed_on"]


@rule("staff_n", "reached_n", says="more staff were reached than there are", remedy=CORRECT,
      example={"reached_n": "45"})
def reaches_more_than_there_are(row: Record) -> bool:
    """Reach is counted among the staff who are to learn it."""
    return row["reached_n"] is not None and row["reached_n"] > row["staff_n"]


@rule("channel", "sent_on", says="learning that was sent has a channel and a day",
      remedy="fill both or neither", example={"channel": ""})
def is_sent_in_part(row: Record) -> bool:
    """A cascade is told by what was done and when."""
    return (row["channel"] is None) != (row["sent_on"] is None)


@rule("sent_on", "reached_n", says="staff were reached and nothing was sent",
      remedy="fill the day and the channel, or clear reached_n",
      example={"channel": "", "sent_on": ""})
def is_reached_and_not_sent(row: Record) -> bool:
    """Nobody is reached by what was not sent."""
    return row["reached_n"] is not None and row["sent_on"] is None


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules across rows."""
    return (*once("point_id", "agency", "role_group", says="are one audience and are not the same",
                  remedy="ask the agency which row stands and remove the other"),
            FileRule("the rows of a point describe it in the same way",
                     "write the same point, origin and day in each of its rows", _described_twice))


def _described_twice(records: Records) -> Iterator[Broken]:
    first: dict[str, Record] = {}
    for row in records:
        one = first.setdefault(row["point_id"], row)
        if other := tuple(name for name in OF_POINT if row[name] != one[name]):
            yield Broken((row["row"],), other, value=row[other[0]], file=row["file"])


@awaits("sent_on", "the channel, the day and how many staff it reached",
        {"channel": "", "sent_on": "", "reached_n": ""})
def is_not_sent(row: Record) -> bool:
    """An agency that says nothing has told nobody, as far as the Board knows."""
    return row["sent_on"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "learning", "Learning sent to staff", make_fields, find_rules(globals()), make_file_rules,
    "learning.csv",
    {"point_id": "L-01", "point": "Bruising in babies who cannot move",
     "arises_from": "case review", "agreed_on": "10/09/2014", "agency": "Children's social care",
     "role_group": "social workers", "staff_n": "44", "channel": "briefing",
     "sent_on": "22/09/2014", "reached_n": "40", "source": "learning and development"},
    known_by("agreed_on", "agreed"), key=("point_id", "agency", "role_group"), describes=AGENCY,
    may_be_empty=True, learnt=known_with("sent_on", *SENT), kept_by_office=True,
    awaited=Waiting(("point_id", "role_group"), lambda context, row: row["agency"],
                    lambda context, records: AWAITED),
    applies=dict.fromkeys(SENT, "staff were told"),
)
