"""The inputs of each indicator's sample quarters.

The level to draw around comes from ``calibration/data_set.csv``, fixed quarters from
``calibration/data_set_story.csv``, published years from ``calibration/published.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.samples.data_set_series import Level

PROJECT = Path(__file__).parents[2]
CALIBRATION = Path(__file__).parent / "calibration"
AREA = "Peterborough"
Cells = dict[str, str]
Series = dict[str, int]


@dataclass(frozen=True)
class Recipe:
    """The inputs of one indicator's sample quarters."""

    definition: Cells
    level: Cells
    published: list[Cells]
    story: list[Cells]

    @property
    def is_count(self) -> bool:
        """Whether it is a count, not a percentage of its events."""
        return self.definition["unit"] != "percent"

    @property
    def years(self) -> list[Cells]:
        """The published years to split; None for children at a date."""
        return [] if self.definition["kind"] == "stock" else self.published

    def pinned(self, name: str) -> Series:
        """The quarters whose *name* is fixed, by the story or by a published 31 March."""
        ends = [] if self.years else self.published
        fixed = {f"{row['year']} Q4": int(row[name]) for row in ends if row[name].isdigit()}
        return {**fixed, **{row["period"]: int(row[name]) for row in self.story if row[name]}}

    def number(self, column: str) -> float:
        """Return a number of the calibration table; zero if it is blank."""
        return float(self.level[column] or 0)

    def range_of(self, prefix: str) -> Level:
        """Return the level and spread in the calibration table, for events or for shares."""
        return Level(*(self.number(f"{prefix}_{end}") for end in ("from", "to", "spread")))


def read_rows(path: Path) -> list[Cells]:
    """Read a table of the project's own as a list of rows of text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_recipes() -> Iterator[Recipe]:
    """Read one recipe for each indicator of ``calibration/data_set.csv``, in its order."""
    definitions = {row["id"]: row for row in read_rows(PROJECT / "params" / "indicators.csv")}
    published = [row for row in read_rows(CALIBRATION / "published.csv")
                 if row["area"] == AREA and row["numerator"] + row["denominator"]]
    story = read_rows(CALIBRATION / "data_set_story.csv")
    for level in read_rows(CALIBRATION / "data_set.csv"):
        name = level["indicator"]
        own = ([row for row in rows if row["indicator"] == name] for rows in (published, story))
        yield Recipe(definitions[name], level, *own)
