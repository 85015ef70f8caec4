"""The columns of the return of common assessments, and the words that a clerk may write in them."""

from __future__ import annotations

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.framework.audit_summary.audits import AuditGrade
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field
from pscb_lib.returns.codes import ETHNIC_GROUPS

NEEDS_MET, STEPPED_UP, WITHDRAWN = "needs met", "stepped up to social care", "consent withdrawn"
MOVED, NO_ENGAGEMENT, NOT_STARTED = "moved", "no engagement", "not started"
REASONS = NEEDS_MET, STEPPED_UP, NO_ENGAGEMENT, WITHDRAWN, MOVED, NOT_STARTED
CARE = "child in need plan", "child protection plan", "looked after"
TOP_SCORE = 10
CORRECT, WRITTEN = "correct one of the two", "write it dd/mm/yyyy"



APPLIES = {
    "ethnic_group": "it is known", "consent_on": "the day of the family's consent is recorded",
    "lead_agency": "an agency leads", "first_meeting_on": "the first meeting was held",
    "stepped_down_from": "the family came from social care", "closed_on": "it is closed",
    "closed_because": "it is closed", "tool": "the family is scored",
    "score_start": "the family was scored at the start", "score_end": "it was scored at the end",
    "audit_grade": "an audit of quality graded it in the half-year",
}


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return; agencies must be on the register."""
    day = cells.dated(context.as_of)
    agency = agency_parser(read_agencies(context.params / "agencies.csv"))
    known, named = cells.optional(day), "use a name from params/agencies.csv"
    return (
        Field("half_year", cells.code("a half-year", parse_period, has_months=True),
              "write it like 2014-15 H1"),
        Field("assessment_id", cells.identifier, "send ids as text"),
        Field("children_n", cells.whole_number, "give the number of the family's children"),
        Field("ethnic_group", cells.coded(ETHNIC_GROUPS)),
        Field("started_on", day, WRITTEN),
        Field("started_by_agency", agency, named),
        Field("consent_on", known, WRITTEN),
        Field("lead_agency", cells.optional(agency), named),
        Field("stepped_down_from", cells.optional(cells.one_of(*CARE))),
        Field("first_meeting_on", known, WRITTEN),
        Field("closed_on", known, WRITTEN),
        Field("closed_because", cells.optional(cells.one_of(*REASONS))),
        Field("tool", cells.optional(cells.text), "name the scale of both scores"),
        *(Field(name, cells.optional(cells.whole_number), f"write 0 to {TOP_SCORE}")
          for name in ("score_start", "score_end")),
        Field("audit_grade", cells.optional(cells.member_of(AuditGrade)), optional=True),
        Field("source", cells.text, "say where the row is from"),
    )
