"""The return of other areas' reviews: one row for each published review that the group chose.

Section 11 of the framework: the group learns from serious case reviews of other areas too. There
are more of them than a group can read, so that it lists those it means to consider.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, awaits, find_awaited, find_rules, rule
from pscb_lib.reports.learning.returned import CORRECT
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_days
from pscb_lib.returns.waiting import Waiting


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    day, words = cells.dated(context.as_of), cells.optional(cells.text)
    return (
        Field("area", cells.text, "name the area whose review it is"),
        Field("review", cells.text, "name it as it was published, without a child's name"),
        Field("published_on", day, "write it dd/mm/yyyy"),
        Field("considered_on", cells.optional(day), "write it dd/mm/yyyy"),
        Field("applies", cells.optional(cells.yes_no), "write yes or no"),
        Field("why", words, "say why it applies here, or why not"),
        Field("action_ids", words, "write the ids of the actions that came of it"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("published_on", "considered_on", says="the review was considered before it was published",
      remedy=CORRECT, example={"considered_on": "01/06/2014"})
def is_considered_too_early(row: Record) -> bool:
    """A review is considered once it is published."""
    return row["considered_on"] is not None and row["considered_on"] < row["published_on"]


@rule("considered_on", "applies", "why",
      says="a review that was considered says whether it applies here, and why",
      remedy="fill applies and why, or clear considered_on", example={"why": ""})
def is_considered_without_result(row: Record) -> bool:
    """To consider a review is to say what it means here."""
    is_considered = row["considered_on"] is not None
    return is_considered and (row["applies"] is None or row["why"] is None)


@awaits("considered_on", "the day it was considered, and whether it applies here",
        {"considered_on": "", "applies": "", "why": ""})
def is_not_considered(row: Record) -> bool:
    """The group chose it and has not considered it."""
    return row["considered_on"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "other_reviews", "Other areas' reviews", make_fields, find_rules(globals()),
    once("area", "review", says="are one review and are not the same",
         remedy="correct the name, or take the wrong row out"),
    "other_reviews.csv",
    {"area": "another county", "review": "Review C", "published_on": "07/07/2014",
     "considered_on": "10/09/2014", "applies": "yes",
     "why": "the same gap between midwives and health visitors", "source": "review group"},
    known_by("published_on", "published"), describes=AGENCY, may_be_empty=True,
    learnt=known_days("considered_on"), kept_by_office=True,
    awaited=Waiting(("area", "review"), lambda context, row: "Case review group",
                    lambda context, records: AWAITED),
    applies={"considered_on": "the group has considered it", "applies": "it was considered",
             "why": "it was considered", "action_ids": "actions came of it"},
)
