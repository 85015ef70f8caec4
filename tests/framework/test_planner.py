"""The state of an item on a day, step by step."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import read_programme
from pscb_lib.framework.scheduling.deadlines import deadline_of
from pscb_lib.framework.scheduling.planner import Progress, State, entry_for, plan
from pscb_lib.framework.spellings import parse_period

PARAMS = Path(__file__).parents[2] / "params"
PROGRAMME = read_programme(PARAMS / "audit_programme.csv")
MEETINGS = read_meetings(PARAMS / "meetings.csv")

# The data set of Quarter 3: due 4 February, Q&E 11 February, Board 3 March 2015.
RECEIVED = Progress(received_on=date(2015, 2, 3))
SCRUTINISED = Progress(received_on=date(2015, 2, 3), scrutinised_on=date(2015, 2, 11))
PRESENTED = Progress(received_on=date(2015, 2, 3), scrutinised_on=date(2015, 2, 11),
                     presented_on=date(2015, 3, 3))


@pytest.mark.parametrize(("progress", "on", "state", "awaited"), [
    pytest.param(Progress(), date(2014, 12, 31), State.NOT_DUE, State.RECEIVED,
                 id="not due before its quarter is over"),
    pytest.param(Progress(), date(2015, 1, 1), State.DUE, State.RECEIVED,
                 id="due once the quarter is over"),
    pytest.param(Progress(), date(2015, 2, 4), State.DUE, State.RECEIVED,
                 id="still due on its last day"),
    pytest.param(Progress(), date(2015, 2, 5), State.OVERDUE, State.RECEIVED,
                 id="overdue a day later"),
    pytest.param(RECEIVED, date(2015, 2, 3), State.RECEIVED, State.SCRUTINISED, id="received"),
    pytest.param(RECEIVED, date(2015, 2, 12), State.OVERDUE, State.SCRUTINISED,
                 id="overdue where the meeting did not take it"),
    pytest.param(SCRUTINISED, date(2015, 3, 3), State.SCRUTINISED, State.PRESENTED,
                 id="scrutinised, on its way to the Board"),
    pytest.param(SCRUTINISED, date(2015, 3, 4), State.OVERDUE, State.PRESENTED,
                 id="overdue where the Board has not had it"),
    pytest.param(PRESENTED, date(2015, 3, 4), State.PRESENTED, None, id="presented"),
    pytest.param(PRESENTED, date(2015, 1, 31), State.DUE, State.RECEIVED,
                 id="what happened later is not yet known"),
])
def test_the_state_of_a_report_on_a_day(progress, on, state, awaited) -> None:
    deadline = deadline_of(PROGRAMME.item(10), parse_period("2014-15 Q3"), MEETINGS, {})
    entry = entry_for(deadline, progress, on)
    assert (entry.state, entry.awaited) == (state, awaited)


def test_a_report_that_goes_to_no_meeting_is_done_when_it_is_received() -> None:
    deadline = deadline_of(PROGRAMME.item(3), parse_period("2014-12"), MEETINGS, {})
    entry = entry_for(deadline, Progress(received_on=date(2015, 1, 15)), date(2015, 1, 31))
    assert (entry.state, entry.awaited) == (State.RECEIVED, None)


def test_a_plan_with_an_empty_log_is_all_waiting() -> None:
    entries = plan(PROGRAMME, MEETINGS, parse_period("2014-15"), {}, date(2014, 4, 1))
    states = {entry.deadline.period.label: entry.state
              for entry in entries if entry.deadline.audit.item == 10}
    assert states == {"2013-14 Q4": State.DUE, "2014-15 Q1": State.NOT_DUE,
                      "2014-15 Q2": State.NOT_DUE, "2014-15 Q3": State.NOT_DUE}


def test_a_plan_takes_the_dates_typed_in_the_log() -> None:
    log = {(11, parse_period("2014-15 H1")): Progress(due_on=date(2015, 2, 4))}
    entries = plan(PROGRAMME, MEETINGS, parse_period("2014-15"), log, date(2015, 1, 31))
    half = next(entry for entry in entries if entry.deadline.audit.item == 11
                and entry.deadline.period.label == "2014-15 H1")
    assert (half.deadline.due_on, half.state) == (date(2015, 2, 4), State.DUE)
