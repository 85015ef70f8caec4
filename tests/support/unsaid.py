"""Additive relations that hold between a report's figures in every draw and are not declared.

All arithmetic is in whole numbers modulo a prime, so that rounding neither hides a sum nor makes
one. Counts that are not printed, and the remainder of a percentage, are eliminated with the sums
that the figures declare.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from operator import mul

import numpy
import pandas

from pscb_lib.disclosure.equations import LinkedCounts, place_of
from pscb_lib.disclosure.figures import NOBODY
from pscb_lib.disclosure.masking import for_audience

PRIME = 2**31 - 1
FEWEST, A_PART = 12, 3  # the fewest draws that must have the counts, and a third of all
Terms = dict[str, int]  # the factor of each count in a sum that is zero


class Drawn:
    """The printed counts of one draw outside the restricted set, and the sums declared."""

    def __init__(self, figures: pandas.DataFrame) -> None:
        linked = LinkedCounts()
        linked.add("", for_audience(figures, "board"))
        self.names = {place: names for (_, place), names in linked.figures.items()}
        printed = {place_of(figure) for figure in self.printed(figures).itertuples()}
        names = {name: aspect for place in self.names if place in printed
                 for aspect, name in enumerate(self.names[place])}
        self.linked = linked.counts
        self.counts = {name: linked.counts[name] for name, aspect in names.items() if aspect != 1}
        of_children = {place_of(one) for one in self.printed(figures).itertuples()
                       if one.describes in ("child", "respondent")}
        self.of_children = {name for place in of_children for name in self.names.get(place, ())}
        self.said = frozenset(frozenset(_merged(one.terms).items()) for one in linked.relations
                              if (one.least, one.most) == (0, 0))

    @staticmethod
    def printed(figures: pandas.DataFrame) -> pandas.DataFrame:
        """Return the figures that are printed outside the restricted set."""
        frame = for_audience(figures, "board")
        return frame[frame["readers"] != NOBODY]


class Span:
    """The sums that follow from some others."""

    def __init__(self, sums: Iterable[Terms] = ()) -> None:
        self._rows: dict[str, Terms] = {}
        for one in sums:
            self.add(one)

    def add(self, terms: Terms, first: Iterable[str] = ()) -> bool:
        """Add a sum and return whether it was new; a count of *first* is eliminated first."""
        left = self.rest_of(terms)
        if not left:
            return False
        pivot = next((name for name in sorted(left) if name in first), min(left))
        by = pow(left[pivot], -1, PRIME)
        self._rows[pivot] = {name: number * by % PRIME for name, number in left.items()}
        return True

    def rest_of(self, terms: Terms) -> Terms:
        """Return what is left of a sum after elimination; empty if it follows from the others."""
        left = {name: number % PRIME for name, number in terms.items() if number % PRIME}
        while known := next((name for name in left if name in self._rows), None):
            by = left[known]
            for name, number in self._rows[known].items():
                left[name] = (left.get(name, 0) - by * number) % PRIME
                if not left[name]:
                    del left[name]
        return left

    def without(self, unwanted: set[str]) -> list[Terms]:
        """Return the sums that are left when the *unwanted* counts are eliminated."""
        return [row for pivot, row in self._rows.items() if pivot not in unwanted]


def unsaid(drawn: Sequence[Drawn], *, whole: bool = False) -> list[str]:
    """Return the undeclared sums that hold in every draw which has their counts.

    Sums of two to four counts; of any number if the *whole* space is asked for, which needs more
    draws than there are counts. A sum of agencies' work alone needs no declaration: none of its
    counts is ever hidden.
    """
    of_children = frozenset().union(*(one.of_children for one in drawn))
    stands = defaultdict(list)
    for number, one in enumerate(drawn):
        for name in one.counts:
            stands[name].append(number)
    found: dict[str, None] = {}
    for numbers in dict.fromkeys(map(tuple, stands.values())):
        if len(numbers) >= max(FEWEST, len(drawn) // A_PART):
            found |= dict.fromkeys(
                in_words(terms) for terms in _among([drawn[one] for one in numbers], whole)
                if not of_children.isdisjoint(terms))
    return list(found)


def in_words(terms: Terms) -> str:
    """Write a sum for a reader: a + b = c."""
    sides: dict[bool, list[str]] = {True: [], False: []}
    for name, number in sorted(terms.items()):
        number = number % PRIME
        by = min(number, PRIME - number)
        sides[number == by].append(name if by == 1 else f"{by} × {name}")
    return " = ".join(" + ".join(f"[{name}]" for name in side) or "0" for side in sides.values())


def _among(drawn: Sequence[Drawn], whole: bool) -> list[Terms]:
    """Return the undeclared sums of the counts that all of these draws have."""
    columns = {name: [one.counts[name] for one in drawn] for name in drawn[0].counts
               if all(name in one.counts for one in drawn)}
    never = {name for name, column in columns.items() if not any(column)}
    columns = {name: column for name, column in columns.items() if name not in never}
    said = [{name: by for name, by in one if name not in never}
            for one in frozenset.intersection(*(one.said for one in drawn))]
    span = _said(said, set(columns))
    # Equal constants are no relation: 9 standards and 9 agencies.
    constant = {name: column[0] for name, column in columns.items() if len(set(column)) == 1}
    for name, other in pairwise(constant):
        span.add({name: constant[other], other: -constant[name]})
    found = [terms for terms in short_sums(columns) if span.add(terms)]
    if whole and len(drawn) > len(columns):
        found += [terms for terms in _null_space(columns) if span.add(terms)]
    return found


def _said(said: Iterable[Terms], printed: set[str]) -> Span:
    """Return the sums declared between the *printed* counts, all others eliminated."""
    everything, others = Span(), {name for one in said for name in one} - printed
    for one in sorted(said, key=sorted):
        everything.add(one, others)
    return Span(everything.without(others))


def short_sums(columns: Mapping[str, list[int]]) -> Iterable[Terms]:
    """Find sums of two, three and four counts by a random weighted sum of each one's draws."""
    chance, prime = random.Random(0), 2**61 - 1
    weights = [chance.randrange(prime) for _ in next(iter(columns.values()))]
    first: dict[int, str] = {}
    for name, column in columns.items():
        weight = sum(map(mul, weights, column)) % prime
        if weight in first:
            yield {first[weight]: 1, name: -1}
        first.setdefault(weight, name)
    own, kept = numpy.array(list(first), dtype=numpy.int64), list(first.values())
    left, right = numpy.triu_indices(len(own))
    pairs = (own[left] + own[right]) % prime
    for place in numpy.flatnonzero(numpy.isin(pairs, own)):
        yield _merged([(kept[left[place]], 1), (kept[right[place]], 1),
                       (first[int(pairs[place])], -1)])
    order = numpy.argsort(pairs, kind="stable")
    for one, two in pairwise(order):
        if pairs[one] == pairs[two]:
            yield _merged([(kept[left[one]], 1), (kept[right[one]], 1),
                           (kept[left[two]], -1), (kept[right[two]], -1)])


