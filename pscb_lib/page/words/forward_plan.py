"""The sentences on the page of the forward plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pscb_lib.board.agenda import Sitting
from pscb_lib.board.settings import Settings
from pscb_lib.board.wording import wording_of
from pscb_lib.framework.english import count_of
from pscb_lib.framework.months import say_day
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.page.blocks import Front, Lead, Prose
from pscb_lib.page.words.front import marking_of

TITLE = "Forward plan"


def front_sheet(settings: Settings, year: ReportingPeriod, on: date) -> Front:
    """The front sheet of the plan: the board, the year, and the day on which it is known."""
    facts = [("Programme", "Appendix 1 of the Performance Management Framework"),
             ("Route", "Q&E scrutinises each report before the Board has it (section 5)")]
    return Front(
        report="forward_plan", board=settings.board, group=settings.group, period=year.label,
        period_words=year.words, as_of=on.isoformat(), audience="board",
        marking=marking_of(settings, "board"), facts=facts,
        group_short=settings.group_short, wording=wording_of(settings, on))


def say_next(sittings: Sequence[Sitting], on: date) -> Lead:
    """The next paper deadline, the meeting it is for, and the number of reports on its agenda."""
    ahead = [one for one in sittings if one.meeting.papers_by >= on]
    if not ahead:
        return Lead(f"**No meeting of this year takes papers after {say_day(on)}.**")
    first = min(ahead, key=lambda one: one.meeting.papers_by)
    group = "Q&E" if first.meeting.group is Group.SCRUTINY else "the Board"
    return Lead(f"**Papers are next due on {say_day(first.meeting.papers_by)}, for {group} on "
                f"{say_day(first.meeting.on)}: {count_of(len(first.entries), 'report')}.**")


def about() -> Prose:
    """The note on how the plan is made."""
    return Prose("A report is due on the paper deadline of the first Q&E meeting that leaves time "
                 "to write it, or on the planner's own date; from there it goes to the next "
                 "meeting of the Board. A report that is late stands at the meeting it was "
                 "planned for. Which reports are tabled and which circulated for information "
                 "is for Q&E to judge.")
