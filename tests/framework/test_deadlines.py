"""When items are due: worked out by hand from the calendar and the meetings' dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pscb_lib.board.meetings import read_meetings
from pscb_lib.board.programme import read_programme
from pscb_lib.framework.scheduling.deadlines import deadline_of, deadlines, due, financial_year
from pscb_lib.framework.scheduling.planner import State, plan
from pscb_lib.framework.scheduling.programme import AuditProgramme
from pscb_lib.framework.spellings import parse_period
from pscb_lib.framework.workdays import DayCount

PARAMS = Path(__file__).parents[2] / "params"
PROGRAMME = read_programme(PARAMS / "audit_programme.csv")
MEETINGS = read_meetings(PARAMS / "meetings.csv")
REPORT_DAY = date(2015, 1, 31)


@pytest.mark.parametrize(("item", "period", "due_on", "scrutiny", "board"), [
    pytest.param(10, "2014-15 Q3", date(2015, 2, 4), date(2015, 2, 11), date(2015, 3, 3),
                 id="the data set goes to Q&E in February and the Board in March"),
    pytest.param(10, "2013-14 Q4", date(2014, 5, 7), date(2014, 5, 14), date(2014, 6, 3),
                 id="last year's fourth quarter, over Easter and May Day"),
    pytest.param(8, "2014-11", date(2014, 12, 3), date(2014, 12, 10), date(2015, 3, 3),
                 id="Section 11 goes to the extra meeting of December"),
    pytest.param(13, "2013-14", date(2014, 9, 3), date(2014, 9, 10), date(2014, 9, 30),
                 id="private fostering has sixty working days"),
    pytest.param(6, "2013-14", date(2014, 5, 7), date(2014, 5, 14), date(2014, 6, 3),
                 id="training has twenty and goes to Q&E on its way to the Board"),
    pytest.param(3, "2014-12", date(2015, 1, 15), None, None,
                 id="the budget has ten working days and goes to no meeting"),
    pytest.param(21, "2014-15 H1", date(2014, 10, 28), None, None,
                 id="actions of case reviews go to the SCR group after twenty"),
    pytest.param(13, "2015-16", None, None, None, id="no meeting is fixed for 2016-17"),
])
def test_when_an_item_is_due(item, period, due_on, scrutiny, board) -> None:
    found = deadline_of(PROGRAMME.item(item), parse_period(period), MEETINGS, {})
    assert found.due_on == due_on
    assert (found.scrutiny and found.scrutiny.on, found.board and found.board.on) == (
        scrutiny, board)


def test_day_0_counted_brings_a_deadline_forward_by_a_day() -> None:
    budget, december = PROGRAMME.item(3), parse_period("2014-12")
    counted = deadline_of(budget, december, MEETINGS, {}, DayCount.DAY_0_COUNTED)
    assert counted.due_on == date(2015, 1, 14)


def test_a_date_typed_in_the_planner_replaces_the_derived_one() -> None:
    year, typed = parse_period("2013-14"), {(9, parse_period("2013-14")): date(2015, 2, 4)}
    derived = deadline_of(PROGRAMME.item(9), year, MEETINGS, {})
    put_back = deadline_of(PROGRAMME.item(9), year, MEETINGS, typed)
    assert (derived.due_on, derived.scrutiny.on) == (date(2014, 11, 5), date(2014, 11, 12))
    assert (put_back.due_on, put_back.scrutiny.on) == (date(2015, 2, 4), date(2015, 2, 11))


def test_a_typed_date_adds_a_period_to_an_item_without_frequency() -> None:
    typed = {(22, parse_period("2014-15 H1")): date(2015, 1, 16)}
    found = [one for one in deadlines(PROGRAMME, MEETINGS, parse_period("2014-15"), typed)
             if one.audit.item == 22]
    assert [(one.period.label, one.due_on) for one in found] == [
        ("2014-15 H1", date(2015, 1, 16))]


def test_a_year_has_each_items_deadlines_that_fall_in_it() -> None:
    found = deadlines(PROGRAMME, MEETINGS, parse_period("2014-15"))
    periods = {item: [one.period.label for one in found if one.audit.item == item]
               for item in (8, 10, 11, 16, 20)}
    assert periods == {
        8: ["2014-11"],
        10: ["2013-14 Q4", "2014-15 Q1", "2014-15 Q2", "2014-15 Q3"],
        11: ["2013-14 H2", "2013-14", "2014-15 H1"],
        16: [],
        20: ["2013-12 to 2014-03", "2014-04 to 2014-07", "2014-08 to 2014-11"],
    }


def test_q_and_e_scrutinises_before_the_board_has_the_paper() -> None:
    for one in deadlines(PROGRAMME, MEETINGS, parse_period("2014-15")):
        if one.board:
            assert one.due_on <= one.scrutiny.papers_by
            assert one.scrutiny.on <= one.board.papers_by


def test_what_is_due_next_lists_each_item_once_earliest_first() -> None:
    found = due(PROGRAMME, MEETINGS, REPORT_DAY)
    assert [(one.due_on, one.audit.item) for one in found[:4]] == [
        (date(2015, 2, 4), 10), (date(2015, 2, 4), 14), (date(2015, 2, 4), 20),
        (date(2015, 2, 13), 3)]
    items = [one.audit.item for one in found]
    # Section 11 waits for 2016; 16 and 22 come when they come; 11 has its roll-up too.
    assert sorted(items) == [1, 2, 3, 6, 9, 10, 11, 11, 12, 13, 14, 15, 20, 21]


@pytest.mark.parametrize(("day", "year"), [
    pytest.param(date(2015, 3, 31), "2014-15", id="the last day of a year"),
    pytest.param(date(2015, 4, 1), "2015-16", id="the first day of the next"),
])
def test_the_financial_year_of_a_day(day: date, year: str) -> None:
    assert financial_year(day).label == year


NEW = tuple(meeting for meeting in MEETINGS if meeting.on >= date(2015, 5, 13))
FROM_2015 = AuditProgramme(tuple(
    replace(audit, valid_from=parse_period("2015-16")) for audit in PROGRAMME.audits))


@pytest.mark.parametrize("programme", [
    pytest.param(FROM_2015, id="the programme begins with the board"),
    pytest.param(PROGRAMME, id="the programme is an older one, taken over"),
])
def test_a_new_board_owes_nothing_from_before_its_first_meeting(programme) -> None:
    year, on = parse_period("2015-16"), date(2015, 9, 30)
    planned = [entry for one in (year.previous, year)
               for entry in plan(programme.for_year(one), NEW, one, {}, on)]
    assert {entry.deadline.period.label for entry in planned if entry.state is State.OVERDUE} == {
        "2015-16 Q1", "2015-04 to 2015-07", "2015-05", "2015-06", "2015-07", "2015-08"}
    assert min(entry.deadline.period.end for entry in planned) == date(2015, 5, 31)


def test_an_older_board_owes_last_years_reports_in_its_programmes_first_year() -> None:
    first = {(one.audit.item, one.period.label)
             for one in deadlines(PROGRAMME, MEETINGS, parse_period("2014-15"))}
    assert {(9, "2013-14"), (10, "2013-14 Q4"), (3, "2014-03")} <= first
    assert not {(10, "2013-14 Q3"), (3, "2014-02")} & first


def test_an_item_that_was_changed_goes_on_where_it_was() -> None:
    old = replace(PROGRAMME.item(10), valid_to=parse_period("2014-15"))
    new = replace(PROGRAMME.item(10), lead="Analyst", valid_from=parse_period("2015-16"))
    late = [meeting for meeting in MEETINGS if meeting.on.year != 2015 or meeting.on.month > 4]
    programme = AuditProgramme((old, new)).for_year(parse_period("2015-16"))
    found = deadlines(programme, tuple(late), parse_period("2015-16"))
    assert [(one.period.label, one.due_on, one.audit.lead) for one in found][0] == (
        "2014-15 Q3", date(2015, 5, 6), "Analyst")


def test_what_the_planner_dates_is_due_from_before_the_board_began() -> None:
    typed = {(9, parse_period("2013-14")): date(2015, 7, 1)}
    found = deadlines(FROM_2015, NEW, parse_period("2015-16"), typed)
    assert (9, "2013-14") in {(one.audit.item, one.period.label) for one in found}
