"""What everybody knows: the populations, and the authority's own published yearly figures.

A published number is known; of a published percentage or rate the interval of its rounding is. A
figure that the release hides ("c") is not known. A yearly figure is the sum of its quarters, or the
figure at the end of the fourth, unless records came late: such lines hold usually.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from attacker.definitions import Definitions
from attacker.finished import Figure, Paper, Place
from attacker.lines import Line, Term
from attacker.periods import year_and_quarter

ROUNDED = Fraction(1, 20)  # releases print one decimal
PER = {"percent": 100, "rate": 10_000}


@dataclass(frozen=True)
class Params:
    """The area, its residents aged 0 to 17 with the day published by year, its published rows."""

    area: str
    residents: dict[int, tuple[str, int]]
    published: tuple[dict[str, str], ...]


def read_params(folder: Path, area: str) -> Params:
    """Read the public registers of a project."""
    people = {int(row["year"]): (row["published_on"], int(row["population_0_17"]))
              for row in _rows(folder / "populations.csv") if row["area"] == area}
    ids = {row["role"]: row["id"] for row in _rows(folder / "indicators.csv") if row.get("role")}
    rows = tuple(row | {"indicator": ids.get(row["indicator"], row["indicator"])}
                 for row in _rows(folder / "benchmarks.csv") if row["area"] == area)
    return Params(area, people, rows)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def population_lines(figures: Mapping[Place, Figure], paper: Paper, own: Definitions,
                     params: Params) -> Iterator[Line]:
    """The residents of a rate: the newest estimate to its financial year published by the day."""
    for place, figure in figures.items():
        if place[0] in own.residents and figure.unit == "rate":
            known = [people for year, (day, people) in sorted(params.residents.items())
                     if year <= int(place[2][:4]) and day <= paper.as_of]
            if known:
                people = known[-1]
                yield Line((Term(1, place, is_whole=True),), -people, "=", False,
                           f"residents of {place[2]}")


def published_lines(figures: Mapping[Place, Figure], paper: Paper, own: Definitions,
                    params: Params) -> Iterator[Line]:
    """Each published year: the sum of its quarters, or the figure at its end."""
    for row in params.published:
        how = own.published.get(row["indicator"])
        if how is None or row["first_released_on"] > paper.as_of:
            continue
        places = [place for place in figures if place[1] == row["indicator"] and
                  place[0] == "indicators" and year_and_quarter(place[2])[0] == row["year"]]
        quarters = {year_and_quarter(place[2])[1]: place for place in places}
        wanted = [1, 2, 3, 4] if how.startswith("sum") else [4]
        if all(one in quarters for one in wanted):
            yield from _year(row, [quarters[one] for one in wanted],
                             figures[quarters[4]].unit, how)


def _year(row: dict[str, str], places: list[Place], unit: str, how: str) -> Iterator[Line]:
    parts = [Term(1, place) for place in places]
    wholes = [Term(1, place, is_whole=True) for place in places]
    why = f"published {row['indicator']} of {row['year']}"
    number, whole, value = (_number(row[key]) for key in ("numerator", "denominator", "value"))
    if number is not None:
        yield Line(tuple(parts), -int(number), "=", True, why)
    if whole is not None and unit == "percent":
        yield Line(tuple(wholes), -int(whole), "=", True, f"{why}, whole")
    if value is None:
        return
    per = 10_000 if "rate" in how else PER.get(unit, 0)
    if not per:
        return
    for bound, sense in ((value - ROUNDED, ">="), (value + ROUNDED, "<=")):
        scale = bound.denominator
        if whole is not None:
            yield Line(tuple(Term(scale * per, one.what) for one in parts),
                       -int(bound * scale * whole), sense, True, f"{why}, {row['value']}")
        elif unit == "percent":
            yield Line((*(Term(scale * per, one.what) for one in parts),
                        *(Term(-int(bound * scale), one.what, is_whole=True) for one in wholes)),
                       0, sense, True, f"{why}, {row['value']}")


def _number(text: str) -> Fraction | None:
    return Fraction(text) if text.replace(".", "", 1).isdigit() else None
