"""How far two auditors of the same case gave it the same grade.

Exact agreement is the share of pairs with one grade, near agreement that of pairs at most one
grade apart. Some pairs agree by chance. Weighted kappa (Cohen 1968, linear weights) is the part of
the disagreement that could have been by chance and did not happen: 1 - observed / expected, where
a pair that is d grades apart disagrees by d. Fewer than twenty pairs tell too little for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

FEWEST_PAIRS = 20
STRENGTHS = {  # Landis and Koch, Biometrics 33 (1977), page 165: the word up to each kappa
    Fraction(20, 100): "slight", Fraction(40, 100): "fair", Fraction(60, 100): "moderate",
    Fraction(80, 100): "substantial", Fraction(1): "almost perfect"}
Pair = tuple[int | None, int | None]  # the place of each auditor's grade on the scale


@dataclass(frozen=True)
class Agreement:
    """How many pairs there are, with one grade, and at most one grade apart.

    ``kappa`` is None if there are fewer than twenty pairs, or if every grade is the same, so that
    it cannot be worked out.
    """

    pairs: int
    exact: int
    near: int
    kappa: Fraction | None


def measure_agreement(pairs: Iterable[Pair]) -> Agreement:
    """Compare the two grades of each pair; a pair that lacks a grade is left out."""
    graded = [(one, other) for one, other in pairs if one is not None and other is not None]
    apart = [abs(one - other) for one, other in graded]
    return Agreement(len(graded), apart.count(0), sum(distance <= 1 for distance in apart),
                     weighted_kappa(graded) if len(graded) >= FEWEST_PAIRS else None)


def strength_of(kappa: Fraction) -> str:
    """Landis and Koch's word for the strength of agreement: moderate for 0.41 to 0.60."""
    if kappa < 0:
        return "poor"
    return next(word for most, word in STRENGTHS.items() if kappa <= most)


def weighted_kappa(pairs: Iterable[tuple[int, int]], *, is_linear: bool = True) -> Fraction | None:
    """Return kappa exactly, with linear weights or with none; None if it cannot be worked out."""
    counted = Counter(pairs)
    number = sum(counted.values())
    rows, columns = ({place: sum(times for pair, times in counted.items() if pair[side] == place)
                      for place in {pair[side] for pair in counted}} for side in (0, 1))

    def apart(one: int, other: int) -> int:
        return abs(one - other) if is_linear else int(one != other)

    observed = sum(times * apart(*pair) for pair, times in counted.items())
    expected = sum(here * there * apart(one, other) for one, here in rows.items()
                   for other, there in columns.items())
    return 1 - Fraction(observed * number, expected) if expected else None
