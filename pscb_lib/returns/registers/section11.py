"""Section 11 self-audits (item 8): one row for each agency and standard of a round.

The form is sent out with a blank row for each standard; an agency that has not returned it still
has those rows. A moderated grade may go to the Board once the Q&E group has scrutinised it
("Reporting to PSCB following scrutiny at Q & E Group", Appendix 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pscb_lib.board.agencies import Alias, agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.board.programme import programme_of
from pscb_lib.board.standards import read_standards
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.audit_summary.section11 import (
    WHY_NOT_ASKED,
    Answer,
    Grade,
    SelfAudit,
    Standard,
)
from pscb_lib.framework.english import spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.framework.scheduling.programme import Audit
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Checked, Field, FileRule, Reason, Record, find_rules, rule
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return

ITEM = 8


def make_self_audits(checked: Checked) -> tuple[SelfAudit, ...]:
    """Make one self-audit of the rows of each agency, in the order of their first rows.

    *checked* is, for example, ``load("section11").checked``.
    """
    by_agency: dict[str, list[Record]] = {}
    for record in checked.records:
        by_agency.setdefault(record["agency"], []).append(record)
    return tuple(
        SelfAudit(agency, rows[0]["due_on"], rows[0]["returned_on"],
                  tuple(_answer(row) for row in rows if row["self_grade"]))
        for agency, rows in by_agency.items()
    )


def current_round(context: Context) -> ReportingPeriod:
    """Return the last round that had begun on the day of the report."""
    return latest_round(programme_of(context).item(ITEM), context.as_of)


def latest_round(item: Audit, on: date) -> ReportingPeriod:
    """Return the last round of *item* that had begun by a day; its first round if none had."""
    year = financial_year(on)
    rounds = [period for months in (24, 12, 0) for period in item.periods_in(year.back(months))]
    begun = [one for one in rounds if one.start <= on]
    if begun:
        return max(begun)
    if item.first_period is None:
        raise ValueError(f"item {item.item} has no first round")
    return item.first_period


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns; agencies must be asked, by the register at the end of the round."""
    agency = _asked(read_agencies(context.params / "agencies.csv"), current_round(context).end)
    grade = cells.optional(cells.member_of(Grade))
    grades = ", ".join(grade.value for grade in Grade)
    return (
        Field("round", parse_period, "write the month of the round, such as 2014-11"),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("standard", _one_of(read_standards(context.params / "section11_standards.csv")),
              "number the standards as section 6 does"),
        Field("due_on", cells.day, "write it dd/mm/yyyy"),
        Field("returned_on", cells.optional(cells.day), "write it dd/mm/yyyy"),
        Field("self_grade", grade, f"use one of {grades}"),
        Field("evidence", cells.optional(cells.text)),
        Field("moderated_grade", grade, f"use one of {grades}"),
        Field("scrutinised_on", cells.optional(cells.day), "write it dd/mm/yyyy"),
        Field("good_practice", cells.optional(cells.text)),
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


RULES = find_rules(globals())


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """Return the rules across rows."""
    return once("round", "agency", "standard", says="answer one standard and are not the same",
                remedy="ask the agency which answer stands and remove the other")


def leave_out(context: Context) -> Reason:
    """Leave out rows of other rounds than the report's."""
    current = current_round(context)
    return lambda record: None if record["round"] == current else "about another round"


def _answer(record: Record) -> Answer:
    return Answer(**{name: record[name] for name in Answer.__dataclass_fields__})


def _asked(aliases: Sequence[Alias], on: date) -> cells.Parser:
    """Make a parser of the agencies that section 11 asks; it says why others are not asked."""
    any_agency = agency_parser(aliases, on)
    asked = agency_parser([one for one in aliases if one.section11.is_asked], on)

    def parse(cell: str) -> object:
        agency = any_agency(cell)
        scope = cells.value_of(agency).scope
        if not scope.is_asked:
            raise ValueError(WHY_NOT_ASKED[scope])
        return agency

    return cells.shaped(parse, cells.shape_of(asked))


def _one_of(standards: Sequence[Standard]) -> cells.Parser:
    """Make a parser of the numbers of the Board's *standards*."""
    numbers = {one.number for one in standards}

    def parse(cell: str) -> int:
        number: int = cells.value_of(cells.whole_number(cell))
        if number not in numbers:
            raise ValueError(f"is not one of the {spell(len(numbers))} standards")
        return number

    return cells.shaped(parse, cells.shape_of(cells.one_of(*map(str, sorted(numbers)))))


APPLIES = {
    "returned_on": "the agency has answered", "self_grade": "the agency has answered",
    "evidence": "there is evidence for the grade",
    "moderated_grade": "the group has moderated the grade: the agency leaves it blank",
    "scrutinised_on": "the group has scrutinised the grade: the agency leaves it blank",
    "good_practice": "there is good practice to spread",
}
RETURN = Return(
    "section11", "Section 11 self-audits", make_fields, RULES, make_file_rules,
    "section11.csv",
    {"round": "2014-11", "agency": "Children's social care", "standard": "1",
     "due_on": "28/11/2014", "returned_on": "26/11/2014", "self_grade": "Mostly met",
     "evidence": "supervision file", "source": "case system"},
    leave_out, key=("round", "agency"), describes=AGENCY, kept_by_office=True, applies=APPLIES,
)
