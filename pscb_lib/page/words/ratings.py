"""The thresholds of the ratings as the Board has set them, in a sentence."""

from __future__ import annotations

from fractions import Fraction

from pscb_lib.framework.rag import FRAMEWORK, Thresholds


def say_thresholds(thresholds: Thresholds) -> str:
    """The share of target for each rating, in two sentences."""
    framework = (thresholds.green, thresholds.amber) == (FRAMEWORK.green, FRAMEWORK.amber)
    source = "under section 7 of the Framework" if framework else "by the Board's own thresholds"
    green, amber = percent(thresholds.green), percent(thresholds.amber)
    return (f"Rated {source}: Green is {green} of the target or more, Amber {amber} to {green}, "
            f"Red less than {amber}. N/A: no target is set.")


def percent(share: Fraction) -> str:
    """A share of one as a percentage: 19/20 is 95%."""
    return f"{float(100 * share):g}%"
