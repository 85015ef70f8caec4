"""The figures of the audit programme, counted by hand on small cases and on the sample."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audit_returns import sample_context
from audited import AGREED, AUDIT, CLOSED, COMPLETED, EVIDENCED, IMPLEMENTED, RECEIVED
from papers import ROOT

from pscb_lib.board.standards import read_standards
from pscb_lib.disclosure.figures import frame
from pscb_lib.disclosure.masking import for_audience
from pscb_lib.framework.audit_summary.section11 import Answer, Grade, SelfAudit
from pscb_lib.framework.scheduling.planner import Entry, Progress, State
from pscb_lib.reports.audit_programme.known import Known, read_known
from pscb_lib.reports.audit_programme.measures import (
    actions,
    audits,
    measure_audit_programme,
    measure_planner,
    section11,
)

ON = date(2015, 1, 31)
STANDARDS = read_standards(ROOT / "params" / "section11_standards.csv")


@pytest.fixture(scope="module")
def known() -> Known:
    """The shipped sample."""
    return read_known(sample_context())


def at(rows: list[dict], table: str) -> dict:
    """The actuals of a table by row, or by row and column."""
    return {(row["row"], row["column"]) if row["column"] else row["row"]: row["actual"]
            for row in rows if row["table"] == table}


def test_every_figure_is_about_agencies_work(known: Known) -> None:
    assert set(measure_audit_programme(known)["describes"]) == {"agency"}


def test_actions_are_counted_by_how_far_they_have_come() -> None:
    rows = actions.measure_actions([AGREED, COMPLETED, IMPLEMENTED, EVIDENCED, CLOSED], ON)
    assert at(rows, "actions") == {"Agreed": 5, "Completed": 4, "Implemented": 3,
                                   "Outcome evidenced": 2, "Closed": 1}


def test_on_time_leaves_out_what_is_not_yet_due() -> None:
    late = replace(AGREED, completed_on=date(2014, 9, 1), revised_due_on=date(2014, 10, 1))
    waiting = replace(AGREED, due_on=date(2015, 3, 31))
    row, = (row for row in actions.measure_actions([COMPLETED, late, AGREED, waiting], ON)
            if row["table"] == "actions_on_time")
    assert (row["numerator"], row["denominator"]) == (1, 3)


@pytest.mark.parametrize(("completed_on", "band"), [
    pytest.param(date(2014, 11, 1), "Up to 3 months", id="91 days"),
    pytest.param(date(2014, 10, 31), "3 to 6 months", id="92 days"),
    pytest.param(date(2014, 8, 2), "3 to 6 months", id="182 days"),
    pytest.param(date(2014, 8, 1), "6 to 12 months", id="183 days"),
    pytest.param(date(2014, 1, 31), "6 to 12 months", id="365 days"),
    pytest.param(date(2014, 1, 30), "Over 12 months", id="366 days"),
])
def test_what_is_complete_without_evidence_ages(completed_on: date, band: str) -> None:
    action = replace(AGREED, agreed_on=date(2013, 12, 1), completed_on=completed_on)
    ages = at(actions.measure_actions([action], ON), "actions_age")
    assert [row for (row, column), number in ages.items()
            if column == actions.UNPROVEN and number] == [band, "Total"]


def test_what_has_evidence_is_at_its_end_and_does_not_age() -> None:
    ages = at(actions.measure_actions([EVIDENCED, CLOSED], ON), "actions_age")
    assert set(ages.values()) == {0}


def test_audits_are_counted_by_kind_and_in_all() -> None:
    owing = replace(RECEIVED, follow_up_due_on=date(2015, 1, 14), good_practice="Joint visits")
    rows = audits.measure_audits([AUDIT, RECEIVED, owing], ON)
    total = {column: number for (row, column), number in at(rows, "audits").items()
             if row == "Total"}
    assert total == {"On the register": 3, "Received": 2, "Asked for, outstanding": 1,
                     "An agency's own, to come": 0, "Late": 1, "Follow-up owed": 1}
    assert at(rows, "good_practice") == {"Found": 1, "Not yet spread": 1}


def test_the_register_adds_up(known: Known) -> None:
    total = {column: number for (row, column), number in
             at(audits.measure_audits(known.audits, ON), "audits").items() if row == "Total"}
    assert (total["On the register"], total["Received"], total["Asked for, outstanding"],
            total["An agency's own, to come"], total["Late"]) == (15, 10, 4, 1, 2)


def test_an_action_closed_without_evidence_is_counted_apart(known: Known) -> None:
    row = actions.measure_refused(
        finding for checked in known.returns for finding in checked.findings)
    assert (row["actual"], row["describes"]) == (1, "agency")


def test_returns_are_told_eventually_and_by_the_due_date() -> None:
    due = date(2014, 11, 28)
    forms = [SelfAudit("A", due, due, ()), SelfAudit("B", due, date(2014, 12, 16), ()),
             SelfAudit("C", due, None, ())]
    rows = section11.measure_section11(forms, STANDARDS, ON)
    assert [(row["row"], row["numerator"], row["denominator"]) for row in rows
            if row["table"] == "section11_return"] == [
        ("Returned", 2, 3), ("Returned by the due date", 1, 3)]


@pytest.mark.parametrize(("audience", "agencies"), [
    pytest.param("restricted", {"B"}, id="Q&E sees what it is to scrutinise"),
    pytest.param("board", set(), id="the Board sees no grade that Q&E has not scrutinised"),
    pytest.param("public", set(), id="nor does the public"),
])
def test_unscrutinised_grades_stay_with_q_and_e(audience: str, agencies: set[str]) -> None:
    due = date(2014, 11, 28)
    scrutinised = Answer(4, Grade.FULLY_MET, None, Grade.NOT_MET, date(2014, 12, 10))
    forms = [SelfAudit("A", due, due, (scrutinised,)),
             SelfAudit("B", due, due, (Answer(4, Grade.NOT_MET),))]
    rows = for_audience(frame(section11.measure_section11(forms, STANDARDS, ON)),
                        audience).to_dict("records")
    by_standard = at(rows, "section11_standards")
    assert by_standard["Service development and voice", "Not compliant"] == 1
    assert {row for row, _ in at(rows, "section11_agencies")} == {"A"}
    assert {row for row, _ in at(rows, "section11_awaiting")} == agencies
    assert at(rows, "section11_grades") == {
        "Grades scrutinised": 1, "Fully met without evidence": 0, "Lowered": 1}
    assert at(rows, "section11_scale") == {
        "Fully met": 0, "Mostly met": 0, "Partially met": 0, "Not met": 1}
    assert at(rows, "section11_scrutinised") == {"Agencies scrutinised": 1}


def test_the_planner_counts_what_was_due_so_far(known: Known) -> None:
    late, early, ahead = known.entries[0], known.entries[1], known.ahead[0]
    entries: list[Entry] = [
        replace(late, progress=Progress(received_on=date(2014, 5, 12)), state=State.RECEIVED),
        replace(early, progress=Progress(), state=State.OVERDUE),
        replace(ahead, progress=Progress(received_on=ON), state=State.RECEIVED),
    ]
    assert at(measure_planner(entries, ON), "programme") == {
        "Due so far": 2, "Received": 1, "Received on time": 0, "Scrutinised": 0,
        "Presented": 0, "Overdue": 1}


def test_the_sample_says_of_24_actions_18_are_complete_and_seven_evidenced(known: Known) -> None:
    rows = actions.measure_actions(known.actions, ON)
    figures = at(rows, "actions")
    assert (figures["Agreed"], figures["Completed"], figures["Outcome evidenced"]) == (24, 18, 7)


def test_of_the_sample_two_rows_are_rejected_and_a_repeated_one_is_left_out(known: Known) -> None:
    assert [checked.rows["rejected"] for checked in known.returns] == [0, 1, 0, 1]
    assert [checked.rows["left_out"] for checked in known.returns] == [0, 1, 0, 0]


def test_what_was_overdue_at_the_years_end_is_carried_over() -> None:
    later = replace(sample_context(), as_of=date(2015, 4, 15))
    overdue = {(entry.deadline.audit.item, entry.deadline.period.label)
               for entry in read_known(later).entries if entry.state is State.OVERDUE}
    assert {(15, "2014-15 H1"), (21, "2014-15 H1"), (10, "2014-15 Q3")} <= overdue
