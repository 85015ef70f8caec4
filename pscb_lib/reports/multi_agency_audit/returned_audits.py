"""The auditors' grades: one row for each case, agency, domain and auditor.

A row without an agency grades the agencies together: section 9 of the framework has the audits
"focus on inter-agency practice". Two auditors who grade the same make a pair.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.framework.audit_summary.areas import Area
from pscb_lib.reading import cells
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Broken, Field, FileRule, Record, Records, find_rules, rule
from pscb_lib.reports.multi_agency_audit.of_audits import of_known_audits
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return


class Domain(Enum):
    """What is graded; the last is how well agencies worked together in the case as a whole."""

    VOICE = "child's voice and lived experience"
    ASSESSMENT = "assessment and analysis"
    PLAN = "plan and its review"
    DECISIONS = "decision making"
    INFORMATION = "information sharing"
    OVERSIGHT = "management oversight"
    DIVERSITY = "diversity"
    IMPACT = "impact on the child"
    OVERALL = "overall"


class Grade(Enum):
    """Ofsted's grades, and why there is none. No evidence is no judgement of the practice."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires improvement"
    INADEQUATE = "inadequate"
    NOT_EVIDENCED = "not evidenced"
    NOT_APPLICABLE = "not applicable"

    @property
    def level(self) -> int | None:
        """From 0, inadequate, to 3, outstanding; None if it is no grade."""
        return LEVELS.get(self)


LEVELS = {Grade.INADEQUATE: 0, Grade.REQUIRES_IMPROVEMENT: 1, Grade.GOOD: 2, Grade.OUTSTANDING: 3}
CELL = ("audit_id", "case_ref", "agency", "domain")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; agencies are those on the register."""
    agency = cells.optional(agency_parser(read_agencies(context.params / "agencies.csv")))
    grade, words = cells.member_of(Grade), cells.optional(cells.text)
    named = "use a name from params/agencies.csv"
    return (
        Field("audit_id", cells.text, "write the audit's id on the register"),
        Field("case_ref", cells.identifier, "write the audit's own letter, not a case number"),
        Field("agency", agency, named),
        Field("domain", cells.member_of(Domain)),
        Field("auditor", cells.one_of("1", "2"), "write 1 or 2"),
        Field("auditor_agency", agency, named),
        Field("own_grade", grade),
        Field("moderated_grade", cells.optional(grade)),
        Field("moderated_on", cells.optional(cells.dated(context.as_of, is_planned=True)),
              "write it dd/mm/yyyy"),
        Field("area", cells.optional(cells.member_of(Area))),
        Field("finding", words),
        Field("practice_to_spread", words),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("moderated_grade", "moderated_on", says="a moderated grade has its day, and no other has",
      remedy="fill both or neither", example={"moderated_on": ""})
def is_moderated_in_part(row: Record) -> bool:
    """The Board has grades that auditors have agreed, and on which day."""
    return (row["moderated_grade"] is None) != (row["moderated_on"] is None)


@rule("area", "finding", says="a finding has an area, by which it is compared with earlier ones",
      remedy="fill both or neither", example={"area": ""})
def has_no_area(row: Record) -> bool:
    """A finding that comes again in another audit or review is one of the same area."""
    return (row["area"] is None) != (row["finding"] is None)


@rule("agency", "auditor_agency", says="the auditor grades their own agency",
      remedy="let another auditor grade it too", example={"auditor_agency": "Police"},
      reaction=Reaction.NOTED)
def grades_their_own(row: Record) -> bool:
    """Section 9: members of the Q&E group audit, and each of them is of an agency."""
    return row["agency"] is not None and row["agency"] == row["auditor_agency"]


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules across rows: a row an auditor, and one moderated grade."""
    return (*once(*CELL, "auditor", says="are one auditor's grade and are not the same",
                  remedy="take the wrong row out"),
            FileRule("two moderated grades", "keep the one that was agreed", _find_two))


def _find_two(records: Records) -> Iterator[Broken]:
    found: dict[tuple, list[Record]] = {}
    for row in records:
        if row["moderated_grade"] is not None:
            found.setdefault(tuple(row[name] for name in CELL), []).append(row)
    for rows in found.values():
        if len({row["moderated_grade"] for row in rows}) > 1:
            yield Broken(tuple(row["row"] for row in rows), ("moderated_grade",))


RETURN = Return(
    "case_audits", "Grades of audited cases", make_fields, find_rules(globals()),
    make_file_rules, "case_audits.csv",
    {"audit_id": "MA-02", "case_ref": "A", "agency": "Police", "domain": "information sharing",
     "auditor": "1", "auditor_agency": "YOS", "own_grade": "good", "moderated_grade": "good",
     "moderated_on": "09/06/2014", "area": "information sharing",
     "finding": "Minutes came after the next visit", "source": "auditors"},
    may_be_empty=True, kept_by_office=True, leave_out=of_known_audits,
    applies={"agency": "one agency's work is graded", "auditor_agency": "it is known",
             "moderated_grade": "the grades were moderated",
             "moderated_on": "the grades were moderated", "area": "there is a finding",
             "finding": "something is to be learnt",
             "practice_to_spread": "there is good practice to spread"},
)
