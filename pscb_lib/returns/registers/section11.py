"""Section 11 self-audits (item 8): one row for each agency and standard of a round.

The form goes out with its nine rows blank; an agency that has not returned it still has
them. A moderated grade may go to the Board once the Q&E group has scrutinised it
("Reporting to PSCB following scrutiny at Q & E Group", Appendix 1).
"""

from __future__ import annotations

from datetime import date

from pscb_lib.board.agencies import agency_parser, read_agencies
from pscb_lib.board.context import Context
from pscb_lib.board.programme import programme_of
from pscb_lib.framework.audit_summary.section11 import NUMBERS, Answer, Grade, SelfAudit
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.framework.scheduling.programme import Audit
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Checked, Field, FileRule, Reason, Record, Rule
from pscb_lib.returns.accepted import read_by
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.registers.section11_rules import RULES

ITEM = 8


def read_section11(context: Context) -> Checked:
    """Read ``section11.csv``: the round that was the latest on the report's day."""
    return read_by(RETURN, [context.returns / RETURN.folder_or_file], context)


def make_self_audits(checked: Checked) -> tuple[SelfAudit, ...]:
    """Put the rows of each agency together, agencies in the order in which they come."""
    by_agency: dict[str, list[Record]] = {}
    for record in checked.frame.to_dict("records"):
        by_agency.setdefault(record["agency"], []).append(record)
    return tuple(
        SelfAudit(agency, rows[0]["due_on"], rows[0]["returned_on"],
                  tuple(_answer(row) for row in rows if row["self_grade"]))
        for agency, rows in by_agency.items()
    )


def current_round(context: Context) -> ReportingPeriod:
    """The round that was the latest on the day of the report."""
    return latest_round(programme_of(context).item(ITEM), context.as_of)


def latest_round(item: Audit, on: date) -> ReportingPeriod:
    """Return the last round of *item* that had begun by a day; its first round if none had."""
    year = financial_year(on)
    rounds = [period for months in (24, 12, 0) for period in item.periods_in(year.back(months))]
    return max((one for one in rounds if one.start <= on), default=item.first_period)


def make_fields(context: Context) -> tuple[Field, ...]:
    """The columns of the return; agencies are those on the register at the time of the round."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"),
                           current_round(context).end)
    grade = cells.optional(cells.member_of(Grade))
    grades = ", ".join(grade.value for grade in Grade)
    return (
        Field("round", parse_period, "write the month of the round, such as 2014-11"),
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("standard", _standard, "number the standards as section 6 does"),
        Field("due_on", cells.day, "write it dd/mm/yyyy"),
        Field("returned_on", cells.optional(cells.day), "write it dd/mm/yyyy"),
        Field("self_grade", grade, f"use one of {grades}"),
        Field("evidence", cells.optional(cells.text)),
        Field("moderated_grade", grade, f"use one of {grades}"),
        Field("scrutinised_on", cells.optional(cells.day), "write it dd/mm/yyyy"),
        Field("good_practice", cells.optional(cells.text)),
        Field("source", cells.text, "write published or illustrative"),
    )


def make_rules(context: Context) -> tuple[Rule, ...]:
    """What must hold within a row."""
    return RULES


def make_file_rules(context: Context) -> tuple[FileRule, ...]:
    """What must hold between the rows."""
    return once("round", "agency", "standard", says="answer one standard and are not the same",
                remedy="ask the agency which answer stands and remove the other")


def leave_out(context: Context) -> Reason:
    """Leave out the rounds before and after the one the report is about."""
    current = current_round(context)
    return lambda record: None if record["round"] == current else "about another round"


def _answer(record: Record) -> Answer:
    return Answer(**{name: record[name] for name in Answer.__dataclass_fields__})


def _standard(cell: str) -> int:
    number = cells.value_of(cells.whole_number(cell))
    if number not in NUMBERS:
        raise ValueError("is not one of the nine standards")
    return number


RETURN = Return(
    "section11", "Section 11 self-audits", make_fields, make_rules, make_file_rules,
    "section11.csv",
    {"round": "2014-11", "agency": "Children's social care", "standard": "1",
     "due_on": "28/11/2014", "returned_on": "26/11/2014", "self_grade": "Mostly met",
     "evidence": "supervision file", "source": "illustrative"},
    leave_out, key=("round", "agency"),
)
