"""The figures of a set as its reader may have them, with what the hidden ones are.

What a hidden figure is, only the restricted set of the same paper tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

import pandas

from pscb_lib.disclosure.equations import place_of
from pscb_lib.disclosure.figures import NOBODY, Place, figures_in, masked_figures_in
from pscb_lib.disclosure.outsider.found import Finished, Row
from pscb_lib.disclosure.outsider.numbers import Number

ID = re.compile(r"[A-Z]+\d+[a-z]?")  # of an indicator: beside it the tidy data have its title


@dataclass(frozen=True)
class Known:
    """A figure: where it stands, its exact numbers, and whether this set hides it."""

    place: Place
    unit: str
    actual: Fraction | None
    numerator: int | None
    denominator: int | None
    is_hidden: bool
    whole_is_shown: bool = False

    def is_revealed_by(self, number: Number) -> bool:
        """Whether *number* is this figure, or one of the counts it is made of."""
        return self.times_revealed_by(number) > 0

    def times_revealed_by(self, number: Number) -> int:
        """In how many ways *number* is this figure: 4 of 4 is twice four."""
        if self.actual is None:
            return 0
        counts = [self.actual] if self.unit == "count" else self._counts()
        is_whole = not number.is_percent and number.value.denominator == 1
        return sum(is_whole and number.value == one for one in counts) + self._is_share(number)

    def _counts(self) -> list[int]:
        if self.numerator is None or self.denominator is None:
            return []
        if self.unit == "rate":
            return [self.numerator]
        own = [self.numerator, self.denominator - self.numerator]
        return own if self.is_hidden and self.whole_is_shown else [*own, self.denominator]

    def _is_share(self, number: Number) -> bool:
        is_exact = not (number.decimals or number.is_percent)
        if self.actual is None or self.unit == "count" or is_exact:
            return False
        is_part = number.decimals > 1 and self.unit == "percent"
        return number.is_rounded(self.actual) or is_part and number.is_rounded(self.actual / 100)


@dataclass(frozen=True)
class Paper:
    """The figures of one paper, by what heads them on the page."""

    figures: tuple[Known, ...]
    titles: dict[str, str]  # by id

    @cached_property
    def by_label(self) -> dict[str, list[Known]]:
        """The figures by what their rows are headed with: the label, or the title of an id."""
        found = defaultdict(list)
        for figure in self.figures:
            row = figure.place[1]
            for label in filter(None, (row, self.titles.get(row))):
                found[label].append(figure)
        return dict(found)

    def headed(self, labels: Iterable[str], tables: Collection[str] = ()) -> list[Known]:
        """The figures whose rows have one of these labels, of certain *tables* or of all."""
        return [figure for label in labels for figure in self.by_label.get(label, ())
                if not tables or figure.place[0] in tables]

    def tables_with(self, lines: Iterable[Collection[str]]) -> set[str]:
        """The tables that have a row for each of the *lines*, by their labels, that any has."""
        tables = [{one.place[0] for one in self.headed(labels)} for labels in lines]
        known = [names for names in tables if names]
        return set.intersection(*known) if known else set()


def paper_of(found: Finished, exact: pandas.DataFrame | None) -> Paper:
    """The figures of a set, the hidden ones as *exact*, those of its restricted set, tells them.

    Without that the hidden ones are left out.
    """
    frame = found.figures
    if frame is None:
        return Paper((), {})
    told_by = {} if exact is None else {place_of(one): one for one in figures_in(exact)}
    shown = {place_of(one) for one in masked_figures_in(frame) if not one.hidden}
    wholes: dict[tuple[str, str], set[int | None]] = defaultdict(set)
    for one in masked_figures_in(frame):
        wholes[one.table, one.column].add(one.denominator)
    figures = []
    for one in masked_figures_in(frame):
        if one.readers == NOBODY:
            continue
        told = told_by.get(place_of(one)) if one.hidden else one
        if told is not None:
            is_shown = one.whole in shown or told.denominator in wholes[one.table, one.column]
            actual = None if told.actual is None else Fraction(told.actual)
            figures.append(Known(place_of(one), told.unit, actual, told.numerator,
                                 told.denominator, bool(one.hidden), is_shown))
    return Paper(tuple(figures), _titles(found.rows))


def _titles(rows: list[Row]) -> dict[str, str]:
    """The titles that tidy tables print beside ids."""
    return {label: title for row in rows if row.file.endswith(".csv")
            for label, title in pairwise(row.labels) if ID.fullmatch(label)}
