"""The counts that figures reveal, and the additive relations between those counts.

A count reveals one number; a percentage reveals numerator, remainder and denominator (its cases,
rest and whole). A rate reveals its numerator, as populations are published; an amount
of money or a mean score reveals none. Two figures of one
``quantity`` reveal the same counts in any table, report or earlier release. From these relations
an outsider works out what a paper hides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace

import pandas

from pscb_lib.disclosure.figures import TOTAL, Figure, Place, figures_in
from pscb_lib.disclosure.secrecy.connected import grouped
from pscb_lib.disclosure.secrecy.relations import Relation, sum_of

ASPECTS = {"count": ("cases",), "percent": ("cases", "rest", "whole"), "rate": ("cases",),
           "pounds": (), "score": ()}
WHICH = {aspect: number for number, aspect in enumerate(ASPECTS["percent"])}

PAIR = 2  # a total and its only part


@dataclass
class LinkedCounts:
    """The counts of several papers, and what a reader knows of several together.

    *counts* has each count by its name, *figures* the names of the counts that each figure
    reveals. *sums* are the additive relations, each with its total first, and *limits* all others.
    """

    counts: dict[str, int] = field(default_factory=dict)
    figures: dict[tuple[str, Place], tuple[str, ...]] = field(default_factory=dict)
    sums: list[Relation] = field(default_factory=list)
    limits: list[Relation] = field(default_factory=list)
    renamed: dict[str, str] = field(default_factory=dict)  # counts that are the same as another
    order: dict[str, int] = field(default_factory=dict)  # the place of each count

    @property
    def relations(self) -> tuple[Relation, ...]:
        """All relations between the counts, each once."""
        return tuple(dict.fromkeys((*self.sums, *self.limits)))

    @property
    def equal(self) -> list[tuple[str, ...]]:
        """The names of two counts each that are the same count."""
        return [tuple(name for name, _ in one.terms) for one in self.sums
                if len(one.terms) == PAIR]

    @property
    def alike(self) -> list[tuple[str, str]]:
        """The names of two counts each that a paper says are equal, though they are two."""
        pairs = [one.terms for one in self.limits
                 if (one.least, one.most) == (0, 0) and len(one.terms) == PAIR]
        return [(one, other) for (one, by), (other, against) in pairs if by == -against]

    def add(self, paper: str, frame: pandas.DataFrame,
            unknown: Container[Place] = frozenset(), issue_of: str = "") -> None:
        """Add the figures of one *paper*, a name that no other paper has.

        *unknown* are places whose numbers are lost; sums that need one of them are left out. A
        figure that has not changed since an earlier issue is the same as in the paper *issue_of*.
        Raises ValueError if two counts that are said to be the same differ.
        """
        before = len(self.order)
        names_at = {place_of(figure): self._names(paper, issue_of or paper, figure)
                    for figure in figures_in(frame)
                    if numbers_of(figure) and place_of(figure) not in unknown}
        sums = [sum_of(names[2], names[:2]) for names in names_at.values() if len(names) == 3]
        sums += sums_among(frame, names_at, unknown)
        limits = [*limits_among(frame, names_at)]
        if issue_of:  # its exact numbers may be lost: sums of rounded ones tell nothing
            sums, limits = ([one for one in each if self._holds(one)] for each in (sums, limits))
        figures = {(paper, place): names for place, names in names_at.items()}
        new = self._same(twins_among(frame, names_at))
        if any(self.order[name] < before for name in new):  # earlier papers have it as well
            self.renamed = {old: new.get(name, name) for old, name in self.renamed.items()}
            figures, sums = self.figures | figures, self.sums + sums
            limits, self.sums, self.limits = self.limits + limits, [], []
        self.renamed |= new
        self._add(figures, sums, limits, new)

    def _names(self, paper: str, issue_of: str, figure: Figure) -> tuple[str, ...]:
        here, there = (" / ".join((one, *place_of(figure))) for one in (paper, issue_of))
        bases = (figure.quantity or there, there, here)
        return tuple(self._name([f"{base}: {aspect}" for base in bases], number) for aspect, number
                     in zip(ASPECTS[figure.unit], numbers_of(figure), strict=True))

    def _name(self, names: Iterable[str], number: int) -> str:
        """The first of *names* that is not a count of another number, or else the last.

        A count revised since is another count, named by its own place. Of a share with one number
        revised, the other is the same count still.
        """
        for name in names:
            named = self.renamed.get(name, name)
            if self.counts.get(named, number) == number:
                break
        self.counts[named] = number
        self.order.setdefault(named, len(self.order))
        return named

    def _holds(self, relation: Relation) -> bool:
        return relation.holds(sum(by * self.counts[name] for name, by in relation.terms))

    def _same(self, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
        """Give the two counts of each pair one name, the first; return it by the others."""
        pairs = [pair for pair in pairs if pair[0] != pair[1]]
        for one, other in pairs:
            if self.counts[one] != self.counts[other]:
                raise ValueError(f"{one} and {other} are said to be the same count, and differ")
        named = sorted({name for pair in pairs for name in pair}, key=self.order.__getitem__)
        new = {name: group[0] for group in grouped(named, pairs) for name in group[1:]}
        for name in new:
            del self.counts[name]
        return new

    def _add(self, figures: Mapping[tuple[str, Place], tuple[str, ...]],
             sums: Iterable[Relation], limits: Iterable[Relation], new: Mapping[str, str]) -> None:
        self.figures |= {where: tuple(new.get(name, name) for name in names)
                         for where, names in figures.items()}
        sums = [_merged(one, new) for one in sums]
        self.limits += [_merged(one, new) for one in limits]
        # A sum whose total is one of its parts says that the others are zero.
        self.limits += [one for one in sums if one.terms and one.terms[0][1] != -1]
        self.sums += [one for one in sums if one.terms and one.terms[0][1] == -1]


def _merged(relation: Relation, new: Mapping[str, str]) -> Relation:
    terms: Counter[str] = Counter()
    for name, by in relation.terms:
        terms[new.get(name, name)] += by
    return replace(relation, terms=tuple((name, by) for name, by in terms.items() if by))


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
    """The additive relations of a paper: lines of tables with a total, and parts of wholes.

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
        if place in names:
            yield from _of_percentage(figure, names)
    for (_, _, total), places in parts.items():
        if any(place in unknown for place in places):
            continue
        aspects = min(len(names[place]) for place in (total, *places))
        for aspect in range(aspects):
            yield sum_of(names[total][aspect], tuple(names[place][aspect] for place in places))


