"""Whether a target is met, missed or hit and missed by what is usual.

As NHS Making Data Count judges it: the target against the limits of the last stretch. One edge
is decided otherwise: a target on a limit is met by all that lies within the limits (there
"inconsistent"), so that 100% every quarter meets a target of 100%. For a band, what is usual
must lie wholly within the band, or wholly outside it.
"""

from __future__ import annotations

from enum import Enum

from pscb_lib.framework.rag import Polarity, Target, exact_band, exact_target
from pscb_lib.framework.statistics.limits import Limits


class Assurance(Enum):
    """Whether a target is met by all, none or some of what is usual."""

    ALWAYS_MET = "always met"
    NEVER_MET = "never met"
    HIT_AND_MISS = "hit and miss"


def measure_assurance(limits: Limits | None, target: Target,
                      polarity: Polarity) -> Assurance | None:
    """How what is usual meets *target*; None without limits, target or a better way."""
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
