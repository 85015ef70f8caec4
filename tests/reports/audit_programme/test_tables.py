"""The tables of the audit programme paper: who sees which rows, and their cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audit_returns import sample_context

from pscb_lib.board.ledger import Event, Line
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.framework.scheduling.planner import Decision
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.blocks import Prose, Table
from pscb_lib.reports.audit_programme.known import Known, read_known
from pscb_lib.reports.audit_programme.measures import measure_audit_programme
from pscb_lib.reports.audit_programme.page import (
    actions,
    audits,
    overdue,
    planner,
    route,
    section11,
)
from pscb_lib.reports.audit_programme.page import to_come as audit_programme


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
    rows = printed(overdue.tabulate_overdue(shown(known, "board"), known))[None]
    assert [row[0] for row in rows] == [
        "Consider further training for managers / Action",
        "21 Completed actions from serious case reviews / Report, April to September 2014",
        "15 Common Assessment Framework (CAF) / Report, April to September 2014",
        "Section 11 self-audit / Not returned by three agencies",
        "Flags for children on plans in the record system / Audit",
        "Improve links and share information with adult services / Action",
        "Reports from general practice to child protection conferences / Evidence of improvement "
        "after an audit",
        "3 Budget monitoring / Report, December 2014",
        "22 Management reviews / Report, October 2014",
        "Safeguarding referrals by housing officers / Audit"]
    assert rows[1][1:] == ["SCR Group", "28 Oct 2014", "13"]


def test_reports_due_next_are_grouped_by_meeting(known: Known) -> None:
    table = audit_programme.tabulate_next(shown(known, "board"), known)
    groups = printed(table)
    assert table.caption == "Due up to the Board meeting of 3 March 2015"
    assert list(groups) == ["Q&E 11 February 2015"]
    assert groups["Q&E 11 February 2015"][4] == [
        "20 Multi-agency audits (three)", "Business Manager", "4 Feb 2015", "28 Jan 2015",
        "3 Mar 2015"]


def test_the_planner_has_every_item_under_its_heading(known: Known) -> None:
    groups = printed(planner.tabulate_planner(shown(known, "restricted"), known))
    assert {label: len(rows) for label, rows in groups.items()} == {
        "Ongoing: board performance": 4, "Ongoing: monitoring audits": 3,
        "Ongoing: quality assurance reports": 6, "Commissioned: scrutiny audits": 1,
        "Responsive: audits": 2}
    missing = groups["Ongoing: quality assurance reports"][0]
    assert missing[0] == ("11 Children missing from home and care / Performance Management Team / "
                          "Six-monthly (printed: Annually, dates 6 monthly)")
    assert groups["Ongoing: monitoring audits"][0][-1] == "No meeting fixed / November 2016"


def test_audits_to_come_are_those_that_are_not_late(known: Known) -> None:
    rows = printed(audits.tabulate_to_come(shown(known, "board"), known))[None]
    assert [row[2:] for row in rows] == [
        ["Q&E", "4 Feb 2015"], ["The agency", "18 Mar 2015"], ["Q&E", "6 May 2015"]]
    assert rows[1][:2] == [
        "Referrals made by crews", "East of England Ambulance Service NHS Trust"]


def test_actions_without_evidence_are_listed_oldest_first(known: Known) -> None:
    rows = actions.tabulate_unproven(shown(known, "restricted"), known).data.rows
    completed = [row[-2] for row in rows]
    assert len(rows) == 11
    assert completed == sorted(completed)


def test_a_standard_names_the_agency_that_does_not_comply(known: Known) -> None:
    rows = printed(section11.tabulate_standards(shown(known, "board"), known))[None]
    assert {row[0]: row[-1] for row in rows if row[-1] != "–"} == {
        "Service development and voice": "National Probation Service",
        "Training": "Peterborough Youth Offending Service"}
    assert {sum(map(int, row[1:4])) for row in rows} == {9}


def test_the_four_grades_are_shown_beside_compliance(known: Known) -> None:
    said = " ".join(section11.list_section11(shown(known, "board"), known).items)
    assert "fully met (compliant)" in said and "not met (not compliant)" in said
    assert "mostly met and 15 are partially met (partly compliant)" in said


def test_self_grades_are_a_separate_table_for_q_and_e_only(known: Known) -> None:
    groups = printed(section11.tabulate_agencies(shown(known, "restricted"), known))
    assert list(groups) == [None, "Graded by the agency itself, not yet scrutinised"]
    waiting = groups["Graded by the agency itself, not yet scrutinised"]
    assert [row[0] for row in waiting] == [
        "Peterborough City Council Public Health", "Peterborough City Council Housing"]


@pytest.mark.parametrize("tabulate", [
    pytest.param(planner.tabulate_planner, id="the planner"),
    pytest.param(audits.tabulate_register, id="the register"),
    pytest.param(lambda figures, known: actions.tabulate_progress(figures),
                 id="the progress of actions"),
    pytest.param(actions.tabulate_unproven, id="actions without evidence"),
    pytest.param(section11.tabulate_agencies, id="Section 11 by agency"),
])
def test_a_long_table_is_in_the_restricted_set_only(known: Known, tabulate) -> None:
    found = {audience: tabulate(shown(known, audience), known)
             for audience in ("restricted", "board", "public")}
    assert isinstance(found["restricted"], Table)
    assert (found["board"], found["public"]) == (None, None)


@pytest.mark.parametrize("tabulate", [
    pytest.param(overdue.tabulate_overdue, id="overdue"),
    pytest.param(audit_programme.tabulate_next, id="due next"),
    pytest.param(audits.tabulate_to_come, id="audits to come"),
    pytest.param(section11.tabulate_standards, id="Section 11 by standard"),
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
    table = route.tabulate_route(shown(known, "restricted"), recorded)
    assert printed(table) == {None: [
        ["12 Allegations against staff and volunteers / Quarter 2 2014/15", "Scrutinised / Tabled",
         "12 Nov 2014", "Q&E Group Chair", "Made elsewhere"],
        ["10 Quarterly data set / Quarter 2 2014/15", "Received", "31 Oct 2014",
         "Business Manager", "0123456789ab"]]}
    assert table.data.rows[1] == ["quarterly_data_set", "2014-15 Q2", "received", "2014-10-31",
                                  "Business Manager", None, "0123456789abcdef"]
    assert route.tabulate_route(shown(known, "board"), recorded) is None
    assert route.tabulate_route(shown(known, "restricted"), replace(known, ledger=())) is None
