"""The quarterly data set's return: one row for each indicator and period, from each agency.

An agency sends numerators and denominators, never a rating. A figure sent again for the same
period is a revision: the one submitted last before the report's day is used, and the earlier
one is kept to show what moved.
"""

from __future__ import annotations

from fractions import Fraction

from pscb_lib import cells
from pscb_lib.agencies import agency_parser, nearest, read_agencies
from pscb_lib.context import Context
from pscb_lib.findings import InputError
from pscb_lib.indicators import Indicator, Unit, indicators_for, read_indicators
from pscb_lib.records import Checked, Field, Record, Rule, combine, read_checked
from pscb_lib.returns.once import once
from pscb_lib.spellings import parse_period

STATES = ("not supplied", "no cases", "suppressed", "not collected", "not applicable")
FORMATS = (".csv", ".xlsx")
QUARTER = 3  # months
A_POINT = 1  # how far a percentage sent may lie from its own counts before the row is refused


def read_data_set(context: Context) -> Checked:
    """Read every agency's file in ``data_set/`` as it was known on the report's day.

    Rows submitted later, or about later periods, are left out with that reason.
    """
    if context.period.months != QUARTER:
        raise InputError.at("parameters", "the data set reports on a quarter",
                            "write it like 2014-15 Q3", column="period",
                            value=context.period.label)
    all_years = read_indicators(context.params / "indicators.csv")
    current = {one.id for one in indicators_for(all_years, context.period)}
    paths = sorted(path for path in (context.returns / "data_set").glob("[!~.]*")
                   if path.suffix.lower() in FORMATS)
    if not paths:
        raise InputError.at("data_set", "there is no return in the folder",
                            "put each agency's csv file there")
    by_id = {indicator.id: indicator for indicator in all_years}
    fields = make_fields(context, by_id)

    def leave_out(record: Record) -> str | None:
        if record["submitted_on"] > context.as_of:
            return "submitted after the day of the report"
        if record["indicator"] not in current:
            return "about an indicator that is not on this year's register"
        return "about a later period" if record["period"].end > context.period.end else None

    return combine(read_checked(path, fields, make_rules(by_id), leave_out) for path in paths)


def make_fields(context: Context, by_id: dict[str, Indicator]) -> tuple[Field, ...]:
    """The columns of the return; agencies and indicators are those on the registers."""
    agency = agency_parser(read_agencies(context.params / "agencies.csv"), context.as_of)
    return (
        Field("agency", agency, "use a name from params/agencies.csv"),
        Field("indicator", _indicator_parser(by_id), "use an id from params/indicators.csv"),
        Field("period", parse_period, "write it like 2014-15 Q3"),
        Field("numerator", cells.optional(cells.whole_number), "write a whole number"),
        Field("denominator", cells.optional(cells.whole_number), "write a whole number"),
        Field("actual", cells.optional(cells.number), "write a number without a % sign"),
        Field("status", cells.optional(cells.one_of(*STATES)), "leave blank or use one of these"),
        Field("submitted_on", cells.day, "write it dd/mm/yyyy"),
        Field("source", cells.text, "write published or illustrative"),
        Field("commentary", cells.optional(cells.text)),
    )


def make_rules(by_id: dict[str, Indicator]) -> tuple[Rule, ...]:
    """What must hold within a row, and between the rows of one file."""

    def is_percent(record: Record) -> bool:
        return by_id[record["indicator"]].unit is Unit.PERCENT

    return (
        Rule(("numerator", "status"), "a row needs a figure or the reason why there is none",
             "fill the numerator or the status",
             lambda row: (row["numerator"] is None) == (row["status"] is None)),
        Rule(("numerator", "denominator"), "a percentage needs its denominator",
             "fill the denominator",
             lambda row: is_percent(row) and row["status"] is None and row["denominator"] is None),
        Rule(("numerator", "denominator"), "the numerator must not exceed the denominator",
             "correct one of the two counts",
             lambda row: is_percent(row) and (row["numerator"] or 0) > (row["denominator"] or 0)
             and row["denominator"] is not None),
        Rule(("actual", "numerator", "denominator"),
             "the percentage sent differs from its own counts by more than a point",
             "correct the percentage or the counts",
             lambda row: is_percent(row) and _disagrees(row)),
        Rule(("period",), "a figure is of a quarter or of a month", "write it like 2014-15 Q3",
             lambda row: row["period"].months not in (1, 3)),
        once("indicator", "period", "submitted_on",
             says="the figure was sent twice on one day", remedy="take one of the two rows out"),
    )


def _disagrees(record: Record) -> bool:
    if None in (record["actual"], record["numerator"]) or not record["denominator"]:
        return False
    own = Fraction(100 * record["numerator"], record["denominator"])
    return abs(Fraction(record["actual"]) - own) > A_POINT


def _indicator_parser(by_id: dict[str, Indicator]) -> cells.Parser:
    def parse(cell: str) -> str:
        name = cell.strip()
        if name not in by_id:
            raise ValueError(f"is not on the register of indicators{nearest(name, by_id)}")
        return name

    return parse
