"""Relations: what published figures reveal of counts, as bounds on sums of whole numbers.

An additive relation says that parts add up to a total, in the same table, in another table or
in an earlier release. A rounded figure bounds its counts: rounded half up to the nearest
``2 h``, a rate or percentage of *n* printed as *p* says that ``(p - h) n <= count < (p + h) n``.
21.1% of 19 can only be 4, and 0.9 per 10,000 of 43,210 residents can only be 4 deaths.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor


@dataclass(frozen=True)
class Relation:
    """``least <= sum of coefficient times count <= most``; None is no bound.

    *terms* are pairs of a count's name and its coefficient. *revealed_by* names the figure that
    reveals the relation: an outsider knows it only while that figure is shown. Without a name
    an outsider always knows it.
    """

    terms: tuple[tuple[str, int], ...]
    least: int | None = 0
    most: int | None = 0
    revealed_by: str = ""

    def holds(self, total: int) -> bool:
        """Whether the relation holds for terms that add up to *total*."""
        is_enough = self.least is None or self.least <= total
        return is_enough and (self.most is None or total <= self.most)


def sum_of(total: str, parts: tuple[str, ...]) -> Relation:
    """The relation that *parts* add up to *total*. With one part, the two counts are equal."""
    return Relation(((total, -1), *((part, 1) for part in parts)))


def rounded(revealed_by: str, parts: tuple[str, ...], shown: Fraction, half: Fraction,
            scale: Fraction = Fraction(1)) -> Relation:
    """The relation that the sum of *parts* times *scale*, rounded half up, prints as *shown*.

    *half* is half a unit of the last printed digit. A rate of 0.9 per 10,000 of 43,210 residents
    has the scale 10,000/43,210 and half a unit of 1/20.
    """
    least, most = (shown - half) / scale, (shown + half) / scale
    return Relation(tuple((part, 1) for part in parts), ceil(least), ceil(most) - 1, revealed_by)


def percentage(revealed_by: str, numerator: str, denominator: str, shown: Fraction,
               half: Fraction) -> tuple[Relation, Relation]:
    """The relations between two hidden counts whose percentage is printed as *shown*.

    The first is the lower bound, the second the upper. *half* is half a unit of the last digit.
    """
    low, high = (shown - half) / 100, (shown + half) / 100
    return (
        Relation(((numerator, low.denominator), (denominator, -low.numerator)), 0, None,
                 revealed_by),
        Relation(((numerator, high.denominator), (denominator, -high.numerator)), None, -1,
                 revealed_by),
    )


def within(cell: str, least: Fraction, most: Fraction, revealed_by: str = "") -> Relation:
    """The relation that a count lies from *least* to *most*, both included."""
    return Relation(((cell, 1),), ceil(least), floor(most), revealed_by)
