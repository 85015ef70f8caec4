"""The questions: to agencies that stayed away, and to whoever answers for quorum and minutes."""

from __future__ import annotations

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed
from pscb_lib.framework.months import say_day
from pscb_lib.page.blocks import LEFT, RIGHT, Question
from pscb_lib.reports.attendance.known import Known, Line
from pscb_lib.reports.attendance.page.tables import CALLED
from pscb_lib.reports.attendance.sittings import OF_NO_AGENCY


def ask_missing(shown: Shown, known: Known) -> Question | None:
    """Ask agencies of which often nobody came who will come to the next meeting. None if none is.
    """
    require_shown(shown)
    if not known.seldom:
        return None
    next_on = f"on {say_day(known.next_on)}" if known.next_on else "to the next meeting"
    return Question("missing_asked", "Nobody came from you to two meetings in a row, or to half of "
                    f"all: why, and who will come {next_on}?", _owners(known.seldom, known),
                    place=LEFT)


def ask_deputised(shown: Shown, known: Known) -> Question | None:
    """Ask agencies that mostly sent a deputy whether the member can sit. None if there is none."""
    require_shown(shown)
    if not known.deputised:
        return None
    return Question("deputised_asked", "Deputies came more often than the member: will the member "
                    "come, or the deputy take the seat?", _owners(known.deputised, known),
                    place=RIGHT)


def _owners(lines: list[Line], known: Known) -> str:
    return listed([known.chair if one.agency == OF_NO_AGENCY else known.short(one.agency)
                   for one in lines])


def ask_quorate(shown: Shown, known: Known) -> Question | None:
    """Ask which decisions stand that the Board took without a quorum. None if there is none."""
    require_shown(shown)
    if not known.not_quorate:
        return None
    days = listed([say_day(one.on) for one in known.not_quorate])
    return Question("quorate_asked", f"The Board was not quorate on {days}: which decisions are to "
                    "be taken again?", known.chair)


def ask_unwritten(shown: Shown, known: Known) -> Question | None:
    """Ask for the attendance of meetings in the calendar that none was sent of. None if all was.
    """
    require_shown(shown)
    days = [f"{CALLED[group]} {say_day(day)}" for group, day in known.unwritten if group in CALLED]
    if not known.is_supplied or not days:
        return None
    return Question("unwritten_asked", "The calendar has meetings of which no attendance was sent: "
                    f"were they held ({listed(days)})?", known.lead)
