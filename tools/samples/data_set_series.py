"""Quarters that add up to published years: the arithmetic behind the sample data set.

If the Department for Education publishes a year, its quarters here are an illustrative split that
adds up to it; if it publishes 31 March, that figure is Quarter 4. All other quarters are drawn
around the level that ``calibration/data_set.csv`` gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

YEARS = ("2012-13", "2013-14", "2014-15")
QUARTERS = tuple(f"{year} Q{quarter}" for year in YEARS for quarter in range(1, 5))
Pinned = Mapping[str, int]


@dataclass(frozen=True)
class Level:
    """The start, end and spread of a series over the twelve quarters."""

    first: float
    last: float
    spread: float


def draw(random: Random, level: Level) -> dict[str, float]:
    """Draw a number for each quarter along the line from *level.first* to *level.last*."""
    step = (level.last - level.first) / (len(QUARTERS) - 1)
    return {quarter: level.first + step * place + stray(random, level.spread)
            for place, quarter in enumerate(QUARTERS)}


def stray(random: Random, spread: float) -> float:
    """Draw a number between minus *spread* and *spread*, more often near zero."""
    return spread * (random.random() + random.random() - 1)


def draw_counts(random: Random, level: Level, pinned: Pinned) -> dict[str, int]:
    """Draw whole numbers of zero or more; *pinned* quarters are fixed."""
    drawn = {quarter: max(0, round(number)) for quarter, number in draw(random, level).items()}
    return {**drawn, **pinned}


def take_shares(
    random: Random, of: Mapping[str, int], level: Level, pinned: Pinned
) -> dict[str, int]:
    """Draw how many of each quarter's events are counted, never more than all."""
    shares = draw(random, level)
    taken = {quarter: min(events, round(events * shares[quarter]))
             for quarter, events in of.items()}
    return {**taken, **pinned}


def split_years(
    random: Random, totals: Mapping[str, int], like: Mapping[str, int], spread: float,
    pinned: Pinned,
) -> dict[str, int]:
    """Split each year's published total over its quarters, in the proportions of *like*."""
    split = {}
    for year, total in totals.items():
        quarters = [quarter for quarter in QUARTERS if quarter.startswith(year)]
        fixed = {quarter: pinned[quarter] for quarter in quarters if quarter in pinned}
        weights = [0.0 if quarter in fixed else like[quarter] * (1 + stray(random, spread))
                   for quarter in quarters]
        parts = share_out(total - sum(fixed.values()), weights)
        split.update({**dict(zip(quarters, parts, strict=True)), **fixed})
    return split


def share_out(total: int, weights: Sequence[float]) -> list[int]:
    """Split *total* by *weights* into whole numbers with the same sum (largest remainders)."""
    exact = [total * weight / sum(weights) for weight in weights]
    parts = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: total - sum(parts)]:
        parts[place] += 1
    return parts
