"""What has no target and is no exception, yet to be looked at: real changes, highest and lowest.

No rating draws the eye to it. Nothing is said here but what the figures are: whether it is good or
bad, its lead has to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pscb_lib.framework.english import listed, small
from pscb_lib.framework.statistics.variation import Kind
from pscb_lib.page.assessment import Assessment, needs_attention
from pscb_lib.page.words.indicators import names_of, say_figure
from pscb_lib.page.words.shown import joined
from pscb_lib.page.words.standing import say_extreme, way_of


def say_untargeted(assessments: Sequence[Assessment]) -> str:
    """Name those without a target that really changed, and the highest or lowest so far.

    One that is an exception, or really got better, is named elsewhere. One of which a quarter is
    hidden is not named, as neither is known of it. The text is empty if there is none.
    """
    urgent = needs_attention(assessments)
    others = [one for one in assessments if one not in urgent and one.indicator.target is None]
    changed = [one for one in others if one.variation.verdict is Kind.CHANGE]
    extreme = [one for one in others if way_of(one) is None and say_extreme(one)]
    names = names_of(assessments)
    said = (_say("really changed", changed, way_of, names),
            _say("not proven, but to look at", extreme, _say_at, names))
    return f"No target is set: {words}." if (words := joined(*said, between="; ")) else ""


def _say_at(one: Assessment) -> str:
    return joined(say_figure(one), say_extreme(one), between=", ")


def _say(label: str, members: Sequence[Assessment], say: Callable[[Assessment], str | None],
         names: Sequence[str]) -> str | None:
    said = [f"{small(one.indicator.title, names)} ({say(one)})" for one in members]
    return f"{label}: {listed(said)}" if said else None
