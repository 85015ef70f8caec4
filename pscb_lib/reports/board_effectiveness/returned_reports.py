"""The log of sub-groups' reports: one row for each report that a sub-group owes.

Section 3 of the framework: "Regular activity and outcome reports from sub groups. This will
generally be taken to the operational chairs group which is chaired by the PSCB Chair."
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, awaits, find_awaited, find_rules, rule
from pscb_lib.reports.board_effectiveness.returned_rounds import CORRECT
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_days
from pscb_lib.returns.waiting import Waiting


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    day, words = cells.dated(context.as_of), cells.optional(cells.text)
    written = "write it dd/mm/yyyy"
    return (
        Field("sub_group", cells.text, "name the sub-group"),
        Field("due_on", cells.dated(context.as_of, is_planned=True), written),
        Field("given_on", cells.optional(day), written),
        Field("activity", words, "say what the group did"),
        Field("outcome", words, "say what changed for children"),
        Field("evidence", cells.optional(cells.yes_no), "write yes if it says how that is known"),
        Field("to_chairs_on", cells.optional(day), written),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("given_on", "activity", says="a report that was given says what the group did",
      remedy="fill both or neither", example={"activity": ""})
def says_nothing(row: Record) -> bool:
    """Section 3: "activity and outcome reports"."""
    return (row["given_on"] is None) != (row["activity"] is None)


@rule("given_on", "to_chairs_on", says="went to the operational chairs before it was given",
      remedy=CORRECT, example={"to_chairs_on": "01/06/2014"})
def is_taken_too_early(row: Record) -> bool:
    """Section 3: reports are "taken to the operational chairs group"."""
    return row["to_chairs_on"] is not None and (
        row["given_on"] is None or row["to_chairs_on"] < row["given_on"])


@rule("given_on", "outcome", says="there is an outcome without a report",
      remedy="fill given_on, or take the outcome out",
      example={"given_on": "", "activity": "", "to_chairs_on": ""})
def is_an_outcome_of_nothing(row: Record) -> bool:
    """Section 3: "activity and outcome reports"."""
    return row["outcome"] is not None and row["given_on"] is None


@awaits("given_on", "the report", {"given_on": "", "activity": "", "outcome": "", "evidence": "",
                                   "to_chairs_on": ""})
def is_not_given(row: Record) -> bool:
    """Section 3: regular reports from sub groups."""
    return row["given_on"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "sub_group_reports", "Reports of the sub-groups", make_fields, find_rules(globals()),
    once("sub_group", "due_on", says="are one report and are not the same",
         remedy="take the wrong row out"),
    "sub_group_reports.csv",
    {"sub_group": "Case Review", "due_on": "30/06/2014", "given_on": "27/06/2014",
     "activity": "Two cases considered", "outcome": "Bruising in babies is now reported the same "
     "day", "evidence": "yes", "to_chairs_on": "09/07/2014", "source": "office"},
    known_by("due_on", "due"), describes=AGENCY, may_be_empty=True, kept_by_office=True,
    learnt=known_days("given_on", "to_chairs_on"),
    awaited=Waiting(("sub_group", "due_on"), lambda context, row: row["sub_group"],
                    lambda context, records: AWAITED),
    applies={"given_on": "it was given", "activity": "it was given",
             "outcome": "it says what changed", "evidence": "it says what changed",
             "to_chairs_on": "the operational chairs have had it"},
)
