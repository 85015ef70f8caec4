"""The figures of a set, each with whether it is hidden and its exact numbers.

The exact numbers of a hidden figure come from the restricted set of the same paper.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

import pandas

from pscb_lib.disclosure.equations import place_of
from pscb_lib.disclosure.figures import (
    NOBODY,
    TOTAL,
    Figure,
    Place,
    Value,
    figures_in,
    masked_figures_in,
)
from pscb_lib.disclosure.outsider.found import Finished, Row
from pscb_lib.disclosure.outsider.numbers import Number
from pscb_lib.disclosure.outsider.others import published_in

ID = re.compile(r"[A-Z]+\d+[a-z]?")  # of an indicator; in tidy data the next cell has its title


@dataclass(frozen=True)
class Known:
    """A figure: its place, its exact numbers, and whether this set hides it."""

    place: Place
    unit: str
    actual: Fraction | None
    numerator: int | None
    denominator: int | None
    is_hidden: bool
    whole_is_shown: bool = False
    totals: tuple[int, ...] = ()  # shown counts that this count is part of

    def is_revealed_by(self, number: Number) -> bool:
        """Whether *number* is this figure, or one of the counts it is made from."""
        return self.times_revealed_by(number) > 0

    def times_revealed_by(self, number: Number) -> int:
        """How many of this figure's numbers are *number*: of "4 of 4" two are four."""
        counts = self._counts()
        if self.unit == "count":
            counts = [] if self.actual is None else [int(self.actual)]
        is_whole = not number.is_percent and number.value.denominator == 1
        is_own = not self.is_hidden and self.unit != "count" and number.value == self.actual
        return sum(is_whole and number.value == one for one in counts) + (
            is_own or self._is_share(number))

    def _counts(self) -> list[int]:
        if self.numerator is None or self.denominator is None:
            return []
        if self.unit == "rate":
            return [self.numerator]
        own = [self.numerator, self.denominator - self.numerator]
        return own if self.is_hidden and self.whole_is_shown else [*own, self.denominator]

    def _is_share(self, number: Number) -> bool:
        is_exact = not (number.decimals or number.is_percent)
        if self.actual is None or is_exact:
            return False
        if self.unit == "count":
            return number.is_percent and any(
                number.is_rounded(100 * self.actual / total) for total in self.totals)
        is_part = number.decimals > 1 and self.unit == "percent"
        return number.is_rounded(self.actual) or is_part and number.is_rounded(self.actual / 100)


@dataclass(frozen=True)
class Column:
    """The figures of one column of a table but its total, which has no bar beside its parts."""

    figures: tuple[Known, ...]

    @cached_property
    def sizes(self) -> frozenset[float]:
        """The sizes that are shown."""
        return frozenset(float(one.actual or 0) for one in self.figures if not one.is_hidden)

    @cached_property
    def hidden(self) -> tuple[tuple[Known, float], ...]:
        """The hidden figures, each with its size."""
        return tuple((one, float(one.actual or 0)) for one in self.figures if one.is_hidden)

    @cached_property
    def shown(self) -> Counter[Fraction | None]:
        """How many shown figures have each number."""
        return Counter(one.actual for one in self.figures if not one.is_hidden)


