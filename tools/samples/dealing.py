"""Draw invented values in given proportions from a seeded generator.

Only ``random()`` and ``shuffle()`` are used: their results are the same on every Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random


def spread(weights: Mapping, size: int, random: Random) -> list:
    """Return *size* values in the proportions of *weights*, shuffled."""
    total, dealt, owed = sum(weights.values()), [], 0
    for value, weight in weights.items():
        owed += weight * size
        dealt += [value] * (owed // total - len(dealt))
    random.shuffle(dealt)
    return dealt


def pick(weights: Mapping, random: Random) -> object:
    """Draw one value in the proportions of *weights*."""
    left = random.random() * sum(weights.values())
    for value in weights:
        left -= weights[value]
        if left < 0:
            break
    return value


def chance(percent: float, random: Random) -> bool:
    """Return True with the given percentage of probability."""
    return random.random() * 100 < percent
