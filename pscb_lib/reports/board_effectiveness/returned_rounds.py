"""The round of ratings: one row for each year in which members were asked to rate the Board.

The chair is both rated and a reader of the paper, so that the comments are read by somebody else,
whom the round names. No group of members is asked for: one of under five would tell who it was.
"""

from __future__ import annotations

import re

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import COUNTS
from pscb_lib.framework.folding import fold
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by

CORRECT = "correct one of the two"
CHAIR = re.compile(r"(?<!vice-)(?<!vice )chair")
OF_GROUP = re.compile(r"groups?\b")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    members = "write how many members"
    return (
        Field("year", parse_year, "write it like 2014-15"),
        Field("asked_on", cells.dated(context.as_of), "write it dd/mm/yyyy"),
        Field("closed_on", cells.dated(context.as_of), "write it dd/mm/yyyy"),
        Field("asked_n", cells.whole_number, members),
        Field("returned_n", cells.whole_number, members),
        Field("read_by_role", cells.text, "name the role that reads the comments"),
        Field("chair_saw_comments", cells.yes_no, "write yes if the chair was shown the comments"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("asked_n", "returned_n", says="more members answered than were asked", remedy=CORRECT,
      example={"returned_n": "20"})
def answers_more_than_were_asked(row: Record) -> bool:
    """A form is returned by a member who was asked."""
    return row["returned_n"] > row["asked_n"]


@rule("asked_n", says="no member was asked",
      remedy="write how many were asked, or take the row out",
      example={"asked_n": "0", "returned_n": "0"})
def asks_nobody(row: Record) -> bool:
    """Section 3: an opportunity for members. A year without one has no row."""
    return row["asked_n"] == 0


@rule("year", "closed_on", says="the round was closed before its year began", remedy=CORRECT,
      example={"asked_on": "18/02/2013", "closed_on": "15/03/2013"})
def is_of_a_later_year(row: Record) -> bool:
    """Section 3: an annual opportunity, to rate what the Board did in the year."""
    return row["closed_on"] < row["year"].start


@rule("asked_on", "closed_on", says="the round was closed before it was opened", remedy=CORRECT,
      example={"closed_on": "03/02/2014"})
def is_closed_too_early(row: Record) -> bool:
    """Section 3: members have an opportunity to rate the Board."""
    return row["closed_on"] < row["asked_on"]


def is_chair(role: str) -> bool:
    """Whether a role is the Board's chair: any chair but a vice-chair and the chair of a group."""
    folded = fold(role)
    return bool(CHAIR.search(folded)) and not OF_GROUP.search(folded)


@rule("read_by_role", says="comments on the Board are read by somebody other than its chair",
      remedy="name another role", example={"read_by_role": "Independent Chair"})
def is_read_by_the_chair(row: Record) -> bool:
    """Members who rate the chair write freely only if the chair does not read it."""
    return is_chair(row["read_by_role"])


RETURN = Return(
    "board_rating_rounds", "Rounds of rating the Board", make_fields, find_rules(globals()),
    once("year", says="are of one year and are not the same", remedy="take the wrong row out"),
    "board_rating_rounds.csv",
    {"year": "2013-14", "asked_on": "17/02/2014", "closed_on": "14/03/2014", "asked_n": "18",
     "returned_n": "12", "read_by_role": "Vice-Chair", "chair_saw_comments": "no",
     "source": "office"},
    known_by("closed_on", "closed"), describes=COUNTS, may_be_empty=True, kept_by_office=True,
    key=("year",),
)
