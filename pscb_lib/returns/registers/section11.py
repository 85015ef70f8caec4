"""Section 11 self-audits (item 8): one row for each agency and standard of a round.

The form is sent out with a blank row for each standard; an agency that has not returned it still
has those rows. A moderated grade may go to the Board once the Q&E group has scrutinised it
("Reporting to PSCB following scrutiny at Q & E Group", Appendix 1). A report has the last round and
the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.agencies import Alias, agency_parser, in_use, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.board.standards import read_standards
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.audit_summary.section11 import WHY_NOT_ASKED, Grade, Proof
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
    Field,
    FileRule,
    Reason,
    Record,
    Rule,
    find_rules,
    rule,
)
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.self_audits import BETWEEN, current_round, standard_parser


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; agencies must be of those that section 11 asks."""
    agency = _asked(read_agencies(context.params / "agencies.csv"))
    grade = cells.optional(cells.member_of(Grade))
    grades = ", ".join(grade.value for grade in Grade)
    return (
        Field("round", parse_period, "write the month of the round, such as 2014-11"),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("standard", standard_parser(context), "number the standards as section 6 does"),
        Field("due_on", cells.day, "write it dd/mm/yyyy"),
        Field("returned_on", cells.optional(cells.day), "write it dd/mm/yyyy"),
        Field("self_grade", grade, f"use one of {grades}"),
        Field("evidence", cells.optional(cells.text)),
        Field("moderated_grade", grade, f"use one of {grades}"),
        Field("scrutinised_on", cells.optional(cells.day), "write it dd/mm/yyyy"),
        Field("good_practice", cells.optional(cells.text)),
        Field("applicable", cells.optional(cells.yes_no), "write yes or no", optional=True),
        Field("why_not", cells.optional(cells.text), optional=True),
        Field("evidence_kind", cells.optional(cells.member_of(Proof)),
              f"use one of {', '.join(one.value for one in Proof)}", optional=True),
        Field("evidence_on", cells.optional(cells.day), "write it dd/mm/yyyy", optional=True),
        Field("signed_off_by", cells.optional(cells.text), "name a role", optional=True),
        Field("specific", cells.optional(cells.text), optional=True),
        Field("joint_with", cells.optional(agency), "use a name from params/agencies.csv",
              optional=True),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("returned_on", "self_grade", says="a grade needs the day on which the form came back",
      remedy="fill returned_on", example={"returned_on": ""})
def is_graded_and_never_returned(row: Record) -> bool:
    """Section 11 of the Children Act 2004: the agency answers for itself, by a form it sends."""
    return row["self_grade"] is not None and row["returned_on"] is None


@rule("self_grade", "moderated_grade", says="only what an agency has graded is moderated",
      remedy="fill the self grade or clear the moderated one",
      example={"self_grade": "", "moderated_grade": "Mostly met"})
def is_moderated_and_never_graded(row: Record) -> bool:
    """Item 8: the group moderates the agency's own grade."""
    return row["moderated_grade"] is not None and row["self_grade"] is None


@rule("moderated_grade", "scrutinised_on", says="Q&E scrutinises moderated grades",
      remedy="fill the moderated grade or clear scrutinised_on",
      example={"scrutinised_on": "10/12/2014"})
def is_scrutinised_without_grade(row: Record) -> bool:
    """Item 8: scrutiny follows moderation."""
    return row["scrutinised_on"] is not None and row["moderated_grade"] is None


@rule("returned_on", "scrutinised_on", says="scrutiny cannot be before the return",
      remedy="correct one of the two dates",
      example={"moderated_grade": "Mostly met", "scrutinised_on": "25/11/2014"})
def is_scrutinised_too_early(row: Record) -> bool:
    """Item 8: a form is scrutinised once it has come."""
    scrutinised, returned = row["scrutinised_on"], row["returned_on"]
    return None not in (scrutinised, returned) and scrutinised < returned


@rule("self_grade", "applicable", says="a standard that does not apply has no grade",
      remedy="clear the grade, or write that it applies",
      example={"applicable": "no", "why_not": "no contact with children"})
def is_graded_and_not_applicable(row: Record) -> bool:
    """Section 6: some standards are specific to some agencies."""
    return row["applicable"] is False and row["self_grade"] is not None


@rule("applicable", "why_not", says="a standard that does not apply needs the reason",
      remedy="say why it does not apply",
      example={"self_grade": "", "standard": "4", "applicable": "no"})
def is_not_applicable_without_reason(row: Record) -> bool:
    """Section 6: "many of the standards are common to all agencies"."""
    return row["applicable"] is False and row["why_not"] is None


@rule("agency", "joint_with", says="an agency has no joint return with itself",
      remedy="name the other agency, or leave it blank",
      example={"joint_with": "Children's social care"})
def is_joint_with_itself(row: Record) -> bool:
    """A joint return is one form of two agencies, and counts once."""
    return row["joint_with"] is not None and row["joint_with"] == row["agency"]


RULES = find_rules(globals())


def make_rules(context: Context) -> tuple[Rule, ...]:
    """Return the rules for one row; an agency has a name of its round."""
    common = {one.number for one in read_standards(context.params / "section11_standards.csv")
              if one.applies_to_all}

    def is_left_out(row: Record) -> bool:
        """Section 6: "many of the standards are common to all agencies"."""
        return row["applicable"] is False and row["standard"] in common

    applies = rule("standard", "applicable", says="this standard applies to every agency",
                   remedy="ask the agency for its grade",
                   example={"self_grade": "", "standard": "1", "applicable": "no",
                            "why_not": "no staff"})
    return (*RULES, *([applies(is_left_out)] if common else []),
            in_use("agency", lambda row: (row["round"].start, row["round"].end)))


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules across rows."""
    return once("round", "agency", "standard", says="answer one standard and are not the same",
                remedy="ask the agency which answer stands and remove the other")


def leave_out(context: Context) -> Reason:
    """Leave out rows of other rounds than the report's and the one before."""
    current = current_round(context)
    rounds = (current, current.back(BETWEEN))
    return lambda record: None if record["round"] in rounds else "about another round"


def _asked(aliases: Sequence[Alias]) -> cells.Parser:
    """Make a parser of the agencies that section 11 asks; it says why others are not asked."""
    any_agency = agency_parser(aliases)
    asked = agency_parser([one for one in aliases if one.section11.is_asked])

    def parse(cell: str) -> object:
        agency = any_agency(cell)
        scope = cells.value_of(agency).scope
        if not scope.is_asked:
            raise ValueError(WHY_NOT_ASKED[scope])
        return agency

    return cells.shaped(parse, cells.shape_of(asked))


APPLIES = {
    "returned_on": "the agency has answered", "self_grade": "the agency has answered",
    "evidence": "there is evidence for the grade",
    "moderated_grade": "the group has moderated the grade: the agency leaves it blank",
    "scrutinised_on": "the group has scrutinised the grade: the agency leaves it blank",
    "good_practice": "there is good practice to spread",
    "applicable": "the standard does not apply", "why_not": "the standard does not apply",
    "evidence_kind": "it is fully or mostly met", "evidence_on": "there is evidence for the grade",
    "signed_off_by": "the form is signed off, once is enough",
    "specific": "the agency has duties of its own under this standard",
    "joint_with": "the form is of two agencies: name the other",
}
RETURN = Return(
    "section11", "Section 11 self-audits", make_fields, make_rules, make_file_rules,
    "section11.csv",
    {"round": "2014-11", "agency": "Children's social care", "standard": "1",
     "due_on": "28/11/2014", "returned_on": "26/11/2014", "self_grade": "Mostly met",
     "evidence": "supervision file", "source": "case system"},
    leave_out, key=("round", "agency"), describes=AGENCY, kept_by_office=True, applies=APPLIES,
)
