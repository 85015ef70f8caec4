"""Read the files that the Department for Education publishes, in either of two layouts.

Explore education statistics has a row for each year and area and a column for each measure; the
local authority interactive tool (LAIT) has a row for each year, area and measure. Both name a
year by the March in which it ends. The layout is recognised from the header.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.board.comparators.file_cells import day_in, printed_in, year_of
from pscb_lib.board.comparators.mapping import EXPLORE, LAIT, PARTS, Measure
from pscb_lib.board.comparators.register import Printed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.files import Table, read_table
from pscb_lib.reading.findings import InputError

COLUMNS = {
    EXPLORE: ("time_period", "geographic_level", "country_name", "region_name", "la_name"),
    LAIT: ("measure_short", "period", "area", "value_raw", "vintage"),
}
NAMES = {EXPLORE: "explore education statistics", LAIT: "local authority interactive tool"}
LEVELS = {"National": "country_name", "Regional": "region_name", "Local authority": "la_name"}
WHOLE = ("", "total", "all", "all children")
BREAKDOWNS = ("category", "characteristic", "breakdown")


@dataclass(frozen=True)
class Line:
    """One published figure: its layout, indicator, area, year, release, value and counts."""

    layout: str
    indicator: str
    area: str
    year: ReportingPeriod
    released_on: date | None
    value: Printed
    numerator: Printed | None = None
    denominator: Printed | None = None


def read_published_file(path: Path, measures: Mapping[str, Measure]) -> list[Line]:
    """Read the figures of the mapped *measures*, for every area and financial year.

    Raises InputError if the file has neither layout, has a cell that is neither a number nor a
    mark, has a figure twice, or has none of the measures.
    """
    table = read_table(path, ())
    for faults in table.faults.values():
        raise InputError.of(faults[0])
    layout = next((name for name, columns in COLUMNS.items()
                   if {*columns} <= {*table.columns}), None)
    if layout is None:
        wanted = " nor ".join(", ".join(columns) for columns in COLUMNS.values())
        raise InputError.at(table.file, "is not a known published file: it has neither the "
                            f"columns {wanted}", "download it from explore education "
                            "statistics, or from the local authority interactive tool")
    reader = {EXPLORE: _explore, LAIT: _lait}[layout]
    lines = list(reader(table, [one for one in measures.values() if layout in one.columns]))
    if not lines:
        raise InputError.at(table.file, "holds no measure of an indicator",
                            "add its columns to benchmark_measures.csv")
    return lines


def _explore(table: Table, measures: list[Measure]) -> Iterator[Line]:
    seen: set[tuple[str, str, ReportingPeriod]] = set()
    for number, row in _rows(table):
        area = row.get(LEVELS.get(row["geographic_level"], ""), "")
        year = year_of(row["time_period"])
        whole = all(row.get(name, "").casefold() in WHOLE for name in BREAKDOWNS)
        if not (area and year and whole):
            continue
        for one in measures:
            columns = one.columns[EXPLORE]
            if columns.value not in row:
                continue
            _check_once(table, number, seen, (one.indicator, area, year))
            seen.add((one.indicator, area, year))
            parts = {part: printed_in(table, number, name, row[name]) for part in PARTS
                     if (name := getattr(columns, part)) in row and row[name]}
            if "value" in parts:
                yield Line(EXPLORE, one.indicator, area, year, None, parts["value"],
                           parts.get("numerator"), parts.get("denominator"))


def _lait(table: Table, measures: list[Measure]) -> Iterator[Line]:
    cells_at: dict[tuple[str | None, str, ReportingPeriod, date], Printed] = {}
    wanted = {name for one in measures for name in vars(one.columns[LAIT]).values() if name}
    for number, row in _rows(table):
        is_wanted = row["measure_short"] in wanted and row["value_raw"]
        if is_wanted and (year := year_of(row["period"])):
            released_on = day_in(table, number, "vintage", row["vintage"])
            key = row["measure_short"], row["area"], year, released_on
            _check_once(table, number, cells_at, key)
            cells_at[key] = printed_in(table, number, "value_raw", row["value_raw"])
    for one in measures:
        columns = one.columns[LAIT]
        for (name, area, year, released_on), value in cells_at.items():
            if name == columns.value:
                numerator, denominator = (cells_at.get((part, area, year, released_on))
                                          for part in (columns.numerator, columns.denominator))
                yield Line(LAIT, one.indicator, area, year, released_on, value, numerator,
                           denominator)


def _rows(table: Table) -> Iterator[tuple[int, dict[str, str]]]:
    """Every row of the file by its number, rows of totals included."""
    for number, texts in sorted([*table.lines, *table.totals]):
        yield number, {name: text.strip() for name, text in zip(table.columns, texts, strict=True)}


def _check_once(table: Table, row: int, seen: Collection[object], key: tuple[object, ...]
                ) -> None:
    if key in seen:
        raise InputError.at(table.file, "gives the same figure a second time",
                            "keep the rows of the whole and not those of its parts", row=row,
                            value=", ".join(getattr(part, "label", str(part)) for part in key))
