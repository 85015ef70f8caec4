"""The tables of the audit programme paper: who sees which rows, and their cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audit_returns import sample_context
from audited import AUDIT

from pscb_lib.board.cleared_texts import LEFT_OUT, for_readers
from pscb_lib.board.ledger import Event, Line
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.framework.scheduling.planner import Decision, Progress
from pscb_lib.framework.scheduling.planner import State as Step
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.blocks import Prose, Sheet, Table
from pscb_lib.page.charts.timeline import State
from pscb_lib.reports.audit_programme.known import Known, read_known
from pscb_lib.reports.audit_programme.measures import measure_audit_programme
from pscb_lib.reports.audit_programme.page import (
    actions,
    audits,
    difference,
    overdue,
    route,
    unproven,
    year,
)

DUE_ON = date(2014, 5, 7)


@pytest.fixture(scope="module")
def known() -> Known:
    """The shipped sample."""
    return read_known(sample_context())


def shown(known: Known, audience: str) -> disclosure.Shown:
    return disclosure.show(measure_audit_programme(known), audience)


def printed(table: Table) -> dict[str | None, list[list[str]]]:
    """The words of a table's cells, lines joined, by group."""
    return {group.label: [[" / ".join(line.get("text", "") for line in cell) for cell in row]
                          for row in group.rows] for group in table.groups}


def test_overdue_items_are_one_list_oldest_first(known: Known) -> None:
    table = overdue.tabulate_overdue(shown(known, "board"), known)
    rows = printed(table)[None]
    assert table.caption == "13 tasks are overdue, oldest first"
    assert [row[0].split(" / ")[0] for row in rows] == [
        "Consider further training for managers",
        "Completed actions from serious case reviews", "Common Assessment Framework (CAF)",
        "Three Section 11 self-audits",
        "Ask who lives in the home at every registration of a child",
        "Flags for children on plans in the record system",
        "Improve links and share information with adult services",
        "Reports from general practice to child protection conferences", "Budget monitoring",
        "Management reviews", "Safeguarding referrals by housing officers"]
    assert rows[1] == [
        "Completed actions from serious case reviews", "Report, item 21", "SCR Group",
        "28 Oct 2014", "13"]
    assert rows[3] == [
        "Three Section 11 self-audits", "Return",
        "East Anglia Area Team, EEAST and Community Rehabilitation Company", "28 Nov 2014", "9"]
    assert len(table.data.rows) == 13


def test_the_ages_of_actions_without_evidence_name_the_oldest(known: Known) -> None:
    chart = unproven.plot_ages(shown(known, "board"), known)
    assert chart.caption == "11 complete actions lack evidence, one for over 12 months"
    assert chart.note == (
        "Longest: “Put the bruising protocol on the first page of the procedures” (Business "
        "Manager), since January 2014. A check found it in practice; what changed for "
        "children is not yet shown.")
    assert chart.data.rows == [["Up to 3 months", 6], ["3 to 6 months", 1], ["6 to 12 months", 3],
                               ["Over 12 months", 1]]
    one = replace(known, actions=tuple(
        action for action in known.actions if action.action_id in ("ACT-01", "ACT-22")))
    assert unproven.plot_ages(shown(one, "board"), one).caption == (
        "One complete action lacks evidence, for over 12 months")
    none = replace(known, actions=())
    assert unproven.plot_ages(shown(none, "board"), none) is None
    assert len(difference.list_all_actions(shown(known, "board"), known).data.rows) == 29


def test_a_finding_that_states_a_number_of_children_is_left_out_for_the_board() -> None:
    one = replace(AUDIT, main_finding="Two of the children were not seen")
    context = replace(sample_context(), audience="board")
    assert for_readers(context, [one])[0].main_finding == LEFT_OUT


def test_the_difference_made_has_the_evidence_of_each_action(known: Known) -> None:
    table = difference.tabulate_difference(shown(known, "board"), known)
    assert printed(table)[None][1] == [
        "Send outcome of each strategy discussion within one working day",
        "Head of First Response", "Children's Services",
        "Dip sample of 30 discussions: 28 sent within one working day", "30 Jan 2015"]
    assert (len(printed(table)[None]), len(table.data.rows)) == (3, 8)  # all that Figure 2 counts
    assert table.note == "Five earlier ones are in the spreadsheet."