@dataclass(frozen=True)
class Paper:
    """The figures of one paper, to be found by the labels of the page."""

    figures: tuple[Known, ...]
    titles: dict[str, str]  # by id
    published: Mapping[str, frozenset[Fraction]] = field(default_factory=dict)  # by others

    @cached_property
    def by_label(self) -> dict[str, list[Known]]:
        """The figures by the label of their row, and by its title if the label is an id."""
        found = defaultdict(list)
        for figure in self.figures:
            row = figure.place[1]
            for label in filter(None, (row, self.titles.get(row))):
                found[label].append(figure)
        return dict(found)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The labels of all rows, but for the word of totals."""
        return tuple(label for label in self.by_label if label != TOTAL)

    @cached_property
    def by_word(self) -> dict[str, list[Known]]:
        """The figures by the label of their row in lower case, but for the word of totals."""
        found: dict[str, list[Known]] = defaultdict(list)
        for label in self.labels:
            found[label.lower()] += self.by_label[label]
        return dict(found)

    @cached_property
    def shown(self) -> tuple[Known, ...]:
        """The figures that are not hidden."""
        return tuple(figure for figure in self.figures if not figure.is_hidden)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The figures that bars can be drawn for, by table and column; and the cases of shares
        that are shown, which have bars of their own in a chart of steps.
        """
        found: dict[tuple[str, str], list[Known]] = defaultdict(list)
        cases: dict[tuple[str, str], list[Known]] = defaultdict(list)
        for one in self.figures:
            if one.actual and one.place[1] != TOTAL:
                found[one.place[0], one.place[2]].append(one)
            if one.numerator is not None and not one.is_hidden:
                cases[one.place[0], one.place[2]].append(
                    replace(one, actual=Fraction(one.numerator)))
        return tuple(Column(tuple(figures)) for figures in (*found.values(), *cases.values()))

    @cached_property
    def told(self) -> frozenset[Fraction | int | None]:
        """The numbers that shown figures tell: their own, their cases and what is left of these."""
        rests = {one.denominator - one.numerator for one in self.shown
                 if one.denominator is not None and one.numerator is not None}
        return frozenset({one.actual for one in self.shown} | rests | {
            one.numerator for one in self.shown})

    def headed(self, labels: Iterable[str], tables: Collection[str] = ()) -> list[Known]:
        """The figures whose rows have one of the *labels*, in the *tables* named or in all."""
        return [figure for label in labels for figure in self.by_label.get(label, ())
                if not tables or figure.place[0] in tables]

    def tables_with(self, lines: Iterable[Collection[str]]) -> set[str]:
        """The tables with a row for each of the *lines* of labels, but for lines in no table."""
        tables = [{one.place[0] for one in self.headed(labels)} for labels in lines]
        known = [names for names in tables if names]
        return set.intersection(*known) if known else set()


def paper_of(found: Finished, exact: pandas.DataFrame | None) -> Paper:
    """The figures of a set; *exact* are those of its restricted set.

    Hidden figures have their exact numbers from there. Without it they are left out.
    """
    frame = found.figures
    if frame is None:
        return Paper((), {})
    exact_at = {} if exact is None else {place_of(one): one for one in figures_in(exact)}
    shown = {place_of(one) for one in masked_figures_in(frame) if not one.hidden}
    wholes: dict[tuple[str, str], set[int | None]] = defaultdict(set)
    for one in masked_figures_in(frame):
        wholes[one.table, one.column].add(one.denominator)
    figures = []
    counts = {place_of(one): one.actual for one in masked_figures_in(frame)
              if one.unit == "count" and one.actual}
    for one in masked_figures_in(frame):
        if one.readers == NOBODY:
            continue
        known = exact_at.get(place_of(one)) if one.hidden else one
        if known is not None:
            is_shown = one.whole in shown or known.denominator in wholes[one.table, one.column]
            actual = None if known.actual is None else Fraction(known.actual)
            figures.append(Known(place_of(one), known.unit, actual, known.numerator,
                                 known.denominator, bool(one.hidden), is_shown,
                                 _totals(one, counts)))
    return Paper(tuple(figures), _titles(found.rows), published_in(found.rows))


def _totals(figure: Figure, counts: Mapping[Place, Value]) -> tuple[int, ...]:
    """The shown counts that a hidden count is part of."""
    if figure.unit != "count":
        return ()
    table, row, column = place_of(figure)
    wholes = {(table, TOTAL, column), (table, row, TOTAL), (table, TOTAL, TOTAL), *figure.part_of}
    return tuple(int(counts[place]) for place in sorted(wholes - {place_of(figure)})
                 if place in counts)


def _titles(rows: list[Row]) -> dict[str, str]:
    """The titles of ids, from the tidy tables."""
    return {label: title for row in rows if row.file.endswith(".csv")
            for label, title in pairwise(row.labels) if ID.fullmatch(label)}
