"""Sentences on the variation of a series of quarters: whether there is a real change.

They replace the terms of :mod:`pscb_lib.framework.statistics`: a signal is a real change, limits
are the usual range, trial limits are provisional. They never say why a figure changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import Absence, Rag
from pscb_lib.framework.statistics.assurance import Assurance
from pscb_lib.framework.statistics.intervals import Interval
from pscb_lib.framework.statistics.limits import ENOUGH_POINTS, Limits
from pscb_lib.framework.statistics.signals import Direction
from pscb_lib.framework.statistics.variation import Kind, Stretch, Variation

UNRATED = (Rag.NOT_APPLICABLE, *Absence)
TOO_FEW = "too few quarters to tell a real change"
ASSURED = {
    Assurance.ALWAYS_MET: "All of the usual range meets the target.",
    Assurance.NEVER_MET: "None of the usual range meets the target.",
    Assurance.HIT_AND_MISS: "The usual range lies on both sides of the target.",
}


def say_movement(rating: Rag | Absence, variation: Variation,
                 quarters: Sequence[ReportingPeriod]) -> str | None:
    """The rating and whether there is a real change, as one sentence.

    "Red, and a real change since Quarter 1: worse." or "Green, no clear change." *quarters* are
    the quarters of the points, in order. None if the last quarter has no figure.
    """
    if variation.latest is None or variation.latest.value is None:
        return None
    said = _said(variation, quarters)
    if rating in UNRATED:
        return f"{capital(said)}."
    joined = ", and " if variation.since else ", "
    return f"{rating.value}{joined}{said}."


def say_provisional(limits: Limits | None) -> str | None:
    """The note that limits are missing or provisional; None if there are enough quarters."""
    if limits is None:
        return f"{capital(TOO_FEW)}."
    if not limits.are_trial:
        return None
    return (f"Provisional limits: {count_of(limits.points, 'quarter')} of "
            f"{spell(ENOUGH_POINTS)}.")


def say_assurance(assurance: Assurance | None) -> str | None:
    """The sentence on the usual range and the target; None without an assurance."""
    return ASSURED[assurance] if assurance else None


def say_rebase(stretch: Stretch, quarters: Sequence[ReportingPeriod]) -> str | None:
    """The sentence on a rebase: the quarter from which the usual range counts, and the reason."""
    if stretch.rebase is None:
        return None
    first = next(one for one in quarters if one.start == stretch.points[0].day)
    return f"Usual range taken anew from {first.title}: {stretch.rebase.reason}."


def say_difference(change: Interval) -> str:
    """The phrase on a difference, for the end of a sentence: no clear change, a clear rise."""
    if change.holds(0):
        return "no clear change"
    return "a clear rise" if change.lower > 0 else "a clear fall"


def _said(variation: Variation, quarters: Sequence[ReportingPeriod]) -> str:
    if variation.verdict is None:
        return TOO_FEW
    if variation.since is None:
        return "no clear change"
    return f"a real change {_when(variation, quarters)}: {_way(variation)}"


def _when(variation: Variation, quarters: Sequence[ReportingPeriod]) -> str:
    first, last = next(one for one in quarters if one.start == variation.since), quarters[-1]
    named = first.name if first.year == last.year else first.title
    return f"in {named}" if first == last else f"since {named}"


def _way(variation: Variation) -> str:
    if variation.verdict is Kind.IMPROVEMENT:
        return "better"
    if variation.verdict is Kind.CONCERN:
        return "worse"
    is_high = variation.latest is not None and variation.latest.direction is Direction.HIGH
    return "higher" if is_high else "lower"
