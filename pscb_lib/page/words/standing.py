"""How an indicator stands: its usual range, how often it met its target, how many were late.

The target is today's, also for earlier quarters. A sentence never says why a figure is as it is.
"""

from __future__ import annotations

from fractions import Fraction

from pscb_lib.framework.english import capital, count_of
from pscb_lib.framework.rag import Polarity, exact_band, exact_target
from pscb_lib.framework.statistics.signals import Direction, Rule
from pscb_lib.framework.statistics.variation import Kind
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.charts.usual_range import say_found, say_usual_range
from pscb_lib.page.words.indicators import say_missed
from pscb_lib.page.words.shown import joined

MANY = 8  # quarters of which it can be said that the target was never met
UNSEEN = "Some earlier numbers are too small to show, so no trend is given."
TOO_FEW = "Too few quarters to tell a real change."


def meets(one: Assessment, value: Fraction) -> bool:
    """Whether a figure meets the target in full; a green one may miss it by 5%."""
    target = one.indicator.required
    if target is None:
        return False
    if one.indicator.polarity is Polarity.BAND:
        low, high = exact_band(target)
        return low <= value <= high
    required = exact_target(target)
    is_lower = one.indicator.polarity is Polarity.LOWER_IS_BETTER
    return value <= required if is_lower else value >= required


def quarters_met(one: Assessment) -> tuple[int, int] | None:
    """In how many of the quarters with a figure the target was met; None where that is not known.

    It is not known without a target, and where a quarter is hidden.
    """
    if one.indicator.required is None or any(point.hidden for point in one.points):
        return None
    known = [Fraction(point.value) for point in one.points if point.value is not None]
    return (sum(meets(one, value) for value in known), len(known)) if known else None


def say_met(one: Assessment) -> str | None:
    """How often the target was met: never on target in 11 quarters, on target in 3 of 11 quarters.
    """
    counted = quarters_met(one)
    if counted is None:
        return None
    met, known = counted
    if known == 1:
        return None
    if met == 0:
        return f"never on target in {count_of(known, 'quarter')}"
    if met == known:
        return f"on target in all {count_of(known, 'quarter')}"
    return f"on target in {met} of {known} quarters"


def say_standing(one: Assessment) -> str:
    """Whether the figure really changed, by its usual range, and how often it met its target."""
    variation = one.variation
    if any(point.hidden for point in one.points):
        return UNSEEN
    if variation.verdict is None or variation.limits is None or variation.latest is None:
        return TOO_FEW
    usual = f"the usual range of {say_usual_range(variation, one.figure.unit)}"
    trial = " (provisional)" if variation.limits.are_trial else ""
    if variation.since is None:
        met = say_met(one)
        return f"As usual: within {usual}{trial}{f', and {met}' if met else ''}."
    is_up = variation.latest.direction is Direction.HIGH
    if Rule.OUTSIDE in variation.latest.rules:
        return (f"A real {'rise' if is_up else 'fall'}: {'above' if is_up else 'below'} "
                f"{usual}{trial}.")
    return f"A real change: {say_found(variation)} since {say_since(one)}."


def headline(one: Assessment) -> str:
    """What the chart of an indicator shows, in at most twelve words."""
    return next(said for said in (*_headlines(one), one.indicator.title)
                if len(said.split()) <= 12 or said == one.indicator.title)


def say_change_of(one: Assessment) -> str | None:
    """The change since the quarter before: down from 87.4% in Quarter 2; None if not known."""
    then, now = one.points[-2] if len(one.points) > 1 else None, one.figure
    if then is None or then.value is None or now.value is None:
        return None
    before = one.quarters[-2].name
    if then.text == now.text:
        return f"as in {before}"
    return f"{'up' if now.value > then.value else 'down'} from {then.text} in {before}"


def way_of(one: Assessment) -> str | None:
    """The way of a real change in one word: better, worse, higher, lower; None without one."""
    verdict, latest = one.variation.verdict, one.variation.latest
    if verdict in (None, Kind.USUAL) or latest is None:
        return None
    neutral = "higher" if latest.direction is Direction.HIGH else "lower"
    return {Kind.CONCERN: "worse", Kind.IMPROVEMENT: "better"}.get(verdict, neutral)


def say_trend(one: Assessment) -> str:
    """The verdict on a series in a few words: as usual, really lower since Quarter 1 2013/14."""
    if any(point.hidden for point in one.points):
        return "some quarters not shown"
    if one.variation.verdict is None:
        return "no verdict" if one.figure.value is None else "too few quarters"
    way = way_of(one)
    return f"really {way} since {say_since(one)}" if way else say_extreme(one) or "as usual"


def say_extreme(one: Assessment) -> str | None:
    """That the figure is the lowest, or the highest, of many quarters though it is as usual.

    None where a quarter is hidden, or another has the same figure.
    """
    known = [point.value for point in one.points if point.value is not None]
    is_known = one.figure.value is not None and not any(point.hidden for point in one.points)
    if not is_known or len(known) < MANY or known.count(known[-1]) > 1:
        return None
    ends = {min(known): "lowest", max(known): "highest"}
    return f"{ends[known[-1]]} of {count_of(len(known), 'quarter')}" if known[-1] in ends else None


def _headlines(one: Assessment) -> list[str]:
    title, latest, met = one.indicator.title, one.variation.latest, say_met(one)
    found = []
    if one.variation.since and latest:
        signal = say_found(one.variation)
        if latest.rules[0] in (Rule.OUTSIDE, Rule.TWO_OF_THREE):
            found.append(f"{title}: {signal}")
        found += [f"{title}: {signal} since {say_since(one)}", f"{title}: {signal}",
                  f"{title}: really {way_of(one)}"]
    counted = quarters_met(one)
    many = f"{title}: {met}" if met and counted and counted[1] >= MANY else None
    extreme = f"{title}: {said}" if (said := say_extreme(one)) else None
    is_never = counted is not None and not counted[0]
    found += filter(None, (many, extreme) if is_never else (extreme, many))
    if one.figure.value is not None:
        found.append(f"{title}: {one.figure.text}")
    return found


def say_since(one: Assessment) -> str:
    """The quarter since when there is a real change."""
    first = next(quarter for quarter in one.quarters if quarter.start == one.variation.since)
    return first.name if first.year == one.quarters[-1].year else first.title


def say_exception(one: Assessment, *more: str | None) -> str:
    """The sentences beside the chart of an exception: rating, standing, how many were late."""
    missed = say_missed(one)
    return joined(f"{one.rating.value}.", say_standing(one),
                  f"{capital(missed)}." if missed else None, *more)
