"""The rating of one shown figure, and the fewest cases that would change it.

Section 7: indicators are "raising questions", and a rating that one case would change raises
another question than one that twenty cases would change.
"""

from __future__ import annotations

from fractions import Fraction

from pscb_lib.board.indicators import Indicator
from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.framework.rag import Absence, Rag, Thresholds, rate

BETTER_FIRST = (Rag.GREEN, Rag.AMBER, Rag.RED)


def rating_of(indicator: Indicator, figure: ShownFigure, thresholds: Thresholds) -> Rag | Absence:
    """Rate one shown figure, or return the reason why it has no rating."""
    if figure.hidden:
        has_target = indicator.target is not None
        return Absence.SUPPRESSED if has_target else Rag.NOT_APPLICABLE
    value = figure.value
    actual = Absence(figure.state.capitalize()) if value is None else value
    return rate(actual, indicator.required, indicator.polarity, thresholds)


def cases_to(
    indicator: Indicator, figure: ShownFigure, thresholds: Thresholds, better: bool
) -> tuple[int, Rag] | None:
    """The smallest change in cases (negative: fewer) that changes the rating, and the new rating.

    None if the figure is a rate or has no rating, or no number of cases changes the rating.
    """
    rating = rating_of(indicator, figure, thresholds)
    if figure.unit == "rate" or rating not in BETTER_FIRST:
        return None
    place = BETTER_FIRST.index(rating)
    wanted = BETTER_FIRST[:place] if better else BETTER_FIRST[place + 1:]
    most = _most_cases(indicator, figure)
    for step in (step for cases in range(1, most + 1) for step in (cases, -cases)):
        rated = _rated_with(step, indicator, figure, thresholds)
        if isinstance(rated, Rag) and rated in wanted:
            return step, rated
    return None


def _most_cases(indicator: Indicator, figure: ShownFigure) -> int:
    """The most cases to try: the denominator or, for a count, the count plus twice its target."""
    target = indicator.target_upper or indicator.target or 0
    return figure.denominator or figure.count + int(2 * target) + 1


def _rated_with(
    cases: int, indicator: Indicator, figure: ShownFigure, thresholds: Thresholds
) -> Rag | Absence | None:
    if figure.unit == "percent":
        numerator, denominator = figure.counts
        if not 0 <= numerator + cases <= denominator:
            return None
        actual = Fraction(100 * (numerator + cases), denominator)
    else:
        actual = Fraction(figure.count + cases)
    return rate(actual, indicator.required, indicator.polarity, thresholds) if actual >= 0 else None
