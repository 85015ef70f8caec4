"""Files of the local authority interactive tool: a row for each year, area and measure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pscb_lib.board.comparators.file_cells import day_in, printed_in, year_of
from pscb_lib.board.comparators.lines import Found, Line, Wanted, check_once, rows_of
from pscb_lib.board.comparators.mapping import LAIT, Measure
from pscb_lib.board.comparators.register import Printed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.files import Table

COLUMNS = ("measure_short", "period", "area", "value_raw", "vintage")
NO_MEASURE = ("none of its measures is in the columns lait_value, lait_numerator and "
              "lait_denominator of benchmark_measures.csv")
NO_ROW = "it has no row of an area and year that are wanted"
Cells = dict[tuple[str, str, ReportingPeriod, date], Printed]


def read_lait(table: Table, measures: list[Measure], wanted: Wanted) -> Found:
    """Read the figures of *measures* for the areas and years *wanted*."""
    names = {name for one in measures for name in one.columns[LAIT].names}
    held = {row["measure_short"] for _, row in rows_of(table)}
    cells = _cells(table, names, wanted)
    lines = tuple(line for one in measures for line in _lines(one, cells))
    return Found(lines, None if lines else NO_ROW if held & names else NO_MEASURE)


def _cells(table: Table, names: set[str], wanted: Wanted) -> Cells:
    cells: Cells = {}
    for number, row in rows_of(table):
        area, year = wanted.area(row["area"]), year_of(row["period"])
        if row["measure_short"] in names and row["value_raw"] and (
                area and year and wanted.is_year(year)):
            released_on = day_in(table, number, "vintage", row["vintage"])
            key = row["measure_short"], area, year, released_on
            check_once(table, number, cells, key)
            cells[key] = printed_in(table, number, "value_raw", row["value_raw"])
    return cells


def _lines(one: Measure, cells: Cells) -> Iterator[Line]:
    parts = one.columns[LAIT].found_in({key[0] for key in cells})
    for (name, area, year, released_on), value in cells.items():
        if parts.get("value") == (name,):
            counts = (cells.get((parts[part][0], area, year, released_on)) if part in parts else
                      None for part in ("numerator", "denominator"))
            yield Line(LAIT, one.indicator, area, year, released_on, value, *counts)
