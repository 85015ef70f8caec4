"""The forward plan as a calendar file (RFC 5545); the same plan gives the same bytes.

An entry keeps its identifier (UID) when its description changes, so that a calendar that imports
the file again shows the entry once. Its time stamp is the day of the plan, not the day on which
the file was made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from pscb_lib.board.agenda import Sitting, say_purpose
from pscb_lib.board.forward_plan import ForwardPlan
from pscb_lib.board.wording import named
from pscb_lib.framework.english import count_of
from pscb_lib.framework.scheduling.planner import Entry


def make_calendar(found: ForwardPlan) -> bytes:
    """Make the calendar: every meeting, every paper deadline, and reports for no meeting."""
    calendar = Calendar()
    calendar.add("prodid", "-//Safeguarding Children Board//Forward plan//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{found.settings.board}: forward plan {found.year.title}")
    for day, summary, description in _entries(found):
        calendar.add_component(_event(found, day, summary, description))
    content: bytes = calendar.to_ical()
    return content


def _entries(found: ForwardPlan) -> Iterator[tuple[date, str, str]]:
    for sitting in found.sittings:
        group, meeting = named(sitting.meeting.group.value), sitting.meeting
        reports = count_of(len(sitting.entries), "report")
        yield meeting.on, f"{group} meeting", _described(sitting)
        yield (meeting.papers_by, f"Papers due for {group} of {meeting.on}",
               f"{reports.capitalize()}.\n{_described(sitting)}")
    for entry in found.to_no_meeting:
        if due_on := entry.deadline.due_on:
            yield due_on, f"Due: {_report(entry)}", entry.deadline.audit.lead


def _described(sitting: Sitting) -> str:
    return "\n".join(f"{_report(entry)} ({entry.deadline.audit.lead}): "
                     f"{say_purpose(entry, sitting.meeting.group)}" for entry in sitting.entries)


def _report(entry: Entry) -> str:
    return f"{entry.deadline.audit.title}, {entry.deadline.period.title}"


def _event(found: ForwardPlan, day: date, summary: str, description: str) -> Event:
    # The UID is of board, day and title only: the description may change.
    content = "\n".join((found.settings.board, day.isoformat(), summary))
    event = Event()
    event.add("uid", f"{hashlib.sha256(content.encode()).hexdigest()[:32]}@pscb-reports")
    event.add("dtstamp", datetime.combine(found.on, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", description)
    event.add("transp", "TRANSPARENT")
    return event
