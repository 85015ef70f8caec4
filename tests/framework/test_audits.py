"""The register of audits: requests, lateness, follow-up and good practice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audited import AUDIT, RECEIVED

from pscb_lib.framework.audit_summary.audits import AskedForBy, Kind

ON = date(2015, 1, 31)


@pytest.mark.parametrize(("audit", "outstanding", "late"), [
    pytest.param(AUDIT, True, True, id="asked for, due and not come"),
    pytest.param(replace(AUDIT, due_on=ON), True, False, id="not late on its last day"),
    pytest.param(RECEIVED, False, False, id="received"),
    pytest.param(replace(AUDIT, received_on=date(2015, 2, 1)), True, True,
                 id="received after the day of the report"),
    pytest.param(replace(AUDIT, asked_for_by=AskedForBy.AGENCY, asked_on=None), False, True,
                 id="the agency's own audit is late but no request"),
])
def test_outstanding_and_late_audits(audit, outstanding: bool, late: bool) -> None:
    assert (audit.is_outstanding(ON), audit.is_late(ON)) == (outstanding, late)


@pytest.mark.parametrize("missing", [
    pytest.param({"theme": None}, id="no area to be audited"),
    pytest.param({"due_on": None}, id="no timescale"),
    pytest.param({"asked_on": None}, id="no day on which it was asked"),
])
def test_a_request_outlines_the_area_and_the_timescale(missing: dict) -> None:
    assert not AUDIT.lacks_outline
    assert replace(AUDIT, **missing).lacks_outline
    assert not replace(AUDIT, asked_for_by=AskedForBy.AGENCY, **missing).lacks_outline


@pytest.mark.parametrize(("kind", "at_random", "breaks"), [
    pytest.param(Kind.MULTI_AGENCY, False, True, id="multi-agency cases that were chosen"),
    pytest.param(Kind.MULTI_AGENCY, None, True, id="multi-agency cases, choice unknown"),
    pytest.param(Kind.MULTI_AGENCY, True, False, id="multi-agency cases at random"),
    pytest.param(Kind.THEMED, None, False, id="a themed review chooses its own method"),
])
def test_cases_of_multi_agency_audits_are_selected_randomly(kind, at_random, breaks) -> None:
    assert replace(AUDIT, kind=kind, cases_at_random=at_random).breaks_random_choice is breaks


@pytest.mark.parametrize(("due_on", "came_on", "owed"), [
    pytest.param(date(2015, 1, 14), None, True, id="due and not come"),
    pytest.param(date(2015, 1, 14), date(2015, 1, 12), False, id="come"),
    pytest.param(date(2015, 3, 2), None, False, id="not due yet"),
    pytest.param(None, None, False, id="none asked for"),
])
def test_evidence_of_improvement_that_is_owed(due_on, came_on, owed: bool) -> None:
    audit = replace(RECEIVED, follow_up_due_on=due_on, follow_up_on=came_on)
    assert audit.owes_follow_up(ON) is owed


@pytest.mark.parametrize(("audit", "found", "to_spread"), [
    pytest.param(RECEIVED, False, False, id="none found"),
    pytest.param(replace(RECEIVED, good_practice="Joint visits"), True, True, id="not spread"),
    pytest.param(replace(RECEIVED, good_practice="Joint visits", spread_on=date(2014, 10, 1)),
                 True, False, id="spread"),
    pytest.param(replace(AUDIT, good_practice="Joint visits"), False, False,
                 id="the audit has not come"),
])
def test_good_practice_is_to_be_spread(audit, found: bool, to_spread: bool) -> None:
    assert (audit.has_found_practice(ON), audit.has_practice_to_spread(ON)) == (found, to_spread)
