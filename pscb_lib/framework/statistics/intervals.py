"""95% intervals of proportions, counts, rates and ratios, as public health indicators state them.

A proportion has Wilson's score interval (Wilson 1927; Newcombe 1998, method 3). A count, a rate
or a ratio has exact Poisson limits below ten events, and Byar's approximation of them for ten
or more (Breslow and Day 1987, volume II): the practice of the Office for Health Improvement and
Disparities. It publishes 465 injuries of 39,398 children as 118.03 (107.54 to 129.26) per 10,000.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from statistics import NormalDist

OUTSIDE_EACH_END = 0.025
NORMAL = NormalDist().inv_cdf(1 - OUTSIDE_EACH_END)
BYAR_FROM = 10
Number = int | float | Fraction


@dataclass(frozen=True)
class Interval:
    """The lower and upper limit of a figure, in its unit."""

    lower: float
    upper: float

    def holds(self, number: Number) -> bool:
        """Whether *number* lies between the limits, or on one of them."""
        return self.lower <= number <= self.upper


def wilson_interval(numerator: int, denominator: int) -> Interval:
    """The 95% interval of a proportion, as shares of 1: 31 of 254 is 0.0873 to 0.1679.

    Wilson's score interval. Raises ValueError if the numerator is negative or exceeds the
    denominator, or if the denominator is not above zero.
    """
    _check_positive(denominator, "denominator")
    _check_not_negative(numerator, "numerator")
    if numerator > denominator:
        raise ValueError("the numerator must not exceed the denominator")
    # Calculated by the same function, the two limits are symmetrical and stay within 0 and 1.
    return Interval(_wilson_lower(numerator, denominator),
                    1 - _wilson_lower(denominator - numerator, denominator))


def count_interval(events: int) -> Interval:
    """The 95% interval of a count of events: for 465 it is 423.69 to 509.25, for 0 it is 0 to 3.69.

    Exact Poisson limits below ten events, Byar's for ten or more. Raises ValueError if the
    count is negative.
    """
    _check_not_negative(events, "number of events")
    return _by(_exact if events < BYAR_FROM else _byar, events)


def rate_interval(events: int, population: Number, per: int = 10_000) -> Interval:
    """The 95% interval of a rate per *per* people, such as 10,000.

    Raises ValueError if the count is negative or the population is not above zero.
    """
    _check_positive(population, "population")
    counted, scale = count_interval(events), float(Fraction(per) / Fraction(population))
    return Interval(scale * counted.lower, scale * counted.upper)


def _wilson_lower(numerator: int, denominator: int) -> float:
    square = NORMAL * NORMAL
    spread = NORMAL * sqrt(numerator * (denominator - numerator) / denominator + square / 4)
    return (numerator + square / 2 - spread) / (denominator + square)


def _by(limit: Callable[[int, bool], float], events: int) -> Interval:
    # The upper Poisson limit is calculated from one event more.
    return Interval(limit(events, False) if events else 0.0, limit(events + 1, True))


def _exact(events: int, is_upper: bool) -> float:
    """Half the chi-square quantile with twice as many degrees of freedom as *events*."""
    # Imported here because it takes a sixth of a second, which every kernel would spend.
    from scipy.special import gammaincinv

    return float(gammaincinv(events, 1 - OUTSIDE_EACH_END if is_upper else OUTSIDE_EACH_END))


def _byar(events: int, is_upper: bool) -> float:
    normal = NORMAL if is_upper else -NORMAL
    return events * (1 - 1 / (9 * events) + normal / (3 * sqrt(events))) ** 3


def _check_not_negative(number: Number, name: str) -> None:
    if not number >= 0:
        raise ValueError(f"the {name} must not be negative")


def _check_positive(number: Number, name: str) -> None:
    if not number > 0:
        raise ValueError(f"the {name} must be above zero")
