"""A figure that is Green and yet not lawful: near a target of the law, which has no exception."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from pscb_lib.board.indicators import SetBy
from pscb_lib.framework.english import small
from pscb_lib.framework.rag import Rag
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.words.indicators import names_of, say_missed
from pscb_lib.page.words.standing import meets


def misses_target(one: Assessment) -> bool:
    """Whether a figure did not meet its target in full, though it may be green."""
    return one.figure.value is not None and not meets(one, Fraction(one.figure.value))


def is_by_law(one: Assessment) -> bool:
    """Whether the law sets the target."""
    source = one.indicator.target_source
    return source is not None and source.set_by is SetBy.LAW


def against_law(assessments: Iterable[Assessment]) -> str | None:
    """Name those Greens of which the law allows no exception, and of which some were missed."""
    greens = [one for one in assessments if one.rating is Rag.GREEN and is_unlawful(one)]
    if not greens:
        return None
    names = names_of(greens)
    said = [f"{small(one.indicator.title, names)}{of_missed(one)}" for one in greens]
    return f"**Green, yet not lawful:** {'; '.join(said)}."


def of_missed(one: Assessment) -> str:
    """How many were missed, after a comma; nothing if none was."""
    said = say_missed(one, short=True)
    return f", {said}" if said else ""


def is_unlawful(one: Assessment) -> bool:
    """Whether the law sets its target, and it is not met."""
    return is_by_law(one) and misses_target(one)
