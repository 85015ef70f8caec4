"""The first page: what the Board is asked to do, who owes what, and the questions to ask."""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose, Question, Several
from pscb_lib.page.charts import plot_stack, plot_stacks
from pscb_lib.page.words.shown import require_told, say, say_count, told
from pscb_lib.reports.cdop_annual.page.words import RECOMMENDATIONS, Stages, span_of
from pscb_lib.reports.cdop_annual.places import (
    EVIDENCED,
    LATE,
    LEARNING,
    NO_EVIDENCE,
    NO_REASON,
    NOT_DONE,
    NOT_REPORTED,
    OWNERS,
)

NOT_CARRIED_OUT, NOT_SHOWN, EVIDENCE = (
    "Not carried out", "Carried out, not shown to work", "Carried out, with evidence")
OWING = {NOT_DONE: NOT_CARRIED_OUT, NO_EVIDENCE: NOT_SHOWN}
FILLS = {NOT_CARRIED_OUT: style.LINE, NOT_SHOWN: style.MID, EVIDENCE: style.PALE}
CHAIR = "Chair of the panel"


def asks(shown: Shown) -> str:
    """Return what the paper asks of its readers, with the numbers that they may have."""
    owed = _owed(shown)
    return owed or "receive the panel's report, and agree what to do with its recommendations"


@told
def _owed(shown: Shown) -> str:
    late, unproven = (require_shown(shown).get(LEARNING, TOTAL, name)
                      for name in (NOT_DONE, NO_EVIDENCE))
    if not late.value and not unproven.value:
        return "receive the panel's report"
    return (f"agree dates for {say_count(late, 'recommendation')} not carried out, and what "
            f"evidence it wants for {say(unproven)} not shown to work")


def plot_recommendations(shown: Shown, stages: Stages) -> Chart | Prose:
    """Plot who owes what and since when; where owners are not told, how far all have got."""
    by_owner = _by_owner(shown, stages) if stages else {}
    if not by_owner:
        return _plot_stages(shown)
    return plot_stacks(
        by_owner, id=RECOMMENDATIONS, label="Owner, since", headline=_headline(shown, stages),
        fills=FILLS, row=17,
        subtitle="Recommendations by owner; since: the year in which the oldest was first made")


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
    return f"{capital(say(evidenced))} of {say_count(made, 'recommendation')} are shown to work"


def _headline(shown: Shown, stages: Stages) -> str:
    """Say how many recommendations wait with how many owners, and since when."""
    not_done = stages.get(NOT_DONE, ())
    if not not_done:
        return "Every recommendation is carried out; not all are shown to work"
    waiting = say_count(shown.get(LEARNING, TOTAL, NOT_DONE), "recommendation")
    verb = "waits" if shown.get(LEARNING, TOTAL, NOT_DONE).value == 1 else "wait"
    owners = count_of(len({one.owner for one in not_done}), "owner")
    return (f"{capital(waiting)} {verb} with {owners}, the oldest since "
            f"{min(one.first_made for one in not_done)}")


def _by_owner(shown: Shown, stages: Stages) -> Mapping[str, Mapping[str, ShownFigure]]:
    """Return what each owner owes, those with something not carried out first, then the oldest."""
    owners = [row for row in require_shown(shown).rows(OWNERS) if row != TOTAL]
    since = {owner: _since(owner, stages) for owner in owners}
    owed = {owner: {said: shown.get(OWNERS, owner, name) for name, said in OWING.items()}
            for owner in owners}
    in_order = sorted(owners, key=lambda owner: (
        not owed[owner][NOT_CARRIED_OUT].value, since[owner], owner))
    return {f"{owner} (since {since[owner]})" if since[owner] else owner: owed[owner]
            for owner in in_order}


def _since(owner: str, stages: Stages) -> str:
    """The year of the oldest that is not carried out, or else not shown to work."""
    for name in OWING:
        if years := [one.first_made for one in stages.get(name, ()) if one.owner == owner]:
            return min(years)
    return ""


def ask_questions(context: Context, shown: Shown, stages: Stages) -> Several | None:
    """Ask what the figures raise, each of its owner; the public set asks nobody."""
    if context.audience == "public":
        return None
    asked = [_of_oldest(stages), _of_most(stages), _of_reasons(shown), _of_coroner(shown)]
    return Several(asked) if any(asked) else None


def _of_oldest(stages: Stages) -> Question | None:
    """Ask the owner of the oldest recommendation that is not carried out."""
    if not (not_done := stages.get(NOT_DONE)):
        return None
    one = min(not_done, key=lambda each: each.first_made)
    return Question("question-oldest", f"Why has “{one.text}” not been carried out since "
                    f"{one.first_made}, and by which date will it be?", one.owner)


def _of_most(stages: Stages) -> Question | None:
    """Ask the owner of the recommendation that was carried out most often without evidence."""
    if not (unproven := stages.get(NO_EVIDENCE)):
        return None
    one = max(unproven, key=lambda each: each.number)
    return Question("question-evidence", f"What would show that “{one.text}”, carried out "
                    f"{_times(one.number)}, has made a difference to children?", one.owner)


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{spell(number)} times")


def _of_reasons(shown: Shown) -> Question | None:
    words = _no_reason(shown)
    return Question("question-time", words, CHAIR) if words else None


@told
def _no_reason(shown: Shown) -> str:
    late, without = (require_shown(shown).get(*place) for place in (LATE, NO_REASON))
    require_told(late)
    if not without.value:
        return ""
    return (f"What held up {say(without)} of the {say(late)} reviews that took six months or more, "
            "for which no outside reason is recorded?")


def _of_coroner(shown: Shown) -> Question | None:
    words = _unreported(shown)
    return Question("question-coroner", words, CHAIR) if words else None


@told
def _unreported(shown: Shown) -> str:
    unreported = require_shown(shown).get(*NOT_REPORTED)
    if not unreported.value:
        return ""
    return (f"Why {'is' if unreported.value == 1 else 'are'} {say_count(unreported, 'death')} "
            "recorded as not reported to the coroner, who is told of each such death?")
