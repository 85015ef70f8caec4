"""The columns of the return of conferences, and the codes that its cells may have.

A review that was due and not held has a row too, without ``held_on``; so has a plan that ended
between two conferences, with the review that would have been due. ``category`` and ``end_reason``
follow the children in need census. A row that was imported from that census may lack what it does
not have, and may tell of a plan whose next review is not yet due. Which age is too young to take
part is local.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field
from pscb_lib.returns.codes import ETHNIC_GROUPS, SEXES

INITIAL, PRE_BIRTH, TRANSFER_IN = FIRST = ("initial", "pre-birth", "transfer-in")
REVIEW, RECEIVED = REVIEWS = ("review", "receiving-in review")
OWN_INITIAL = (INITIAL, PRE_BIRTH)  # those with the clock of 15 working days
LATE_BECAUSE = ("agency availability", "report not ready", "family", "chair", "interpreter",
                "sibling's assessment", "other")
PLAN, ADJOURNED = "plan", "adjourned"
OUTCOMES = (PLAN, "CIN plan", "early help", "none", ADJOURNED)
CATEGORIES = {"neglect": ("NEG",), "physical abuse": ("PHY",), "sexual abuse": ("SAB",),
              "emotional abuse": ("EMO",), "multiple": ("MUL",)}
END_REASONS = ("lower risk", "looked after", "moved", "18", "died", "other")
TOOK_PART = ("attended", "advocate", "written or drawn", "told to chair")
CHILD_PARTS = (*TOOK_PART, "too young", "declined", "not asked")

HELD = "the conference was held"
APPLIES = {
    "family_id": "the row is not imported from a census",
    "dob": "the child is born", "expected_dob": "the child is not yet born",
    "sex": "it is known", "ethnicity": "it is known",
    "enquiry_started_on": "an initial conference followed an enquiry under section 47",
    "strategy_on": "an initial conference followed a strategy discussion",
    "notified_on": "the child's plan was transferred from another authority",
    "due_on": "it is a review", "held_on": HELD,
    "late_because": "it was held late, or is overdue",
    "quorate": HELD, "went_ahead_because": "it was not quorate", "outcome": HELD,
    "dissent": HELD, "category": "the outcome is a plan", "plan_start": "the child has a plan",
    "plan_end": "the plan has ended", "end_reason": "the plan has ended",
    "earlier_plan": "the child has a plan", "child_part": HELD, "parent_part": HELD,
    "parent_got_report_on": "a parent was given the report",
}


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return; only the day on which a review is due may be ahead."""
    written, answer = "write it dd/mm/yyyy", "write yes or no"
    day = cells.optional(cells.dated(context.as_of))
    ahead = cells.optional(cells.dated(context.as_of, is_planned=True))
    yes_no = cells.optional(cells.yes_no)

    def choice(*words: str) -> cells.Parser:
        return cells.optional(cells.one_of(*words))

    return (
        Field("conference_id", cells.identifier, "send ids as text"),
        Field("family_id", cells.optional(cells.identifier), "send ids as text"),
        Field("child_id", cells.identifier, "send ids as text", identifying=True),
        Field("kind", cells.one_of(*FIRST, *REVIEWS)),
        Field("dob", day, written, identifying=True),
        Field("expected_dob", ahead, written, identifying=True),
        Field("sex", cells.coded(SEXES)),
        Field("ethnicity", cells.coded(ETHNIC_GROUPS)),
        Field("enquiry_started_on", day, written),
        Field("strategy_on", day, written),
        Field("notified_on", day, written),
        Field("due_on", ahead, written),
        Field("held_on", day, written),
        Field("late_because", choice(*LATE_BECAUSE)),
        Field("quorate", yes_no, answer),
        Field("went_ahead_because", cells.optional(cells.text)),
        Field("outcome", choice(*OUTCOMES)),
        Field("dissent", yes_no, answer),
        Field("category", cells.optional(cells.coded(CATEGORIES))),
        Field("plan_start", day, written),
        Field("plan_end", day, written),
        Field("end_reason", choice(*END_REASONS)),
        Field("earlier_plan", yes_no, answer),
        Field("child_part", choice(*CHILD_PARTS)),
        Field("parent_part", yes_no, answer),
        Field("parent_got_report_on", day, written),
        Field("source", cells.text, "say where the row is from"),
    )
