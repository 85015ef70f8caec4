"""The questions of the panel's paper: on what is owed, and on the panel's own work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import count_of, listed, small, spell, times
from pscb_lib.page.blocks import Question, Several
from pscb_lib.page.words.shown import require_told, say_count, told
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.page.thread import OTHER, ask_about_threads, threads_of
from pscb_lib.reports.cdop_annual.page.words import CHAIR, Made, say_time
from pscb_lib.reports.cdop_annual.places import (
    LATE,
    NO_REASON,
    NOT_REPORTED,
    RESPONDED,
)

MOST = 3  # themes that a question names
NO_THEME = (OTHER, NOT_RECORDED)


def ask_questions(context: Context, shown: Shown, made: Made) -> Several | None:
    """Ask what the figures raise, each of its owner; the public set asks nobody."""
    if context.audience == "public":
        return None
    undone, unproven = _of_undone(made), _of_unproven(made)
    if undone and unproven:  # beside each other, so that all stand on the first page
        undone, unproven = replace(undone, place=(1, 2)), replace(unproven, place=(2, 2))
    threads, prevention = ask_about_threads(shown, made), _of_prevention(
        shown, made, [one.words for one in (undone, unproven) if one])
    if len(threads) == 1 and prevention:
        threads = [replace(threads[0], place=(1, 2))]
        prevention = replace(prevention, place=(2, 2))
    asked = [undone, unproven, *threads, prevention]
    return Several(asked) if any(asked) else None


def show_time(context: Context, shown: Shown) -> Several | None:
    """Say how long reviews took and, beside it, ask the chair of the panel what that leaves open.

    The public set asks nobody.
    """
    said = say_time(shown)
    asked = [] if context.audience == "public" else [
        one for one in (_of_reasons(shown), _of_coroner(shown)) if one]
    if said and asked:
        return Several([replace(said, place=(1, 2)),
                        *(replace(one, place=(2, 2)) for one in asked)])
    return Several([said, *asked]) if said or asked else None


def ask_of_response(context: Context, shown: Shown) -> Question | None:
    """Ask about the unexpected deaths for which no coordinated response is recorded; not in public.
    """
    words = None if context.audience == "public" else _without_response(shown)
    return Question("question-response", words, CHAIR) if words else None


@told
def _without_response(shown: Shown) -> str:
    responded = require_shown(shown).get(*RESPONDED)
    require_told(responded)
    if not responded.denominator:
        return ""
    carried_out, of_all = responded.counts
    if carried_out == of_all:
        return ""
    rest = of_all - carried_out
    return (f"For the {count_of(rest, 'unexpected death')} without a coordinated response on "
            "record: was one made, not required, or missed?")


def _of_undone(made: Made) -> Question | None:
    """Ask the owner of the recommendation that is most often, or longest, not carried out."""
    undone = [one for one in made if one.undone]
    if not undone or LEFT_OUT in (one.text for one in undone):
        return None
    one = min(undone, key=lambda each: (-each.undone, each.undone_since))
    return Question("question-oldest", _why_undone(one), one.owner)


def _of_prevention(shown: Shown, made: Made, asked: Sequence[str]) -> Question | None:
    """Ask who leads prevention on the other subjects of what is not always carried out.

    A subject of the questions *asked* already is not among them.
    """
    told_of = {*threads_of(shown),
               *(one.theme for one in made for words in asked if one.text in words)}
    undone = sorted((one for one in made if one.undone and one.theme not in told_of),
                    key=lambda one: -one.undone)
    if LEFT_OUT in (one.text for one in undone):
        return None
    themes = [*dict.fromkeys(small(one.theme) for one in undone if one.theme not in NO_THEME)]
    if not themes:
        return None
    return Question("question-prevention", "Advice on prevention is not always carried out: who "
                    f"leads on {_quoted(themes[:MOST])}?", CHAIR)


def _quoted(themes: Sequence[str]) -> str:
    """Themes as a list that is clear where one of them has an "and" of its own."""
    if len(themes) == 1:
        return themes[0]
    return listed([f"“{theme}”" for theme in themes])


def _why_undone(one: Recommendation) -> str:
    quoted = f"“{one.text}”"
    if one.made == 1:
        return (f"Why has {quoted}, recommended in {one.first_made}, not been carried out, and by "
                "which date will it be?")
    made = f"{quoted} was recommended {times(one.made)} since {one.first_made} and"
    if not one.done:
        return f"{made} never carried out: why, and by which date will it be?"
    other = "the other time" if one.undone == 1 else f"the other {spell(one.undone)} times"
    return f"{made} carried out {times(one.done)}: what happened {other}, and when will it be done?"


def _of_unproven(made: Made) -> Question | None:
    """Ask the owner of what was carried out most often without evidence."""
    unproven = [one for one in made if one.unproven]
    if not unproven or LEFT_OUT in (one.text for one in unproven):
        return None
    one = max(unproven, key=lambda each: each.unproven)
    shown = f"and shown to work {times(one.evidenced)}" if one.evidenced else (
        "and not yet shown to work")
    return Question("question-evidence", f"“{one.text}” was carried out {times(one.done)} {shown}: "
                    "what would show that it makes a difference to children?", one.owner)


def _of_reasons(shown: Shown) -> Question | None:
    words = _no_reason(shown)
    return Question("question-time", words, CHAIR) if words else None


@told
def _no_reason(shown: Shown) -> str:
    late, without = (require_shown(shown).get(*place) for place in (LATE, NO_REASON))
    require_told(late)
    if not without.value:
        return ""
    return (f"Why did {say_count(without, 'review')} take six months or more with no outside "
            "reason recorded, and what would shorten the next?")


def _of_coroner(shown: Shown) -> Question | None:
    words = _unreported(shown)
    return Question("question-coroner", words, CHAIR) if words else None


@told
def _unreported(shown: Shown) -> str:
    unreported = require_shown(shown).get(*NOT_REPORTED)
    if not unreported.value:
        return ""
    return (f"Why was the coroner not told of {say_count(unreported, 'death')} that must be "
            "reported?")
