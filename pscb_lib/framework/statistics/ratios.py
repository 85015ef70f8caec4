"""The ratio of two rates, with its 95% interval by the log method.

Katz, Baptista, Azen and Pike (1978): the logarithm of a ratio of two proportions, a of n over b of
m, has the variance 1/a - 1/n + 1/b - 1/m. A ratio of 1 is no difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import exp, log, sqrt

from pscb_lib.framework.statistics.intervals import NORMAL, Interval


@dataclass(frozen=True)
class Ratio:
    """A ratio of two rates, exactly, and its 95% interval."""

    value: Fraction
    interval: Interval

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves out 1, so that chance alone is a poor explanation.

        Its ends are rounded to the two places that a reader sees: 1.00 to 1.52 holds 1.
        """
        return not round(self.interval.lower, 2) <= 1 <= round(self.interval.upper, 2)


def rate_ratio(events: int, of: int, reference: int, of_reference: int) -> Ratio | None:
    """The rate *events* of *of* over the rate *reference* of *of_reference*.

    10 of 20 over 5 of 20 is 2 (0.83 to 4.81). None where a count is zero: then there is no
    logarithm, and no ratio says anything. Raises ValueError if a count is negative or exceeds
    what it is of.
    """
    for count, whole in ((events, of), (reference, of_reference)):
        if not 0 <= count <= whole:
            raise ValueError(f"{count} cannot be a part of {whole}")
    if not events or not reference:
        return None
    value = Fraction(events * of_reference, of * reference)
    spread = NORMAL * sqrt(1 / events - 1 / of + 1 / reference - 1 / of_reference)
    middle = log(value)
    return Ratio(value, Interval(exp(middle - spread), exp(middle + spread)))
