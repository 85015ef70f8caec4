"""The front sheet and the answer: where something is different for children, and what is stuck."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.audit_summary.evidence import Evidence
from pscb_lib.framework.english import capital, count_of, listed, part_of, small, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.objectives import Objective
from pscb_lib.page.blocks import Front, Lead
from pscb_lib.page.words import front
from pscb_lib.page.words.shown import joined
from pscb_lib.reports.business_plan import places
from pscb_lib.reports.business_plan.known import Known
from pscb_lib.reports.business_plan.page.words import say_wanting

REPORT = "business_plan"
NOT_SUPPLIED = "The business plan was not supplied: it is not known what is done of it."
EMPTY = "The business plan has no action."
EQUALITY = ("The paper counts actions of the Board. Its third objective "
            "asks that procedures comply with equalities legislation.")


def front_sheet(context: Context, known: Known) -> Front:
    """The front sheet: the Board decides on what is late, unproven, or not spoken of."""
    asks = [words for is_asked, words in (
        (known.late, "agree a new day, or another way, for each late action"),
        (known.bare, "say who looks for an outcome of what was done long ago"),
        (_exceptions(known), "hear the chairs who sent nothing or no change"),
    ) if is_asked]
    is_bare = any(one.is_done for one in known.actions) and not any(
        one.is_proven for one in known.actions)
    return front.front_sheet(context, REPORT, item=None, equality=EQUALITY, asks=listed(asks) or (
        "agree what will show that what is done made a difference for children" if is_bare else
        "note what the plan has changed for children"))


def _exceptions(known: Known) -> bool:
    return known.are_quarters_supplied and any(one.is_exception for one in known.chairs)


def answer(shown: Shown, known: Known) -> Lead:
    """Say what is done and what can show a difference, under which objectives, and what is stuck.
    """
    require_shown(shown)
    if not known.is_supplied:
        return Lead(NOT_SUPPLIED)
    if not known.actions:
        return Lead(EMPTY)
    return Lead(joined(_say_done(shown), _say_evidence(known), _say_different(shown),
                       _say_late(known), _say_bare(known)))


def _say_done(shown: Shown) -> str:
    planned, done, proven = (shown.get(*place).count for place in (
        places.ALL_PLANNED, places.ALL_DONE, places.ALL_EVIDENCED))
    if planned == 1:
        said = "cannot show a difference" if not proven else "can show a difference"
        return (f"**The one action of the business plan is {'done' if done else 'not done'}"
                f"{f' and {said}' if done else ''}.**")
    shows = f"{spell(proven, 'none')} can show a difference"
    return (f"**{capital(part_of(done, planned, 'actions'))} of the business plan "
            f"{'is' if done == 1 else 'are'} done{f'; {shows}' if done else ''}.**")


def _say_evidence(known: Known) -> str | None:
    """On what the difference rests: what children or parents said is told apart."""
    kinds = [one.action.evidence_kind for one in known.actions if one.is_proven]
    others = [one for one in kinds if one is not Evidence.VOICE]
    voices, by = len(kinds) - len(others), listed([
        "evidence of a kind not recorded" if one is None else one.value
        for one in (*Evidence, None) if one in others])
    if not kinds:
        return None
    if not voices:
        return f"That rests on {by}, and not on what children or parents said."
    if not others:
        return "That rests on what children or parents said."
    return (f"{capital(spell(voices))} of these {'rests' if voices == 1 else 'rest'} on what "
            f"children or parents said, the other{'' if len(others) == 1 else 's'} on {by}.")


def _say_different(shown: Shown) -> str | None:
    """Under which objectives there is evidence of an outcome, and under which there is none."""
    held = [one.value for one in Objective
            if shown.get(places.OBJECTIVES, one.value, places.PLANNED).count]
    proven = [one for one in held if shown.get(places.OBJECTIVES, one, places.EVIDENCED).count]
    bare = [one for one in held if one not in proven]
    if not proven:
        return None if not shown.get(*places.ALL_DONE).count else (
            "No objective can show a difference for children.")
    if not bare:
        return "Each objective that has actions can show a difference."
    return f"Under {_named(bare)} no difference can be shown yet."


def _named(objectives: list[str]) -> str:
    return listed([f"“{small(one)}”" for one in objectives])


def _say_late(known: Known) -> str:
    if not known.late:
        return "No action is late."
    first, number = known.late[0], len(known.late)
    since = say_day(first.action.last_due_on or known.on)
    longest = f"{small(first.text)} (due {since})"
    if number == 1:
        return f"One action is late: {longest}."
    return f"{capital(count_of(number, 'action'))} are late, the longest: {longest}."


def _say_bare(known: Known) -> str | None:
    if not known.bare:
        return None
    number = len(known.bare)
    return (f"{capital(count_of(number, 'action'))} {'was' if number == 1 else 'were'} done six "
            f"months ago or earlier and {'shows' if number == 1 else 'show'} no outcome"
            f"{say_wanting(known.bare)}.")
