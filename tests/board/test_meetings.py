"""Meetings: papers five working days before, Q&E before the Board."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pscb_lib.board.meetings import read_meetings
from pscb_lib.framework.scheduling.meetings import Group, first_to_take_papers, next_meeting
from pscb_lib.framework.workdays import add_working_days, is_working_day
from pscb_lib.reading.findings import InputError

MEETINGS = read_meetings(Path(__file__).parents[2] / "params" / "meetings.csv")
QE, BOARD = Group.SCRUTINY, Group.BOARD


@pytest.mark.parametrize("meeting", [
    pytest.param(meeting, id=f"{meeting.group.value} of {meeting.on}") for meeting in MEETINGS
])
def test_papers_are_due_five_working_days_before(meeting) -> None:
    assert is_working_day(meeting.on)
    assert is_working_day(meeting.papers_by)
    assert add_working_days(meeting.papers_by, 5) == meeting.on


def test_every_board_meeting_follows_a_meeting_of_the_q_and_e_group() -> None:
    for board in (meeting for meeting in MEETINGS if meeting.group is BOARD):
        before = [one.on for one in MEETINGS if one.group is QE and one.on <= board.papers_by]
        assert (board.papers_by - max(before)).days < 60


@pytest.mark.parametrize(("ready_on", "expected"), [
    pytest.param(date(2015, 2, 4), date(2015, 2, 11), id="ready on the paper deadline"),
    pytest.param(date(2015, 2, 5), date(2015, 5, 13), id="a day late waits for the next"),
])
def test_a_meeting_takes_papers_up_to_its_deadline(ready_on: date, expected: date) -> None:
    assert first_to_take_papers(MEETINGS, QE, ready_on).on == expected


@pytest.mark.parametrize("ready_on", [
    pytest.param(date(2016, 4, 1), id="later than any meeting fixed"),
    pytest.param(None, id="nothing known of when it is ready"),
])
def test_no_meeting_takes_it(ready_on: date | None) -> None:
    assert first_to_take_papers(MEETINGS, QE, ready_on) is None


def test_the_next_meetings_after_the_report() -> None:
    assert next_meeting(MEETINGS, QE, date(2015, 1, 31)).on == date(2015, 2, 11)
    assert next_meeting(MEETINGS, BOARD, date(2015, 1, 31)).on == date(2015, 3, 3)


@pytest.mark.parametrize(("row", "expected"), [
    pytest.param("PSCB,2015-03-03,2015-03-04,illustrative",
                 "meetings.csv, row 2, column papers_by and on, value '2015-03-04 and 2015-03-03': "
                 "papers cannot be due after their meeting; correct one of the two dates",
                 id="papers due after the meeting"),
    pytest.param("CDOP,2015-03-03,2015-03-01,illustrative",
                 "meetings.csv, row 2, column group, value 'CDOP': is not one of Q&E, Board, "
                 "SCR group; correct the cell", id="a group that does not meet on papers"),
])
def test_an_invalid_row_refuses_the_file(tmp_path: Path, row: str, expected: str) -> None:
    path = tmp_path / "meetings.csv"
    path.write_text(f"group,on,papers_by,source\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read_meetings(path)
    assert str(refusal.value) == expected
