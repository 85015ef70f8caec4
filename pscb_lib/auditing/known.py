"""The figures of a set as its reader may have them, with what the hidden ones are.

What a hidden figure is, only the restricted set of the same paper tells.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

import pandas

from pscb_lib.auditing.finished import Finished, Row
from pscb_lib.auditing.numbers import Number
from pscb_lib.equations import place_of
from pscb_lib.measures.figures import NOBODY, Place

TITLES = ("id", "indicator")  # columns of the tidy data: an id and the title it prints as


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

    def is_told_by(self, number: Number) -> bool:
        """Whether *number* is this figure, or one of the counts it is made of."""
        return self.times_told_by(number) > 0

    def times_told_by(self, number: Number) -> int:
        """In how many ways *number* is this figure: 4 of 4 is twice four."""
        if self.actual is None:
            return 0
        counts = [self.actual] if self.unit == "count" else self._counts()
        is_whole = not number.is_percent and number.value.denominator == 1
        return sum(is_whole and number.value == one for one in counts) + self._is_share(number)

    def _counts(self) -> list[int]:
        if self.unit == "rate":
            return [self.numerator]
        own = [self.numerator, self.denominator - self.numerator]
        return own if self.is_hidden and self.whole_is_shown else [*own, self.denominator]

    def _is_share(self, number: Number) -> bool:
        if self.unit == "count" or not (number.decimals or number.is_percent):
            return False
        is_part = number.decimals > 1 and self.unit == "percent"
        return number.is_rounded(self.actual) or is_part and number.is_rounded(self.actual / 100)


@dataclass(frozen=True)
class Paper:
    """The figures of one paper, by what heads them on the page."""

    figures: tuple[Known, ...]
    titles: dict[str, str]  # by id

    def labels_of(self, figure: Known) -> tuple[str, ...]:
        """What a row of this figure is headed with."""
        row = figure.place[1]
        return tuple(filter(None, (row, self.titles.get(row))))


def paper_of(found: Finished, exact: pandas.DataFrame | None) -> Paper:
    """The figures of a set, the hidden ones as *exact*, those of its restricted set, tells them.

    Without that the hidden ones are left out.
    """
    frame = found.figures
    if frame is None:
        return Paper((), {})
    told_by = {} if exact is None else {place_of(one): one for one in exact.itertuples()}
    shown = {place_of(one) for one in frame.itertuples() if not one.hidden}
    wholes: dict[tuple, set[int]] = defaultdict(set)
    for one in frame.itertuples():
        wholes[one.table, one.column].add(one.denominator)
    figures = []
    for one in frame.itertuples():
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
    found = {}
    for row in rows:
        if row.file.endswith(".csv"):
            for number, label in enumerate(row.labels[:-1]):
                if label.isupper() or label[:2].isupper():
                    found[label] = row.labels[number + 1]
    return found
