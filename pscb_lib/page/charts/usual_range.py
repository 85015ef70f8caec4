"""The usual range in a chart: a pale band, and a shape for each point of the last signal.

A provisional range, of fewer than twelve points, has dotted edges. The shape of a signal points up
or down; it is red for the worse, green and hollow for the better, blue where neither way is better.
Past signals are not marked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from pscb_lib.disclosure.showing import rounded
from pscb_lib.framework.english import count_of, spell
from pscb_lib.framework.statistics.limits import Limits
from pscb_lib.framework.statistics.signals import Direction, Rule
from pscb_lib.framework.statistics.variation import Kind, Variation
from pscb_lib.page import style

FEW = 10  # limits below have a decimal, and those of rates
MOST_PLACES = 2  # of the ends of a usual range
COLOURS = {Kind.CONCERN: style.RED, Kind.IMPROVEMENT: style.GREEN, Kind.CHANGE: style.LINE}


@dataclass(frozen=True)
class Band:
    """The usual range of one stretch: its first and last place, and its ends within the chart."""

    first: int
    last: int
    low: float
    high: float
    is_trial: bool


@dataclass(frozen=True)
class Signal:
    """A point of the last signal: its place and value, whether it points up, and its kind."""

    place: int
    value: float
    is_up: bool
    kind: Kind


def bands_of(variation: Variation | None, unit: str, before: int = 0) -> list[Band]:
    """The usual range of each stretch; *before* points at the start are not drawn."""
    bands, place = [], -before
    for stretch in variation.stretches if variation else ():
        last = place + len(stretch.points) - 1
        if stretch.limits and last >= 0:
            low, high = map(float, ends_of(stretch.limits, unit))
            bands.append(Band(max(place, 0), last, low, high, stretch.limits.are_trial))
        place = last + 1
    return bands


def signals_of(variation: Variation | None, before: int = 0) -> list[Signal]:
    """The points of the signal that the last point is in."""
    if variation is None or variation.since is None:
        return []
    verdict = variation.verdict
    return [Signal(place - before, float(point.value), point.direction is Direction.HIGH, verdict)
            for place, point in enumerate(variation.points)
            if verdict and point.kind is verdict and point.value is not None
            and point.day >= variation.since]


def colour_of(variation: Variation | None) -> str:
    """The colour of the last point and of its label."""
    return COLOURS.get(variation.verdict, style.LINE) if variation and variation.verdict else (
        style.LINE)


def say_usual_range(variation: Variation | None, unit: str,
                    is_enough: Callable[[Fraction, Fraction], bool] = lambda low, high: True
                    ) -> str | None:
    """The usual range in words: 81% to 93%. None if there is none.

    It has up to two decimals, until *is_enough* of its ends as they are printed.
    """
    if variation is None or variation.limits is None:
        return None
    low, high = ends_of(variation.limits, unit)
    least = 0 if high >= FEW and unit != "rate" else 1
    places = next((places for places in range(least, MOST_PLACES) if is_enough(
        *(Fraction(rounded(end, places).replace(",", "")) for end in (low, high)))), MOST_PLACES)
    sign = "%" if unit == "percent" else ""
    return f"{rounded(low, places)}{sign} to {rounded(high, places)}{sign}"


def say_verdict(variation: Variation | None, unit: str) -> str:
    """The verdict on the last point in words, with the usual range."""
    if variation is None or variation.limits is None or variation.latest is None:
        return "too few quarters for a usual range"
    trial = " (provisional)" if variation.limits.are_trial else ""
    usual = f"the usual range of {say_usual_range(variation, unit)}{trial}"
    if not variation.since:
        return f"within {usual}"
    found, said = variation.latest.rules[0], say_found(variation)
    if found is Rule.OUTSIDE:
        return f"{said.partition(' ')[0]} {usual}"
    if found is Rule.TWO_OF_THREE:
        end = said.partition(" its ")[0]
        return f"{end} {usual} in {_say_near(variation)}"
    return f"{said} for {count_of(len(signals_of(variation)), 'quarter')} running within {usual}"


def say_found(variation: Variation) -> str:
    """What the rule found that makes the last point a signal: above its average, rising."""
    latest = variation.latest
    assert latest is not None
    is_up = latest.direction is Direction.HIGH
    side = "above" if is_up else "below"
    return {Rule.OUTSIDE: f"{side} the usual range",
            Rule.TREND: "rising" if is_up else "falling",
            Rule.TWO_OF_THREE: f"near the {'top' if is_up else 'foot'} of its usual range",
            Rule.SHIFT: f"{side} its average"}[latest.rules[0]]


def _say_near(variation: Variation) -> str:
    """In which quarters the figure was near an end: two of the last three quarters."""
    last = [point for point in variation.points if variation.since
            and point.day >= variation.since]
    near = [place for place, point in enumerate(last) if Rule.TWO_OF_THREE in point.rules]
    whole = f"the last {count_of(len(last) - near[0], 'quarter')}"
    many = len(near)
    return whole if many == len(last) - near[0] else f"{spell(many)} of {whole}"


def describe_variation(variation: Variation | None, unit: str) -> Iterator[str]:
    """The usual range in words: its limits, whether provisional, whether the last is a signal."""
    if variation is None or variation.limits is None:
        return
    low, high = ends_of(variation.limits, unit)
    trial = ", provisional" if variation.limits.are_trial else ""
    yield f"usual range {rounded(low)} to {rounded(high)}{trial}"
    if variation.since:
        yield "the last stands out"


def ends_of(limits: Limits, unit: str) -> tuple[Fraction, Fraction]:
    """The ends of the usual range as drawn: from 0 upwards, and up to 100 for a percentage."""
    most = Fraction(100) if unit == "percent" else limits.upper
    return max(limits.lower, Fraction(0)), min(limits.upper, most)
