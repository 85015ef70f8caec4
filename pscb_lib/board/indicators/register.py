"""The register of indicators: ``params/indicators.csv``, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pscb_lib.board.agencies import read_agencies
from pscb_lib.board.decisions import Register, comments_in, read_register
from pscb_lib.board.indicators.nouns import Indicator, Kind, Unit
from pscb_lib.board.indicators.roles import Role, parse_role
from pscb_lib.board.indicators.rules import RULES, at_meetings, of_an_agency
from pscb_lib.board.indicators.sources import parse_source
from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.period_cells import DAYS, YEAR, a_year
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading import cells
from pscb_lib.reading.findings import Finding, InputError
from pscb_lib.reading.rows import Field, Rule

MISS_WORDS = re.compile(r"[a-z][a-z'-]*(?: [a-z'-]+){0,3}")


def _meetings(cell: str) -> tuple[date, ...]:
    return tuple(cells.day(part) for part in cell.split(";") if part.strip())


def _written_year(cell: str) -> str:
    year = parse_year(cell).label
    if cell.strip() != year:
        raise ValueError(f"is not written as {year}")
    return year


def _miss_words(cell: str) -> str:
    if not MISS_WORDS.fullmatch(cell.strip()):
        raise ValueError("is not one to four words in small letters")
    return cell.strip()


cells.shaped(_written_year, cells.Shape(YEAR))
cells.shaped(_meetings, cells.Shape(DAYS, may_be_blank=True))
PARSERS = {
    "role": cells.optional(parse_role),
    "valid_from": a_year,
    "valid_to": cells.optional(a_year),
    "unit": cells.member_of(Unit),
    "kind": cells.member_of(Kind),
    "basis": cells.one_of("quarter", "year to date", "rolling year"),
    "polarity": cells.member_of(Polarity),
    "denominator": cells.optional(cells.text),
    "target": cells.optional(cells.none_for(cells.number, "n/a", "na")),
    "target_upper": cells.optional(cells.none_for(cells.number, "n/a", "na")),
    "target_year": cells.optional(_written_year),
    "timescale_source": cells.optional(parse_source),
    "target_source": cells.optional(parse_source),
    "describes": cells.one_of("agency", "child"),
    "severity": cells.whole_number,
    "review_meetings": _meetings,
    "miss_words": cells.optional(_miss_words),
}
REMEDIES = dict.fromkeys(("timescale_source", "target_source"), "write law: or guidance: and what "
                         "it is set in, or local: and by whom, such as local: illustrative") | {
    "miss_words": "write what such cases were, as in: 12 of 20 were not held; or leave it blank",
    "role": "use a role of the list in docs/roles.md, or leave it blank"}
ADDED = ("timescale_source", "role", "miss_words")  # a register of an earlier release has none
FIELDS = tuple(Field(name, PARSERS.get(name, cells.text),
                     REMEDIES.get(name, "correct the register"),
                     optional=name in ADDED, meaning=meaning)
               for name, meaning in comments_in(Indicator).items())


def read_indicators(path: Path) -> list[Indicator]:
    """Read ``params/indicators.csv``. Raises InputError at the first cell that is wrong."""
    return _read(path, RULES)


def read_beside_others(path: Path) -> list[Indicator]:
    """The same, checked also against ``agencies.csv`` and ``meetings.csv`` beside it.

    Raises what is wrong with one of these only if nothing else is.
    """
    rules, faults = [*RULES], list[InputError]()
    for make in (_agency_rule, _meetings_rule):
        try:
            rules.append(make(path.parent))
        except InputError as fault:
            faults.append(fault)
    found = _read(path, tuple(rules))
    if faults:
        raise faults[0]
    return found


def _agency_rule(params: Path) -> Rule:
    return of_an_agency({one.name for one in read_agencies(params / "agencies.csv")})


def _meetings_rule(params: Path) -> Rule:
    return at_meetings({one.on for one in read_meetings(params / "meetings.csv")
                        if one.group is Group.SCRUTINY})


def indicators_for(indicators: Iterable[Indicator], period: ReportingPeriod) -> list[Indicator]:
    """The indicators as they were defined in the year of *period*, in the register's order."""
    year = period.year
    return [one for one in indicators
            if one.valid_from <= year and (one.valid_to is None or year <= one.valid_to)]


def by_role(register: Iterable[Indicator]) -> dict[Role, Indicator]:
    """The indicators that have a role, by their roles, of those of one year (indicators_for)."""
    return {one.role: one for one in register if one.role}


def _read(path: Path, rules: tuple[Rule, ...]) -> list[Indicator]:
    columns = [field.name for field in FIELDS]
    indicators: dict[int, Indicator] = {}
    faults: list[Finding] = []
    for record in read_register(path, FIELDS, rules):
        indicator = Indicator(**{name: record[name] for name in columns})
        for row, other in indicators.items():
            if _overlap(indicator, other):
                faults += _second(path.name, (row, other), (record["row"], indicator))
        indicators[record["row"]] = indicator
    if faults:
        raise InputError.of(*faults)
    return [*indicators.values()]


def _second(file: str, first: tuple[int, Indicator], second: tuple[int, Indicator]
            ) -> Iterator[Finding]:
    """What is wrong if two rows that are in force together have one id, or one role."""
    (row, other), (last, indicator) = first, second
    if indicator.id == other.id:
        yield Finding(file, "the indicator is defined twice for one year",
                      "end the earlier definition first", last, "id", indicator.id)
    elif indicator.role and indicator.role is other.role:
        yield Finding(file, f"{other.id} in row {row} and {indicator.id} have the same role in one "
                      "year", "leave the role of one of them blank, or end the earlier one first",
                      last, "role", indicator.role.value)


def _overlap(one: Indicator, other: Indicator) -> bool:
    ends = [each.valid_to.first if each.valid_to else date.max for each in (one, other)]
    starts = [each.valid_from.first for each in (one, other)]
    return starts[0] <= ends[1] and starts[1] <= ends[0]


REGISTER = Register(
    "indicators.csv", read_beside_others, "Indicators: what is measured, and against what", FIELDS,
    RULES, key=("id", "valid_from"), used_by="quarterly_data_set, every form, pscb check, and the "
    "papers that quote one of its figures",
    refers={"agency": ("agencies.csv", "name")}, example={
        "id": "C1", "role": Role.CONFERENCES_IN_TIME.value, "valid_from": "2014-15",
        "title": "Initial conferences in 15 working days",
        "definition": "Initial conferences held within 15 working days of the start of the "
        "enquiry.", "agency": "Safeguarding team", "theme": "Protection",
        "priority": "Children who need protection", "numerator": "conferences held in time",
        "denominator": "initial conferences", "unit": "percent", "kind": "flow",
        "basis": "quarter", "polarity": "higher",
        "timescale_source": "guidance: Working Together 2013, chapter 1", "target": "95",
        "target_year": "2014-15", "target_source": "local: illustrative", "describes": "agency",
        "severity": "3", "question": "What held the late conferences up?",
        "lead": "Safeguarding Team Manager", "review_meetings": "2014-11-12;2015-02-11"})
