"""The rounds of Section 11 self-audits, and the forms made from checked rows.

Section 6 of the framework asks "all statutory agencies, and agencies who are commissioned" to
comply; item 8 of Appendix 1 asks them in a round every other November.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from pscb_lib.board.context import Context
from pscb_lib.board.programme import programme_of
from pscb_lib.board.standards import read_standards
from pscb_lib.framework.audit_summary.section11 import Answer, Scope, SelfAudit
from pscb_lib.framework.english import spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.framework.scheduling.programme import Audit
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Checked, Record

ITEM, BETWEEN = 8, 24  # of Appendix 1; months between two rounds


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


def standard_parser(context: Context) -> cells.Parser:
    """Make a parser of the numbers of the Board's own standards."""
    numbers = {one.number for one in read_standards(context.params / "section11_standards.csv")}

    def parse(cell: str) -> int:
        number: int = cells.value_of(cells.whole_number(cell))
        if number not in numbers:
            raise ValueError(f"is not one of the {spell(len(numbers))} standards")
        return number

    return cells.shaped(parse, cells.shape_of(cells.one_of(*map(str, sorted(numbers)))))


def make_self_audits(checked: Checked, of: ReportingPeriod | None = None
                     ) -> tuple[SelfAudit, ...]:
    """Make one self-audit of the rows of each agency in one round, in the order of their rows.

    Without *of* it is the last round that *checked* has, such as
    ``load("section11").checked``. A joint return is one self-audit.
    """
    rounds = sorted({one["round"] for one in checked.records})
    of = of or next(reversed(rounds), None)
    by_agency: dict[str, list[Record]] = {}
    for record in checked.records:
        if record["round"] == of:
            by_agency.setdefault(record["agency"], []).append(record)
    last, joint = next(reversed(rounds), None), _joint(by_agency)
    kept = {agency for agency in by_agency if not _is_answered_for(agency, by_agency, joint)}
    return tuple(_self_audit(rows, last, joint[agency] - kept)
                 for agency, rows in by_agency.items() if agency in kept)


def _joint(by_agency: Mapping[str, Sequence[Record]]) -> dict[str, set[str]]:
    """The agencies that each has a joint return with, whichever of them says so."""
    joint: dict[str, set[str]] = {agency: set() for agency in by_agency}
    for agency, rows in by_agency.items():
        for other in filter(None, (row["joint_with"] for row in rows)):
            joint[agency].add(other)
            joint.setdefault(other, set()).add(agency)
    return joint


def _is_answered_for(agency: str, by_agency: Mapping[str, Sequence[Record]],
                     joint: Mapping[str, set[str]]) -> bool:
    """Whether another agency has answered for it: it has no answer, or repeats the other's."""
    order = [*by_agency]
    others = {one for one in joint[agency] & by_agency.keys() if _has_answered(by_agency[one])}
    if not _has_answered(by_agency[agency]):
        return bool(others)
    named = {row["joint_with"] for row in by_agency[agency]}
    return any(order.index(one) < order.index(agency) for one in others & named)


def _has_answered(rows: Sequence[Record]) -> bool:
    return any(row["self_grade"] for row in rows)


def _self_audit(rows: Sequence[Record], last: ReportingPeriod | None, others: set[str]
                ) -> SelfAudit:
    first = rows[0]
    return SelfAudit(
        _called(first["agency"], last), first["due_on"], first["returned_on"],
        tuple(_answer(row) for row in rows if row["self_grade"]),
        getattr(first["agency"], "scope", Scope.STATUTORY), tuple(sorted(others)),
        tuple((row["standard"], row["why_not"]) for row in rows if row["applicable"] is False),
        next((row["signed_off_by"] for row in rows if row["signed_off_by"]), None))


def _called(agency: str, last: ReportingPeriod | None) -> str:
    """The agency's own name, or the name that it answered by if that ended before the last round.

    A body that ended is not the one that took its place: what one answered is not the other's.
    """
    called = getattr(agency, "called", ())
    if called and last and all(one.valid_to < last.start for one in called):
        return str(called[0].alias)
    return str(agency)


def _answer(record: Record) -> Answer:
    return Answer(**{name: record[name] for name in Answer.__dataclass_fields__})