def _null_space(columns: Mapping[str, list[int]]) -> Iterable[Terms]:
    """Return a basis of all sums that hold between the *columns*."""
    names, matrix = list(columns), numpy.array(list(columns.values()), dtype=numpy.int64).T % PRIME
    pivots: list[int] = []
    for column in range(len(names)):
        row = len(pivots)
        nonzero = numpy.flatnonzero(matrix[row:, column])
        if not len(nonzero):
            continue
        matrix[[row, row + nonzero[0]]] = matrix[[row + nonzero[0], row]]
        matrix[row] = matrix[row] * pow(int(matrix[row, column]), -1, PRIME) % PRIME
        others = numpy.flatnonzero(matrix[:, column])
        others = others[others != row]
        matrix[others] = (matrix[others] - matrix[others, column, None] * matrix[row]) % PRIME
        pivots.append(column)
    for column in sorted(set(range(len(names))) - set(pivots)):
        yield {names[column]: -1, **{names[pivot]: int(matrix[row, column])
                                     for row, pivot in enumerate(pivots) if matrix[row, column]}}


def _merged(terms: Iterable[tuple[str, int]]) -> Terms:
    merged: dict[str, int] = defaultdict(int)
    for name, number in terms:
        merged[name] += number
    return {name: number for name, number in merged.items() if number}
