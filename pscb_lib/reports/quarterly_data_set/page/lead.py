"""The answer: the first case, from what to what, and what else is red or really changed."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.indicators import SetBy, Unit
from pscb_lib.framework.english import capital, listed, small, spell
from pscb_lib.framework.rag import Rag
from pscb_lib.framework.statistics.variation import Kind
from pscb_lib.page.assessment import Assessment, count_ratings, needs_attention
from pscb_lib.page.blocks import Lead
from pscb_lib.page.words.indicators import (
    names_of,
    say_absence,
    say_counts,
    say_figure,
    say_missed,
    say_target,
)
from pscb_lib.page.words.shown import joined, lead
from pscb_lib.page.words.standing import say_change_of, say_met, say_standing

HERE = " shown here"  # in a sentence that is not about what is hidden from its reader


def answer(assessments: Sequence[Assessment]) -> Lead:
    """Return the answer: the first case from what to what, and the other red or worse ones.

    Each indicator is named once. Where a number is hidden, the answer says that it is about those
    shown here.
    """
    is_part = is_in_part(assessments)
    urgent = needs_attention(assessments)
    if not urgent:
        return lead(say_numbers(assessments))
    of_those = f", of those{HERE}" if is_part else ""
    return lead(f"**{say_first(urgent[0])}**", _say_standing(urgent[0]),
                _say_others(urgent[1:], of_those, names_of(assessments)))


def is_in_part(assessments: Sequence[Assessment]) -> bool:
    """Whether a figure of the indicators is hidden in any quarter."""
    return any(point.hidden for one in assessments for point in one.points)


def say_numbers(assessments: Sequence[Assessment]) -> str:
    """How many indicators have a rating, and how many of them are red, amber and not supplied."""
    ratings, here = count_ratings(assessments), HERE if is_in_part(assessments) else ""
    rated = sum(ratings[name] for name in ("green", "amber", "red"))
    missing = _say_missing(ratings["not_supplied"])
    if rated < 2:
        colour = next((name for name in ("green", "amber", "red") if ratings[name]), None)
        said = f"No indicator{here} has a rating"
        return joined(f"The one indicator{here} with a rating is {colour}." if colour else
                      f"{said}.", missing)
    verbs = ["is" if ratings[name] == 1 else "are" for name in ("red", "amber")]
    return joined(f"Of the {spell(rated)} indicators{here} with a rating, "
                  f"{spell(ratings['red'], 'none')} {verbs[0]} red and "
                  f"{spell(ratings['amber'], 'none')} {verbs[1]} amber.", missing)


def say_first(one: Assessment) -> str:
    """One indicator from what to what: figure, change, target and how many were late or missed."""
    title, figure = one.indicator.title, one.figure
    if figure.value is None:
        return f"{title}: {say_absence(one)}."
    change = say_change_of(one)
    target = "" if one.indicator.target is None else (
        f", against a target of {say_target(one.indicator)}")
    missed = _say_counted(one)
    return (f"{title}: {say_figure(one)}{f', {change}' if change else ''}{target}"
            f"{f': {missed}' if missed else ''}.")


def _say_counted(one: Assessment) -> str | None:
    """The cases behind a percentage: 21 of 52 were late or not done; 148 of 674."""
    if one.indicator.unit is not Unit.PERCENT:
        return None
    missed = say_missed(one)
    if missed is None or one.outside is None:
        return say_counts(one)
    verb = "was" if one.outside == 1 else "were"
    return f"{one.outside:,} of {one.figure.counts[1]:,} {verb} {missed.partition(' ')[2]}"


def _say_standing(one: Assessment) -> str | None:
    """Whether that is a real change; where it is usual, how often the target was met."""
    if one.figure.value is None:
        return None
    if one.variation.verdict is not Kind.USUAL:
        return say_standing(one)
    said = joined(say_met(one), f"{_say_way(one)} within its usual range", between="; ")
    return f"{capital(said)}."


def _say_way(one: Assessment) -> str:
    change = (say_change_of(one) or "").partition(" ")[0]
    return {"up": "the rise is", "down": "the fall is"}.get(change, "it is")


def _say_others(others: Sequence[Assessment], of_those: str, names: Sequence[str]) -> str | None:
    """Name the others that really got worse, and those that are red without that."""
    others = sorted(others, key=lambda one: not _is_unlawful(one))
    worse = [one for one in others if one.variation.verdict is Kind.CONCERN]
    red = [one for one in others if one.rating is Rag.RED and one not in worse]
    groups = [(words, group) for words, group in (("really worse", worse), ("red", red)) if group]
    said = [f"also {words}{'' if at else of_those}: {listed([_name(one, names) for one in group])}"
            for at, (words, group) in enumerate(groups)]
    return f"{capital('; '.join(said))}." if said else None


def _name(one: Assessment, names: Sequence[str]) -> str:
    """The title, with the change of one that really got worse, and what the law asks."""
    title = small(one.indicator.title, names)
    change = say_change_of(one) if one.variation.verdict is Kind.CONCERN else None
    law = f"by law {say_target(one.indicator)}" if _is_unlawful(one) else None
    said = joined(say_figure(one), change, law, between=", ")
    return f"{title} ({said})" if change or law else title


def _is_unlawful(one: Assessment) -> bool:
    """Whether it is Red where the law sets the target."""
    source = one.indicator.target_source
    return (one.rating is Rag.RED and one.figure.value is not None
            and source is not None and source.set_by is SetBy.LAW)


def _say_missing(number: int) -> str | None:
    if not number:
        return "All were supplied."
    return capital(f"{spell(number)} {'was' if number == 1 else 'were'} not supplied.")
