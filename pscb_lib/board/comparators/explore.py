"""Files of explore education statistics: a row for each year and area, a column for each measure.

A file may split its rows by ``category`` or the like. Such a column is a breakdown only if its
values differ: the tables of a release name themselves in it, with one value in every row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from pscb_lib.board.comparators.file_cells import printed_in, year_of
from pscb_lib.board.comparators.lines import Found, Line, Wanted, check_once, rows_of
from pscb_lib.board.comparators.mapping import EXPLORE, Measure, Names
from pscb_lib.board.comparators.register import Mark, Printed
from pscb_lib.framework.english import listed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.files import Table

COLUMNS = ("time_period", "geographic_level", "country_name", "region_name", "la_name")
LEVELS = {"national": "country_name", "regional": "region_name", "local authority": "la_name"}
WHOLE = ("", "total", "all", "all children")
BREAKDOWNS = ("category", "characteristic", "breakdown")
Row = dict[str, str]
YEARLY = ("", "reporting year", "financial year")  # of time_identifier: others are no such year


def read_explore(table: Table, measures: list[Measure], wanted: Wanted) -> Found:
    """Read the figures of *measures* for the areas and years *wanted*."""
    held = {one.indicator: one.columns[EXPLORE].found_in(table.columns) for one in measures}
    whole = {one.indicator: (one, held[one.indicator]) for one in measures
             if held[one.indicator].keys() == one.columns[EXPLORE].named.keys()}
    if not whole:
        return Found((), _why_no_measure(measures, held))
    rows, why = _rows_wanted(table, wanted)
    seen: set[tuple[str, str, ReportingPeriod]] = set()
    lines: list[Line] = []
    for number, row, area, year in rows:
        for one, parts in whole.values():
            check_once(table, number, seen, (one.indicator, area, year))
            seen.add((one.indicator, area, year))
            named = {name: partial(printed_in, table, number, name)
                     for names in parts.values() for name in names}
            value, numbers = value_of({part: [(named[name], row[name]) for name in names]
                                       for part, names in parts.items()})
            if value is not None:
                lines.append(Line(EXPLORE, one.indicator, area, year, None, value,
                                  numbers.get("numerator"), numbers.get("denominator")))
    return Found(tuple(lines), None if lines else why or "its cells for these rows are blank")


def _why_no_measure(measures: list[Measure], held: Mapping[str, dict[str, Names]]) -> str:
    """Name the first measure that has its value and not its counts, if there is one."""
    for one in (one for one in measures if "value" in held[one.indicator]):
        lacking = [f"explore_{part}" for part in one.columns[EXPLORE].named
                   if part not in held[one.indicator]]
        return (f"of {one.indicator} it has explore_value of benchmark_measures.csv and no column "
                f"of {listed(lacking)}")
    return ("none of its columns is in the columns explore_value, explore_numerator and "
            "explore_denominator of benchmark_measures.csv")


def _rows_wanted(table: Table, wanted: Wanted
                 ) -> tuple[list[tuple[int, Row, str, ReportingPeriod]], str | None]:
    """The rows to take and, if there are none, why."""
    rows = [*rows_of(table)]
    split = [name for name in BREAKDOWNS if len({row.get(name) for _, row in rows}) > 1]
    found, parts = [], 0
    for number, row in rows:
        area = wanted.area(row.get(LEVELS.get(row["geographic_level"].casefold(), ""), ""))
        year = year_of(row["time_period"])
        is_yearly = row.get("time_identifier", "").casefold() in YEARLY
        if not (area and year and is_yearly and wanted.is_year(year)):
            continue
        if all(row[name].casefold() in WHOLE for name in split):
            found.append((number, row, area, year))
        else:
            parts += 1
    if found or not parts:
        return found, None if found else "it has no row of an area and year that are wanted"
    return [], (f"its rows are split by {listed(split)} and none is of the whole "
                f"({', '.join(WHOLE[1:])})")


def value_of(parts: Mapping[str, Sequence[tuple[Callable[[str], Printed], str]]]
             ) -> tuple[Printed | None, dict[str, Printed]]:
    """A measure's value and the number of each of its *parts*, from their cells of one row.

    Each cell stands with what parses it. A part that a table prints in several cells is their sum;
    a value that has no column is worked out from its counts. None if a cell is blank.
    """
    numbers = {part: total for part, cells in parts.items() if (total := _sum(cells)) is not None}
    return numbers["value"] if "value" in numbers else _percent(numbers), numbers


def _sum(cells: Sequence[tuple[Callable[[str], Printed], str]]) -> Printed | None:
    """Add the cells: a mark among them is the sum's; None if one is blank."""
    if not all(text for _, text in cells):
        return None
    found = [parse(text) for parse, text in cells]
    return next((one for one in found if isinstance(one, Mark)), None) or sum(
        (one for one in found if isinstance(one, Decimal)), Decimal(0))


def _percent(numbers: Mapping[str, Printed]) -> Printed | None:
    """The percentage of two counts with one decimal, as the releases print; None of nothing."""
    part, whole = numbers.get("numerator"), numbers.get("denominator")
    for one in (whole, part):
        if one is None or isinstance(one, Mark):
            return one
    if not (isinstance(part, Decimal) and isinstance(whole, Decimal) and whole):
        return None
    return (100 * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
