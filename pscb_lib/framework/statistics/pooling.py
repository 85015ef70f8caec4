"""How many events a figure needs before it is given at all.

The practice of the Office for National Statistics for deaths (FOI/2021/3301): no rate of fewer
than three, and a rate of fewer than twenty is marked "u", unreliable. What is too small in a year
is pooled over several.
"""

from __future__ import annotations

FEWEST_FOR_RATE = 3
FEWEST_FOR_RELIABLE_RATE = 20


def has_rate(events: int) -> bool:
    """Whether so many events give a rate: three do."""
    return events >= FEWEST_FOR_RATE


def is_unreliable(events: int) -> bool:
    """Whether a rate of so many events is marked "u": nineteen are, twenty are not."""
    return events < FEWEST_FOR_RELIABLE_RATE
