"""What the shown figures of one indicator amount to: its rating, its margin, its movement.

Made from masked figures alone, so that nothing said of a hidden figure can give it away: a
hidden figure with a target has no rating, no percentage of target and no direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pscb_lib.disclosure import Shown, ShownFigure, require_shown
from pscb_lib.indicators import Indicator
from pscb_lib.margins import cases_to, rating_of
from pscb_lib.periods import ReportingPeriod
from pscb_lib.rag import Absence, Polarity, Rag, Thresholds, percent_of_target

ENOUGH_QUARTERS = 5  # fewer say nothing about a worst quarter


@dataclass(frozen=True)
class Assessment:
    """One indicator in one quarter: its figures, oldest first, and how the last one rates."""

    indicator: Indicator
    points: tuple[ShownFigure, ...]
    quarters: tuple[ReportingPeriod, ...]
    thresholds: Thresholds

    @property
    def figure(self) -> ShownFigure:
        """The figure of the quarter itself."""
        return self.points[-1]

    @property
    def rating(self) -> Rag | Absence:
        """The rating of section 7, or why there is none."""
        return rating_of(self.indicator, self.figure, self.thresholds)

    @property
    def percent_of_target(self) -> Fraction | None:
        """The per cent of target achieved, exactly; None where there is none to speak of."""
        actual = Absence.NOT_SUPPLIED if self.figure.value is None else self.figure.value
        one = self.indicator
        return percent_of_target(actual, one.required, one.polarity, self.thresholds.lower)

    @property
    def outside(self) -> int | None:
        """Cases the indicator counts as late or missed, of a figure with a higher target."""
        if self.figure.value is None or self.figure.unit != "percent":
            return None
        if self.indicator.polarity is not Polarity.HIGHER_IS_BETTER:
            return None
        return self.figure.denominator - self.figure.numerator

    @property
    def worse_than(self) -> tuple[ShownFigure, ...]:
        """The earlier figures, where there are enough and the last is worse than them all."""
        earlier = tuple(point for point in self.points[:-1] if point.value is not None)
        if self.figure.value is None or len(earlier) + 1 < ENOUGH_QUARTERS:
            return ()
        harm = [self._harm(point) for point in earlier]
        worst = self._harm(self.figure) > max(harm)
        extreme = self.indicator.polarity is Polarity.NEUTRAL and (
            self.figure.value < min(point.value for point in earlier))
        return earlier if worst or extreme else ()

    @property
    def quarters_not_supplied(self) -> int:
        """For how many quarters running nothing has been supplied."""
        states = [point.state == "not supplied" for point in reversed(self.points)]
        return states.index(False) if False in states else len(states)

    def change_since(self, quarters_ago: int) -> str | None:
        """Direction since an earlier quarter: better, worse, same, or more and fewer."""
        then = self.points[-1 - quarters_ago]
        if then.value is None or self.figure.value is None:
            return None
        difference = self._harm(self.figure) - self._harm(then)
        if self.indicator.polarity is Polarity.NEUTRAL:
            return "more" if difference > 0 else "fewer" if difference < 0 else "same"
        return "worse" if difference > 0 else "better" if difference < 0 else "same"

    def cases_to(self, better: bool) -> tuple[int, Rag] | None:
        """How few cases would change the rating; see :func:`pscb_lib.margins.cases_to`."""
        return cases_to(self.indicator, self.figure, self.thresholds, better)

    def _harm(self, point: ShownFigure) -> Fraction:
        """A number that is greater where the figure is worse (for neutral: where it is more)."""
        polarity, value = self.indicator.polarity, Fraction(point.value)
        if polarity is Polarity.HIGHER_IS_BETTER:
            return -value
        if polarity is Polarity.BAND:
            low, high = map(Fraction, self.indicator.required)
            return max(low - value, value - high, Fraction(0))
        return value


def assess(
    shown: Shown, register: Iterable[Indicator], quarters: Sequence[ReportingPeriod],
    thresholds: Thresholds,
) -> list[Assessment]:
    """Assess every indicator over *quarters*, the last of which is the one reported on."""
    shown = require_shown(shown)
    return [
        Assessment(one, tuple(shown.get("indicators", one.id, quarter.label)
                              for quarter in quarters), tuple(quarters), thresholds)
        for one in register
    ]


def count_ratings(assessments: Iterable[Assessment]) -> dict[str, int]:
    """How many indicators have each rating, or each reason for having none."""
    counts = dict.fromkeys((rating.name.lower() for rating in (*Rag, *Absence)), 0)
    for one in assessments:
        counts[one.rating.name.lower()] += 1
    return counts


def needs_attention(assessments: Iterable[Assessment]) -> list[Assessment]:
    """The exceptions, ordered by harm, then by real change, then by distance from target.

    An indicator is one where it is red, where it is at its worst in twelve quarters (or, if
    neither way is better, at an extreme), or where it was not supplied twice running.
    """
    chosen = [one for one in assessments
              if one.rating is Rag.RED or one.worse_than or one.quarters_not_supplied > 1]
    return sorted(chosen, key=_urgency)


def _urgency(one: Assessment) -> tuple:
    achieved = one.percent_of_target
    is_judged = one.indicator.polarity is not Polarity.NEUTRAL
    harms = one.rating is Rag.RED or one.quarters_not_supplied > 1 or (one.worse_than and is_judged)
    return (
        not harms,
        -one.indicator.severity,
        not one.worse_than,
        achieved if achieved is not None else Fraction(100),
    )