def test_q_and_e_has_the_whole_life_of_an_action_on_one_line(known: Known) -> None:
    data = difference.list_all_actions(shown(known, "restricted"), known).data
    life = {row[0]: dict(zip(data.columns, row, strict=True)) for row in data.rows}
    reopened, superseded, closed = (life[action] for action in ("ACT-27", "ACT-29", "ACT-20"))
    assert {name: reopened[name] for name in (
        "status", "agreed_on", "due_on", "revised_due_on", "completed_on", "implemented_on",
        "checked_on", "found_in_practice", "evidenced_on", "closed_on", "reopened_on")} == {
        "status": "reopened", "agreed_on": "2014-05-14", "due_on": "2014-07-31",
        "revised_due_on": "2015-03-31", "completed_on": "2014-07-23",
        "implemented_on": "2014-08-04", "checked_on": "2015-01-20", "found_in_practice": "not",
        "evidenced_on": None, "closed_on": None, "reopened_on": "2015-01-26"}
    assert (superseded["status"], superseded["superseded_by"]) == ("superseded", "ACT-30")
    assert (closed["status"], closed["evidence_kind"], closed["closed_on"]) == (
        "closed", "audit", "2014-09-08")
    board = difference.list_all_actions(shown(known, "board"), known).data
    assert not {*difference.LIFE} & {*board.columns}


def test_the_steps_between_signing_off_and_an_outcome_are_told(known: Known) -> None:
    chart = actions.plot_progress(shown(known, "board"), known)
    assert [number for _, number in chart.data.rows] == [29, 19, 13, 8, 4]
    assert chart.note == (
        "Completed: the task is done. In place: staff now work this way. It ends with evidence "
        "of an outcome (Framework, section 4). Six completed and not yet in place; five in place "
        "without evidence.")


def test_the_year_is_headed_by_what_is_overdue_and_due(known: Known) -> None:
    chart = year.plot_year(shown(known, "board"), known)
    assert chart.caption == "Four reports are overdue"
    assert chart.note == ("Five reports are due by 4 February 2015, for Q&E on 11 February "
                          "2015: the Business Manager tells the meeting whether they came. Two "
                          "more are due later. The data of this figure list every report.")
    assert "24 reports received on time" in chart.alt
    assert "seven reports to come" in chart.alt
    assert "three reports received late" in chart.alt
    assert "Common Assessment Framework (CAF) since 5 November 2014" in chart.alt
    assert "Section 11 self-audits: 11 of 14 in" in chart.svg
    assert chart.svg.count("no fixed day") == 1  # single-agency audits come as completed


@pytest.mark.parametrize(("progress", "state", "awaited", "expected"), [
    pytest.param(Progress(received_on=DUE_ON), Step.PRESENTED, None, State.ON_TIME,
                 id="on the day when it was due"),
    pytest.param(Progress(received_on=date(2014, 5, 8)), Step.PRESENTED, None, State.LATE,
                 id="a day late"),
    pytest.param(Progress(received_on=DUE_ON), Step.RECEIVED, Step.SCRUTINISED, State.WAITING,
                 id="not yet scrutinised"),
    pytest.param(Progress(), Step.NOT_DUE, Step.RECEIVED, State.DUE, id="still to come"),
])
def test_a_report_has_the_mark_of_its_state(known, progress, state, awaited, expected) -> None:
    entry = next(one for one in known.entries if one.deadline.due_on == DUE_ON)
    changed = replace(entry, progress=progress, state=state, awaited=awaited, awaited_by=None)
    assert year.mark_of(changed).state is expected


@pytest.mark.parametrize("tabulate", [
    pytest.param(audits.list_register, id="the register"),
])
def test_a_long_table_is_in_the_restricted_set_only(known: Known, tabulate) -> None:
    found = {audience: tabulate(shown(known, audience), known)
             for audience in ("restricted", "board", "public")}
    assert isinstance(found["restricted"], Sheet)
    assert (found["board"], found["public"]) == (None, None)


@pytest.mark.parametrize("tabulate", [
    pytest.param(overdue.tabulate_overdue, id="overdue"),
    pytest.param(difference.tabulate_difference, id="the difference made"),
])
def test_a_table_that_names_who_owes_what_is_not_published(known: Known, tabulate) -> None:
    assert isinstance(tabulate(shown(known, "board"), known), Table)
    assert isinstance(tabulate(shown(known, "public"), known), Prose)


def test_the_route_is_for_q_and_e_only_with_who_and_which_set(known: Known) -> None:
    quarter = parse_period("2014-15 Q2")
    lines = (Line(date(2014, 10, 31), Event.RECEIVED, "Business Manager", "quarterly_data_set",
                  quarter, "0123456789abcdef"),
             Line(date(2014, 11, 12), Event.SCRUTINISED, "Q&E Group Chair", "12", quarter,
                  decision=Decision.TABLED))
    recorded = replace(known, ledger=lines)
    sheet = route.list_route(shown(known, "restricted"), recorded)
    assert sheet.data.rows == [
        ["12", "2014-15 Q2", "scrutinised", "2014-11-12", "Q&E Group Chair", "tabled", None],
        ["quarterly_data_set", "2014-15 Q2", "received", "2014-10-31", "Business Manager", None,
         "0123456789abcdef"]]
    assert route.list_route(shown(known, "board"), recorded) is None
    assert route.list_route(shown(known, "restricted"), replace(known, ledger=())) is None
