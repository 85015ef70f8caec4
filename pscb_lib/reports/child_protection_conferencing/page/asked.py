"""What is asked: of late conferences, of agencies that did not come, and of children not asked."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.indicators import Indicator, Role, by_role
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import Question, Several
from pscb_lib.page.words.shown import require_told, say, told
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.page.figures import LEFT, RIGHT
from pscb_lib.reports.child_protection_conferencing.page.gap import find_gap
from pscb_lib.reports.child_protection_conferencing.page.measured import Measured, reds
from pscb_lib.reports.child_protection_conferencing.page.words import absent


def asks(shown: Shown, quarter: ReportingPeriod) -> str:
    """What the Board is asked to decide."""
    said = ["agree how conferences and reviews come into time"] if _is_late(shown) \
        else []
    if [*absent(shown, quarter)]:
        said.append("ask what keeps agencies away")
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


def ask_agencies(shown: Shown, quarter: ReportingPeriod) -> Question | None:
    """Ask the three agencies that came least often; not in public."""
    names = [one for one, _ in absent(shown, quarter)][:3]
    if not names or shown.audience == "public":
        return None
    return Question("agencies_asked", "What keeps your staff away, and does a report come in "
                    "time instead?", listed(names))


def ask_reds(shown: Shown, measures: Sequence[Measured]) -> Several | None:
    """Ask the register's question of each measure that is Red; the public is asked nothing."""
    asked = [Question(f"red_{number}", one.question, one.lead)
             for number, one in enumerate(reds(measures), 1) if one.question]
    return Several(asked) if asked and require_shown(shown).audience != "public" else None


def ask_short(shown: Shown, register: list[Indicator]) -> Question | None:
    """Ask about the plans that ended within three months, if it is shown that there were any."""
    held = by_role(register)
    one = held.get(Role.SECOND_PLANS) or held.get(Role.PLANS_ENDED_AFTER_TWO_YEARS)
    if not require_shown(shown).get(*places.SHORT).numerator or one is None or (
            shown.audience == "public"):
        return None
    return Question("short_asked", "Were the children safe whose plans ended in under three "
                    "months, or was another plan the right one?", one.lead, place=LEFT)


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


def ask_gap(shown: Shown, register: list[Indicator]) -> Question | None:
    """Ask what held up the conferences of the group that is last; the public is asked nothing."""
    found, one = find_gap(shown), by_role(register).get(Role.CONFERENCES_IN_TIME)
    if found is None or one is None or shown.audience == "public":
        return None
    return Question("gap_asked", f"What held up the conferences of children in the group "
                    f"“{found.last[0]}”, and what is done about it?", one.lead, place=RIGHT)
