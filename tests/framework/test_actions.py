"""Actions: the end is evidence of an outcome, and the first due date is the one that counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audited import AGREED, CLOSED, COMPLETED, EVIDENCED, IMPLEMENTED

from pscb_lib.framework.audit_summary.actions import Action, ActionStatus

NOT_AN_END = (
    "action ACT-1: an action is closed only with evidence of an outcome: signing off an "
    "individual action should not be viewed as an end (section 4)"
)
OUT_OF_ORDER = (
    "action ACT-1: an action is agreed, completed, implemented, evidenced and closed, in this "
    "order"
)


@pytest.mark.parametrize(("action", "status"), [
    pytest.param(AGREED, ActionStatus.AGREED, id="agreed"),
    pytest.param(COMPLETED, ActionStatus.COMPLETED, id="completed: the owner says so"),
    pytest.param(IMPLEMENTED, ActionStatus.IMPLEMENTED, id="implemented: an officer has seen it"),
    pytest.param(EVIDENCED, ActionStatus.OUTCOME_EVIDENCED, id="outcome evidenced"),
    pytest.param(CLOSED, ActionStatus.CLOSED, id="closed"),
])
def test_the_status_is_the_last_one_reached(action: Action, status: ActionStatus) -> None:
    assert action.status is status


@pytest.mark.parametrize("action", [
    pytest.param(AGREED, id="from agreed"),
    pytest.param(COMPLETED, id="from completed"),
    pytest.param(IMPLEMENTED, id="from implemented"),
])
def test_closing_without_evidence_of_an_outcome_is_impossible(action: Action) -> None:
    with pytest.raises(ValueError) as refusal:
        replace(action, closed_on=date(2015, 1, 30))
    assert str(refusal.value) == NOT_AN_END


def test_a_day_of_evidence_without_its_words_does_not_close_an_action() -> None:
    with pytest.raises(ValueError) as refusal:
        replace(IMPLEMENTED, evidenced_on=date(2014, 12, 1), closed_on=date(2014, 12, 10))
    assert str(refusal.value) == NOT_AN_END


@pytest.mark.parametrize("change", [
    pytest.param({"implemented_on": date(2014, 9, 1)}, id="implemented before completed"),
    pytest.param({"completed_on": date(2014, 5, 1)}, id="completed before it was agreed"),
    pytest.param({"completed_on": date(2014, 9, 1), "implemented_on": date(2014, 8, 1)},
                 id="dates that go back"),
    pytest.param({"completed_on": date(2014, 9, 1), "evidenced_on": date(2014, 12, 1),
                  "outcome": "seen"}, id="evidence of what was not implemented"),
])
def test_a_step_is_neither_skipped_nor_reversed(change: dict) -> None:
    with pytest.raises(ValueError) as refusal:
        replace(AGREED, **change)
    assert str(refusal.value) == OUT_OF_ORDER


@pytest.mark.parametrize("change", [
    pytest.param({"outcome": "28 of 30"}, id="words without a day"),
    pytest.param({"evidenced_on": date(2014, 12, 1)}, id="a day without words"),
])
def test_evidence_has_its_words_and_its_day(change: dict) -> None:
    with pytest.raises(ValueError) as refusal:
        replace(IMPLEMENTED, **change)
    assert str(refusal.value) == (
        "action ACT-1: evidence of an outcome needs both its words and its day")


@pytest.mark.parametrize(("change", "on", "expected"), [
    pytest.param({"completed_on": date(2014, 8, 29)}, date(2015, 1, 31), True,
                 id="completed on its due date"),
    pytest.param({"completed_on": date(2014, 8, 30)}, date(2015, 1, 31), False,
                 id="completed a day late"),
    pytest.param({"completed_on": date(2014, 9, 5), "revised_due_on": date(2014, 9, 30)},
                 date(2015, 1, 31), False, id="a date put off does not make it punctual"),
    pytest.param({}, date(2014, 8, 29), None, id="not yet due"),
    pytest.param({}, date(2014, 8, 30), False, id="overdue"),
    pytest.param({"due_on": None}, date(2015, 1, 31), None, id="no due date to judge by"),
])
def test_on_time_is_judged_by_the_first_due_date(change: dict, on: date, expected) -> None:
    assert replace(AGREED, **change).on_time(on) is expected


@pytest.mark.parametrize(("on", "expected"), [
    pytest.param(date(2014, 12, 10), CLOSED, id="all of it on the last day"),
    pytest.param(date(2014, 11, 30), IMPLEMENTED, id="no evidence before it was found"),
    pytest.param(date(2014, 8, 1), AGREED, id="nothing before it was done"),
])
def test_later_steps_are_not_known(on: date, expected: Action) -> None:
    assert CLOSED.known_on(on) == expected


@pytest.mark.parametrize(("change", "overdue"), [
    pytest.param({}, True, id="past its due date"),
    pytest.param({"revised_due_on": date(2015, 3, 31)}, False, id="put off"),
    pytest.param({"revised_due_on": date(2015, 1, 30)}, True, id="put off and past that too"),
    pytest.param({"due_on": date(2015, 1, 31)}, False, id="on its last day"),
    pytest.param({"due_on": None}, False, id="without a due date"),
    pytest.param({"completed_on": date(2014, 12, 1)}, False, id="complete, if late"),
])
def test_an_action_is_overdue(change: dict, overdue: bool) -> None:
    assert replace(AGREED, **change).is_overdue(date(2015, 1, 31)) is overdue
