"""The published measure for each indicator, and its columns in the published files.

An officer keeps ``params/benchmark_measures.csv``. A measure with another definition than the
indicator is not in it, so that only like is compared with like. A quarter's count is not
comparable with a year's rate; the measure says what the published figure is.

Releases rename their columns: a cell may have several names, ``newer | older``. A count that a
table prints in parts is their sum, ``a + b``. A percentage whose value has no column is worked out
from its two counts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from pscb_lib.board.comparators.joined import joined_by
from pscb_lib.board.decisions import Register, read_register
from pscb_lib.board.indicators import Role, Unit
from pscb_lib.reading import cells
from pscb_lib.reading.findings import Finding, InputError
from pscb_lib.reading.rows import Field, Record

FILE = "benchmark_measures.csv"
EXPLORE, LAIT = "explore", "lait"
LAYOUTS = {EXPLORE: "files of explore education statistics",
           LAIT: "files of the local authority interactive tool"}
PARTS = ("value", "numerator", "denominator")


Names = tuple[str, ...]  # columns whose sum is one number


@dataclass(frozen=True)
class Columns:
    """The columns of a measure in one layout, by part: the names that it has had, newest first."""

    named: Mapping[str, tuple[Names, ...]]

    def found_in(self, columns: Collection[str]) -> dict[str, Names]:
        """The names of each part that a file with these *columns* has."""
        found = {part: next((one for one in names if {*one} <= {*columns}), None)
                 for part, names in self.named.items()}
        return {part: names for part, names in found.items() if names}

    @property
    def names(self) -> set[str]:
        """Every name of every part."""
        return {name for names in self.named.values() for one in names for name in one}


@dataclass(frozen=True)
class Measure:
    """The published measure for an indicator: its title, its unit, its columns by layout."""

    indicator: str
    title: str
    unit: Unit
    columns: dict[str, Columns]


def columns(cell: str) -> tuple[Names, ...]:
    """Parse the names of one part: ``newer | older``, ``a + b``."""
    return tuple(tuple(name.strip() for name in one.split(" + ")) for one in cell.split(" | "))


FIELDS = (
    Field("indicator", cells.text, meaning="the role of the indicator; its id if it has none"),
    Field("measure", cells.text, meaning="what the published figure is, as papers print it"),
    Field("unit", cells.member_of(Unit), meaning="the unit of the published figure"),
    *(Field(f"{layout}_{part}", cells.optional(columns), meaning=f"the column of its {part} in "
            f"{title}; newer | older names, a + b for a sum")
      for layout, title in LAYOUTS.items() for part in PARTS),
)


def read_measures(path: Path) -> dict[str, Measure]:
    """Read the mapping by role, or by id without one. Raises InputError if one has two measures."""
    found, name_of = dict[str, Measure](), joined_by(path.parent)
    twice: list[Finding] = []
    for row in read_register(path, FIELDS):
        name = name_of(row["indicator"])
        if name in found:
            twice.append(Finding(path.name, "the indicator has two measures", "keep one",
                                 row["row"], "indicator", row["indicator"]))
        found[name] = Measure(name, row["measure"], row["unit"], _columns(row))
    if twice:
        raise InputError.of(*twice)
    return found


def _columns(row: Record) -> dict[str, Columns]:
    named = {layout: {part: row[f"{layout}_{part}"] for part in PARTS if row[f"{layout}_{part}"]}
             for layout in (EXPLORE, LAIT)}
    return {layout: Columns(parts) for layout, parts in named.items()
            if "value" in parts or {"numerator", "denominator"} <= parts.keys()}


REGISTER = Register(
    FILE, read_measures, "Published measures of the indicators", FIELDS, key=("indicator",),
    used_by="quarterly_data_set, pscb benchmarks update",
    refers={"indicator": ("indicators.csv", "role")}, example={
        "indicator": Role.RE_REFERRALS.value, "measure": "Re-referrals within 12 months",
        "unit": Unit.PERCENT.value,
        "explore_value": "Re_referrals_percent | rereferral_percent"})
