"""Attendance: AT1 to AT4 on both sides of each limit, and whole sentences."""

from __future__ import annotations

from contextlib import chdir
from dataclasses import replace
from datetime import date

import pytest
from bad_returns import ROOT, as_csv

from pscb_lib.board.context import open_context
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.rag import FRAMEWORK
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.reports.attendance import known, measures, page, places, sittings
from pscb_lib.reports.attendance.page import tables
from pscb_lib.reports.attendance.returned import Present
from pscb_lib.returns.seats import RequiredBy, Seat

DAYS = ("03/06/2014", "30/09/2014", "02/12/2014", "03/03/2015", "04/03/2015", "05/03/2015")
POLICE = {"seat_id": "S02", "agency": "Police"}
LOGGED = {"item": "10", "period": "2013-14 Q4", "received_on": "07/05/2014",
          "scrutinised_on": "14/05/2014", "presented_on": "03/06/2014", "decision": "tabled"}
NO_MINUTES = "The calendar has meetings"


def came(*words, seat="S01", group="PSCB", first=0):
    """The rows of one seat at one meeting after another."""
    return [{"meeting_on": day, "group": group, "seat_id": seat, "present": word}
            for day, word in zip(DAYS[first:], words, strict=False)]


def read(folder, rows, seats=({},), logged=({},), quorum=50, audience="restricted"):
    """Return what is known and shown; each row is changes to the example."""
    with chdir(ROOT):
        context = open_context("2014-15", "2015-04-30", str(folder), audience)
        context = replace(context, settings=replace(context.settings, quorum=quorum))
        for kind, those in zip(known.RETURNS, (seats, rows, logged), strict=True):
            names = [field.name for field in kind.fields(context)]
            table = [names, *([{**kind.example, **row}.get(name, "") for name in names]
                              for row in those)]
            if those:
                (folder / kind.folder_or_file).write_text(as_csv(table), encoding="utf-8")
        returned = [kind.read_for(context) for kind in known.RETURNS]
        facts = {one.name: one.told(audience, ())
                 for one in known.list_facts(context, *returned)}
        return (known.read_known(context, facts),
                show(measures.measure(context, *returned), audience), context)


def counts(shown, *place):
    figure = shown.get(*place)
    return figure.numerator, figure.denominator


def words(block):
    return "".join(run["text"] for run in block.as_json()["runs"])


@pytest.mark.parametrize(("signs", "in_person", "represented"), [
    pytest.param(("member", "member"), (2, 2), (2, 2), id="in person"),
    pytest.param(("member", "deputy"), (1, 2), (2, 2), id="a deputy hides the absent member"),
    pytest.param(("member", "apologies"), (1, 2), (1, 2), id="apologies"),
    pytest.param(("member", "absent"), (1, 2), (1, 2), id="absent"),
    pytest.param(("member", "observer"), (1, 2), (1, 2), id="an observer decides nothing"),
    pytest.param(("member", "not yet appointed"), (1, 1), (1, 2),
                 id="an empty seat counts against the agency in AT2 alone"),
    pytest.param(("not yet appointed",), (0, 0), (0, 1), id="never appointed"),
])
def test_in_person_and_represented(tmp_path, signs, in_person, represented):
    _, shown, _ = read(tmp_path, came(*signs))
    assert counts(shown, *places.ALL_IN_PERSON) == in_person
    assert counts(shown, *places.ALL_REPRESENTED) == represented


def test_each_agency_is_counted_of_its_own_meetings(tmp_path):
    _, shown, _ = read(tmp_path, [*came("member", "absent"), *came("member", seat="S02", first=1)],
                       [{}, POLICE | {"seat_from_on": "01/07/2014"}])
    assert counts(shown, places.AGENCIES, "Children's social care", places.REPRESENTED) == (1, 2)
    assert counts(shown, places.AGENCIES, "Cambridgeshire Constabulary",
                  places.REPRESENTED) == (1, 1)


