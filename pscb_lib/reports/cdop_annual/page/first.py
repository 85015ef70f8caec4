"""The first page: what the Board is asked to do, who owes what, and the questions to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pscb_lib.board.cleared_texts import LEFT_OUT
from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, spell, times
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose, Question, Several
from pscb_lib.page.charts import plot_stack, plot_stacks
from pscb_lib.page.words.shown import require_told, say, say_count, told
from pscb_lib.reports.cdop_annual.measures.learning import Recommendation
from pscb_lib.reports.cdop_annual.page.thread import ask_about_threads
from pscb_lib.reports.cdop_annual.page.words import RECOMMENDATIONS, Made, span_of
from pscb_lib.reports.cdop_annual.places import (
    EVIDENCED,
    LATE,
    LEARNING,
    NO_EVIDENCE,
    NO_REASON,
    NOT_DONE,
    NOT_REPORTED,
    OWNERS,
    RESPONDED,
)

NOT_CARRIED_OUT, NOT_SHOWN, EVIDENCE = (
    "Not carried out", "Carried out, not shown to work", "Carried out, with evidence")
OWING = {NOT_DONE: NOT_CARRIED_OUT, NO_EVIDENCE: NOT_SHOWN}
FILLS = {NOT_CARRIED_OUT: style.LINE, NOT_SHOWN: style.MID, EVIDENCE: style.PALE}
CHAIR = "Chair of the panel"


def asks(made: Made) -> str:
    """Return what the paper asks of its readers, who are told which recommendations are meant."""
    undone, unproven = (sum(bool(number) for number in numbers) for numbers in (
        [one.undone for one in made], [one.unproven for one in made]))
    wanted = [
        f"agree a date for each of {count_of(undone, 'recommendation')} not always carried out"
        if undone > 1 else "agree a date for one recommendation not always carried out"
        if undone else "", f"say what evidence it wants for {_for(unproven, undone)} not always "
        "shown to work" if unproven else ""]
    return ", and ".join(filter(None, wanted)) or "receive the panel's report"


def _for(unproven: int, undone: int) -> str:
    return f"{unproven:,}" if undone and unproven > 9 else count_of(unproven, "recommendation")


def plot_recommendations(shown: Shown, made: Made) -> Chart | Prose:
    """Plot who owes what; where owners are not told, how far all recommendations have got."""
    by_owner = _by_owner(shown) if made else {}
    if not by_owner:
        return _plot_stages(shown)
    return plot_stacks(
        by_owner, id=RECOMMENDATIONS, label="Owner", headline=_headline(shown, made),
        fills=FILLS, row=15, said=_said(by_owner),
        subtitle="Recommendations by owner, counted each time they were made; reviews completed "
                 f"in {span_of(shown)}")


def _said(by_owner: Mapping[str, Mapping[str, ShownFigure]]) -> str:
    """Who owes what that is not carried out, and how many others owe evidence alone."""
    undone = {owner: each[NOT_CARRIED_OUT] for owner, each in by_owner.items()}
    named = [f"{owner} {one.text}" for owner, one in undone.items() if one.value]
    left = [f"not carried out: {'; '.join(named)}"] if named else []
    others = sum(not one.value for one in undone.values())
    if others:
        left.append(f"{count_of(others, 'owner')} {'has' if others == 1 else 'have'} only "
                    "recommendations not shown to work")
    return f"{'. '.join(map(capital, left))}."


def _plot_stages(shown: Shown) -> Chart | Prose:
    stages = {said: require_shown(shown).get(LEARNING, TOTAL, name)
              for name, said in {**OWING, EVIDENCED: EVIDENCE}.items()}
    return plot_stack(stages, id=RECOMMENDATIONS,
                      headline=_shown_to_work(shown) or "Recommendations made",
                      subtitle=f"Recommendations of the reviews completed in {span_of(shown)}",
                      fills=FILLS)


@told
def _shown_to_work(shown: Shown) -> str:
    evidenced, made = (shown.get(LEARNING, TOTAL, name) for name in (EVIDENCED, TOTAL))
    require_told(evidenced, made)
    if not made.value:
        return "No recommendation was made"
    if made.value == 1:
        return f"The one recommendation is {'' if evidenced.value else 'not '}shown to work"
    verb = "is" if evidenced.value == 1 else "are"
    return f"{capital(say(evidenced))} of {say_count(made, 'recommendation')} {verb} shown to work"


def _headline(shown: Shown, made: Made) -> str:
    """Say how often what was recommended is not carried out, and with how many owners."""
    undone = [one for one in made if one.undone]
    if not undone:
        return "Every recommendation is carried out; not all are shown to work"
    left = shown.get(LEARNING, TOTAL, NOT_DONE)
    owners = count_of(len({one.owner for one in undone}), "owner")
    return f"{capital(say(left))} not carried out, with {owners}"


def _by_owner(shown: Shown) -> Mapping[str, Mapping[str, ShownFigure]]:
    """Return what each owner owes: who has most not carried out first, then most not shown."""
    owed = {owner: {said: shown.get(OWNERS, owner, name) for name, said in OWING.items()}
            for owner in require_shown(shown).rows(OWNERS) if owner != TOTAL}
    in_order = sorted(owed, key=lambda owner: (
        *(-one.count if one.value else 0 for one in owed[owner].values()), owner))
    return {owner: owed[owner] for owner in in_order}


def ask_questions(context: Context, shown: Shown, made: Made) -> Several | None:
    """Ask what the figures raise, each of its owner; the public set asks nobody."""
    if context.audience == "public":
        return None
    undone, unproven = _of_undone(made), _of_unproven(made)
    if undone and unproven:  # beside each other, so that all stand on the first page
        undone, unproven = replace(undone, place=(1, 2)), replace(unproven, place=(2, 2))
    asked = [undone, unproven, *ask_about_threads(shown, made)]
    return Several(asked) if any(asked) else None


def ask_of_work(context: Context, shown: Shown) -> Several | None:
    """Ask the chair of the panel what the sentences on its work leave open; not in public."""
    if context.audience == "public":
        return None
    asked = [_of_reasons(shown), _of_coroner(shown)]
    return Several(asked) if any(asked) else None


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
    these = "this one death" if rest == 1 else f"these {spell(rest)} deaths"
    return (f"For {these}: was a response made and not recorded, was none required, or was it "
            "missed?")


def _of_undone(made: Made) -> Question | None:
    """Ask the owner of the recommendation that is most often, or longest, not carried out."""
    undone = [one for one in made if one.undone]
    if not undone or LEFT_OUT in (one.text for one in undone):
        return None
    one = min(undone, key=lambda each: (-each.undone, each.undone_since))
    return Question("question-oldest", _why_undone(one), one.owner)


def _why_undone(one: Recommendation) -> str:
    quoted = f"“{one.text}”"
    if one.made == 1:
        return (f"Why has {quoted}, recommended in {one.first_made}, not been carried out, and by "
                "which date will it be?")
    made = f"{quoted} was recommended {times(one.made)} since {one.first_made} and"
    if not one.done:
        return f"{made} never carried out: why, and by which date will it be?"
    other = "the other time" if one.undone == 1 else f"the other {times(one.undone)}"
    return f"{made} carried out {times(one.done)}: what happened {other}, and what is the date?"


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
    what = "it" if without.value == 1 else f"these {say(without)}"
    return f"What held up {what}, and what would shorten the next review?"


def _of_coroner(shown: Shown) -> Question | None:
    words = _unreported(shown)
    return Question("question-coroner", words, CHAIR) if words else None


@told
def _unreported(shown: Shown) -> str:
    unreported = require_shown(shown).get(*NOT_REPORTED)
    if not unreported.value:
        return ""
    verb = "is" if unreported.value == 1 else "are"
    return (f"Why {verb} {say_count(unreported, 'death')} of which the coroner must be told "
            "recorded as not reported?")
