"""What a series of quarters says beside its colour: real change or none, in the readers' words.

The verdicts of :mod:`pscb_lib.framework.statistics` without its terms: a signal is a real change,
limits are the usual range, trial limits are provisional. Nothing here says why a figure changed.
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
TOO_FEW_SHOWN = "the quarters that are shown do not tell a real change"
ASSURED = {
    Assurance.ALWAYS_MET: "All of the usual range meets the target.",
    Assurance.NEVER_MET: "None of the usual range meets the target.",
    Assurance.HIT_AND_MISS: "The usual range lies on both sides of the target.",
}


def say_movement(rating: Rag | Absence, variation: Variation,
                 quarters: Sequence[ReportingPeriod], some_hidden: bool = False) -> str | None:
    """The colour and whether the figure really moved, as one sentence.

    *quarters* are those of the points, in their order. None where the last quarter has no
    figure. "Red, and a real change since Quarter 1: worse." or "Green, no clear change."
    With *some_hidden* quarters it may be that these would have told.
    """
    if variation.latest is None or variation.latest.value is None:
        return None
    said = _said(variation, quarters)
    said = TOO_FEW_SHOWN if said == TOO_FEW and some_hidden else said
    if rating in UNRATED:
        return f"{capital(said)}."
    joined = ", and " if variation.since else ", "
    return f"{rating.value}{joined}{said}."


def say_provisional(limits: Limits | None) -> str | None:
    """That the usual range rests on too few quarters; None where it does not."""
    if limits is None:
        return f"{capital(TOO_FEW)}."
    if not limits.are_trial:
        return None
    return (f"Provisional limits: {count_of(limits.points, 'quarter')} of "
            f"{spell(ENOUGH_POINTS)}.")


def say_assurance(assurance: Assurance | None) -> str | None:
    """How the usual range lies to the target; None where that cannot be told."""
    return ASSURED[assurance] if assurance else None


def say_rebase(stretch: Stretch, quarters: Sequence[ReportingPeriod]) -> str | None:
    """From which quarter on the usual range is taken anew, and the reason given for it."""
    if stretch.rebase is None:
        return None
    first = next(one for one in quarters if one.start == stretch.points[0].day)
    return f"Usual range taken anew from {first.title}: {stretch.rebase.reason}."


def say_difference(change: Interval) -> str:
    """Whether a figure differs from one before, as it ends a sentence: no clear change."""
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