def test_a_cancelled_meeting_counts_for_nobody(tmp_path):
    cancelled = {"meeting_on": DAYS[1], "group": "PSCB", "seat_id": "", "present": "cancelled"}
    _, shown, _ = read(tmp_path, [*came("member"), cancelled])
    assert shown.get(places.GROUPS, "The Board", places.HELD).value == 1
    assert counts(shown, *places.ALL_REPRESENTED) == (1, 1)


def test_advisers_and_the_participating_observer_are_no_members(tmp_path):
    _, shown, _ = read(tmp_path, [*came("member"), *came("observer", seat="S02")],
                       [{}, POLICE | {"voting": "no"}])
    assert counts(shown, *places.ALL_REPRESENTED) == (1, 1)


@pytest.mark.parametrize(("signs", "expected"), [
    pytest.param(("apologies", "member", "absent"), 0, id="twice, not in a row"),
    pytest.param(("apologies", "absent", "member"), 1, id="two in a row"),
    pytest.param(("member", "not yet appointed", "observer"), 1, id="empty, then an observer"),
    pytest.param(("apologies", "deputy", "apologies"), 0, id="a deputy between"),
])
def test_two_meetings_in_a_row_without_anybody(tmp_path, signs, expected):
    _, shown, _ = read(tmp_path, came(*signs))
    assert counts(shown, *places.IN_A_ROW) == (expected, 1)


@pytest.mark.parametrize(("there", "of", "per_cent", "expected"), [
    pytest.param(2, 4, 50, True, id="half"), pytest.param(1, 4, 50, False, id="less than half"),
    pytest.param(1, 3, 34, False, id="a third is less than 34 per cent"),
    pytest.param(1, 3, 33, True, id="and more than 33"),
    pytest.param(2, 3, 50, True, id="two of three"), pytest.param(0, 0, 50, False, id="nobody"),
    pytest.param(4, 4, None, None, id="no quorum is set"),
])
def test_a_quorum(there, of, per_cent, expected):
    seat = Seat("S", "Police", RequiredBy.STATUTE, True, (), date.min, date.max)
    signs = [Present.DEPUTY] * there + [Present.APOLOGIES] * (of - there)
    one = sittings.Sitting(date(2014, 6, 3), Group.BOARD, True, tuple(
        (replace(seat, seat_id=f"S{number}"), sign) for number, sign in enumerate(signs)))
    assert one.is_quorate(per_cent) is expected


def test_a_person_with_two_seats_is_one_of_a_quorum(tmp_path):
    other = {"seat_id": "S02", "agency": "Education", "held_with": "S01"}
    rows = [*came("member"), *came("member", seat="S02"), *came("absent", seat="S03")]
    found, _, _ = read(tmp_path, rows, [{}, other, POLICE | {"seat_id": "S03"}])
    assert [(one.represented, one.persons, one.quorate) for one in found.board] == [(1, 2, True)]


def test_an_agency_of_which_one_seat_was_always_taken_is_not_asked_why_nobody_came(tmp_path):
    found, shown, _ = read(tmp_path, [*came("member", "member"), *came("absent", "absent",
                                                                       seat="S02")],
                           [{}, {"seat_id": "S02"}])
    assert page.ask_missing(shown, found) is None
    assert counts(shown, *places.IN_A_ROW) == (1, 2)


@pytest.mark.parametrize(("signs", "is_asked"), [
    pytest.param(("absent",), False, id="of one meeting"),
    pytest.param(("absent", "member", "deputy", "apologies"), True, id="half of four"),
    pytest.param(("absent", "member", "deputy", "member"), False, id="one of four"),
    pytest.param(("absent", "absent", "deputy", "member", "member"), True, id="two in a row"),
])
def test_an_agency_that_stayed_away_half_of_the_time_is_asked_who_comes_next(
        tmp_path, signs, is_asked):
    found, shown, _ = read(tmp_path, came(*signs))
    asked = page.ask_missing(shown, found)
    assert (asked and asked.words) == ("Nobody came from you to two meetings in a row, or to half "
                                       "of all: why, and who will come on 2 June 2015?"
                                       if is_asked else None)


