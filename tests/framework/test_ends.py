"""An action ends with evidence of an outcome: every state, and every way round that fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from audited import AGREED, CLOSED, COMPLETED, EVIDENCED, IMPLEMENTED

from pscb_lib.framework.audit_summary import ends
from pscb_lib.framework.audit_summary.actions import Action, ActionStatus, SideState
from pscb_lib.framework.audit_summary.evidence import Evidence

REFUSED = {"not_accepted_by": "CPFT", "not_accepted_because": "It is another agency's duty"}
REOPENED = {"reopened_on": date(2015, 1, 12), "reopened_because": "A check found it in no file"}
ON = date(2015, 1, 31)

WAYS_ROUND = [
    pytest.param(IMPLEMENTED, {"closed_on": date(2015, 1, 5)}, ends.NOT_AN_END,
                 id="closed without an outcome"),
    pytest.param(CLOSED, {"outcome": ""}, ends.NOT_AN_END, id="closed with a blank outcome"),
    pytest.param(CLOSED, {"evidenced_on": None}, ends.OUT_OF_ORDER,
                 id="closed without the day of its evidence"),
    pytest.param(EVIDENCED, {"evidenced_on": None}, ends.EVIDENCE_UNDATED,
                 id="evidence of no day"),
    pytest.param(CLOSED, {"evidenced_on": date(2014, 8, 1)}, ends.OUT_OF_ORDER,
                 id="evidence from before it was completed"),
    pytest.param(CLOSED, {"closed_on": date(2014, 11, 30)}, ends.OUT_OF_ORDER,
                 id="closed before its evidence was found"),
    pytest.param(COMPLETED, {"evidence_kind": Evidence.AUDIT}, ends.EVIDENCE_OF_NOTHING,
                 id="a kind of evidence, and no evidence"),
    *(pytest.param(CLOSED, {"outcome": words}, ends.SAYS_NOTHING, id=f"the outcome is {words!r}")
      for words in ("Done", "n/a", "-", "Completed.", "signed off", AGREED.text)),
    pytest.param(CLOSED, REOPENED, ends.CLOSED_AGAIN, id="closed, and reopened later"),
    pytest.param(CLOSED, {**REOPENED, "closed_on": date(2015, 1, 20)}, ends.CLOSED_AGAIN,
                 id="closed again on the evidence of before"),
    pytest.param(CLOSED, {**REOPENED, "evidenced_on": date(2015, 1, 12),
                          "closed_on": date(2015, 1, 20)}, ends.CLOSED_AGAIN,
                 id="closed again on the evidence of the day"),
    pytest.param(AGREED, REOPENED, ends.REOPENED_EARLY, id="reopened and never completed"),
    pytest.param(COMPLETED, {**REOPENED, "reopened_on": date(2014, 8, 28)}, ends.REOPENED_EARLY,
                 id="reopened before it was completed"),
    pytest.param(COMPLETED, {"reopened_on": date(2015, 1, 12)}, ends.REOPENED_UNSAID,
                 id="reopened for no reason"),
    pytest.param(COMPLETED, {"reopened_because": "A check"}, ends.REOPENED_UNSAID,
                 id="reopened on no day"),
    pytest.param(AGREED, {"not_accepted_by": "CPFT"}, ends.NOT_ACCEPTED_UNSAID,
                 id="not accepted, and not why"),
    pytest.param(AGREED, {"not_accepted_because": "No"}, ends.NOT_ACCEPTED_UNSAID,
                 id="not accepted by nobody"),
    pytest.param(COMPLETED, REFUSED, ends.NOT_ACCEPTED_DONE, id="not accepted, and completed"),
    pytest.param(CLOSED, REFUSED, ends.NOT_ACCEPTED_DONE, id="not accepted, and closed"),
    pytest.param(AGREED, {"superseded_by": "ACT-1"}, ends.SUPERSEDES_ITSELF,
                 id="superseded by itself"),
    pytest.param(CLOSED, {"superseded_by": "ACT-2"}, ends.TWO_ENDS, id="closed and superseded"),
    pytest.param(AGREED, {**REFUSED, "superseded_by": "ACT-2"}, ends.TWO_ENDS,
                 id="not accepted and superseded"),
]


@pytest.mark.parametrize(("action", "change", "says"), WAYS_ROUND)
def test_no_action_ends_round_the_rule(action: Action, change: dict, says: str) -> None:
    with pytest.raises(ValueError) as refusal:
        replace(action, **change)
    assert str(refusal.value) == f"action ACT-1: {says}"


AGAIN = replace(EVIDENCED, **REOPENED)
PROVEN_AGAIN = replace(AGAIN, outcome="19 of 20", evidenced_on=date(2015, 1, 26))


@pytest.mark.parametrize(("action", "side", "status", "is_open", "lacks_evidence"), [
    pytest.param(AGREED, None, ActionStatus.AGREED, True, False, id="agreed"),
    pytest.param(IMPLEMENTED, None, ActionStatus.IMPLEMENTED, False, True, id="in place"),
    pytest.param(CLOSED, None, ActionStatus.CLOSED, False, False, id="closed"),
    pytest.param(replace(AGREED, **REFUSED), SideState.NOT_ACCEPTED, ActionStatus.AGREED, False,
                 False, id="not accepted"),
    pytest.param(replace(COMPLETED, superseded_by="ACT-2"), SideState.SUPERSEDED,
                 ActionStatus.COMPLETED, False, False, id="superseded"),
    pytest.param(AGAIN, SideState.REOPENED, ActionStatus.AGREED, True, False,
                 id="open again, whatever it was before"),
    pytest.param(replace(AGAIN, implemented_on=date(2015, 1, 20), outcome=None, evidenced_on=None),
                 None, ActionStatus.IMPLEMENTED, False, True, id="in place again"),
    pytest.param(PROVEN_AGAIN, None, ActionStatus.OUTCOME_EVIDENCED, False, False,
                 id="evidence since"),
    pytest.param(replace(PROVEN_AGAIN, closed_on=date(2015, 1, 30)), None, ActionStatus.CLOSED,
                 False, False, id="closed on evidence since"),
])
def test_the_states_of_an_action(action, side, status, is_open, lacks_evidence) -> None:
    assert (action.side, action.status, action.is_open, action.lacks_evidence) == (
        side, status, is_open, lacks_evidence)


def test_a_side_state_is_known_from_its_day() -> None:
    superseded = replace(AGREED, superseded_by="ACT-2", superseded_on=date(2015, 1, 14))
    assert superseded.known_on(date(2015, 1, 13)) == AGREED
    assert replace(COMPLETED, **REOPENED).known_on(date(2015, 1, 11)) == COMPLETED


@pytest.mark.parametrize(("moved_to", "overdue"), [
    pytest.param(None, False, id="no day was set since"),
    pytest.param(date(2014, 10, 31), False, id="the day is from before"),
    pytest.param(date(2015, 1, 30), True, id="the new day has passed"),
    pytest.param(date(2015, 1, 31), False, id="the new day is today"),
])
def test_a_reopened_action_is_late_by_the_day_set_since(moved_to, overdue) -> None:
    assert replace(AGAIN, revised_due_on=moved_to).is_overdue(ON) is overdue


@pytest.mark.parametrize("change", [{"superseded_by": "ACT-2"}, REFUSED], ids=str)
def test_what_is_not_to_be_done_is_neither_late_nor_on_time(change: dict) -> None:
    aside = replace(AGREED, **change)
    assert (aside.is_overdue(ON), aside.on_time(ON)) == (False, None)


def row(action_id: str, superseded_by: str | None = None, **others) -> dict:
    return {"action_id": action_id, "agreed_on": date(2014, 5, 14),
            "superseded_by": superseded_by, **others}


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([row("A", "B"), row("B")], [], id="by one that is open"),
    pytest.param([row("A", "B"), row("B", closed_on=date(2014, 12, 1))], [],
                 id="by one that was closed since"),
    pytest.param([row("A", "X")], [("A", ends.UNKNOWN)], id="by an unknown one"),
    pytest.param([row("A", "B"), row("B", not_accepted_by="CPFT")], [("A", ends.NO_SUCCESSOR)],
                 id="by one that was not accepted"),
    pytest.param([row("A", "B"), row("B", closed_on=date(2014, 5, 13))],
                 [("A", ends.ENDED_BEFORE)], id="by one that was closed before"),
    pytest.param([row("A", "B"), row("B", "A")], [("A", ends.CIRCLE), ("B", ends.CIRCLE)],
                 id="by each other"),
    pytest.param([row(*pair) for pair in pairwise("ABCA")],
                 [(one, ends.CIRCLE) for one in "ABC"], id="in a circle of three"),
    pytest.param([row("A", "B"), row("B", "C"), row("C", "B")],
                 [(one, ends.CIRCLE) for one in "ABC"], id="into a circle of others"),
])
def test_an_action_is_superseded_by_one_that_can_carry_it_on(rows, expected) -> None:
    assert [*ends.broken_successions({one["action_id"]: one for one in rows})] == expected
