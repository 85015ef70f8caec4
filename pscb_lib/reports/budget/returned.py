"""The return of the budget: one row for each line and month of the year, in pounds and pence.

Item 3 of Appendix 1: "Budget monitoring, monthly". The budget and its profile are set for all
twelve months before the year begins: a profile says when money is to be spent, and is never a
twelfth of the budget a month. What came of a month is added once it is over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.disclosure.tables.grid import TOTALS
from pscb_lib.framework.folding import fold
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells
from pscb_lib.reading.rows import (
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

CORRECT = "correct one of the two"
NOT_CLOSED = "the reserve is not its opening and income without spend"
BALANCES = "budget_year", "profile_to_date", "actual_to_date", "forecast_year"
SINCE = ("actual_to_date", "committed", "forecast_year", "note")  # known once the month is over
BUSINESS_MANAGER = "Business Manager"
MARCH = 3


class Kind(Enum):
    """What a line of the budget is; a reserve has balances."""

    INCOME = "income"
    SPEND = "spend"
    RESERVE = "reserve"


def a_month(cell: str) -> ReportingPeriod:
    """Parse a month. Raises ValueError for any other period."""
    period = parse_period(cell)
    if period.months != 1:
        raise ValueError("is not a month, such as 2014-10")
    return period


cells.shaped(a_month, cells.Shape("period"))
FIELDS = (
    Field("month", cells.code("a month", a_month, has_months=True), "write it like 2014-10"),
    Field("line", cells.text, "name the line as in the budget that the Board agreed"),
    Field("kind", cells.member_of(Kind)),
    Field("opening", cells.optional(cells.pounds), "write the balance of a reserve on 1 April"),
    Field("budget_year", cells.pounds, "write pounds and pence; of a reserve, its balance"),
    Field("profile_to_date", cells.pounds, "write what was planned by the end of the month"),
    Field("actual_to_date", cells.optional(cells.pounds), "write what came by then"),
    Field("committed", cells.optional(cells.pounds), "write what is ordered and not yet paid"),
    Field("forecast_year", cells.optional(cells.pounds), "write what is expected by 31 March"),
    Field("note", cells.optional(cells.text), "say in a few words why it differs", optional=True),
    Field("source", cells.text, "say where the row is from"),
)


@rule("line", says="a total is no line of the budget", remedy="take the row out: totals are "
      "worked out", example={"line": "Total"})
def is_a_total(row: Record) -> bool:
    """A line of all lines would count their pounds twice."""
    return fold(row["line"]) in TOTALS


@rule("kind", "opening", says="a reserve has a balance on 1 April, and no other line has one",
      remedy="fill opening for a reserve alone", example={"opening": "100.00"})
def opens_wrongly(row: Record) -> bool:
    """The reserve at the year's end is its opening, with income and without spend."""
    return (row["kind"] is Kind.RESERVE) != (row["opening"] is not None)


@rule("kind", "budget_year", "profile_to_date", says="less than nothing is budgeted",
      remedy="correct the amount, or the kind of the line", example={"budget_year": "-100.00"})
def budgets_below_zero(row: Record) -> bool:
    """Spend and income are both written without a minus: the kind says which it is."""
    is_planned = row["kind"] is not Kind.RESERVE
    return is_planned and min(row["budget_year"], row["profile_to_date"]) < 0


@rule("committed", says="less than nothing is committed", remedy="write it without a minus",
      example={"committed": "-1250.00"})
def commits_below_zero(row: Record) -> bool:
    """An order that was withdrawn is no longer committed."""
    return (row["committed"] or 0) < 0


@rule("kind", "committed", says="something is committed that is no spend",
      remedy="clear it, or correct the kind of the line", example={"kind": "income"})
def commits_no_spend(row: Record) -> bool:
    """What is ordered and not yet paid is spend to come."""
    return row["kind"] is not Kind.SPEND and bool(row["committed"])


@rule("month", "budget_year", "profile_to_date",
      says="by March the whole budget of the year is to be planned", remedy=CORRECT,
      example={"month": "2015-03"})
