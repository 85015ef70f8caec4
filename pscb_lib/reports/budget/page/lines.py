"""The lines of the budget: spend by month, what is forecast of each, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, listed, part_of, small
from pscb_lib.framework.months import month_of
from pscb_lib.framework.rag import Rag
from pscb_lib.page import blocks, charts
from pscb_lib.page.blocks import (
    LEFT,
    RIGHT,
    Cell,
    Chart,
    Column,
    Data,
    Group,
    Plain,
    Prose,
    Question,
    Table,
    cell,
    strong,
)
from pscb_lib.page.tables.counts import plain_value
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.budget import places
from pscb_lib.reports.budget.known import Known
from pscb_lib.reports.budget.page.words import say_over
from pscb_lib.reports.budget.rating import SAID, rate_variance

PLANNED, SPENT, EXPECTED = "Profile", "Spent", "Forecast"
PRINTED = (places.BUDGET, places.PROFILE, places.ACTUAL, places.COMMITTED, places.FORECAST)
KEPT = (*PRINTED, places.OVER, places.OVER_SHARE, places.AHEAD, places.AHEAD_SHARE, places.BOUND)
NOT_SUPPLIED = "No month of the year was supplied in full."
KINDS = {places.SPEND: "Spend", places.INCOME: "Income", places.RESERVE: "Reserve"}
TOTALS = {places.SPEND: "All spend", places.INCOME: "All income",
          places.RESERVE: "Reserve at the year's end"}
NOT_OF = {places.INCOME: (places.COMMITTED,),  # what a line of these has no amount of
          places.RESERVE: (places.PROFILE, places.ACTUAL, places.COMMITTED)}


def plot_months(shown: Shown, known: Known) -> Chart | Prose | None:
    """Plot spend by the end of each month beside its profile, and on to the forecast of March.

    None if the last month that was supplied has no line of spend.
    """
    if known.last is None or not require_shown(shown).has(places.SPEND, TOTAL, places.AHEAD):
        return None
    months = [month.name for month in known.period.year.split(1)]
    series = {name: _line(shown, months, column) for name, column in (
        (PLANNED, places.PROFILE), (SPENT, places.ACTUAL))}
    forecast = shown.get(places.SPEND, TOTAL, places.FORECAST)
    if known.last.name != months[-1]:
        series[EXPECTED] = {known.last.name: shown.get(places.MONTHS, known.last.name,
                                                       places.ACTUAL), months[-1]: forecast}
    ahead = shown.get(places.SPEND, TOTAL, places.AHEAD)
    said = say_over(ahead.value or 0, even="on")
    until = f"From April to the end of {month_of(known.last.end)}, all lines added up"
    return charts.plot_lines(series, headline=f"Spend is {said} profile", id="months",
                             points=months, place=LEFT, subtitle=until, expected=[EXPECTED],
                             columns=("Month", *series), note=joined(
                                 _say_gaps(shown, months), _say_committed(shown)) or None)


def _line(shown: Shown, months: list[str], column: str) -> dict[str, ShownFigure]:
    return {month: shown.get(places.MONTHS, month, column) for month in months
            if shown.has(places.MONTHS, month, column)}


def _say_gaps(shown: Shown, months: list[str]) -> str | None:
    missing = [month for month, one in _line(shown, months, places.ACTUAL).items()
               if one.value is None]
    return f"Not supplied in full: {listed(missing)}." if missing else None


def _say_committed(shown: Shown) -> str | None:
    """What is ordered and not yet paid, if anything is."""
    committed = shown.get(places.SPEND, TOTAL, places.COMMITTED)
    return f"{committed.text} more is ordered and not yet paid." if committed.value else None


def ask_lines(shown: Shown, known: Known) -> Question | None:
    """Ask what is done about each line of spend that is rated Amber or Red. None if none is."""
    lines = {one.line: one for one in known.lines}
    wide = _wide(require_shown(shown))
    if not wide:
        return None
    over, under = ([f"{small(row)} ({say_over(amount)})" for row in wide
                    for amount in [shown.get(places.SPEND, row, places.OVER).value or 0]
                    if (amount > 0) is is_over] for is_over in (True, False))
    most = max(wide, key=lambda row: abs(Fraction(
        shown.get(places.SPEND, row, places.OVER).value or 0)))
    note = f"{most}: {lines[most].note}." if lines[most].note else ""
    return Question("lines_asked", joined(
        f"What will be done about {listed(over)}, and what pays for it?" if over else None,
        f"Why is less spent on {listed(under)}, and what is not done?" if under else None),
        known.lead, said=note, place=RIGHT)


def _wide(shown: Shown) -> list[str]:
    """The lines of spend that are rated Amber or Red."""
    return [row for row in shown.rows(places.SPEND) if row != TOTAL and
            _rated(shown, places.SPEND, row) in (Rag.AMBER, Rag.RED)]


def tabulate_lines(shown: Shown, known: Known) -> Table:
    """Tabulate each line: its budget, profile, actual and forecast, how far apart, and rated."""
    columns = [Column("Line (amounts rounded to the pound)", width=2.9),
               *(Column(head, "end", 1.2) for head in PRINTED),
               Column("Forecast over or under budget", "end", 2.3), Column("Rating", width=1.1)]
    rows = [*_rows(require_shown(shown))]
    data = [[title, row, *(_value(shown, table, row, column) for column in KEPT),
             _rated(shown, table, row).value] for table, title in KINDS.items()
            for row in shown.rows(table) if shown.has(table, row, places.BUDGET)]
    return Table("lines", _headline(shown, known), columns, [Group(None, rows)],
                 Data(["kind", "line", *KEPT, "rating"], data), note=SAID, empty=NOT_SUPPLIED)


def _headline(shown: Shown, known: Known) -> str:
    """How many lines of spend are rated Amber or Red at the end of the last month."""
    if known.last is None:
        return "The budget"
    wide, lines = _wide(shown), [row for row in shown.rows(places.SPEND) if row != TOTAL]
    end = f"at the end of {known.last.name}"
    if len(lines) < 2:
        return f"The budget {end}"
    return (f"{capital(part_of(len(wide), len(lines), 'lines'))} of spend "
            f"{'is' if len(wide) == 1 else 'are'} Amber or Red {end}")


def _rows(shown: Shown) -> Iterator[list[Cell]]:
    """The lines of spend, their total, all income, and the reserve at the year's end."""
    lines = [row for row in shown.rows(places.SPEND) if row != TOTAL]
    wanted = [*((places.SPEND, row, row) for row in lines),
              *((table, TOTAL, label) for table, label in TOTALS.items())]
    for table, row, label in wanted:
        if not shown.has(table, row, places.BUDGET):
            continue
        is_reserve, make = table == places.RESERVE, strong if table != places.INCOME and (
            row == TOTAL) else cell
        yield [make(label), *(make("–" if column in NOT_OF.get(table, ()) else
                                   shown.get(table, row, column).text) for column in PRINTED),
               make(_over(shown, table, row)),
               cell("–") if is_reserve else blocks.rating(_rated(shown, table, row))]


def _over(shown: Shown, table: str, row: str) -> str:
    """How far the forecast of a line is from its budget, in pounds and per cent."""
    amount = shown.get(table, row, places.OVER).value or 0
    said = say_over(amount)
    if say_over(amount, even="") == "" or not shown.has(table, row, places.OVER_SHARE):
        return said
    share = shown.get(table, row, places.OVER_SHARE)
    return said if share.value is None else f"{said} ({share.text.removeprefix('-')})"


def _rated(shown: Shown, table: str, row: str) -> Rag:
    if table == places.RESERVE:  # a reserve is left over, and has no budget
        return Rag.NOT_APPLICABLE
    return rate_variance(*(shown.get(table, row, column).value
                           for column in (places.OVER, places.BUDGET)))


def _value(shown: Shown, table: str, row: str, column: str) -> Plain:
    return plain_value(shown.get(table, row, column)) if shown.has(table, row, column) else None
