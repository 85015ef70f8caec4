"""The thirteen worked tables: counts, secret counts, and the number of further cells to hide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from random_tables import table

from pscb_lib.disclosure.secrecy.relations import percentage, rounded, sum_of
from pscb_lib.disclosure.secrecy.system import Cell, System

HALF = Fraction(1, 20)  # half a unit of the one decimal that rates and percentages print


@dataclass(frozen=True)
class Worked:
    """A system with two patterns.

    *naive* looks safe; *revealed* is the count that it reveals, with its value. *right* is safe,
    and *bounds* is the feasibility interval of that count. *added* is the number of further cells
    to hide.
    """

    system: System
    secret: tuple[str, ...]
    added: int
    naive: frozenset[str]
    revealed: tuple[str, int]
    right: frozenset[str]
    bounds: tuple[int, int]


def line(total: str, **counts: int) -> System:
    """One line of counts and its total."""
    cells = [Cell(name, value) for name, value in counts.items()]
    return System((*cells, Cell(total, sum(counts.values()), weight=2)),
                  (sum_of(total, tuple(counts)),))


def square(*counts: list[int], least: int = 1) -> System:
    """A table with row and column totals; t.0.1 is the cell in the first row, second column."""
    cells, relations = table("t", list(counts))
    return System(tuple(replace(cell, least=least) for cell in cells), tuple(relations))


def at(*places: str) -> frozenset[str]:
    """Names of cells of a square by row and column: 01, 0T."""
    return frozenset(f"t.{row}.{column}" for row, column in places)


def year_to_date() -> System:
    """Two quarters and their sum; the first was released with North and South hidden."""
    counts = {"Q1": (3, 9, 22, 34), "Q2": (7, 8, 23, 38), "Year": (10, 17, 45, 72)}
    areas = ("North", "South", "East", "All")
    cells = [Cell(f"{when} {area}", value, may_hide=when != "Q1",
                  is_hidden=when == "Q1" and area in ("North", "South"),
                  weight=2 if area == "All" else 1)
             for when, values in counts.items() for area, value in zip(areas, values, strict=True)]
    sums = [sum_of(f"{when} All", tuple(f"{when} {area}" for area in areas[:3]))
            for when in counts]
    return System(tuple(cells), (*sums, *(sum_of(f"Year {area}", (f"Q1 {area}", f"Q2 {area}"))
                                          for area in areas)))


def with_percentage() -> System:
    """4 reviewed of 19, shown as 21.1%; the total is public."""
    cells = Cell("Reviewed", 4), Cell("Open", 15), Cell("All", 19, may_hide=False)
    return System(cells, (sum_of("All", ("Reviewed", "Open")), *percentage(
        "Percentage", "Reviewed", "All", Fraction("21.1"), HALF)))


def with_rate() -> System:
    """4 deaths of 43, shown as 0.9 per 10,000 of 43,210; the total is public."""
    cells = Cell("Deaths", 4), Cell("Other", 39), Cell("All", 43, may_hide=False)
    return System(cells, (sum_of("All", ("Deaths", "Other")), rounded(
        "Rate", ("Deaths",), Fraction("0.9"), HALF, Fraction(10_000, 43_210))))


def rounded_parts(step: int) -> System:
    """2, 2, 2 and 12 as 0, 0, 0 and 10, with a total of 18 that is rounded or not."""
    cells = [Cell(name, value, may_hide=False, step=5)
             for name, value in zip("abcd", (2, 2, 2, 12), strict=True)]
    return System((*cells, Cell("All", 18, step=step)), (sum_of("All", tuple("abcd")),))


def sectors() -> System:
    """Sub-areas of two sectors of a city."""
    counts = {"N1": 4, "N2": 11, "N3": 16, "S1": 9, "S2": 13, "North": 31, "South": 22, "City": 53}
    weights = {"North": 2, "South": 2, "City": 3}
    return System(
        tuple(Cell(name, value, weight=weights.get(name, 1)) for name, value in counts.items()),
        (sum_of("North", ("N1", "N2", "N3")), sum_of("South", ("S1", "S2")),
         sum_of("City", ("North", "South"))))


def three_ways(least: int) -> System:
    """Sex by age, sex by area, age by area, from eight unprinted counts: 6, and two of 1."""
    inner = {"".join(key): 1 if len(set(key)) == 1 else 6 for key in product("01", repeat=3)}
    cells = [Cell(name, value, may_hide=False, is_hidden=True, least=least)
             for name, value in inner.items()]
    relations = []
    for way, name in enumerate(("age by area", "sex by area", "sex by age")):
        for pair in product("01", repeat=2):
            parts = tuple(one for one in inner if one[:way] + one[way + 1:] == "".join(pair))
            cells.append(Cell(f"{name} {pair}", sum(inner[one] for one in parts)))
            relations.append(sum_of(f"{name} {pair}", parts))
    return System(tuple(cells), tuple(relations))


NINE = at("00", "01", "02", "10", "12", "21", "23", "31", "33")
FOUR = [[12, 15, 40, 30, 52], [14, 11, 3, 28, 33], [26, 35, 13, 17, 21], [31, 24, 16, 19, 44],
        [20, 22, 25, 27, 29]]
EIGHT = at(*(row + column for rows, columns in (("01", "01"), ("23", "23"))
             for row in rows for column in columns))
DEATHS = at("01", "11", "12", "T1", "T2")

WORKED = {
    "T1": Worked(line("All", North=3, South=12, East=20, West=7), ("North",), 1,
                 frozenset({"North"}), ("North", 3), frozenset({"North", "West"}), (1, 9)),
    "T2": Worked(line("All", Neglect=1, Emotional=1, Physical=14), ("Neglect", "Emotional"), 1,
                 frozenset({"Neglect", "Emotional"}), ("Emotional", 1),
                 frozenset({"Neglect", "Emotional", "Physical"}), (1, 14)),
    "T3": Worked(square([2, 10, 20], [15, 8, 30], [25, 12, 40]), ("t.0.0",), 3,
                 at("00", "01", "10"), ("t.0.0", 2), at("00", "01", "10", "11"), (1, 11)),
    "T4": Worked(square(*FOUR), ("t.1.2",), 3, EIGHT | at("12"), ("t.1.2", 3),
                 at("12", "11", "31", "32"), (1, 13)),
    "T5": Worked(square([30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85],
                        [800, 991, 651, 685], least=0), tuple(sorted(NINE)), 1,
                 NINE, ("t.0.1", 47), NINE | at("11"), (0, 141)),
    "T6": Worked(year_to_date(), ("Q1 North",), 2, frozenset(), ("Q1 North", 3),
                 frozenset({"Q2 North", "Q2 South"}), (1, 9)),
    "T7": Worked(with_percentage(), ("Reviewed",), 2, frozenset({"Reviewed", "Open"}),
                 ("Reviewed", 4), frozenset({"Reviewed", "Open", "Percentage"}), (1, 18)),
    "T8": Worked(with_rate(), ("Deaths",), 2, frozenset({"Deaths", "Other"}), ("Deaths", 4),
                 frozenset({"Deaths", "Other", "Rate"}), (1, 42)),
    "T9, exact total": Worked(rounded_parts(1), ("a", "b", "c"), 1, frozenset(), ("a", 2),
                              frozenset({"All"}), (0, 2)),
    "T9, rounded total": Worked(rounded_parts(5), ("a", "b", "c"), 1, frozenset(), ("a", 2),
                                frozenset({"All"}), (0, 2)),
    "T10": Worked(sectors(), ("N1",), 1, frozenset({"N1", "North"}), ("N1", 4),
                  frozenset({"N1", "N2"}), (1, 14)),
    "T11": Worked(square([6, 2, 0, 7], [8, 1, 1, 6]), tuple(sorted(DEATHS)), 3,
                  DEATHS, ("t.0.1", 2), DEATHS | at("03", "13", "T3"), (1, 8)),
    "T13": Worked(three_ways(1), ("000", "111"), 3, frozenset(), ("000", 1),
                  frozenset({f"age by area {pair}" for pair in product("01", repeat=2)}), (1, 6)),
}
