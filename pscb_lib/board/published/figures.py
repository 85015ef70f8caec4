"""The published yearly figures of an area, as benchmarks of the Board's own indicators.

``params/benchmark_measures.csv`` says which column belongs to which indicator, as for the files
that an officer takes in himself. All figures of one file are from one release.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

from pscb_lib.board.comparators.explore import value_of
from pscb_lib.board.comparators.file_cells import printed_cell
from pscb_lib.board.comparators.mapping import EXPLORE, LAIT, Columns, Measure
from pscb_lib.board.comparators.register import Benchmark, Printed
from pscb_lib.board.published.authorities import key_of
from pscb_lib.board.published.files import ARCHIVE, Row, rows_of, tables_of
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_year

NEED, LOOKED_AFTER = "children in need", "looked-after children"
TOOL = "looked_after.csv"
Parts = Mapping[str, Printed]


def published_benchmarks(measures: Iterable[Measure], areas: Iterable[str]) -> Iterator[Benchmark]:
    """Yield the figures of *areas* (names) for the indicators that have *measures*."""
    measures = tuple(measures)
    for area in areas:
        tables = _tables(key_of(area))
        for one in measures:
            yield from _of_tables(one, area, tables)
            yield from _of_tool(one, area)


def _tables(key: str) -> list[dict[str, Row]]:
    """The tables of an area, each by the names of its columns."""
    found: dict[str, dict[str, Row]] = {}
    for row in tables_of(key):
        found.setdefault(row["table"], {})[row["column"]] = row
    return [*found.values()]


def _of_tables(one: Measure, area: str, tables: Iterable[Mapping[str, Row]]) -> Iterator[Benchmark]:
    columns = one.columns.get(EXPLORE, Columns({}))
    for table in tables:
        parts = columns.found_in(table)
        if not parts or parts.keys() != columns.named.keys():
            continue
        for year, first in _first_releases(NEED).items():
            value, numbers = value_of({
                part: [(printed_cell, table[name].get(year, "")) for name in names]
                for part, names in parts.items()})
            if value is not None:
                yield _benchmark(one, area, year, value, numbers, first, *_edition(ARCHIVE))
        return


def _of_tool(one: Measure, area: str) -> Iterator[Benchmark]:
    columns, key, first = one.columns.get(LAIT), key_of(area), _first_releases(LOOKED_AFTER)
    if columns is None:
        return
    held = _tool_cells(key)
    parts = columns.found_in({column for _, column, _ in held})
    for (day, column, year), cell in held.items():
        if parts.get("value") == (column,):
            numbers = {part: printed_cell(held[day, names[0], year])
                       for part, names in parts.items() if (day, names[0], year) in held}
            yield _benchmark(one, area, year, printed_cell(cell), numbers,
                             min(first[year], date.fromisoformat(day)), *_edition(TOOL, day))


@cache
def _tool_cells(key: str) -> dict[tuple[str, str, str], str]:
    return {(row["released_on"], row["column"], row["year"]): row["value"]
            for row in rows_of(TOOL) if row["area"] == key}


@cache
def _first_releases(figures: str) -> dict[str, date]:
    """The day on which the figures of each year were first published."""
    return {row["year"]: date.fromisoformat(row["first_released_on"])
            for row in rows_of("first_releases.csv") if row["figures"] == figures}


@cache
def _edition(file: str, day: str = "") -> tuple[date, str]:
    """The day of a file's release and how it is cited."""
    row = next(row for row in rows_of("editions.csv")
               if row["file"] == file and day in ("", row["published_on"]))
    return (date.fromisoformat(row["published_on"]),
            f"{row['publisher']}, {row['title']}; {row['licence']}")


def _benchmark(one: Measure, area: str, year: str, value: Printed, numbers: Parts, first: date,
               released_on: date, source: str) -> Benchmark:
    return Benchmark(one.indicator, area, _parsed(year), value, numbers.get("numerator"),
                     numbers.get("denominator"), first, released_on, source)


@cache
def _parsed(year: str) -> ReportingPeriod:
    return parse_year(year)
