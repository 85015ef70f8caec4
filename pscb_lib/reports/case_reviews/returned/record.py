"""The columns of the return of reviews, and the words that they take."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.framework.audit_summary.areas import Area
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field

SERIOUS, MANAGEMENT, MULTI_AGENCY, ELSEWHERE, NONE = KINDS = (
    "serious case review", "management review", "multi-agency review", "other area's review",
    "not reviewed")
REVIEWED_HERE = (SERIOUS, MANAGEMENT, MULTI_AGENCY)
DIED, HARMED, CUSTODY, NEITHER = CRITERIA = ("died", "seriously harmed", "custody", "neither")
WITHHELD = ("proceedings", "inquest", "panel agreed", "not a serious case review")
AGES = ("under 1", "1 to 4", "5 to 10", "11 to 15", "16 to 17")
FAMILY = ("yes", "no", "not possible")
STEPS = ("notified_on", "considered_on", "decided_on", "begun_on", "completed_on", "published_on")
OF_THE_DECISION = ("kind", "serious_case", "decision_because", "panel_asked", "panel_because")
OF_THE_END = ("standards_tested", "standards_met", "standards_not_met", "family_took_part",
              "withheld_by", "withheld_because")
OF_THE_EVENT = ("practitioners_invited_n", "practitioners_took_part_n")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; the day by which a review is due may be ahead."""
    day, written = cells.dated(context.as_of), "write it dd/mm/yyyy"
    number = cells.optional(cells.whole_number)
    reason, answer = cells.optional(cells.text), cells.optional(cells.yes_no)
    return (
        Field("review_id", cells.identifier, "write SCR-A: no initials and no place"),
        Field("title", cells.text, "write it as the register of actions has it in arising_from"),
        Field("kind", cells.optional(cells.one_of(*KINDS))),
        Field("for_review_id", cells.optional(cells.identifier), optional=True),
        Field("notified_on", day, written),
        *(Field(name, cells.optional(day), written) for name in STEPS[1:4]),
        Field("due_on", cells.optional(cells.dated(context.as_of, is_planned=True)), written),
        *(Field(name, cells.optional(day), written) for name in STEPS[4:]),
        Field("published_where", reason, "say where it can be read"),
        Field("withheld_by", reason, "name one role"),
        Field("withheld_because", cells.optional(cells.one_of(*WITHHELD))),
        Field("criterion", cells.optional(cells.one_of(*CRITERIA))),
        Field("serious_case", answer, "write yes or no"),
        Field("decision_because", reason, "say why"),
        Field("panel_asked", answer, "write yes or no"),
        Field("panel_because", reason, "say what it advised, or why it was not asked"),
        Field("theme", cells.optional(cells.member_of(Area)), optional=True),
        Field("age_band", cells.optional(cells.code("an age band", cells.one_of(*AGES))),
              optional=True),
        *(Field(name, number, "write a whole number") for name in OF_THE_END[:3]),
        *(Field(name, number, "write a whole number") for name in OF_THE_EVENT),
        Field("family_took_part", cells.optional(cells.one_of(*FAMILY))),
        Field("learning_event_on", cells.optional(day), written),
        Field("source", cells.text, "say where the row is from"),
    )


APPLIES = {
    "kind": "it is decided how the case is reviewed",
    "for_review_id": "an agency reviews its own part for another review",
    "considered_on": "the group has considered the case", "decided_on": "the chair has decided",
    "begun_on": "the review has begun", "due_on": "the review has begun",
    "completed_on": "the review is complete", "published_on": "it is published",
    "published_where": "it is published", "withheld_by": "it is complete and not published",
    "withheld_because": "it is complete and not published",
    "theme": "the review is of this area, or staff here can learn from it",
    "age_band": "the case is one of this area", "criterion": "the case is one of this area",
    "serious_case": "the chair has decided",
    "decision_because": "the chair has decided",
    "panel_asked": "a criterion is met and it is no serious case review",
    "panel_because": "the panel was or was not asked",
    "standards_tested": "practice was tested against the Board's standards and criteria",
    "standards_met": "practice was tested against the Board's standards and criteria",
    "standards_not_met": "practice was tested against the Board's standards and criteria",
    "practitioners_invited_n": "practitioners were invited",
    "practitioners_took_part_n": "practitioners were invited",
    "family_took_part": "the review is complete", "learning_event_on": "the event was held",
}
