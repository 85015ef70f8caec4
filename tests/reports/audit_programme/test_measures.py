"""The figures of the audit programme, counted by hand on small cases and on the sample."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audit_returns import sample_context
from audited import AGREED, AUDIT, CLOSED, COMPLETED, EVIDENCED, IMPLEMENTED, RECEIVED

from pscb_lib.disclosure.figures import NOBODY, TOTAL
from pscb_lib.framework.audit_summary.actions import ActionStatus
from pscb_lib.framework.audit_summary.section11 import SelfAudit
from pscb_lib.framework.scheduling.planner import Entry, Progress, State
from pscb_lib.reports.audit_programme import places
from pscb_lib.reports.audit_programme.known import RETURNS, Known, read_known
from pscb_lib.reports.audit_programme.measures import (
    actions,
    audits,
    due_next,
    measure_audit_programme,
    measure_near,
    measure_overdue,
    measure_planner,
    section11,
)
from pscb_lib.reports.audit_programme.overdue import find_overdue, is_overdue

ON = date(2015, 1, 31)
BANDS = list(actions.BANDS)


@pytest.fixture(scope="module")
def known() -> Known:
    """The shipped sample."""
    return read_known(sample_context())


def at(rows: list[dict], table: str) -> dict:
    """The actuals of a table by row, or by row and column."""
    return {(row["row"], row["column"]) if row["column"] else row["row"]: row["actual"]
            for row in rows if row["table"] == table}


def test_every_figure_is_about_agencies_work(known: Known) -> None:
    figures = measure_audit_programme(known)
    assert set(figures.loc[figures["readers"] != NOBODY, "describes"]) == {"agency"}


def test_actions_are_counted_by_status() -> None:
    rows = actions.measure_actions([AGREED, COMPLETED, IMPLEMENTED, EVIDENCED, CLOSED], ON)
    assert at(rows, places.ACTIONS) == {places.REACHED[status][1]: number for status, number in zip(
        ActionStatus, (5, 4, 3, 2, 1), strict=True)}


def test_on_time_leaves_out_what_is_not_yet_due() -> None:
    late = replace(AGREED, completed_on=date(2014, 9, 1), revised_due_on=date(2014, 10, 1))
    waiting = replace(AGREED, due_on=date(2015, 3, 31))
    row, = (row for row in actions.measure_actions([COMPLETED, late, AGREED, waiting], ON)
            if row["table"] == places.DONE_ON_TIME[0])
    assert (row["numerator"], row["denominator"]) == (1, 3)


@pytest.mark.parametrize(("completed_on", "band"), [
    pytest.param(date(2014, 11, 1), BANDS[0], id="91 days"),
    pytest.param(date(2014, 10, 31), BANDS[1], id="92 days"),
    pytest.param(date(2014, 8, 2), BANDS[1], id="182 days"),
    pytest.param(date(2014, 8, 1), BANDS[2], id="183 days"),
    pytest.param(date(2014, 1, 31), BANDS[2], id="365 days"),
    pytest.param(date(2014, 1, 30), BANDS[3], id="366 days"),
])
def test_an_action_complete_without_evidence_has_an_age(completed_on: date, band: str) -> None:
    action = replace(AGREED, agreed_on=date(2013, 12, 1), completed_on=completed_on)
    ages = at(actions.measure_actions([action], ON), places.ACTIONS_AGE)
    assert [row for (row, column), number in ages.items()
            if column == places.UNPROVEN[2] and number] == [band, TOTAL]


def test_an_action_with_evidence_has_no_age() -> None:
    ages = at(actions.measure_actions([EVIDENCED, CLOSED], ON), places.ACTIONS_AGE)
    assert set(ages.values()) == {0}


def test_audits_are_counted_by_kind_and_in_total() -> None:
    owing = replace(RECEIVED, follow_up_due_on=date(2015, 1, 14), good_practice="Joint visits")
    rows = audits.measure_audits([AUDIT, RECEIVED, owing], ON)
    total = {column: number for (row, column), number in at(rows, places.AUDITS).items()
             if row == TOTAL}
    assert total == dict(zip(places.AUDIT_COLUMNS, (3, 2, 1, 0, 1, 1), strict=True))
    assert at(rows, places.FOUND[0]) == {places.FOUND[1]: 1, places.TO_SPREAD[1]: 1}


def test_the_register_adds_up(known: Known) -> None:
    total = {column: number for (row, column), number in
             at(audits.measure_audits(known.audits, ON), places.AUDITS).items() if row == TOTAL}
    assert [total[name] for name in places.AUDIT_COLUMNS[:5]] == [17, 12, 4, 1, 2]


def test_an_action_closed_without_evidence_is_counted_separately(known: Known) -> None:
    row = actions.measure_refused(known.findings)
    assert (row["actual"], row["describes"]) == (1, "agency")


def test_returns_are_counted_in_total_and_by_the_due_date() -> None:
    due = date(2014, 11, 28)
    forms = [SelfAudit("A", due, due, ()), SelfAudit("B", due, date(2014, 12, 16), ()),
             SelfAudit("C", due, None, ())]
    rows = section11.measure_section11(forms, ON)
    assert [(row["row"], row["numerator"], row["denominator"]) for row in rows
            if row["table"] == places.RETURNED[0]] == [
        (places.RETURNED[1], 2, 3), (places.IN_TIME[1], 1, 3)]


def test_the_planner_counts_what_was_due_so_far(known: Known) -> None:
    late, early, ahead = known.entries[0], known.entries[1], known.ahead[0]
    entries: list[Entry] = [
        replace(late, progress=Progress(received_on=date(2014, 5, 12)), state=State.RECEIVED),
        replace(early, progress=Progress(), state=State.OVERDUE),
        replace(ahead, progress=Progress(received_on=ON), state=State.RECEIVED),
    ]
    assert at(measure_planner(entries, ON), places.PROGRAMME) == {
        places.DUE[1]: 2, places.RECEIVED[1]: 1, places.ON_TIME[1]: 0, places.SCRUTINISED[1]: 0,
        places.PRESENTED[1]: 0, places.OVERDUE[1]: 1}


def test_the_sample_says_of_29_actions_19_are_complete_and_eight_evidenced(known: Known) -> None:
    rows = actions.measure_actions(known.actions, ON)
    figures = at(rows, places.ACTIONS)
    assert [figures[places.REACHED[status][1]] for status in (
        ActionStatus.AGREED, ActionStatus.COMPLETED, ActionStatus.OUTCOME_EVIDENCED)] == [29, 19, 8]
    # ACT-29 is superseded; ACT-27 is open again.
    aside, again, open_ones = (at(rows, place[0]) for place in (
        places.SUPERSEDED, places.REOPENED, places.OPEN))
    assert list(aside.values()) == [1, 0] and list(again.values()) == [1]
    assert open_ones[places.OPEN[1:]] == 29 - 19 - 1


def test_of_the_sample_two_rows_are_rejected_and_a_repeated_one_is_left_out() -> None:
    rows = [kind.read_for(sample_context()).rows for kind in RETURNS]
    assert [one["rejected"] for one in rows] == [0, 1, 0, 1, 0, 0]
    assert [one["left_out"] for one in rows] == [0, 1, 1, 0, 0, 0]  # one is asked for later


def test_an_overdue_report_is_carried_over_to_the_next_year() -> None:
    later = replace(sample_context(), as_of=date(2015, 4, 15))
    overdue = {(entry.deadline.audit.item, entry.deadline.period.label)
               for entry in read_known(later).entries if entry.state is State.OVERDUE}
    assert {(15, "2014-15 H1"), (21, "2014-15 H1"), (10, "2014-15 Q3")} <= overdue


def test_all_that_is_overdue_is_counted_by_its_kind(known: Known) -> None:
    rows = measure_overdue(known)
    assert at(rows, places.ALL_OVERDUE) == {
        "Reports": 4, "Audits": 2, "Follow-ups to audits": 1, "Actions": 3,
        "Section 11 returns": 3, "Papers called for": 0, TOTAL: 13}
    assert [one.since for one in find_overdue(known)] == sorted(
        one.since for one in find_overdue(known))


def test_reports_overdue_when_the_board_last_met_are_those_known_then(known: Known) -> None:
    # On 2 December items 15 (due 5 November) and 21 (due 28 October) had not come.
    assert known.before_on == date(2014, 12, 2)
    assert {entry.deadline.audit.item for entry in known.before if is_overdue(entry)} == {15, 21}
    rows = measure_near(known)
    assert at(rows, places.OVERDUE_BEFORE[0]) == {places.OVERDUE_BEFORE[1]: 2}


def test_reports_due_by_the_next_meeting_of_q_and_e_leave_out_what_came(known: Known) -> None:
    assert [entry.deadline.audit.item for entry in due_next(known)] == [8, 9, 10, 11, 14]


def test_without_an_earlier_board_meeting_there_is_no_earlier_figure(known: Known) -> None:
    assert places.OVERDUE_BEFORE[0] not in {
        row["table"] for row in measure_near(replace(known, before_on=None))}


def test_an_action_closed_without_evidence_is_named(known: Known) -> None:
    assert [(one.owner, one.agency) for one in known.refused] == [
        ("Conference Service Manager", "Safeguarding team")]
