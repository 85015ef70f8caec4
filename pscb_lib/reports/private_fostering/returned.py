"""The return of private fostering arrangements: one row for each child and arrangement.

Part IX of the Children Act 1989 and the Children (Private Arrangements for Fostering) Regulations
2005 say which children are notified to the authority. The visits it then owes are a separate return
(:mod:`~pscb_lib.reports.private_fostering.returned_visits`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import as_known
from pscb_lib.framework.ages import birthday, complete_years
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Checked, Field, Record, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.codes import SEXES
from pscb_lib.returns.kinds import Return, known_by

CORRECT = "correct one of the two"
CLOSE = ("grandparent", "brother", "sister", "uncle", "aunt", "step-parent")
REGIONS = ("UK", "Europe", "Africa", "Asia", "Middle East", "Americas and Caribbean", "Oceania",
           "other or not known")
NOTIFIERS = ("parent", "carer", "school", "language school", "GP or health", "housing", "UKVI",
             "social care", "other", "found")
PENDING = "pending"
SUITABLE = ("yes", "yes with requirements", "prohibited", PENDING)
ENDS = ("returned to parent", "16", "looked after", "moved area", "not private fostering", "other")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return; a proposal may begin after the day of the report."""
    day, planned = cells.dated(context.as_of), cells.dated(context.as_of, is_planned=True)
    written = "write it dd/mm/yyyy"
    return (
        Field("arrangement_id", cells.identifier, "send ids as text"),
        Field("dob", day, written, identifying=True),
        Field("sex", cells.coded(SEXES)),
        Field("disabled", cells.yes_no, "write yes or no"),
        Field("birth_region", cells.one_of(*REGIONS)),
        Field("relationship", cells.text, "say what the carer is to the child"),
        Field("notified_on", day, written),
        Field("notified_by", cells.one_of(*NOTIFIERS)),
        Field("proposal", cells.yes_no, "write yes for what has not begun"),
        Field("aware_on", day, written),
        Field("began_on", cells.optional(planned), written),
        Field("ended_on", cells.optional(day), written),
        Field("end_reason", cells.optional(cells.one_of(*ENDS))),
        Field("suitable", cells.one_of(*SUITABLE)),
        Field("dbs_complete", cells.optional(cells.yes_no), "write yes or no"),
        Field("decided_on", cells.optional(day), written, optional=True),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("began_on", "ended_on", says="the arrangement ended before it began", remedy=CORRECT,
      example={"ended_on": "01/05/2013"})
def ends_before_it_begins(row: Record) -> bool:
    """An arrangement is counted from its beginning to its end."""
    began, ended = row["began_on"], row["ended_on"]
    return ended is not None and (began is None or ended < began)


@rule("proposal", "notified_on", "began_on", says="a proposal is notified before it begins, a "
      "running arrangement after that", remedy="correct the one that is wrong",
      example={"proposal": "yes"})
def is_not_what_it_says(row: Record) -> bool:
    """Regulation 4 is about proposals, regulation 7 about arrangements that have begun."""
    began, notified = row["began_on"], row["notified_on"]
    return began != notified and row["proposal"] != (began is None or began > notified)


@rule("aware_on", "notified_on", says="the authority was notified before it was aware",
      remedy=CORRECT, example={"aware_on": "14/05/2013"})
def is_unaware_of_its_notification(row: Record) -> bool:
    """Regulation 8: the clock of the visits starts when the authority becomes aware."""
    return row["notified_on"] < row["aware_on"]


@rule("dob", "notified_on", says="the child is not under 16, or under 18 if disabled",
      remedy="correct one of the two, or take the row out", example={"dob": "12/05/1996"})
def is_of_age(row: Record) -> bool:
    """Part IX of the Children Act 1989 is about children under 16, or under 18 if disabled."""
    return not 0 <= complete_years(row["dob"], row["notified_on"]) < _age_at_end(row)


@rule("relationship", says="a close relative is not a private foster carer",
      remedy="take the row out, or correct the relationship", example={"relationship": "Aunt"})
def is_a_close_relative(row: Record) -> bool:
    """Part IX of the Children Act 1989 leaves out close relatives, not cousins or great-aunts."""
    return row["relationship"].casefold() in CLOSE


@rule("suitable", "decided_on", says="it is decided and pending", remedy=CORRECT,
      example={"suitable": "pending", "decided_on": "01/07/2013"})
def is_decided_and_pending(row: Record) -> bool:
    """Whether the arrangement is suitable is pending until the day on which it is decided."""
    return row["decided_on"] is not None and row["suitable"] == PENDING


@rule("notified_on", "decided_on", says="it is decided before it was notified", remedy=CORRECT,
      example={"decided_on": "12/05/2013"})
def is_decided_too_early(row: Record) -> bool:
    """The clock of the decision starts with the notification."""
    return row["decided_on"] is not None and row["decided_on"] < row["notified_on"]


def learn(frame: pandas.DataFrame, context: Context) -> pandas.DataFrame:
    """Blank the days after that of the report; what was decided after it is pending on it."""
    was_pending = pandas.Series([day is not None and day > context.as_of
                                 for day in frame["decided_on"]], frame.index, dtype=bool)
    known = as_known(frame, context.as_of, "began_on", "ended_on", "decided_on")
    return known.assign(suitable=known["suitable"].where(~was_pending, PENDING),
                        dbs_complete=known["dbs_complete"].where(~was_pending, None))


def with_clock(checked: Checked, context: Context) -> Checked:
    """Replace the date of birth by the days from which and to which an arrangement counts."""
    frame = checked.frame.drop(columns="dob")
    clock = pandas.DataFrame([count_days(row) for row in checked.records], frame.index,
                             ["counts_from", "counts_to"], dtype=object)
    return replace(checked, frame=frame.join(clock))


def count_days(row: Record) -> tuple[date | None, date | None]:
    """Return the day the authority knew of it and the day it ended, at the latest at 16 (or 18)."""
    if row["began_on"] is None:
        return None, None
    start, of_age = max(row["began_on"], row["aware_on"]), birthday(row["dob"], _age_at_end(row))
    return start, max(start, min(of_age, row["ended_on"] or of_age))


def _age_at_end(row: Record) -> int:
    return 18 if row["disabled"] else 16


APPLIES = {
    "sex": "it is known", "began_on": "the arrangement has begun, or the day is planned",
    "ended_on": "the arrangement has ended", "end_reason": "the arrangement has ended",
    "dbs_complete": "the check of the household was asked for",
    "decided_on": "it is decided whether the arrangement is suitable",
}
RETURN = Return(
    "private_fostering", "Private fostering arrangements", make_fields, find_rules(globals()),
    once("arrangement_id", says="have one id and are not the same",
         remedy="correct the id, or take the wrong row out"),
    "private_fostering.csv",
    {"arrangement_id": "PF-001", "dob": "12/05/2003", "sex": "Girl", "disabled": "no",
     "birth_region": "Africa", "relationship": "great-aunt", "notified_on": "13/05/2013",
     "notified_by": "school", "proposal": "no", "aware_on": "10/05/2013",
     "began_on": "02/05/2013", "suitable": "yes", "source": "case system"},
    known_by("notified_on", "notified"), months=12, learnt=learn,
    derive=with_clock, applies=APPLIES,
)
