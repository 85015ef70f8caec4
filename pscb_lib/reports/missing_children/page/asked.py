"""The questions of the report, who is asked, and which children wait for whom.

Section 7: "PI's should be viewed as raising questions". A question is asked only where the figures
that it is about are shown and give a reason for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, spell
from pscb_lib.framework.rag import Rag
from pscb_lib.page.assessment import Assessment
from pscb_lib.page.blocks import Heading, List, Question, Several
from pscb_lib.page.words.shown import require_told, told
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.indicators import ASSESSED, IN_TIME
from pscb_lib.reports.missing_children.page.pictures import LEFT, RIGHT, RISKS

BOTH = "Missing Children Co-ordinator and the police"


def asks(shown: Shown, rated: Sequence[Assessment]) -> str:
    """What the Board is asked to decide, from what the figures leave undone."""
    return _without_meeting(shown) or ("agree what is done for the children who were not seen in "
                                       "time, and who answers the questions below")


@told
def _without_meeting(shown: Shown) -> str:
    lacking = _unmet(shown)
    if not lacking:
        return ""
    children = "the one child" if lacking == 1 else f"the {spell(lacking)} children"
    return (f"agree what is done for {children} without a strategy meeting, and who answers the "
            "questions below")


def _unmet(shown: Shown) -> int:
    met = require_shown(shown).get(*places.MET)
    require_told(met)
    if met.value is None:
        return 0
    held, children = met.counts
    return children - held


def ask_interviews(rated: Sequence[Assessment]) -> Question | None:
    """Ask the register's question on interviews in time, unless they are on target."""
    one = _of(rated, IN_TIME)
    if one is None or one.figure.value is None or one.rating is Rag.GREEN:
        return None
    return Question("interviews_asked", one.indicator.question, one.indicator.lead)


def ask_meetings(shown: Shown, rated: Sequence[Assessment]) -> Question | None:
    """Ask why children who go often had no meeting."""
    return _asked("meetings_asked", _meetings(shown), _lead(rated), RIGHT)


@told
def _meetings(shown: Shown) -> str:
    return "Why not, and when will each be held?" if _unmet(shown) else ""


def ask_changes(shown: Shown, rated: Sequence[Assessment]) -> Question | None:
    """Ask about the interviews after which nothing is recorded."""
    return _asked("changes_asked", _changes(shown), _lead(rated), LEFT)


@told
def _changes(shown: Shown) -> str:
    nothing = shown.get(places.CHANGED, places.NOTHING)
    require_told(nothing)
    if not nothing.value:
        return ""
    return f"For the {spell(nothing.count)}: not done, or not written down?"


def ask_records(shown: Shown) -> Question | None:
    """Ask who reconciles the two records, where they differ."""
    return _asked("records_asked", _records(shown), BOTH, LEFT)


@told
def _records(shown: Shown) -> str:
    apart = [shown.get(places.RECORDED, row) for row in (places.COUNCIL, places.POLICE)]
    require_told(*apart)
    return "Who reconciles the two lists, and how often?" if any(one.value for one in apart) else ""


def ask_assessed(rated: Sequence[Assessment]) -> Question | None:
    """Ask the register's question on assessments of risk, unless they are on target."""
    one = _of(rated, ASSESSED)
    if one is None or one.figure.value is None or one.rating is Rag.GREEN:
        return None
    return Question("assessed_asked", one.indicator.question, one.indicator.lead, place=RIGHT)


def list_waiting(shown: Shown, rated: Sequence[Assessment]) -> Several | None:
    """List which children wait, or are not safe, and who acts: no public set says it."""
    if require_shown(shown).audience == "public":
        return None
    said = [_not_seen(shown), _not_assessed(rated), _at_risk(shown), _often(shown)]
    actors = [_lead(rated), _lead(rated, ASSESSED), _lead(rated, ASSESSED), _lead(rated)]
    items = [f"{words} {actor} acts." for words, actor in zip(said, actors, strict=True) if words]
    if not items:
        return None
    return Several([Heading("Waiting now", level=2, place=RIGHT), List(items, place=RIGHT)])


@told
def _not_seen(shown: Shown) -> str:
    owed = shown.get(*places.ALL_OWED)
    held = shown.get(places.INTERVIEWS, places.WAS_HELD, places.RETURNS)
    require_told(owed, held)
    if held.value is None or owed.value is None or owed.count == held.counts[0]:
        return ""
    lacking = count_of(owed.count - held.counts[0], "return")
    return f"**{capital(lacking)}** had no interview at all."


@told
def _not_assessed(rated: Sequence[Assessment]) -> str:
    one = _of(rated, ASSESSED)
    if one is None or one.figure.value is None or not one.outside:
        return ""
    require_told(one.figure)
    return (f"**{one.outside:,} of {one.figure.counts[1]:,}** children reported missing are not "
            "assessed for risk of sexual exploitation.")


@told
def _at_risk(shown: Shown) -> str:
    figures = {row: shown.get(places.EXPLOITATION, row) for row in RISKS
               if shown.has(places.EXPLOITATION, row)}
    require_told(*figures.values())
    number = sum(one.count for one in figures.values() if one.value is not None)
    if not number:
        return ""
    are = "is" if number == 1 else "are"
    children = count_of(number, "child", "children")
    return f"**{capital(children)}** {are} assessed as at medium or high risk."


@told
def _often(shown: Shown) -> str:
    lacking = _unmet(shown)
    if not lacking:
        return ""
    return (f"**{capital(count_of(lacking, 'child', 'children'))}** who went three or more times "
            "in 90 days had no strategy meeting.")


def _asked(id: str, words: str | None, owner: str, place: tuple[int, int]) -> Question | None:
    return Question(id, words, owner, place=place) if words else None


def _lead(rated: Sequence[Assessment], id: str = IN_TIME) -> str:
    one = _of(rated, id)
    return one.indicator.lead if one else "Missing Children Co-ordinator"


def _of(rated: Sequence[Assessment], id: str) -> Assessment | None:
    return next((one for one in rated if one.indicator.id == id), None)