def is_profiled_in_part(row: Record) -> bool:
    """A profile tells when the budget is to be spent, all of it in the year."""
    is_last = row["month"].end.month == MARCH
    return is_last and row["profile_to_date"] != row["budget_year"]


@rule("actual_to_date", "forecast_year", says="a month that is over has an actual and a forecast",
      remedy="fill both or neither", example={"forecast_year": ""})
def is_reported_in_part(row: Record) -> bool:
    """Guidance on monitoring: what was spent is read beside what is still expected."""
    return (row["actual_to_date"] is None) != (row["forecast_year"] is None)


@rule("kind", "actual_to_date", "committed", "forecast_year",
      says="less is forecast than is spent and committed", remedy=CORRECT,
      example={"forecast_year": "4000.00"})
def forecasts_too_little(row: Record) -> bool:
    """What is spent or ordered is part of the year's spend."""
    if row["kind"] is not Kind.SPEND or None in (row["actual_to_date"], row["forecast_year"]):
        return False
    return row["forecast_year"] < row["actual_to_date"] + (row["committed"] or 0)


def find_open_reserves(records: Records) -> Iterator[Broken]:
    """Yield the reserves of each month that do not close: opening + income - spend."""
    months: dict[ReportingPeriod, list[Record]] = defaultdict(list)
    for row in records:
        months[row["month"]].append(row)
    for rows in months.values():
        reserves = [row for row in rows if row["kind"] is Kind.RESERVE]
        if wrong := [name for name in BALANCES if reserves and _gap(rows, reserves, name)]:
            said = ", ".join(f"{name} by £{_gap(rows, reserves, name)}" for name in wrong)
            yield Broken(tuple(row["row"] for row in reserves), tuple(wrong),
                         says=f"{NOT_CLOSED}: it differs in {said}", file=reserves[0]["file"])


def _gap(rows: list[Record], reserves: list[Record], name: str) -> Decimal:
    """What is missing from a balance of the reserves, exact; nothing where none was sent."""
    if any(row[name] is None for row in rows):
        return Decimal(0)
    signs = {Kind.INCOME: 1, Kind.SPEND: -1, Kind.RESERVE: -1}
    moved = sum((signs[row["kind"]] * row[name] for row in rows), Decimal(0))
    return abs(moved + sum(row["opening"] for row in reserves))


def leave_out(context: Context) -> Reason:
    """Leave out rows of another year than the report's."""
    year = context.period.year
    return lambda row: None if row["month"].year == year else "about another year"


def as_learnt(frame: pandas.DataFrame, context: Context) -> pandas.DataFrame:
    """Clear what came of months later than the report's."""
    is_later = [month > context.period or month.end > context.as_of for month in frame["month"]]
    return frame.assign(**{name: pandas.Series(
        [None if later else value for later, value in zip(is_later, frame[name], strict=True)],
        frame.index, dtype=object) for name in SINCE})


@awaits("actual_to_date", "what came by the end of the month, and the forecast",
        {"actual_to_date": "", "committed": "", "forecast_year": ""})
def is_not_reported(row: Record) -> bool:
    """A month without figures was not supplied; it is not one in which nothing was spent."""
    return row["actual_to_date"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "budget", "Budget", FIELDS, find_rules(globals()),
    (*once("month", "line", says="are one line of one month and are not the same",
           remedy="correct the line, or take the wrong row out"),
     FileRule("the reserve closes to the penny",
              "correct the reserve, or send the line that is missing", find_open_reserves)),
    "budget.csv",
    {"month": "2014-10", "line": "Training and events", "kind": "spend", "budget_year": "9600.00",
     "profile_to_date": "4200.00", "actual_to_date": "4873.15", "committed": "1250.00",
     "forecast_year": "10400.00", "source": "ledger of the council"},
    leave_out, key=("month", "line"), describes=AGENCY, may_be_empty=True, learnt=as_learnt,
    kept_by_office=True,
    awaited=Waiting(("month", "line"), lambda context, row: BUSINESS_MANAGER,
                    lambda context, records: AWAITED),
    applies={"opening": "the line is a reserve", "note": "the line differs from its budget",
             "committed": "something is ordered"} | dict.fromkeys(
        ("actual_to_date", "forecast_year"), "the month is over"),
)