@pytest.mark.parametrize(("other", "expected"), [
    pytest.param(POLICE, (1, 2, False), id="held"),
    pytest.param(POLICE | {"role_title": "", "level": "", "from_on": "", "induction_on": ""},
                 (1, 2, False), id="required and empty"),
    pytest.param(POLICE | {"voting": "no"}, (1, 1, True), id="not a member's"),
    pytest.param(POLICE | {"seat_to_on": "02/06/2014"}, (1, 1, True), id="ended"),
])
def test_a_quorum_is_of_the_seats_and_not_of_the_rows_that_were_sent(tmp_path, other, expected):
    found, _, context = read(tmp_path, came("member"), [{}, other], quorum=60)
    assert [(one.represented, one.persons, one.quorate) for one in found.board] == [expected]
    with chdir(ROOT):
        noted = [(one.rule, one.value) for one in known.RETURNS[1].read_for(context).findings]
    assert noted == ([] if expected[2] else [(
        "a member's seat has no row for the meeting and is counted as not represented", "S02")])


@pytest.mark.parametrize(("number", "is_rated"), [(5, False), (6, True)])
def test_nothing_is_rated_on_fewer_than_six_meetings(tmp_path, number, is_rated):
    _, shown, _ = read(tmp_path, came(*["member"] * number))
    cells = tables.tabulate_groups(shown, FRAMEWORK).groups[0].rows[0][2:]
    assert [any("rating" in line for line in cell) for cell in cells] == [is_rated] * 3


def test_papers_and_questions_stand_beside_who_was_absent(tmp_path):
    found, shown, _ = read(tmp_path, [*came("absent", "absent"), {
        "meeting_on": "14/05/2014", "group": "Q&E", "seat_id": "S01", "present": "apologies"}],
        logged=[LOGGED])
    table = tables.tabulate_decided(shown, found)
    assert table.data.rows[0] == ["2014-05-14", "Q&E", "paper", "Quarterly data set",
                                  "Children's social care"]
    assert ["2014-06-03", "Board", "paper", "Quarterly data set",
            "Children's social care"] in table.data.rows
    assert "question" in {row[2] for row in table.data.rows}
    number = len(table.groups[0].rows)
    assert table.caption == (f"Children's Services was not represented at {number} of {number} "
                             "meetings with something before them")


def test_the_public_reads_no_question_and_no_seat(tmp_path):
    rows = [{"meeting_on": "14/05/2014", "group": "Q&E", "seat_id": "S01", "present": "apologies"}]
    found, shown, _ = read(tmp_path, [*came("member"), *rows], logged=[LOGGED], audience="public")
    kinds = {row[2] for row in tables.tabulate_decided(shown, found).data.rows}
    assert kinds == {"paper"}
    assert "S01" not in str(page.plot_attendance(shown, found).data.rows)


def test_a_meeting_of_the_calendar_without_attendance_is_asked_for(tmp_path):
    found, shown, _ = read(tmp_path, came("member"))
    asked = page.ask_unwritten(shown, found)
    assert asked.words.startswith(NO_MINUTES) and "Board 30 September 2014" in asked.words
    assert asked.owner == "PSCB Administrator"


def test_the_questions_go_to_who_must_act(tmp_path):
    rows = [*came("deputy", "deputy", "apologies"), *came("absent", "absent", "member", seat="S02")]
    found, shown, _ = read(tmp_path, rows, [{}, POLICE], quorum=100)
    owners = [one.owner for one in (page.ask_missing(shown, found),
                                    page.ask_deputised(shown, found),
                                    page.ask_quorate(shown, found))]
    assert owners == ["Police", "Children's Services", "Independent Chair"]


