"""The register of actions as a return: a row that closes an action needs an outcome."""

from __future__ import annotations

import pytest
from audit_returns import findings, read_rows

from pscb_lib.framework.audit_summary.actions import ActionStatus
from pscb_lib.returns.actions.record import make_actions
from pscb_lib.returns.registers.actions import RETURN as ACTIONS

ROW = {
    "action_id": "ACT-1", "arising_from": "SA-1", "finding": "Minutes came late",
    "recommendation": "Share minutes on the day", "text": "Send minutes within one working day",
    "measure": "90% in one day", "agency": "Police", "owner": "Detective Inspector",
    "agreed_on": "14/05/2014", "due_on": "29/08/2014", "revised_due_on": "",
    "completed_on": "29/08/2014", "implemented_on": "10/09/2014", "evidenced_on": "01/12/2014",
    "closed_on": "10/12/2014", "outcome": "28 of 30 on the day", "source": "illustrative",
}


@pytest.fixture
def read(tmp_path):
    return lambda *changes: read_rows(ACTIONS.read_for, tmp_path / "actions.csv", ROW, *changes)


@pytest.mark.parametrize(("change", "expected"), [
    pytest.param(
        {"outcome": ""},
        "column outcome and closed_on, value ' and 10/12/2014': an action is closed only with "
        "evidence of an outcome: signing off an individual action should not be viewed as an end "
        "(section 4); give the evidence of an outcome and its day, or leave the action open",
        id="signed off with nothing to show"),
    pytest.param(
        {"implemented_on": ""},
        "column agreed_on and completed_on and implemented_on and evidenced_on and closed_on, "
        "value '14/05/2014 and 29/08/2014 and  and 01/12/2014 and 10/12/2014': an action is "
        "agreed, completed, implemented, evidenced and closed, in this order; fill the missing "
        "day or correct the one out of order", id="a step is missing"),
    pytest.param(
        {"evidenced_on": "", "closed_on": ""},
        "column outcome and evidenced_on, value '28 of 30 on the day and ': evidence of an outcome "
        "needs both its words and its day; fill both or neither", id="evidence of no day"),
])
def test_a_row_breaks_one_rule_and_is_rejected(read, change, expected) -> None:
    assert findings(read(change)) == [f"actions.csv, row 2, {expected}"]


def test_an_action_is_registered_once(read) -> None:
    assert findings(read({}, {"owner": "Head of Service"})) == [
        f"actions.csv, row {row}, column owner, value '{owner}': rows 2 and 3 register one action "
        "and are not the same; give each action an id of its own"
        for row, owner in ((2, read({}).frame["owner"][0]), (3, "Head of Service"))]


TRUST = "Cambridgeshire and Peterborough Probation Trust"


def test_an_agency_is_named_as_it_was_when_the_action_was_agreed(read) -> None:
    """The National Probation Service took over from the Trust on 1 June 2014."""
    assert list(read({"agency": TRUST}).frame["agency"]) == ["National Probation Service"]
    assert findings(read({"agency": TRUST, "agreed_on": "02/06/2014"})) == [
        f"actions.csv, row 2, column agency, value '{TRUST}': is a name that was not in use at the "
        "date of the row; use the name of that time, or correct the date"]


def test_an_action_agreed_after_the_report_is_left_out(read) -> None:
    later = dict.fromkeys(("completed_on", "implemented_on", "evidenced_on", "closed_on",
                           "outcome"), "")
    checked = read({**later, "agreed_on": "11/02/2015"})
    assert checked.reasons == {"agreed after the day of the report": 1}


def test_a_row_becomes_an_action_with_its_recommendation(read) -> None:
    action, = make_actions(read({}).frame.to_dict("records"))
    assert action.status is ActionStatus.CLOSED
    assert (action.recommendation.source, action.recommendation.finding) == (
        "SA-1", "Minutes came late")


def test_an_action_that_answers_no_recommendation_has_none(read) -> None:
    action, = make_actions(read({"recommendation": ""}).frame.to_dict("records"))
    assert action.recommendation is None
