"""Rate performance against target: green, amber, red or N/A.

Section 7 of the Performance Management Framework (May 2014):

    at least 95% of target achieved     GREEN   good
    at least 90% of target achieved     AMBER   satisfactory but can improve
    less than 90% of target achieved    RED     needs to improve
    no target to compare                N/A

The framework does not say how to rate where lower is better, or where the target is a band;
:func:`achieved` says what is done. The limits and the method that a Board has set are in
``params/settings.yaml``; reports pass them as *thresholds*, and the defaults are the framework's.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from fractions import Fraction

Number = int | float | str | Decimal | Fraction


class Rag(Enum):
    """The four ratings of section 7. N/A means only that there is no target."""

    GREEN = "Green"
    AMBER = "Amber"
    RED = "Red"
    NOT_APPLICABLE = "N/A"


class Absence(Enum):
    """Why there is no figure. None of the reasons is a zero.

    An agency may give the first five. The last two are nobody's fault: what was sent is not yet a
    whole year, or there was no population to take a rate of.
    """

    NOT_SUPPLIED = "Not supplied"
    NO_CASES = "No cases"
    SUPPRESSED = "Suppressed"
    NOT_COLLECTED = "Not collected"
    DOES_NOT_APPLY = "Not applicable"
    YEAR_NOT_FULL = "Year not full"
    NO_RATE = "No rate"


class Polarity(Enum):
    """Which way is better."""

    HIGHER_IS_BETTER = "higher"
    LOWER_IS_BETTER = "lower"
    BAND = "band"
    NEUTRAL = "neutral"


class LowerMethod(Enum):
    """How the share of target achieved is calculated where lower is better.

    ``RATIO`` is target ÷ actual; ``LINEAR`` is 2 − actual ÷ target. 22 against a target of
    20 is amber by either: 90.9% achieved by ratio, exactly 90% by the linear method.
    """

    RATIO = "ratio"
    LINEAR = "linear"


@dataclass(frozen=True)
class Thresholds:
    """The share of target that earns each rating; the framework's own by default."""

    green: Fraction = Fraction(95, 100)
    amber: Fraction = Fraction(90, 100)
    lower: LowerMethod = LowerMethod.RATIO


FRAMEWORK = Thresholds()
Band = tuple[Number, Number]
Target = Number | Band | None


def exact(number: Number) -> Fraction:
    """Return *number* as an exact fraction, a float as it is written: 0.36 is 36/100."""
    return Fraction(str(number)) if isinstance(number, float) else Fraction(number)


def exact_target(target: Number | Band) -> Fraction:
    """Return a target that is one number, as an exact fraction.

    Raises TypeError if the target is a band.
    """
    if isinstance(target, tuple):
        raise TypeError("a band is a target only where the polarity is BAND")
    return exact(target)


def exact_band(target: Target) -> tuple[Fraction, Fraction]:
    """Return the two ends of a target that is a band, as exact fractions.

    Raises TypeError if the target is not a pair.
    """
    if not isinstance(target, tuple):
        raise TypeError("a band is a pair of numbers: its low end and its high end")
    low, high = target
    return exact(low), exact(high)


def rate(
    actual: Number | Absence,
    target: Target,
    polarity: Polarity = Polarity.HIGHER_IS_BETTER,
    thresholds: Thresholds = FRAMEWORK,
) -> Rag | Absence:
    """Rate *actual* against *target*, or N/A where there is no target.

    Where lower is better the two change sides: 20 re-referrals against a target of 18 is
    90% of target achieved, hence amber. A band is a pair (low, high), and a figure within it
    is on target. An absent figure is not rated: the reason for its absence is returned. Both
    numbers are in one unit: 97, not 0.97, against a target of 97%. *polarity* may be its word, such
    as "lower". *thresholds* are the framework's own unless the Board's are given
    (``read_settings(path).thresholds``). Section 7 of the framework. Raises ValueError for NaN and
    for a word that is no polarity: where there is no figure, give an Absence.
    """
    polarity = Polarity(polarity)
    if isinstance(actual, Absence):
        return actual
    if target is None or polarity is Polarity.NEUTRAL:
        return Rag.NOT_APPLICABLE
    done, required = achieved(actual, target, polarity, thresholds.lower)

    # Multiplying, not dividing, keeps this exact and lets a zero through.
    if done >= thresholds.green * required:
        return Rag.GREEN
    return Rag.AMBER if done >= thresholds.amber * required else Rag.RED


def achieved(
    actual: Number,
    target: Number | Band,
    polarity: Polarity,
    lower: LowerMethod = LowerMethod.RATIO,
) -> tuple[Fraction, Fraction]:
    """Return two exact numbers whose ratio is the share of target achieved.

    A band (low, high) is fully achieved by a figure within it. A figure below it is compared
    with the low end (higher is better), one above it with the high end (lower is better).
    """
    figure = exact(actual)
    if polarity is Polarity.BAND:
        low, high = exact_band(target)
        if low <= figure <= high:
            return Fraction(1), Fraction(1)
        return (figure, low) if figure < low else (high, figure)
    required = exact_target(target)
    if polarity is Polarity.HIGHER_IS_BETTER:
        return figure, required
    if lower is LowerMethod.LINEAR:
        return 2 * required - figure, required
    return required, figure


def percent_of_target(
    actual: Number | Absence,
    target: Target,
    polarity: Polarity = Polarity.HIGHER_IS_BETTER,
    lower: LowerMethod = LowerMethod.RATIO,
) -> Fraction | None:
    """Return the percentage of target achieved, or None if it is undefined.

    It is undefined without a figure or a target, where neither way is better, and for a
    target of zero, which is either met or not.
    """
    polarity = Polarity(polarity)
    if isinstance(actual, Absence) or target is None or polarity is Polarity.NEUTRAL:
        return None
    done, required = achieved(actual, target, polarity, lower)
    met_or_not = polarity is not Polarity.BAND and exact_target(target) == 0
    return None if met_or_not or not required else 100 * done / required
