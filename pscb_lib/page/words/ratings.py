"""The thresholds of the ratings as the Board has set them, in a sentence."""

from __future__ import annotations

from fractions import Fraction

from pscb_lib.framework.rag import FRAMEWORK, Thresholds


def say_thresholds(thresholds: Thresholds) -> str:
    """The share of target for each rating, in one sentence."""
    framework = (thresholds.green, thresholds.amber) == (FRAMEWORK.green, FRAMEWORK.amber)
    source = "as section 7 rules" if framework else "by the Board's own thresholds"
    return (f"Rated against target {source}: at least {percent(thresholds.green)} of target is "
            f"green, at least {percent(thresholds.amber)} amber, less red; N/A has no target.")


def percent(share: Fraction) -> str:
    """A share of one as a percentage: 19/20 is 95%."""
    return f"{float(100 * share):g}%"
