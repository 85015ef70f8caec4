"""How many events are needed before a rate is published.

The practice of the Office for National Statistics for deaths (FOI/2021/3301): no rate for fewer
than three events, and a rate of fewer than twenty is marked "u", unreliable. Years with too few
events are pooled.
"""

from __future__ import annotations

FEWEST_FOR_RATE = 3
FEWEST_FOR_RELIABLE_RATE = 20


def has_rate(events: int) -> bool:
    """Whether a rate is given for this many events: three or more."""
    return events >= FEWEST_FOR_RATE


def is_unreliable(events: int) -> bool:
    """Whether a rate of this many events is marked "u": fewer than twenty."""
    return events < FEWEST_FOR_RELIABLE_RATE
