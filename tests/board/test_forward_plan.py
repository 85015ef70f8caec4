"""The forward plan: by meeting, as lines, a page and a calendar."""

from __future__ import annotations

from datetime import UTC, date, datetime

import icalendar
import pytest
from audit_returns import sample_context
from page_checks import check_inert
from papers import cold, pscb

from pscb_lib.board.calendar_file import make_calendar
from pscb_lib.board.forward_plan import read_plan
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.forward_plan import render_plan
from pscb_lib.returns.registers.programme_log import RETURN as PROGRAMME_LOG
from pscb_lib.returns.registers.programme_log import make_log

YEAR = parse_period("2014-15")


@pytest.fixture(scope="module")
def found():
    context = sample_context()
    return read_plan(context, make_log(PROGRAMME_LOG.read_for(context)), YEAR)


def taken(found, day):
    [sitting] = [one for one in found.sittings if one.meeting.on == day]
    return [(entry.deadline.audit.item, entry.deadline.period.label) for entry in sitting.entries]


def test_a_year_has_its_own_meetings_earliest_first(found):
    assert [one.meeting.on for one in found.sittings] == [
        date(2014, 5, 14), date(2014, 6, 3), date(2014, 9, 10), date(2014, 9, 30),
        date(2014, 11, 12), date(2014, 12, 2), date(2014, 12, 10), date(2015, 2, 11),
        date(2015, 3, 3)]


def test_a_report_goes_to_q_and_e_and_then_to_the_board(found):
    # Items 9 and 11 were put back to 4 February; Section 11 follows its moderation in December.
    assert taken(found, date(2015, 2, 11)) == [
        (8, "2014-11"), (9, "2013-14"), (10, "2014-15 Q3"), (11, "2014-15 H1"), (14, "2014-15 Q3"),
        (20, "2014-08 to 2014-11")]
    assert taken(found, date(2015, 3, 3)) == taken(found, date(2015, 2, 11))


def test_reports_for_no_meeting_are_listed_apart(found):
    items = {entry.deadline.audit.item for entry in found.to_no_meeting}
    assert items == {1, 2, 3, 21, 22}


def test_the_lines_say_what_is_tabled_and_what_for_information():
    done = pscb("plan", "--year", "2014-15")
    assert done.returncode == 0, done.stderr
    board = done.stdout.split("Board, 2 December 2014: papers by 25 November 2014\n")[1]
    lines = {line.split()[0]: line for line in board.split("\n\n")[0].splitlines()[2:]
             if line[4:6].strip().isdigit()}
    assert "Tabled" in lines["10"] and "For information" in lines["12"]


def test_the_page_runs_and_loads_nothing_and_says_first_what_is_next(found):
    page = render_plan(found)
    assert check_inert(page) == []
    assert page.count("Papers are next due on 4 February 2015, for Q&amp;E on 11 February 2015: "
                      "six reports.") == 1


def test_the_calendar_reads_back_with_every_meeting_and_deadline(found):
    events = icalendar.Calendar.from_ical(make_calendar(found)).walk("VEVENT")
    told = {(event["DTSTART"].dt, str(event["SUMMARY"])): event for event in events}
    assert len(told) == 2 * len(found.sittings) + len(found.to_no_meeting)
    papers = told[date(2015, 2, 4), "Papers due for Q&E of 2015-02-11"]
    assert str(papers["DESCRIPTION"]).startswith(
        "Six reports.\nSection 11 self-audits, November 2014 (Business Manager): For scrutiny\n"
        "Child Death Overview Panel annual report, 2013/14 (CDOP Chair): For "
        "scrutiny\nQuarterly data set, Quarter 3 2014/15 (Q&E Group Chair): For scrutiny\n")
    assert papers["DTEND"].dt == date(2015, 2, 5)
    assert {event["DTSTAMP"].dt for event in events} == {datetime(2015, 1, 31, tzinfo=UTC)}
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_the_calendar_and_the_page_are_the_same_bytes_on_any_machine(tmp_path):
    files = []
    for number, zone in enumerate(("Asia/Tokyo", "America/New_York")):
        files.append((tmp_path / f"{number}.ics", tmp_path / f"{number}.html"))
        ics, html = files[-1]
        cold("plan", "--year", "2014-15", "--ics", ics, "--html", html, TZ=zone, LC_ALL="C",
             PYTHONHASHSEED=str(number))
    first, second = ([path.read_bytes() for path in pair] for pair in files)
    assert first == second


def test_later_records_are_not_used():
    done = pscb("plan", "--year", "2014-15", "--as-of", "2014-11-30")
    board = done.stdout.split("Board, 2 December 2014: papers by 25 November 2014\n")[1]
    assert " presented" not in board


def test_a_wrong_financial_year_is_refused_in_one_line():
    done = pscb("plan", "--year", "2014-15 Q3")
    assert done.returncode == 1
    assert done.stderr == ("pscb: --year, value '2014-15 Q3': is not a financial year; write it "
                           "like 2014-15\n")
