"""The register of audits (items 16 and 20, and themed reviews): one row for each.

Sections 8 to 10: the Q&E group is informed of every safeguarding audit; if it asks for an audit,
it outlines the area and the timescale; cases of multi-agency audits are selected randomly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.board.groups import parse_codes
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.audit_summary.areas import Area
from pscb_lib.framework.audit_summary.audits import (
    AskedForBy,
    AuditGrade,
    BoardToKnow,
    CommissionedAs,
    DoneBy,
    Kind,
    RegisteredAudit,
)
from pscb_lib.framework.scheduling.meetings import PSCB
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
    Awaited,
    Broken,
    Field,
    FileRule,
    Reason,
    Record,
    Records,
    awaits,
    find_awaited,
    find_rules,
    rule,
)
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.waiting import Waiting

ASKED = cells.member_of(AskedForBy, PSCB)
NAMES = tuple(RegisteredAudit.__dataclass_fields__)
LAST_ADEQUATE = date(2013, 11, 30)


def make_audits(records: Iterable[Record]) -> tuple[RegisteredAudit, ...]:
    """Make audits of checked rows, such as ``load("audits").checked.records``."""
    return tuple(RegisteredAudit(**{name: row[name] for name in NAMES}) for row in records)


@rule("kind", "agency", says="a single-agency audit names its agency", remedy="fill the agency",
      example={"agency": ""})
def names_no_agency(row: Record) -> bool:
    """Section 8: single agencies audit their own safeguarding."""
    return row["kind"] is Kind.SINGLE_AGENCY and row["agency"] is None


@rule("asked_for_by", "theme", "asked_on", "due_on",
      says="a request outlines the area to be audited along with the timescale (section 8)",
      remedy="fill the theme and both dates", example={"asked_for_by": "Q&E", "theme": ""})
def lacks_its_outline(row: Record) -> bool:
    """Section 8: the group will outline "the area to be audited along with the timescale"."""
    return _one(row).lacks_outline


@rule("kind", "cases_at_random",
      says="cases of a multi-agency audit are selected randomly (section 9)",
      remedy="write yes, or register it as another kind of audit",
      example={"kind": "multi-agency", "cases_at_random": "no"})
def chooses_its_cases(row: Record) -> bool:
    """Section 9: cases of multi-agency audits are selected randomly."""
    return _one(row).breaks_random_choice


@rule("asked_on", "received_on", says="an audit cannot come before it was asked for",
      remedy="correct one of the two dates", example={"asked_on": "07/05/2014"})
def comes_before_it_was_asked_for(row: Record) -> bool:
    """An audit answers the request for it."""
    asked, received = row["asked_on"], row["received_on"]
    return None not in (asked, received) and received < asked


@rule("audit_id", "reaudit_of", says="an audit cannot repeat itself",
      remedy="write the id of the earlier audit", example={"reaudit_of": "SA-01"})
def repeats_itself(row: Record) -> bool:
    """Section 8: a follow-up report is evidence of improvements since the first."""
    return row["reaudit_of"] == row["audit_id"]


@rule("equality_examined", "equality_found", says="something was found about equality, which was "
      "not examined", remedy="correct one of the two",
      example={"equality_examined": "no", "equality_found": "Girls were seen less often"})
def finds_what_it_did_not_examine(row: Record) -> bool:
    """Section 2: services are audited for compliance with equalities and diversity legislation."""
    return row["equality_examined"] is False and row["equality_found"] is not None


@rule("grade", "received_on", says="adequate was a grade until November 2013 alone",
      remedy="write Requires improvement", example={"grade": "Adequate"})
def has_a_grade_of_before(row: Record) -> bool:
    """The third grade has been called "requires improvement" since then."""
    is_later = row["received_on"] is None or row["received_on"] > LAST_ADEQUATE
    return row["grade"] is AuditGrade.ADEQUATE and is_later


RULES = find_rules(globals())


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; agencies must be on the register."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"), context.as_of)
    day = cells.optional(cells.day)
    words = cells.optional(cells.text)
    return (
        Field("audit_id", cells.text),
        Field("kind", cells.member_of(Kind)),
        Field("agency", cells.optional(agency), "use a name from params/agencies.csv"),
        Field("theme", words),
        Field("asked_for_by", parse_codes(ASKED, context.settings.groups)),
        *(Field(name, day, "write it dd/mm/yyyy") for name in ("asked_on", "due_on")),
        Field("received_on", day, "write it dd/mm/yyyy"),
        Field("cases", cells.optional(cells.whole_number),
              "write a whole number, or leave it blank where it may not be sent"),
        Field("cases_at_random", cells.optional(cells.yes_no), "write yes or no"),
        Field("grade", cells.optional(cells.member_of(AuditGrade))),
        Field("action_plan_on", day, "write it dd/mm/yyyy"),
        Field("follow_up_due_on", day, "write it dd/mm/yyyy"),
        Field("follow_up_on", day, "write it dd/mm/yyyy"),
        Field("scrutinised_on", day, "write it dd/mm/yyyy"),
        Field("good_practice", words),
        Field("spread_on", day, "write it dd/mm/yyyy"),
        Field("main_finding", words,
              "say in a sentence what the audit found about practice with children",
              optional=True),
        *_later_fields(),
        Field("source", cells.text, "say where the row is from"),
    )


def _later_fields() -> tuple[Field, ...]:
    """The columns that a file of an earlier form may lack; blank is not recorded."""
    answer, words = cells.optional(cells.yes_no), cells.optional(cells.text)
    chosen = (("area", Area), ("commissioned_as", CommissionedAs), ("done_by", DoneBy),
              ("board_to_know", BoardToKnow))
    return (
        *(Field(name, cells.optional(cells.member_of(choices)), optional=True)
          for name, choices in chosen),
        Field("findings_n", cells.optional(cells.whole_number), "write a whole number",
              optional=True),
        *(Field(name, answer, "write yes or no", optional=True)
          for name in ("report_supplied", "plan_supplied", "equality_examined")),
        Field("reaudit_of", words, "write the id of the audit that this one repeats",
              optional=True),
        Field("equality_found", words, "say what was found about groups of children",
              optional=True),
    )


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules across rows."""
    return (*once("audit_id", says="register one audit and are not the same",
                  remedy="give each audit an id of its own"),
            FileRule("repeats an audit that is not on the register",
                     "correct the id, or register that audit", _find_unpaired))