def _of_percentage(figure: Figure, names: dict[Place, tuple[str, ...]]) -> Iterable[Relation]:
    """That the denominator and the numerator of a percentage are counts at other places.

    Raises ValueError where it has the numerator of another percentage and no place of its own
    denominator: a reader who takes the two for one has a sum that the system lacks.
    """
    own = names[place_of(figure)]
    twin = names.get(figure.same_as, ()) if figure.same_as else ()
    if figure.whole is None and min(len(own), len(twin)) == len(WHICH):
        raise ValueError(f"{' / '.join(place_of(figure))}: a share with the numerator of another "
                         "needs the place of its whole, or one quantity with it")
    for aspect, other in ((2, figure.whole), (0, figure.same_as)):
        if other in names and max(len(own), len(names[other])) > 1:
            yield sum_of(own[aspect], names[other][:1])


def twins_among(frame: pandas.DataFrame, names: dict[Place, tuple[str, ...]]
                ) -> Iterable[tuple[str, str]]:
    """The pairs of figures of a paper that are one count, each by the name of its only count."""
    for figure in figures_in(frame):
        own = names.get(place_of(figure), ())
        other = names.get(figure.same_as, ()) if figure.same_as else ()
        if len(own) == len(other) == 1:
            yield other[0], own[0]


def limits_among(frame: pandas.DataFrame, names: dict[Place, tuple[str, ...]]
                    ) -> Iterable[Relation]:
    """What a paper says of several counts together, where all of them have a name."""
    for figure in figures_in(frame):
        terms, least, most = figure.relation or ((), None, None)
        if terms and all(place in names for place, _, _ in terms):
            yield Relation(tuple((names[place][WHICH[aspect]], by) for place, aspect, by in terms),
                           least, most)
