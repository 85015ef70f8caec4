"""The published measure for each indicator, and its columns in the published files.

An officer keeps ``params/benchmark_measures.csv``. A measure with another definition than the
indicator is not in it, so that only like is compared with like. A quarter's count is not
comparable with a year's rate; the measure says what the published figure is.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.board.indicators import Unit
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field, Record

FILE = "benchmark_measures.csv"
EXPLORE, LAIT = "explore", "lait"
PARTS = ("value", "numerator", "denominator")


@dataclass(frozen=True)
class Columns:
    """The columns of a measure in one layout: its value and, if known, its counts."""

    value: str
    numerator: str | None
    denominator: str | None


@dataclass(frozen=True)
class Measure:
    """The published measure for an indicator: its title, its unit, its columns by layout."""

    indicator: str
    title: str
    unit: Unit
    columns: dict[str, Columns]


FIELDS = (
    Field("indicator", cells.text), Field("measure", cells.text),
    Field("unit", cells.member_of(Unit)),
    *(Field(f"{layout}_{part}", cells.optional(cells.text))
      for layout in (EXPLORE, LAIT) for part in PARTS),
)


def read_measures(path: Path) -> dict[str, Measure]:
    """Read the mapping by indicator. Raises InputError if an indicator has two measures."""
    found: dict[str, Measure] = {}
    for row in read_register(path, FIELDS):
        if row["indicator"] in found:
            raise InputError.at(path.name, "the indicator has two measures", "keep one",
                                row=row["row"], column="indicator", value=row["indicator"])
        found[row["indicator"]] = Measure(row["indicator"], row["measure"], row["unit"],
                                          _columns(row))
    return found


def _columns(row: Record) -> dict[str, Columns]:
    named = {layout: Columns(*(row[f"{layout}_{part}"] for part in PARTS))
             for layout in (EXPLORE, LAIT)}
    return {layout: columns for layout, columns in named.items() if columns.value}


REGISTER = Register(FILE, read_measures)
