"""What published figures tell of the counts behind them, as bounds on sums of whole numbers.

A sum tells that its parts make its total, in the same table, in another one or in an earlier
release. A figure rounded half up tells that ``(p - h) n <= count < (p + h) n``: 21.1% of 19 is
4 and nothing else, 0.9 per 10,000 of 43,210 residents is 4 deaths.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor


@dataclass(frozen=True)
class Relation:
    """``least <= sum of coefficient times count <= most``; None is no bound.

    *told_by* names the figure that tells it, which no longer does where it is hidden; without a
    name the relation is known whatever is shown.
    """

    terms: tuple[tuple[str, int], ...]
    least: int | None = 0
    most: int | None = 0
    told_by: str = ""

    def holds(self, total: int) -> bool:
        """Whether it holds of terms that add up to *total*."""
        is_enough = self.least is None or self.least <= total
        return is_enough and (self.most is None or total <= self.most)


def sum_of(total: str, parts: tuple[str, ...]) -> Relation:
    """The parts make the total. With one part: the same count at another place."""
    return Relation(((total, -1), *((part, 1) for part in parts)))


def rounded(told_by: str, parts: tuple[str, ...], shown: Fraction, half: Fraction,
            scale: Fraction = Fraction(1)) -> Relation:
    """The sum of *parts* times *scale* was printed as *shown*, give or take *half* a unit.

    A rate of 0.9 per 10,000 of 43,210 has the scale 10,000/43,210 and half a unit of 1/20.
    """
    least, most = (shown - half) / scale, (shown + half) / scale
    return Relation(tuple((part, 1) for part in parts), ceil(least), ceil(most) - 1, told_by)


def percentage(told_by: str, numerator: str, denominator: str, shown: Fraction,
               half: Fraction) -> tuple[Relation, Relation]:
    """What ``100 * numerator / denominator``, printed as *shown*, tells of two hidden counts."""
    low, high = (shown - half) / 100, (shown + half) / 100
    return (
        Relation(((numerator, low.denominator), (denominator, -low.numerator)), 0, None, told_by),
        Relation(((numerator, high.denominator), (denominator, -high.numerator)), None, -1,
                 told_by),
    )


def within(cell: str, least: Fraction, most: Fraction, told_by: str = "") -> Relation:
    """A count known from elsewhere to lie between two bounds, both possible."""
    return Relation(((cell, 1),), ceil(least), floor(most), told_by)
