"""The return of themed reviews: one row for each, from the question to the policy that changed.

Section 10 of the framework: a themed review is "based on a methodology tailored to the needs of the
review and which the Board/Q&E Sub Group has agreed", and is "intended to inform/determine
safeguarding policy". A nil return says that none was asked for.
"""

from __future__ import annotations

from itertools import pairwise

from pscb_lib.board.context import Context
from pscb_lib.board.groups import parse_codes
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.audit_summary.audits import AskedForBy
from pscb_lib.framework.scheduling.meetings import PSCB
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, awaits, find_awaited, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return, known_by, known_days
from pscb_lib.returns.waiting import Waiting

CORRECT = "correct one of the two"
STEPS = ("asked_on", "method_agreed_on", "received_on", "presented_on")
PARTS = {"recommendations_accepted_n": "recommendations_n",
         "stakeholders_consulted_n": "stakeholders_n"}


ASKED = cells.member_of((AskedForBy.QUALITY_AND_EFFECTIVENESS, AskedForBy.BOARD), PSCB)


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; the days by which something is due may be ahead."""
    day, written = cells.dated(context.as_of), "write it dd/mm/yyyy"
    planned, words = cells.dated(context.as_of, is_planned=True), cells.optional(cells.text)
    number = cells.optional(cells.whole_number)
    return (
        Field("review_id", cells.identifier, "write it as the register of audits has it"),
        Field("theme", cells.text),
        Field("asked_by", parse_codes(ASKED, context.settings.groups)),
        Field("asked_on", day, written),
        Field("question", cells.text, "write the question that the review answers"),
        Field("method", words, "say in a few words how it is done"),
        Field("method_agreed_on", cells.optional(day), written),
        Field("lead_role", cells.text, "name one role"),
        Field("due_on", planned, written),
        *(Field(name, cells.optional(day), written) for name in STEPS[2:]),
        Field("answer", words, "say in a sentence what the review found"),
        *(Field(name, number, "write a whole number") for pair in PARTS.items()
          for name in reversed(pair)),
        Field("policy", words, "say which policy is to change, and how"),
        Field("policy_promised_on", cells.optional(planned), written),
        Field("policy_changed_on", cells.optional(day), written),
        Field("equality", words, "say which groups of children were looked at, and what was found"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule(*STEPS, says="the steps of a review are not in order", remedy="correct the day that is wrong",
      example={"method_agreed_on": "03/03/2014"})
def is_out_of_order(row: Record) -> bool:
    """Section 10: asked, its methodology agreed, made, and presented to the Board."""
    days = [row[name] for name in STEPS if row[name] is not None]
    return any(later < earlier for earlier, later in pairwise(days))


@rule("asked_on", "due_on", says="the review was due before it was asked for", remedy=CORRECT,
      example={"due_on": "03/03/2014"})
def is_due_before_it_is_asked(row: Record) -> bool:
    """Section 10: the theme is identified by the Board or the group."""
    return row["due_on"] < row["asked_on"]


@rule("received_on", "presented_on", says="a review that has not come was presented",
      remedy="fill the missing day", example={"received_on": "", "answer": "", "policy": "",
                                              "policy_promised_on": "", "policy_changed_on": ""})
def is_presented_before_it_comes(row: Record) -> bool:
    """Section 10: "Themed reviews will be presented to the Board"."""
    return row["presented_on"] is not None and row["received_on"] is None


@rule("policy", "policy_promised_on", "policy_changed_on", says="the day of a policy stands "
      "without the policy", remedy="say which policy", example={"policy": ""})
def changes_no_policy(row: Record) -> bool:
    """Section 10: reviews are "intended to inform/determine safeguarding policy"."""
    days = row["policy_promised_on"], row["policy_changed_on"]
    return row["policy"] is None and days != (None, None)


@rule("recommendations_n", "recommendations_accepted_n", says="more recommendations were accepted "
      "than made", remedy=CORRECT, example={"recommendations_n": "2"})
def accepts_more_than_it_made(row: Record) -> bool:
    """Section 10: what a review recommends informs policy."""
    return _is_more(row, "recommendations_accepted_n")


@rule("stakeholders_n", "stakeholders_consulted_n", says="more stakeholders were consulted than "
      "there are", remedy=CORRECT, example={"stakeholders_n": "5"})
def consults_more_than_all(row: Record) -> bool:
    """Section 10: consultation "with all stakeholders", where possible."""
    return _is_more(row, "stakeholders_consulted_n")


def _is_more(row: Record, part: str) -> bool:
    return row[part] is not None and row[part] > (row[PARTS[part]] or 0)


@awaits("policy", "which policy is to change, or that none is",
        {"policy": "", "policy_promised_on": "", "policy_changed_on": ""})
def changes_nothing(row: Record) -> bool:
    """Section 10: reviews are "intended to inform/determine safeguarding policy"."""
    return row["received_on"] is not None and row["policy"] is None


@awaits("method_agreed_on", "the day on which the method was agreed", {"method_agreed_on": ""})
def has_no_method(row: Record) -> bool:
    """Section 10: a methodology "which the Board/Q&E Sub Group has agreed"."""
    return row["method_agreed_on"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "themed_reviews", "Themed reviews", make_fields, find_rules(globals()),
    once("review_id", says="have one id and are not the same",
         remedy="correct the id, or take the wrong row out"),
    "themed_reviews.csv",
    {"review_id": "TR-01", "theme": "Neglect", "asked_by": "Board", "asked_on": "04/03/2014",
     "question": "Do children notice that help with neglect changes their days?",
     "method": "files, interviews and research", "method_agreed_on": "14/05/2014",
     "lead_role": "Business Manager", "due_on": "05/11/2014", "received_on": "04/11/2014",
     "presented_on": "02/12/2014", "answer": "Plans name what parents do, seldom what changes",
     "recommendations_n": "6", "recommendations_accepted_n": "5", "stakeholders_n": "9",
     "stakeholders_consulted_n": "6", "policy": "Neglect strategy: plans in a child's own words",
     "policy_promised_on": "31/03/2015", "policy_changed_on": "31/03/2015",
     "equality": "Children of pre-school age and disabled children were looked at separately",
     "source": "review report"},
    known_by("asked_on", "asked for"), months=12, describes=AGENCY, may_be_empty=True,
    kept_by_office=True, learnt=known_days(*STEPS[1:], "policy_changed_on"),
    awaited=Waiting(("review_id",), lambda context, row: "Themed reviews",
                    lambda context, records: AWAITED),
    applies={
        "method": "it is agreed how the review is made", "method_agreed_on": "it is agreed",
        "received_on": "the review has come", "presented_on": "the Board has had it",
        "answer": "the review has come", "recommendations_n": "the review has come",
        "recommendations_accepted_n": "the Board has taken its decisions",
        "stakeholders_n": "stakeholders are known", "stakeholders_consulted_n": "some were asked",
        "policy": "a policy is to change", "policy_promised_on": "a day is promised",
        "policy_changed_on": "the policy has changed",
        "equality": "groups of children were looked at separately",
    },
)
