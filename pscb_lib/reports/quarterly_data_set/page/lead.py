"""The answer: the first case, from what to what, what else is red or worse, the highest so far."""

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
from pscb_lib.page.words.standing import (
    headline,
    say_change_of,
    say_extreme,
    say_met,
    say_standing,
)
from pscb_lib.reports.quarterly_data_set.page.untargeted import list_worst

HERE = " shown here"  # in a sentence that is not about what is hidden from its reader


def answer(assessments: Sequence[Assessment]) -> Lead:
    """Return the answer: the first case from what to what, and the other red or worse ones.

    Each indicator is named once, with from what to what where it got worse. Where a number is
    hidden, the answer says that it is about those shown here.
    """
    is_part = is_in_part(assessments)
    urgent = needs_attention(assessments)
    if not urgent:
        return lead(say_numbers(assessments))
    of_those = f", of those{HERE}" if is_part else ""
    return lead(f"**{say_first(urgent[0])}**", _say_standing(urgent[0]),
                _say_others(urgent, of_those, names_of(assessments)),
                _say_highest(list_worst(assessments), names_of(assessments)))


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
    met = say_met(one)
    is_drawn = met is not None and headline(one).endswith(met)  # its chart says so beside
    said = joined(None if is_drawn else met, f"{_say_way(one)} within its usual range",
                  between="; ")
    return f"{capital(said)}."


def _say_way(one: Assessment) -> str:
    change = (say_change_of(one) or "").partition(" ")[0]
    return {"up": "the rise is", "down": "the fall is"}.get(change, "it is")


def _say_others(urgent: Sequence[Assessment], of_those: str, names: Sequence[str]) -> str | None:
    """Name those after the first that really got worse, and those that are red without that.

    What the law forbids comes first, then what is worse than the quarter before. They are "also"
    red only where one named before them is.
    """
    others = sorted(urgent[1:], key=lambda one: (not _is_unlawful(one), not _fell(one)))
    worse = [one for one in others if one.variation.verdict is Kind.CONCERN]
    red = [one for one in others if one.rating is Rag.RED and one not in worse]
    also = "also " if any(one.rating is Rag.RED for one in (urgent[0], *worse)) else ""
    groups = [(words, group) for words, group in (
        ("also really worse", worse), (f"{also}red", red)) if group]
    said = [f"{words}{'' if at else of_those}: {listed([_name(one, names) for one in group])}"
            for at, (words, group) in enumerate(groups)]
    return f"{capital('; '.join(said))}." if said else None


def _name(one: Assessment, names: Sequence[str]) -> str:
    """The title, from what to what of one that got worse, and what the law asks."""
    title = small(one.indicator.title, names)
    moved = _say_moved(one) if _fell(one) or one.variation.verdict is Kind.CONCERN else None
    law = f"by law {say_target(one.indicator)}" if _is_unlawful(one) else None
    said = joined(moved or say_figure(one), law, between=", ")
    return f"{title} ({said})" if moved or law else title


def _fell(one: Assessment) -> bool:
    """Whether it is worse than in the quarter before."""
    return len(one.points) > 1 and one.change_since(1) == "worse"


def _say_moved(one: Assessment) -> str | None:
    """From what to what since the quarter before: up from 3 to 7; None if not known."""
    change = say_change_of(one)
    if change is None or change.startswith("as in "):
        return change and f"{say_figure(one)}, {change}"
    return f"{change.partition(' in ')[0]} to {say_figure(one)}"


def _say_highest(worst: Sequence[Assessment], names: Sequence[str]) -> str | None:
    """Name what no target rates and is the highest so far: the reader is to see it as early."""
    said = [f"Also {extreme}: {small(one.indicator.title, names)} "
            f"({_say_moved(one) or say_figure(one)})."
            for one in worst if (extreme := say_extreme(one) or "").startswith("highest")]
    return joined(*said) or None


def _is_unlawful(one: Assessment) -> bool:
    """Whether it is Red where the law sets the target."""
    source = one.indicator.target_source
    return (one.rating is Rag.RED and one.figure.value is not None
            and source is not None and source.set_by is SetBy.LAW)


def _say_missing(number: int) -> str | None:
    if not number:
        return "All were supplied."
    return capital(f"{spell(number)} {'was' if number == 1 else 'were'} not supplied.")
