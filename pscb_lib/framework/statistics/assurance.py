"""Whether usual variation always meets a target, never meets it, or hits and misses it.

As in NHS Making Data Count, the target is compared with the limits of the last stretch. One
edge differs: a target on a limit counts as always met (there it is "inconsistent"), so that
100% every quarter meets a target of 100%. A band is always met if the usual range lies wholly
within it, and never met if the range lies wholly outside it.
"""

from __future__ import annotations

from enum import Enum

from pscb_lib.framework.rag import Polarity, Target, exact_band, exact_target
from pscb_lib.framework.statistics.limits import Limits


class Assurance(Enum):
    """Whether all, none or part of the usual range meets a target."""

    ALWAYS_MET = "always met"
    NEVER_MET = "never met"
    HIT_AND_MISS = "hit and miss"


def measure_assurance(limits: Limits | None, target: Target,
                      polarity: Polarity) -> Assurance | None:
    """Compare the usual range with *target*.

    None without limits or a target, and where neither way is better.
    """
    if limits is None or target is None or polarity is Polarity.NEUTRAL:
        return None
    if polarity is Polarity.BAND:
        low, high = exact_band(target)
        is_met = low <= limits.lower and limits.upper <= high
        is_missed = limits.upper < low or high < limits.lower
    else:
        required = exact_target(target)
        is_met, is_missed = required <= limits.lower, limits.upper < required
        if polarity is Polarity.LOWER_IS_BETTER:
            is_met, is_missed = limits.upper <= required, required < limits.lower
    if is_met:
        return Assurance.ALWAYS_MET
    return Assurance.NEVER_MET if is_missed else Assurance.HIT_AND_MISS
