"""What the group is asked to decide, made from what is overdue, closed, graded and to come."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import listed, small
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.meetings import Group, next_meeting
from pscb_lib.page.words.shown import say_count
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.places import (
    ALL_OVERDUE,
    REFUSED,
    TO_SPREAD,
)


def decisions(shown: Shown, known: Known) -> list[str]:
    """What is to be decided, each as the end of "is asked to ...": the front sheet has them all."""
    return [one for one in (_dates(shown), _papers(shown, known), _refused(shown, known),
                            _practice(shown)) if one]


def _dates(shown: Shown) -> str | None:
    overdue = require_shown(shown).get(ALL_OVERDUE, TOTAL)
    if not overdue.value:
        return None
    return "set a date, and name one person, for each overdue task"


def _papers(shown: Shown, known: Known) -> str | None:
    """Section 5: Q&E judges which reports are tabled and which circulated for information only."""
    meeting = next_meeting(known.meetings, Group.SCRUTINY, known.on)
    titles = dict.fromkeys(
        small(entry.deadline.audit.title) for entry in (*known.entries, *known.ahead)
        if meeting and entry.deadline.scrutiny == meeting and entry.deadline.board)
    if shown.audience != "restricted" or meeting is None or not titles:
        return None
    return (f"judge which reports of {say_day(meeting.on)} are tabled at the Board and which go "
            f"for information only: {listed([*titles])}")


def _refused(shown: Shown, known: Known) -> str | None:
    """Name the actions to reopen; none is named where its text is withheld from the readers."""
    refused = shown.get(*REFUSED)
    if not refused.value:
        return None
    reopen = f"reopen {say_count(refused, 'action')}"
    named = listed([f"“{one.text}” ({one.owner}, {one.agency})" for one in known.refused])
    return (f"{reopen} closed without the evidence that the Framework asks for"
            f"{named and ': ' + named}")


def _practice(shown: Shown) -> str | None:
    waiting = shown.get(*TO_SPREAD)
    if not waiting.value:
        return None
    return (f"name who shares {say_count(waiting, 'example')} of good practice that audits "
            "found")
