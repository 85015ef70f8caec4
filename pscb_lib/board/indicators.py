"""The register of indicators: what is measured, by whom, against what, and what to ask.

Section 7: "PI's should be viewed as raising questions and issues requiring further
interrogation and rarely provide an explanation for what is observed." So every indicator
has its challenge question. The register is the Board's decision for a year, so it is data:
``params/indicators.csv``, each row valid from one financial year to another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Polarity, Target
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field, Rule

INDICATORS = "indicators"  # the table of their figures, in every report that has some


class Unit(Enum):
    """The unit of an actual."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate per 10,000"


class Kind(Enum):
    """What is counted: events in a period, children at a date, or events followed up later."""

    FLOW = "flow"
    STOCK = "stock"
    COHORT = "cohort"


@dataclass(frozen=True)
class Indicator:
    """One row of the register; the names of the fields are the columns of the file."""

    id: str
    valid_from: ReportingPeriod
    valid_to: ReportingPeriod | None
    title: str
    definition: str
    agency: str
    theme: str
    priority: str
    numerator: str
    denominator: str | None
    unit: Unit
    kind: Kind
    basis: str
    polarity: Polarity
    target: Decimal | None
    target_upper: Decimal | None
    target_year: str | None
    target_source: str | None
    describes: str
    severity: int
    question: str
    lead: str
    review_meetings: tuple[date, ...]

    @property
    def required(self) -> Target:
        """The target as :func:`pscb_lib.framework.rag.rate` takes it: a number, a band or None."""
        low, high = self.target, self.target_upper
        if self.polarity is Polarity.BAND and low is not None and high is not None:
            return low, high
        return low

    @property
    def is_statutory(self) -> bool:
        """Whether the target is set in statute or statutory guidance."""
        return (self.target_source or "").startswith("statutory")


def _meetings(cell: str) -> tuple[date, ...]:
    return tuple(cells.day(part) for part in cell.split(";") if part.strip())


PARSERS = {
    "valid_from": parse_year,
    "valid_to": cells.optional(parse_year),
    "unit": cells.member_of(Unit),
    "kind": cells.member_of(Kind),
    "basis": cells.one_of("quarter", "year to date", "rolling year"),
    "polarity": cells.member_of(Polarity),
    "denominator": cells.optional(cells.text),
    "target": cells.optional(cells.none_for(cells.number, "n/a", "na")),
    "target_upper": cells.optional(cells.none_for(cells.number, "n/a", "na")),
    "target_year": cells.optional(cells.text),
    "target_source": cells.optional(cells.text),
    "describes": cells.one_of("agency", "child"),
    "severity": cells.whole_number,
    "review_meetings": _meetings,
}
FIELDS = tuple(Field(column.name, PARSERS.get(column.name, cells.text), "correct the register")
               for column in fields(Indicator))
RULES = (
    Rule(("target", "target_upper"), "a band needs its lower and its upper end",
         "fill target and target_upper",
         lambda row: row["polarity"] is Polarity.BAND and None in (row["target"],
                                                                   row["target_upper"])),
    Rule(("target", "target_upper"), "the lower end of a band is above its upper end",
         "swap the two",
         lambda row: None not in (row["target"], row["target_upper"])
         and row["target"] > row["target_upper"]),
    Rule(("unit", "denominator"), "a percentage needs a denominator",
         "say what it is a percentage of",
         lambda row: row["unit"] is Unit.PERCENT and row["denominator"] is None),
    Rule(("unit", "target", "target_upper"),
         "a percentage to reach lies between 1 and 100, or is 0", "write 97 for 97%",
         lambda row: row["unit"] is Unit.PERCENT
         and any(end and not 1 <= end <= 100 for end in (row["target"], row["target_upper"]))),
    Rule(("polarity", "target"), "where neither way is better there is no target",
         "clear the target or say which way is better",
         lambda row: row["polarity"] is Polarity.NEUTRAL and row["target"] is not None),
    Rule(("kind", "basis"), "a stock is counted at the quarter's end and not summed over a year",
         "give it the basis quarter",
         lambda row: row["kind"] is Kind.STOCK and row["basis"] != "quarter"),
    Rule(("valid_from", "valid_to"), "a definition cannot end before it begins",
         "correct one of the two years",
         lambda row: row["valid_to"] is not None and row["valid_to"] < row["valid_from"]),
)


def read_indicators(path: Path) -> list[Indicator]:
    """Read ``params/indicators.csv``. Raises InputError at the first cell that is wrong."""
    columns = [field.name for field in FIELDS]
    indicators: list[Indicator] = []
    for record in read_register(path, FIELDS, RULES):
        indicator = Indicator(**{name: record[name] for name in columns})
        if any(_overlap(indicator, other) for other in indicators):
            raise InputError.at(path.name, "the indicator is defined twice for one year",
                                "end the earlier definition first", row=record["row"],
                                column="id", value=indicator.id)
        indicators.append(indicator)
    return indicators


def indicators_for(indicators: Iterable[Indicator], period: ReportingPeriod) -> list[Indicator]:
    """The indicators as they were defined in the year of *period*, in the register's order."""
    year = period.year
    return [one for one in indicators
            if one.valid_from <= year and (one.valid_to is None or year <= one.valid_to)]


def _overlap(one: Indicator, other: Indicator) -> bool:
    ends = [each.valid_to.first if each.valid_to else date.max for each in (one, other)]
    starts = [each.valid_from.first for each in (one, other)]
    return one.id == other.id and starts[0] <= ends[1] and starts[1] <= ends[0]


REGISTER = Register("indicators.csv", read_indicators)
