"""The questions of the report, and who is asked.

Section 7: "PI's should be viewed as raising questions". A question is asked only where the figures
that it is about are shown and give a reason for it. The public is asked nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.indicators import Role
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import spell
from pscb_lib.framework.rag import Rag
from pscb_lib.page.asking import Known, ask
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import LEFT, RIGHT, Place, Question, Several
from pscb_lib.page.tables.folded import is_mostly_hidden
from pscb_lib.page.words.shown import NotTold, require_told, say, told
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.indicators import ASSESSED, IN_TIME
from pscb_lib.reports.missing_children.page.work import (
    FROM_HOME,
    LOOKED_AFTER,
    not_owed_apart,
)

BOTH = "Missing Children Co-ordinator and the police"


def asks(shown: Shown, rated: Sequence[Assessment]) -> str:
    """What the Board is asked to decide, from what the figures leave undone."""
    return _without_meeting(shown) or ("agree what is done for the children who were not seen in "
                                       "time, and a day for each answer below")


@told
def _without_meeting(shown: Shown) -> str:
    lacking = _unmet(shown)
    if not lacking:
        return ""
    children = "the one child" if lacking == 1 else f"the {spell(lacking)} children"
    return (f"agree what is done for {children} without a strategy meeting, and a day for each "
            "answer below")


def _unmet(shown: Shown) -> int:
    met = require_shown(shown).get(*places.MET)
    require_told(met)
    if met.value is None:
        return 0
    held, children = met.counts
    return children - held


def ask_interviews(rated: Sequence[Assessment], known: Known) -> Several | None:
    """Ask about interviews in time as the data set does, unless they are on target."""
    return _ask_rated(in_role(rated, IN_TIME), known, RIGHT)


def ask_not_owed(shown: Shown, rated: Sequence[Assessment]) -> Question | None:
    """Ask who decided that no interview was needed: the return does not say why.

    Looked-after children are asked about first: they are the authority's own.
    """
    return _asked(shown, "not_owed_asked", _looked_after(shown) or _not_owed(shown),
                  lead_of_work(rated), LEFT)


@told
def _looked_after(shown: Shown) -> str:
    apart = not_owed_apart(shown)
    if not apart or not apart[LOOKED_AFTER].value:
        return ""
    own, others = apart[LOOKED_AFTER].count, apart[FROM_HOME].count
    whose = "one return of a looked-after child" if own == 1 else (
        f"{spell(own)} returns of looked-after children")
    home = f", and {spell(others)} from home," if others else ""
    return f"Why did {whose}{home} need no interview, and who decided it?"


def ask_elsewhere(shown: Shown, rated: Sequence[Assessment]) -> Question | None:
    """Ask whether other authorities held the interviews that they owe to children placed here.

    The lead here is asked, who is to be told of them: those authorities have no seat on the Board.
    """
    return _asked(shown, "elsewhere_asked", _elsewhere(shown), lead_of_work(rated), LEFT)


@told
def _elsewhere(shown: Shown) -> str:
    owed = require_shown(shown).get(*places.OWED_ELSEWHERE)
    require_told(owed)
    if not owed.value:
        return ""
    if owed.value == 1:
        return "Was an interview held after the one return of a child placed here?"
    return f"Were interviews held after the {spell(owed.count)} returns of children placed here?"


@told
def _not_owed(shown: Shown) -> str:
    none = require_shown(shown).get(*places.NOT_OWED)
    require_told(none)
    if not none.value:
        return ""
    if none.value == 1:
        return "Who decided that the one other return needed no interview, and why?"
    return f"Who decides that a return needs no interview, and why was it so of these {say(none)}?"


def ask_assessed(rated: Sequence[Assessment], known: Known) -> Several | None:
    """Ask about assessments of risk as the data set does, unless they are on target."""
    return _ask_rated(in_role(rated, ASSESSED), known, RIGHT)


def _ask_rated(one: Assessment | None, known: Known, place: Place | None = None
               ) -> Several | None:
    if one is None or one.figure.value is None or one.rating is Rag.GREEN:
        return None
    return Several(ask(one, known, place))


def ask_meetings(shown: Shown, rated: Sequence[Assessment]) -> Question | None:
    """Ask why children who go often had no meeting."""
    return _asked(shown, "meetings_asked", _meetings(shown), lead_of_work(rated), LEFT)


@told
def _meetings(shown: Shown) -> str:
    lacking = _unmet(shown)
    if not lacking:
        return ""
    if lacking == 1:
        return "Why has this one child had no strategy meeting, and when will it be held?"
    return (f"Why have these {spell(lacking)} children had no strategy meeting, and when will each "
            "be held?")


def ask_changes(shown: Shown, rated: Sequence[Assessment]) -> Question | None:
    """Ask about the interviews after which nothing is recorded."""
    return _asked(shown, "changes_asked", _changes(shown), lead_of_work(rated), LEFT)


@told
def _changes(shown: Shown) -> str:
    figures = [shown.get(places.CHANGED, row) for row in shown.rows(places.CHANGED)]
    nothing = shown.get(places.CHANGED, places.NOTHING)
    require_told(nothing)
    if is_mostly_hidden(figures):
        raise NotTold("the figure that the question is about is not shown")
    if not nothing.value:
        return ""
    which = ("the one interview" if nothing.value == 1 else
             f"these {spell(nothing.count)} interviews")
    return f"Did nothing change after {which}, or was it not written down?"


def ask_records(shown: Shown) -> Question | None:
    """Ask who reconciles the two records, where they differ."""
    return _asked(shown, "records_asked", _records(shown), BOTH, LEFT)


@told
def _records(shown: Shown) -> str:
    apart = [shown.get(places.RECORDED, row) for row in (places.COUNCIL, places.POLICE)]
    require_told(*apart)
    return "Who reconciles the two lists, and how often?" if any(one.value for one in apart) else ""


def _asked(shown: Shown, id: str, words: str | None, owner: str, place: Place
           ) -> Question | None:
    is_public = require_shown(shown).audience == "public"
    return Question(id, words, owner, place=place) if words and not is_public else None


def lead_of_work(rated: Sequence[Assessment], role: Role = IN_TIME) -> str:
    """Who leads the work that an indicator of this role is about."""
    one = in_role(rated, role)
    return one.indicator.lead if one else "Missing Children Co-ordinator"


def in_role(rated: Sequence[Assessment], role: Role) -> Assessment | None:
    """The assessment of the indicator that has this role here; None if there is none."""
    return next((one for one in rated if one.indicator.role is role), None)