def _find_unpaired(records: Records) -> Iterator[Broken]:
    known = {*records.column("audit_id")}
    return (Broken((row["row"],), ("reaudit_of",), value=row["reaudit_of"]) for row in records
            if row["reaudit_of"] not in (None, *known))


def leave_out(context: Context) -> Reason:
    """Leave out audits asked for after the day of the report."""
    def reason(record: Record) -> str | None:
        is_later = record["asked_on"] is not None and record["asked_on"] > context.as_of
        return "asked for after the day of the report" if is_later else None

    return reason


def _one(record: Record) -> RegisteredAudit:
    return make_audits([record])[0]


SEVERAL = "Several agencies"


def make_awaited(context: Context, records: Records) -> tuple[Awaited, ...]:
    """Return what a record may still lack on the day of the report."""
    as_of = context.as_of

    @awaits("due_on", "the day on which it is due", {"due_on": "", "received_on": ""})
    def has_no_day(row: Record) -> bool:
        """Section 8: the group outlines the timescale of what it asks for."""
        return row["due_on"] is None and row["received_on"] is None

    @awaits("received_on", "its report, and the day it was received", {"received_on": ""})
    def has_not_come(row: Record) -> bool:
        """Section 8: the group receives the findings of every audit."""
        is_due = row["due_on"] is not None and row["due_on"] <= as_of
        return is_due and row["received_on"] is None

    @awaits("grade", "its grade", {"grade": ""})
    def has_no_grade(row: Record) -> bool:
        """Section 8: an audit that was received says how good practice is."""
        return row["received_on"] is not None and row["grade"] is None

    return find_awaited(locals())


APPLIES = {
    "agency": "the audit is of one agency", "theme": "the audit was asked for",
    "asked_on": "the audit was asked for", "due_on": "a day was agreed",
    "received_on": "its report has come", "cases": "cases were looked at",
    "cases_at_random": "it is a multi-agency audit", "grade": "its report has come",
    "action_plan_on": "it has an action plan", "follow_up_due_on": "a follow-up was agreed",
    "follow_up_on": "it was followed up", "scrutinised_on": "the group has scrutinised it",
    "good_practice": "it found good practice to spread",
    "spread_on": "good practice was passed on", "main_finding": "its report has come",
    "area": "it is known", "commissioned_as": "it is known",
    "done_by": "the audit is of one agency", "findings_n": "its report has come",
    "report_supplied": "the group asked for the report",
    "plan_supplied": "the group asked for the plan",
    "board_to_know": "the group has decided whether the Board is told",
    "reaudit_of": "it looks again at an earlier audit", "equality_examined": "its report has come",
    "equality_found": "equality was examined",
}
WAITING = Waiting(("audit_id",), lambda context, row: row["agency"] or SEVERAL, make_awaited)
RETURN = Return(
    "audits", "Register of audits", make_fields, RULES, make_file_rules, "audits.csv",
    {"audit_id": "SA-01", "kind": "single-agency", "agency": "Children's social care",
     "theme": "Supervision on children's files", "asked_for_by": "agency",
     "due_on": "07/05/2014", "received_on": "06/05/2014", "cases": "20", "grade": "Good",
     "source": "case system"},
    leave_out, describes=AGENCY, awaited=WAITING, kept_by_office=True, applies=APPLIES,
)
