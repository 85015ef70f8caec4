"""A series to draw: one indicator over time as a reader may see it, and its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from pscb_lib.disclosure.showing import ShownFigure, rounded
from pscb_lib.framework.english import capital
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.statistics.variation import Variation
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Data, Plain
from pscb_lib.page.charts.scales import MOST, Scale, scale_of
from pscb_lib.page.charts.usual_range import ends_of, say_verdict
from pscb_lib.page.tables.counts import plain_counts, plain_value
from pscb_lib.page.words.indicators import say_figure, short_target

TARGETS = ("Target", "Target, upper end")  # the second of a range
BEFORE = ("not collected", "year not full")
WITHOUT = {"no cases": "with no cases", "no rate": "without a rate"}
HEADS = {"percent": "Per cent", "rate": "Rate", "count": "Number", "pounds": "Pounds",
         "score": "Mean score"}


@dataclass(frozen=True)
class Series:
    """The figures of one title, oldest first, with target and variation; *last* is as printed."""

    title: str
    points: tuple[ShownFigure, ...]
    periods: tuple[ReportingPeriod, ...]
    target: tuple[float, ...] = ()
    target_words: str = ""
    variation: Variation | None = None
    last: str = ""

    @property
    def unit(self) -> str:
        """The unit of the figures: count, percent or rate."""
        return self.points[-1].unit

    @property
    def values(self) -> list[float]:
        """The figures, NaN for one that is hidden or not supplied."""
        return [number(point) for point in self.points]

    @property
    def before(self) -> int:
        """How many points of the variation, at its start, are not drawn."""
        return len(self.variation.points) - len(self.points) if self.variation else 0

    @property
    def counts(self) -> str | None:
        """The two counts of the last figure: 31 of 52. None if it has none."""
        last = self.points[-1]
        if last.value is None or self.unit != "percent":
            return None
        return "{:,} of {:,}".format(*last.counts)


def series_of(one: Assessment) -> Series:
    """The series of an indicator, from the first quarter that could have its figure."""
    before = len(list(takewhile(lambda point: point.state in BEFORE, one.points[:-1])))
    required = one.indicator.required
    ends = required if isinstance(required, tuple) else () if required is None else (required,)
    target = "" if one.indicator.target is None else f"target {short_target(one.indicator)}"
    return Series(one.indicator.title, one.points[before:], one.quarters[before:],
                  tuple(float(end) for end in ends), target, one.variation, say_figure(one))


def shared_scale(series: Iterable[Series], most: int = MOST) -> Scale:
    """One scale for series of one unit, which has their figures, targets and usual ranges."""
    drawn = list(series)
    values = [value for one in drawn for value in (*one.values, *one.target, *_limits(one))]
    return scale_of(values, drawn[0].unit == "percent", most, drawn[0].unit == "rate")


def describe(one: Series, is_named: bool = True, has_span: bool = True, has_move: bool = True
             ) -> str:
    """The alternative text of a series: its title, its last change, its usual range, its target.

    Where the words beside the picture begin with the title it need not be heard again. *has_span*
    is whether its least and most are said, which a usual range that is told already tells enough;
    *has_move* whether the figure before is.
    """
    whole = f"{one.periods[0].title} to {one.periods[-1].title}"
    if any(point.hidden for point in one.points):
        return _sentence(f"{one.title}, {whole}: some numbers are not shown", one.target_words)
    known = [point for point in one.points if point.value is not None]
    if not known:
        return f"{one.title}: no figures from {whole}."
    if one.points[-1].value is None:
        return _sentence(f"{one.title}, {whole}: the last is {one.points[-1].text.lower()}",
                         f"before it {known[-1].text}", one.target_words)
    low, high = min(known, key=number), max(known, key=number)
    last = _moved(one) if has_move else one.last or one.points[-1].text
    moved = f"{one.title} {last}" if is_named else capital(last)
    return _sentence(f"{moved}, {say_verdict(one.variation, one.unit)}",
                     one.target_words,
                     f"between {low.text} and {high.text} since {one.periods[0].title}"
                     if has_span else "", *_gaps(one))


def data_of(one: Series) -> Data:
    """Every figure drawn: the points, the target and the usual range."""
    is_share = one.unit == "percent"
    heads = ["Period", HEADS[one.unit], *(["Cases", "Of"] if is_share else []),
             *TARGETS[:len(one.target)], "Usual range from", "Usual range to"]
    limits = iter(_limits_of_points(one))
    rows = [[period.title, plain_value(point), *(plain_counts(point) if is_share else ()),
             *(int(end) if end == int(end) else end for end in one.target), *next(limits)]
            for period, point in zip(one.periods, one.points, strict=True)]
    return Data(heads, rows)


def number(point: ShownFigure) -> float:
    """The value of a figure; NaN if it is hidden or missing."""
    return float("nan") if point.value is None else float(point.value)


def _moved(one: Series) -> str:
    now, then = one.points[-1], one.points[-2] if len(one.points) > 1 else None
    text = one.last or now.text
    if then is None or then.value is None or now.value is None:
        return f"stood at {text}"
    if then.text == text:
        return f"stayed at {text}"
    return f"{'rose' if number(now) > number(then) else 'fell'} from {then.text} to {text}"


def _gaps(one: Series) -> list[str]:
    """How many points have no figure, by the reason: 2 not supplied, 1 with no cases."""
    states = Counter(point.state for point in one.points if point.value is None)
    return [f"{number} {WITHOUT.get(state, state)}" for state, number in states.items()]


def _sentence(*parts: str) -> str:
    return "; ".join(filter(None, parts)) + "."


def _limits(one: Series) -> Iterator[float]:
    for stretch in one.variation.stretches if one.variation else ():
        if stretch.limits:
            yield from map(float, ends_of(stretch.limits, one.unit))


def _limits_of_points(one: Series) -> list[tuple[Plain, Plain]]:
    """The usual range at each point that is drawn, rounded to one decimal; empty without one."""
    found = list[tuple[Plain, Plain]]()
    for stretch in one.variation.stretches if one.variation else ():
        ends = stretch.limits and ends_of(stretch.limits, one.unit)
        each = tuple(float(rounded(end).replace(",", "")) for end in ends) if ends else (None, None)
        found += [(each[0], each[1])] * len(stretch.points)
    found = found or [(None, None)] * len(one.points)
    return found[-len(one.points):]
