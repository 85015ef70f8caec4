"""How many events a figure needs before it is given at all.

The practice of the Office for National Statistics for deaths (FOI/2021/3301): no rate of fewer
than three, no standardised rate of fewer than ten, and a rate of fewer than twenty is marked
"u", unreliable. What is too small in a year is pooled over several. An average, a lowest or a
highest of fewer than five values is close to telling one of them, and is not given.
"""

from __future__ import annotations

FEWEST_FOR_RATE = 3
FEWEST_FOR_STANDARDISED_RATE = 10
FEWEST_FOR_RELIABLE_RATE = 20
FEWEST_FOR_SUMMARY = 5


def has_rate(events: int) -> bool:
    """Whether so many events give a rate: three do."""
    return events >= FEWEST_FOR_RATE


def has_standardised_rate(events: int) -> bool:
    """Whether so many events give a rate standardised by age: ten do."""
    return events >= FEWEST_FOR_STANDARDISED_RATE


def is_unreliable(events: int) -> bool:
    """Whether a rate of so many events is marked "u": nineteen are, twenty are not."""
    return events < FEWEST_FOR_RELIABLE_RATE


def has_summary(values: int) -> bool:
    """Whether so many values have an average, a lowest and a highest to be told: five have."""
    return values >= FEWEST_FOR_SUMMARY
