"""The counts that figures reveal, and the additive relations between those counts.

A count reveals one number; a percentage reveals numerator, remainder and denominator (its cases,
rest and whole). A rate reveals its numerator, as populations are published. Two figures of one
``quantity`` reveal the same counts in any table, report or earlier release. From these relations
an outsider works out what a paper hides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

import pandas

from pscb_lib.disclosure.figures import TOTAL, Figure, Place, figures_in
from pscb_lib.disclosure.secrecy.relations import Relation, sum_of

ASPECTS = {"count": ("cases",), "percent": ("cases", "rest", "whole"), "rate": ("cases",)}


@dataclass
class LinkedCounts:
    """The counts of several papers, and the additive relations between them.

    *counts* has each count by its name, *figures* the names of the counts that each figure
    reveals, and *sums* the relations.
    """

    counts: dict[str, int] = field(default_factory=dict)
    figures: dict[tuple[str, Place], tuple[str, ...]] = field(default_factory=dict)
    sums: list[Relation] = field(default_factory=list)

    def add(self, paper: str, frame: pandas.DataFrame,
            unknown: Container[Place] = frozenset()) -> None:
        """Add the figures of one *paper*, a name that no other paper has.

        *unknown* are places whose numbers are lost; sums that need one of them are left out.
        """
        names_at = {place_of(figure): self._names(paper, figure)
                    for figure in figures_in(frame)
                    if numbers_of(figure) and place_of(figure) not in unknown}
        self.figures |= {(paper, place): names for place, names in names_at.items()}
        self.sums += [sum_of(names[2], names[:2]) for names in names_at.values() if len(names) == 3]
        self.sums += sums_among(frame, names_at, unknown)

    def _names(self, paper: str, figure: Figure) -> tuple[str, ...]:
        here = " / ".join((paper, *place_of(figure)))
        for base in (figure.quantity or here, here):
            named = {f"{base}: {aspect}": value for aspect, value
                     in zip(ASPECTS[figure.unit], numbers_of(figure), strict=True)}
            # A figure revised since is another figure, named by its own place.
            if all(self.counts.get(name, value) == value for name, value in named.items()):
                break
        self.counts |= named
        return tuple(named)


def place_of(figure: Figure) -> Place:
    """The place of a figure: table, row and column."""
    return figure.table, figure.row, figure.column


def numbers_of(figure: Figure) -> tuple[int, ...]:
    """The counts that a figure reveals, in the order of ``ASPECTS``; none if it has no value.

    "No cases" reveals three zeros.
    """
    cases, whole = figure.numerator, figure.denominator
    if figure.unit == "percent" and cases is not None and whole is not None:
        return cases, whole - cases, whole
    number = figure.actual if figure.unit == "count" else cases
    return () if figure.actual is None or number is None else (int(number),)


def sums_among(frame: pandas.DataFrame, names: dict[Place, tuple[str, ...]],
               unknown: Container[Place]) -> Iterable[Relation]:
    """The additive relations of a paper: lines of tables with a total, and ties of figures.

    *names* are the names of the counts at each place. In a sum of percentages the numerators,
    remainders and denominators each add up; in a sum of counts a percentage is its numerator.
    """
    parts: dict[tuple[str, str, Place], list[Place]] = defaultdict(list)
    for figure in figures_in(frame):
        place = table, row, column = place_of(figure)
        totals = (("across", (table, row, TOTAL)), ("down", (table, TOTAL, column)),
                  *(("into", total) for total in figure.part_of))
        for way, total in totals:
            if total in names and total != place and (place in names or place in unknown):
                parts[way, table, total].append(place)
        if figure.whole in names and place in names:
            yield sum_of(names[place][2], names[figure.whole][:1])
        if figure.same_as in names and place in names:
            yield sum_of(names[place][0], names[figure.same_as][:1])
    for (_, _, total), places in parts.items():
        if any(place in unknown for place in places):
            continue
        aspects = min(len(names[place]) for place in (total, *places))
        for aspect in range(aspects):
            yield sum_of(names[total][aspect], tuple(names[place][aspect] for place in places))

