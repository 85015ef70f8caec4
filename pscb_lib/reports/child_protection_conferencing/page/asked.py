"""What is asked: of late conferences, of agencies that did not come, and of children not asked."""

from __future__ import annotations

from pscb_lib.board.indicators import Indicator, Role, by_role
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import Question
from pscb_lib.page.words.shown import require_told, say, told
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.page.figures import LEFT, RIGHT
from pscb_lib.reports.child_protection_conferencing.page.words import absent


def asks(shown: Shown, quarter: ReportingPeriod) -> str:
    """What the Board is asked to decide."""
    said = ["agree what would bring late conferences and reviews into time"] if _is_late(shown) \
        else []
    if [*absent(shown, quarter)]:
        said.append("ask the agencies that came least often what would have to change")
    return listed(said) or "say whether it is assured that conferences protect children"


def _is_late(shown: Shown) -> bool:
    late = [require_shown(shown).get(*place) for place in (
        places.WAITED, (places.REVIEWED, places.HELD_LATE, ""), places.UNHELD)]
    return any(one.value for one in late)


def _lead(register: list[Indicator]) -> str:
    held = by_role(register)
    one = held.get(Role.CONFERENCES_IN_TIME)
    return one.lead if one else ""


def ask_late(shown: Shown, register: list[Indicator]) -> Question | None:
    """Ask what held the late conferences up, and whether the children were safe meanwhile."""
    words = _late(require_shown(shown))
    if not words or shown.audience == "public":
        return None
    return Question("late_asked", words, _lead(register), place=LEFT)


@told
def _late(shown: Shown) -> str:
    late = shown.get(*places.WAITED)
    require_told(late)
    if not late.value:
        return ""
    children = "the child who" if late.value == 1 else f"the {say(late)} children who"
    return (f"What kept {children} waited longer safe meanwhile, and what would have brought the "
            "conference into time?")


def ask_agencies(shown: Shown, quarter: ReportingPeriod, register: list[Indicator]
                 ) -> Question | None:
    """Ask the agencies that came least often; not in public."""
    names = [one for one, _ in absent(shown, quarter)][:3]
    if not names or shown.audience == "public":
        return None
    return Question("agencies_asked", f"What keeps {listed(names)} from conferences, and does a "
                    "report come instead?", _lead(register))


def ask_children(shown: Shown, register: list[Indicator]) -> Question | None:
    """Ask after the children who were not asked, if it is shown that there were any."""
    words = _unasked(require_shown(shown))
    if not words or shown.audience == "public":
        return None
    return Question("children_asked", words, _lead(register), place=RIGHT)


@told
def _unasked(shown: Shown) -> str:
    one = shown.get(places.PARTS, places.HOW["not asked"])
    require_told(one)
    if not one.value:
        return ""
    return "Why were children of eight or over not asked how they wished to take part?"
