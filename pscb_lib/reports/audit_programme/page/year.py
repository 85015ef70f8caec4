"""The year's programme as a timeline: what came, what is overdue and what is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.framework.english import capital, count_of, listed, spell
from pscb_lib.framework.months import say_day
from pscb_lib.framework.scheduling.deadlines import financial_year
from pscb_lib.framework.scheduling.meetings import Group, next_meeting
from pscb_lib.framework.scheduling.planner import Entry
from pscb_lib.framework.scheduling.planner import State as Step
from pscb_lib.framework.scheduling.programme import Audit
from pscb_lib.page.blocks import Chart
from pscb_lib.page.charts.timeline import Mark, Row, State, plot_timeline
from pscb_lib.page.tables.planner import entry_data
from pscb_lib.page.words.readers import not_public
from pscb_lib.page.words.shown import joined, say_count
from pscb_lib.reports.audit_programme.known import Known
from pscb_lib.reports.audit_programme.overdue import Kind, is_overdue
from pscb_lib.reports.audit_programme.places import ALL_OVERDUE, DUE_NEXT, RETURNED

WHERE = "The data of this figure list every report."
NO_DAY = "no fixed day"
CAME = State.ON_TIME, State.LATE, State.WAITING


@not_public
def plot_year(shown: Shown, known: Known) -> Chart:
    """Plot every report of the financial year, by the item of Appendix 1 that asks for it."""
    year = financial_year(known.on)
    rows = [_row(audit, shown, known) for audit in known.programme.audits]
    rows = [row if row.marks else replace(row, note=NO_DAY) for row in rows]
    return plot_timeline(
        rows, (year.start, year.end), known.on, entry_data(known.entries), id="year",
        headline=_headline(shown), alt=_alt(rows, known),
        note=joined(_planned(rows, shown, known), WHERE),
        subtitle=f"Reports by item of Appendix 1, {say_day(year.start)} to {say_day(year.end)}")


def _row(audit: Audit, shown: Shown, known: Known) -> Row:
    """The row of an item; the self-audits are in part received while an agency has not returned."""
    marks = [mark for entry in known.entries if entry.deadline.audit.item == audit.item
             and (mark := mark_of(entry))]
    returned = shown.get(*RETURNED) if shown.has(*RETURNED) else None
    if "section 11" not in audit.title.lower() or returned is None or returned.value is None:
        return Row(str(audit.item), audit.title, marks)
    came, asked = returned.counts
    if came == asked:
        return Row(str(audit.item), audit.title, marks)
    return Row(str(audit.item), f"{audit.title}: {came:,} of {asked:,} in",
               [replace(one, state=State.PART) if one.state in CAME else one for one in marks])


def mark_of(entry: Entry) -> Mark | None:
    """The mark of a report: on the day when it came, or was or is due; None without a day."""
    due_on, received_on = entry.deadline.due_on, entry.progress.received_on
    if is_overdue(entry) and entry.awaited_by:
        return Mark(State.OVERDUE, entry.awaited_by)
    if received_on is None:
        return Mark(State.DUE, due_on) if due_on else None
    if entry.awaited is Step.SCRUTINISED:
        return Mark(State.WAITING, received_on)
    is_late = due_on is not None and received_on > due_on
    return Mark(State.LATE if is_late else State.ON_TIME, received_on)


def _headline(shown: Shown) -> str:
    overdue = require_shown(shown).get(ALL_OVERDUE, Kind.REPORT.value)
    return (f"{capital(say_count(overdue, 'report'))} "
            f"{'is' if overdue.value == 1 else 'are'} overdue")


def _planned(rows: Iterable[Row], shown: Shown, known: Known) -> str:
    """Say how many reports were due for the next Q&E, who says whether they came, and of the rest.

    That meeting takes this paper too, and the Board reads it later still.
    """
    coming = shown.get(*DUE_NEXT)
    meeting = next_meeting(known.meetings, Group.SCRUTINY, known.on)
    if meeting is None or not coming.value:
        return ""
    one = coming.value == 1
    later = sum(mark.state is State.DUE and mark.on > meeting.papers_by
                for row in rows for mark in row.marks)
    rest = f"{capital(spell(later))} more {'is' if later == 1 else 'are'} due later."
    return joined(
        f"{capital(say_count(coming, 'report'))} {'is' if one else 'are'} due by "
        f"{say_day(meeting.papers_by)}, for Q&E on {say_day(meeting.on)}: the Business Manager "
        f"tells the meeting whether {'it' if one else 'they'} came.", rest if later else None)


def _alt(rows: Iterable[Row], known: Known) -> str:
    """Say what the timeline shows: how many reports of each state, and since when each is overdue.
    """
    rows = list(rows)
    states = Counter(mark.state for row in rows for mark in row.marks)
    counts = [count_of(states[state], "report") + f" {words}" for state, words in (
        (State.ON_TIME, "received on time"), (State.LATE, "received late"),
        (State.WAITING, "received and waiting for scrutiny"), (State.PART, "received in part"),
        (State.DUE, "to come"))
        if states[state]]
    overdue = [f"{row.title} since {say_day(mark.on)}" for row in rows for mark in row.marks
               if mark.state is State.OVERDUE]
    late = f"overdue {'is' if len(overdue) == 1 else 'are'} {listed(overdue)}"
    return (f"Timeline of the year to {say_day(known.on)}: {listed(counts) or 'no report'}; "
            f"{late if overdue else 'none is overdue'}.")
