"""What is asked, and of whom. The public is asked nothing, and nobody about what is hidden."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.board.indicators import Indicator, Role, by_role
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed, spell
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.blocks import LEFT, RIGHT, Place, Question, Several
from pscb_lib.page.words.shown import require_told, say, told
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.page.came import (
    ATTENDANCE,
    HALF,
    absent,
    silent,
)
from pscb_lib.reports.child_protection_conferencing.page.gap import find_gaps
from pscb_lib.reports.child_protection_conferencing.page.measured import (
    INITIAL,
    Measured,
    reds,
)

NAMED = 5  # agencies, under a question


def asks(shown: Shown, quarter: ReportingPeriod) -> str:
    """What the Board is asked to decide."""
    late = [require_shown(shown).get(*place) for place in (
        places.WAITED, (places.REVIEWED, places.HELD_LATE, ""), places.UNHELD)]
    said = ["agree how conferences and reviews come into time"] if any(
        one.value for one in late) else []
    said += ["ask what keeps agencies away"] if absent(shown, quarter) else []
    return listed(said) or "say whether it is assured that conferences protect children"


def _ask(shown: Shown, id: str, words: str | None, owner: str, place: Place | None = None
         ) -> Question | None:
    is_asked = bool(words) and require_shown(shown).audience != "public"
    return Question(id, words or "", owner, place=place) if is_asked else None


def _lead(register: list[Indicator], role: Role = Role.CONFERENCES_IN_TIME) -> str:
    one = by_role(register).get(role)
    return one.lead if one else ""


def ask_late(shown: Shown, register: list[Indicator]) -> Question | None:
    """Ask what held the late conferences up, and whether the children were safe meanwhile."""
    return _ask(shown, "late_asked", _late(shown), _lead(register), LEFT)


@told
def _late(shown: Shown) -> str:
    late = require_shown(shown).get(*places.WAITED)
    require_told(late)
    if not late.value:
        return ""
    children = "the child who" if late.value == 1 else f"the {say(late)} children who"
    return (f"What kept {children} waited longer safe meanwhile, and what would have brought the "
            "conference into time?")


def ask_agencies(shown: Shown, quarter: ReportingPeriod) -> Question | None:
    """Ask every agency that came to less than the target; many are named in the figure above."""
    names = [one for one, _ in absent(shown, quarter)]
    return _ask(shown, "agencies_asked", "What keeps your staff away, and does a report come in "
                "time instead?" if names else None, _named(names, f"below {ATTENDANCE}%"))


def ask_reports(shown: Shown, quarter: ReportingPeriod) -> Question | None:
    """Ask the agencies whose report seldom came in time; many are in the table above it."""
    names = [one for one, _ in silent(shown, quarter)]
    return _ask(shown, "reports_asked", "Who in your agency sees that a report reaches each "
                "conference in time, and from when will it?" if names else None,
                _named(names, f"with a report in time for less than {HALF}% in the quarter"),
                RIGHT)


def _named(agencies: Sequence[str], which: str) -> str:
    """The agencies by name; many by their number and *which* they are."""
    return listed(agencies) if len(agencies) <= NAMED else (
        f"The {spell(len(agencies))} agencies {which}")


def ask_reds(shown: Shown, measures: Sequence[Measured]) -> Several | None:
    """Ask the question of each measure that is Red, each question once.

    That of late initial conferences stands beside their figure.
    """
    asked = {one.question: one.lead for one in reds(measures)
             if one.question and not (one.tells == INITIAL and _late(shown))}
    made = [_ask(shown, f"red_{number}", words, lead)
            for number, (words, lead) in enumerate(asked.items(), 1)]
    return Several(made) if any(made) else None


def ask_short(shown: Shown, register: list[Indicator]) -> Question | None:
    """Ask about the plans that ended within three months, if it is shown that there were any."""
    lead = _lead(register, Role.SECOND_PLANS) or _lead(register)
    words = ("Were the children safe whose plans ended in under three months, or was another plan "
             "the right one?") if require_shown(shown).get(*places.SHORT).numerator else None
    return _ask(shown, "short_asked", words, lead, LEFT)


def ask_children(shown: Shown, register: list[Indicator]) -> Question | None:
    """Ask after the children who were not asked, if it is shown that there were any."""
    words = ("Why were children of eight or over not asked how they wished to take part?"
             if require_shown(shown).get(places.PARTS, places.HOW["not asked"]).value else None)
    return _ask(shown, "children_asked", words, _lead(register), RIGHT)


def ask_gap(shown: Shown, register: list[Indicator]) -> Several | None:
    """Ask what held up the conferences of each group of children that is behind."""
    made = [_ask(shown, f"gap_{number}", "What held up the conferences of children in the group "
                 f"“{gap.behind[0]}”, and what is done about it?", _lead(register), RIGHT)
            for number, gap in enumerate(find_gaps(shown), 1)]
    return Several(made) if any(made) else None
