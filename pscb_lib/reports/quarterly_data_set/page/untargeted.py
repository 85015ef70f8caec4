"""What has no target and is no exception, yet to be looked at: real changes, highest and lowest.

No rating draws the eye to it. Nothing is said here but what the figures are: whether it is good or
bad, its lead has to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pscb_lib.framework.english import listed, small
from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.statistics.signals import Direction, Rule
from pscb_lib.framework.statistics.variation import Kind
from pscb_lib.page.assessment import Assessment, needs_attention
from pscb_lib.page.blocks import Place, Prose
from pscb_lib.page.words.indicators import names_of, say_figure
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.standing import say_extreme, say_since, way_of

MOST = 1  # of the highest or lowest is asked about, as a page has no room for more
CHANGED = "**Other real changes, without a target**"
EXTREME = "**Not proven, but to look at**"


def say_untargeted(assessments: Sequence[Assessment], place: Place | None = None) -> Prose | None:
    """Name those without a target that really changed; None if there is none.

    An exception, or one that really got better, is named elsewhere. One of which a quarter is
    hidden is not named, as neither is known of it.
    """
    changed = [one for one in _list(assessments) if one.variation.verdict is Kind.CHANGE]
    words = _say(CHANGED, changed, _say_change, names_of(assessments))
    return Prose(words, place=place) if words else None


def say_extremes(assessments: Sequence[Assessment], place: Place | None = None) -> Prose | None:
    """Name those without a target that are the highest or lowest so far, though as usual.

    The one that is asked about has a chart and is not named.
    """
    asked = list_worst(assessments)
    named = [one for one in _list_extremes(assessments) if one not in asked]
    words = _say(EXTREME, named, _say_at, names_of(assessments))
    return Prose(words, place=place) if words else None


def list_worst(assessments: Sequence[Assessment]) -> list[Assessment]:
    """The gravest of those that are the highest or lowest so far, and not for the better.

    It has a question: no target, and no rating, would ask it. There is none where one of which a
    quarter is hidden is as grave: it may be the one to ask about.
    """
    found = [one for one in _list_extremes(assessments) if not _is_best(one)]
    hidden = [one.indicator.severity for one in _list(assessments) if _is_hidden(one)]
    graver = [one for one in found if one.indicator.severity > max(hidden, default=-1)]
    return sorted(graver, key=lambda one: -one.indicator.severity)[:MOST]


def _is_hidden(one: Assessment) -> bool:
    return one.figure.hidden or any(point.hidden for point in one.points)


def _is_best(one: Assessment) -> bool:
    is_lowest = (say_extreme(one) or "").startswith("lowest")
    return is_lowest is (one.indicator.polarity is Polarity.LOWER_IS_BETTER) and (
        one.indicator.polarity is not Polarity.NEUTRAL)


def _list_extremes(assessments: Sequence[Assessment]) -> list[Assessment]:
    return [one for one in _list(assessments) if way_of(one) is None and say_extreme(one)]


def _list(assessments: Sequence[Assessment]) -> list[Assessment]:
    urgent = needs_attention(assessments)
    return [one for one in assessments if one not in urgent and one.indicator.target is None]


def _say_change(one: Assessment) -> str:
    """Where the figure is against its own past, and since when; that is not its last move."""
    latest = one.variation.latest
    assert latest is not None
    if Rule.SHIFT in latest.rules:
        side = "above" if latest.direction is Direction.HIGH else "below"
        return f"{side} average since {say_since(one)}"
    return f"{way_of(one)} since {say_since(one)}"


def _say_at(one: Assessment) -> str:
    return joined(say_figure(one), say_extreme(one), between=", ")


def _say(label: str, members: Sequence[Assessment], say: Callable[[Assessment], str],
         names: Sequence[str]) -> str | None:
    said = [f"{small(one.indicator.title, names)} ({say(one)})" for one in members]
    return f"{label}: {listed(said)}." if said else None
