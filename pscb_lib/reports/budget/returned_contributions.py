"""The return of contributions: one row for each payment of a partner, and what it agreed.

Working Together (2013), chapter 3: partners share the cost of a Board, so that none bears a
disproportionate burden. What is given in kind is told in words, and is no money. The first row of a
partner says what it agreed to pay for the year and when it was invoiced, though nothing came yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.disclosure.tables.grid import TOTALS
from pscb_lib.framework.folding import fold
from pscb_lib.framework.spellings import parse_year
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
from pscb_lib.reports.budget.returned import BUSINESS_MANAGER
from pscb_lib.returns.across import once
from pscb_lib.returns.kinds import Return
from pscb_lib.returns.waiting import Waiting


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    day = cells.optional(cells.dated(context.as_of))
    return (
        Field("year", cells.code("a year", parse_year, has_months=True), "write it like 2014-15"),
        Field("partner", cells.text, "name the partner"),
        Field("agreed", cells.optional(cells.pounds), "write what it agreed to pay for the year, "
              "in one row of the partner alone"),
        Field("invoiced_on", day, "write it dd/mm/yyyy"),
        Field("received", cells.pounds, "write what came on one day, 0 for nothing yet"),
        Field("received_on", day, "write the day of this payment, dd/mm/yyyy"),
        Field("in_kind", cells.optional(cells.text), "say what it gives besides money",
              optional=True),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("partner", says="a total is no partner", remedy="take the row out: totals are worked out",
      example={"partner": "Total"})
def is_a_total(row: Record) -> bool:
    """A partner of all partners would count their pounds twice."""
    return fold(row["partner"]) in TOTALS


@rule("agreed", "received", says="a contribution is less than nothing",
      remedy="correct the amount", example={"agreed": "-1500.00"})
def pays_below_zero(row: Record) -> bool:
    """What is paid back is not a contribution."""
    return min(row["agreed"] or 0, row["received"]) < 0


@rule("received", "received_on", says="money that came has the day on which it came",
      remedy="fill received_on, or write 0 for received", example={"received_on": ""})
def comes_without_a_day(row: Record) -> bool:
    """Without its day nobody can say by when a partner had paid."""
    return (row["received"] > 0) != (row["received_on"] is not None)


@rule("agreed", "invoiced_on", says="a further payment has an invoice or is nothing",
      remedy="write agreed and invoiced_on in one row of the partner, and what came in each",
      example={"agreed": ""})
def is_no_further_payment(row: Record) -> bool:
    """One invoice is sent for what was agreed; a further row says what more came."""
    return row["agreed"] is None and (row["invoiced_on"] is not None or not row["received"])


def find_agreed(records: Records) -> Iterator[Broken]:
    """Yield the rows of each partner and year that do not say once what was agreed."""
    partners: dict[tuple[object, str], list[Record]] = defaultdict(list)
    for row in records:
        partners[row["year"], row["partner"]].append(row)
    for rows in partners.values():
        if sum(row["agreed"] is not None for row in rows) != 1:
            yield Broken(tuple(row["row"] for row in rows), ("agreed",), file=rows[0]["file"])


def leave_out(context: Context) -> Reason:
    """Leave out rows of another year than the report's."""
    year = context.period.year
    return lambda row: None if row["year"] == year else "about another year"


def as_learnt(frame: pandas.DataFrame, context: Context) -> pandas.DataFrame:
    """Clear invoices and payments after the day of the report."""
    def known(name: str, value: str, otherwise: object) -> pandas.Series:
        return pandas.Series([otherwise if day is not None and day > context.as_of else one
                              for day, one in zip(frame[name], frame[value], strict=True)],
                             frame.index, dtype=object)

    return frame.assign(received=known("received_on", "received", Decimal(0)),
                        received_on=known("received_on", "received_on", None),
                        invoiced_on=known("invoiced_on", "invoiced_on", None))


def make_awaited(context: Context, records: Records) -> tuple[Awaited, ...]:
    """Return what a partner's first row may still lack, given all that came."""
    came: dict[tuple[object, str], Decimal] = defaultdict(Decimal)
    for one in records:
        came[one["year"], one["partner"]] += one["received"]

    @awaits("received", "the rest of the money, each payment in a row with its day",
            {"received": "0", "received_on": ""})
    def is_not_paid(row: Record) -> bool:
        """Less came than was agreed."""
        return row["agreed"] is not None and came[row["year"], row["partner"]] < row["agreed"]

    return find_awaited(locals())


RETURN = Return(
    "contributions", "Partners' contributions", make_fields, find_rules(globals()),
    (*once("year", "partner", "received_on", says="are one payment and are not the same",
           remedy="correct the day, or add up what a partner paid on one day"),
     FileRule("what a partner agreed is not said once", "write agreed in the first row of the "
              "partner, and leave it blank in those of further payments", find_agreed)),
    "contributions.csv",
    {"year": "2014-15", "partner": "Probation", "agreed": "1500.00",
     "invoiced_on": "01/07/2014", "received": "1500.00", "received_on": "04/09/2014",
     "in_kind": "two trainers for a day", "source": "ledger of the council"},
    leave_out, key=("year",), describes=AGENCY, may_be_empty=True, learnt=as_learnt,
    kept_by_office=True,
    awaited=Waiting(("year", "partner"), lambda context, row: BUSINESS_MANAGER, make_awaited),
    applies={"agreed": "it is the partner's first row", "invoiced_on": "it was invoiced",
             "received_on": "money came", "in_kind": "it gives something besides money"},
)
