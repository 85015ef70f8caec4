"""The invented events of the audit planner in 2014-15: reports on time, late or not received."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import read_programme
from pscb_lib.framework.scheduling.deadlines import Deadline, deadlines
from pscb_lib.framework.scheduling.meetings import Meeting
from pscb_lib.framework.spellings import parse_period
from pscb_lib.framework.workdays import is_working_day
from tools.samples.dealing import chance

PARAMS = Path(__file__).parents[2] / "params"
KNOWN_ON = date(2015, 1, 31)
YEAR = parse_period("2014-15")
TYPED = {
    (9, "2013-14"): ("2015-02-04", "joint panel: put back until the neighbour's year is closed"),
    (11, "2014-15 H1"): ("2015-02-04", "put back until police and council counts agree"),
}
FORMS = (8, "2014-11")  # the forms came at once; the report on them follows their moderation
FOLLOWS = {"due_on": "2015-02-04",
           "note": "forms moderated on 10 December 2014; the report follows"}
# An item as required has a row for each commission, under the month of the request.
COMMISSIONED = "review asked for in October 2014"
NEVER_CAME = {(3, "2014-12"), (15, "2014-15 H1"), (21, "2014-15 H1")}
CAME_LATE = {
    (1, "2013-14"): date(2014, 5, 12),
    (3, "2014-07"): date(2014, 9, 1),
    (13, "2013-14"): date(2014, 9, 5),
}
REASONS = {
    "tabled": ("the Board has to decide on it", "it asks agencies to act",
               "figures got worse"),
    "for information": ("nothing in it has to be decided", "it is as the quarter before"),
}
CAME_EARLY = {(20, "2014-08 to 2014-11"): date(2015, 1, 28)}


def log_rows(random: Random) -> Iterator[dict[str, object]]:
    """Make the planner's rows: one for each report received, or whose date was typed."""
    programme = read_programme(PARAMS / "audit_programme.csv")
    meetings = read_meetings(PARAMS / "meetings.csv")
    for deadline in deadlines(programme, meetings, YEAR):
        row = _row(deadline, meetings, random)
        if (row["item"], row["period"]) == FORMS:
            row = {**_blank(*FORMS), **FOLLOWS}
        if row["due_on"] or row["received_on"]:
            yield row
    yield {**_blank(22, "2014-10"), "due_on": "2015-01-16", "note": COMMISSIONED}


def _row(deadline: Deadline, meetings: tuple[Meeting, ...], random: Random) -> dict[str, object]:
    key = deadline.audit.item, deadline.period.label
    if key in TYPED:
        due_on, note = TYPED[key]
        return {**_blank(*key), "due_on": due_on, "note": note}
    received = CAME_LATE.get(key) or CAME_EARLY.get(key)
    if received is None and deadline.due_on <= KNOWN_ON and key not in NEVER_CAME:
        received = _before(deadline.due_on, random.randrange(4))
    row = {**_blank(*key), "received_on": received or ""}
    return row | (_meetings(deadline, received, meetings, random) if received else {})


def _meetings(
    deadline: Deadline, received: date, meetings: tuple[Meeting, ...], random: Random
) -> dict[str, object]:
    """Return the meetings that took a report: those held after it was received."""
    taken, after = {}, received
    for step, planned in (("scrutinised_on", deadline.scrutiny), ("presented_on", deadline.board)):
        held = [meeting.on for meeting in meetings
                if planned and meeting.group is planned.group and after < meeting.on <= KNOWN_ON]
        if not held:
            break
        taken[step] = after = min(held)
    if taken:
        taken["decision"] = "for information" if chance(25, random) else "tabled"
        reasons = REASONS[taken["decision"]]
        taken["reason"] = reasons[deadline.audit.item % len(reasons)]
    return taken


def _blank(item: int, period: str) -> dict[str, object]:
    days = dict.fromkeys(("due_on", "received_on", "scrutinised_on", "presented_on"), "")
    return {"item": item, "period": period, **days, "decision": "", "reason": "", "note": "",
            "source": "illustrative"}


def _before(day: date, days: int) -> date:
    day -= timedelta(days=days)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
