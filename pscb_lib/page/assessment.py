"""The assessment of one indicator: its rating, its margin and its variation.

It uses masked figures only, so that it cannot disclose a hidden figure: a hidden figure with a
target has no rating, no percentage of target and no direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from pscb_lib.board.indicators import INDICATORS, Indicator
from pscb_lib.disclosure.figures import NOT_SUPPLIED
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.rag import (
    Absence,
    Polarity,
    Rag,
    Thresholds,
    exact_band,
    percent_of_target,
)
from pscb_lib.framework.statistics.intervals import (
    Interval,
    count_interval,
    rate_interval,
    wilson_interval,
)
from pscb_lib.framework.statistics.spc import measure_variation
from pscb_lib.framework.statistics.variation import Kind, Rebase, Variation
from pscb_lib.page.margins import cases_to, rating_of

NEW = 9  # months before the last quarter; a change that began in the last four quarters is new


@dataclass(frozen=True)
class Assessment:
    """One indicator in one quarter: its figures, oldest first, and how the last one rates."""

    indicator: Indicator
    points: tuple[ShownFigure, ...]
    quarters: tuple[ReportingPeriod, ...]
    thresholds: Thresholds
    rebases: tuple[Rebase, ...] = ()

    @property
    def figure(self) -> ShownFigure:
        """The figure of the quarter itself."""
        return self.points[-1]

    @property
    def rating(self) -> Rag | Absence:
        """The rating by section 7, or the reason why there is none."""
        return rating_of(self.indicator, self.figure, self.thresholds)

    @property
    def percent_of_target(self) -> Fraction | None:
        """The exact percentage of target achieved, or None if it is undefined."""
        actual = Absence.NOT_SUPPLIED if self.figure.value is None else self.figure.value
        one = self.indicator
        return percent_of_target(actual, one.required, one.polarity, self.thresholds.lower)

    @property
    def outside(self) -> int | None:
        """The number of late or missed cases of a percentage where higher is better, or None."""
        if self.figure.value is None or self.figure.unit != "percent":
            return None
        if self.indicator.polarity is not Polarity.HIGHER_IS_BETTER:
            return None
        on_time, cases = self.figure.counts
        return cases - on_time

    @cached_property
    def variation(self) -> Variation:
        """The variation of the figures over the quarters: the signals and the usual range.

        There is none where a quarter is hidden: with it, another verdict may be the true one.
        """
        is_whole = not any(point.hidden for point in self.points)
        series = [(quarter.start, Fraction(point.value)
                   if is_whole and point.value is not None else None)
                  for quarter, point in zip(self.quarters, self.points, strict=True)]
        return measure_variation(series, self.indicator.polarity, self.rebases)

    @property
    def interval(self) -> Interval | None:
        """The 95% interval of the figure, in its unit; None if there is no figure."""
        figure = self.figure
        if figure.value is None:
            return None
        if figure.unit == "percent":
            share = wilson_interval(*figure.counts)
            return Interval(100 * share.lower, 100 * share.upper)
        if figure.unit == "rate":
            return rate_interval(*figure.counts)
        return count_interval(figure.count)

    @property
    def quarters_not_supplied(self) -> int:
        """The number of consecutive quarters, up to the last, in which nothing was supplied."""
        return self.quarters_alike if self.figure.state == NOT_SUPPLIED else 0

    @property
    def quarters_alike(self) -> int:
        """The number of consecutive quarters, up to the last, that have the state of the last."""
        alike = [point.state == self.figure.state for point in reversed(self.points)]
        return alike.index(False) if False in alike else len(alike)

    def change_since(self, quarters_ago: int) -> str | None:
        """The direction since an earlier quarter: better, worse or same; more, fewer if neutral.

        Figures that are printed alike are the same. None if either quarter has no figure.
        """
        earlier = self.points[-1 - quarters_ago]
        then, now = earlier.value, self.figure.value
        if then is None or now is None:
            return None
        if earlier.text == self.figure.text:
            return "same"
        difference = self._harm(Fraction(now)) - self._harm(Fraction(then))
        if self.indicator.polarity is Polarity.NEUTRAL:
            return "more" if difference > 0 else "fewer" if difference < 0 else "same"
        return "worse" if difference > 0 else "better" if difference < 0 else "same"

    def cases_to(self, better: bool) -> tuple[int, Rag] | None:
        """The fewest cases that change the rating; see :func:`pscb_lib.page.margins.cases_to`."""
        return cases_to(self.indicator, self.figure, self.thresholds, better)

    def _harm(self, value: Fraction) -> Fraction:
        """A number that is greater the worse the figure is (if neutral: the larger it is)."""
        polarity = self.indicator.polarity
        if polarity is Polarity.HIGHER_IS_BETTER:
            return -value
        if polarity is Polarity.BAND:
            low, high = exact_band(self.indicator.required)
            return max(low - value, value - high, Fraction(0))
        return value


def assess(
    shown: Shown, register: Iterable[Indicator], quarters: Sequence[ReportingPeriod],
    thresholds: Thresholds, rebases: Mapping[str, Sequence[Rebase]] = MappingProxyType({}),
) -> list[Assessment]:
    """Assess every indicator over *quarters*, the last of which is the period of the report.

    *rebases* has, by an indicator's id, the days from which its usual range is recalculated.
    """
    shown = require_shown(shown)
    return [
        Assessment(one, tuple(shown.get(INDICATORS, one.id, quarter.label)
                              for quarter in quarters), tuple(quarters), thresholds,
                   tuple(rebases.get(one.id, ())))
        for one in register
    ]


def count_ratings(assessments: Iterable[Assessment]) -> dict[str, int]:
    """The number of indicators with each rating, and with each reason for having none."""
    counts = dict.fromkeys((rating.name.lower() for rating in (*Rag, *Absence)), 0)
    for one in assessments:
        counts[one.rating.name.lower()] += 1
    return counts


def needs_attention(assessments: Iterable[Assessment]) -> list[Assessment]:
    """The exceptions, ordered by harm, severity, real change and percentage of target.

    An indicator is an exception if it is red, if it has a signal for the worse (or, where neither
    way is better, a signal that began within a year), or if it was not supplied for two
    consecutive quarters.
    """
    return sorted((one for one in assessments if _harms(one) or _has_changed(one)), key=_urgency)


def _harms(one: Assessment) -> bool:
    return (one.rating is Rag.RED or one.quarters_not_supplied > 1
            or one.variation.verdict is Kind.CONCERN)


def _has_changed(one: Assessment) -> bool:
    """Whether there is a signal for the worse or, where neither way is better, a new signal."""
    verdict, since = one.variation.verdict, one.variation.since
    is_new = since is not None and since >= one.quarters[-1].back(NEW).start
    return verdict is Kind.CONCERN or verdict is Kind.CHANGE and is_new


def _urgency(one: Assessment) -> tuple[bool, int, bool, Fraction]:
    achieved = one.percent_of_target
    return (not _harms(one), -one.indicator.severity, not _has_changed(one),
            Fraction(100) if achieved is None else achieved)