@pytest.mark.parametrize(("rows", "says"), [
    pytest.param([], "Attendance was not supplied: it is not known who came to the Board's "
                 "meetings.", id="not supplied"),
    pytest.param(came("member", group="SCR group"), "The Board held no meeting in 2014/15.",
                 id="no meeting of the Board"),
    pytest.param(came("member"), "The Board met once in 2014/15, quorate: at least 50% of "
                 "members were represented. Every agency was represented at half of its meetings "
                 "or more. Over all meetings, 100.0% of the members in post came in person (local "
                 "target 75%: met); with deputies, 100.0% of the seats were represented (local "
                 "target 80%: met).", id="one, and all came"),
    pytest.param(came("absent", "absent", "deputy"), "The Board met three times in 2014/15; two "
                 "meetings were not quorate: fewer than 50% of members were represented. "
                 "Children's Services was represented at 1 of 3 meetings. Over all meetings, 0.0% "
                 "of the members in post came in person (local target 75%: not met); with "
                 "deputies, 33.3% of the seats were represented (local target 80%: not met).",
                 id="not quorate"),
])
def test_the_answer(tmp_path, rows, says):
    found, shown, context = read(tmp_path, rows)
    assert words(page.answer(shown, found, context.period)) == says


def test_the_answer_names_the_meeting_at_which_most_were_absent(tmp_path):
    found, shown, context = read(tmp_path, came("absent", "member"), logged=[LOGGED])
    assert words(page.answer(shown, found, context.period)).endswith(
        "On 3 June 2014, when the Board had one paper before it, Children's Services was "
        "not represented.")


def test_the_chair_and_lay_members_are_no_agency(tmp_path):
    found, shown, _ = read(tmp_path, [*came("member"), *came("absent", seat="S02")], [{}, POLICE])
    lines = (*found.lines, replace(found.lines[0], agency=sittings.OF_NO_AGENCY))
    assert page.plot_attendance(shown, replace(found, lines=lines)).caption == (
        "1 of 2 agencies was represented each time")


@pytest.mark.parametrize(("signs", "says"), [
    pytest.param(("member",) * 5, ["target met"] * 3, id="met"),
    pytest.param(("member", "deputy"), ["target met", "target missed", "target met"],
                 id="a deputy came"),
])
def test_each_share_says_whether_it_met_its_target(tmp_path, signs, says):
    _, shown, _ = read(tmp_path, came(*signs))
    cells = tables.tabulate_groups(shown, FRAMEWORK).groups[0].rows[0][2:]
    assert [cell[1]["text"] for cell in cells] == says


def test_the_rule_of_the_quorum_is_printed_where_it_is_spoken_of(tmp_path):
    found, shown, _ = read(tmp_path, [*came("member"), *came("absent", seat="S02")], [{}, POLICE])
    drawn = page.plot_attendance(shown, found)
    assert "Quorate, by the Board's own rule: 50% of members or more are represented" in drawn.note
    assert ">Quorate</text>" in drawn.svg
    found, shown, _ = read(tmp_path, came("member"), quorum=None)
    drawn = page.plot_attendance(shown, found)
    assert "uorate" not in drawn.note and ">Quorate</text>" not in drawn.svg


@pytest.mark.parametrize(("seats", "rows", "says"), [
    pytest.param([{}], came("member", seat="S09"), "is in no row that is used of board_seats.csv",
                 id="a seat that is not there"),
    pytest.param([{"to_on": "31/05/2014"}], came("member"), "a member came for a seat that nobody "
                 "held on that day by board_seats.csv", id="a seat that nobody held"),
    pytest.param([{}], [*came("member"), {"meeting_on": DAYS[0], "seat_id": "",
                                          "present": "cancelled"}],
                 "the meeting was cancelled and has the attendance of a seat", id="cancelled"),
])
def test_the_two_returns_are_checked_together(tmp_path, seats, rows, says):
    read(tmp_path, rows, seats)
    with chdir(ROOT):
        context = open_context("2014-15", "2015-04-30", str(tmp_path), "restricted")
        found = known.RETURNS[1].read_for(context).findings
    assert says in {one.rule for one in found}
