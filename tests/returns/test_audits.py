"""The register of audits as a return."""

from __future__ import annotations

import pytest
from audit_returns import findings, read_rows

from pscb_lib.framework.audit_summary.audits import AskedForBy, Kind
from pscb_lib.returns.registers.audits import RETURN as AUDITS
from pscb_lib.returns.registers.audits import make_audits

ROW = {
    "audit_id": "MA-1", "kind": "multi-agency", "agency": "", "theme": "Neglect",
    "asked_for_by": "Q&E", "asked_on": "14/05/2014", "due_on": "03/09/2014",
    "received_on": "02/09/2014", "cases": "8", "cases_at_random": "Y",
    "grade": "requires improvement", "action_plan_on": "", "follow_up_due_on": "",
    "follow_up_on": "", "scrutinised_on": "2014-09-10", "good_practice": "", "spread_on": "",
    "reaudit_of": "", "equality_examined": "", "equality_found": "",
    "source": "illustrative",
}


@pytest.fixture
def read(tmp_path):
    return lambda *changes: read_rows(AUDITS.read_for, tmp_path / "audits.csv", ROW, *changes)


@pytest.mark.parametrize(("change", "expected"), [
    pytest.param(
        {"cases_at_random": "no"},
        "column kind and cases_at_random, value 'multi-agency and no': cases of a multi-agency "
        "audit are selected randomly (section 9); write yes, or register it as another kind of "
        "audit", id="cases that were chosen"),
    pytest.param(
        {"theme": ""},
        "column asked_for_by and theme and asked_on and due_on, value 'Q&E and  and 14/05/2014 and "
        "03/09/2014': a request outlines the area to be audited along with the timescale "
        "(section 8); fill the theme and both dates", id="a request without its area"),
    pytest.param(
        {"kind": "single-agency"},
        "column kind and agency, value 'single-agency and ': a single-agency audit names its "
        "agency; fill the agency", id="whose audit?"),
    pytest.param(
        {"received_on": "13/05/2014"},
        "column asked_on and received_on, value '14/05/2014 and 13/05/2014': an audit cannot come "
        "before it was asked for; correct one of the two dates", id="received before asked for"),
    pytest.param(
        {"grade": "adequate", "received_on": "20/05/2014"},
        "column grade and received_on, value 'adequate and 20/05/2014': adequate was a grade until "
        "November 2013 alone; write Requires improvement", id="a grade of before 2013"),
    pytest.param(
        {"reaudit_of": "SA-77"},
        "column reaudit_of, value 'SA-77': repeats an audit that is not on the register; correct "
        "the id, or register that audit", id="repeats an unknown audit"),
    pytest.param(
        {"equality_examined": "no", "equality_found": "Girls were seen less often"},
        "column equality_examined and equality_found, value 'no and Girls were seen less often': "
        "something was found about equality, which was not examined; correct one of the two",
        id="equality not examined"),
])
def test_a_row_that_breaks_a_rule_is_rejected(read, change, expected) -> None:
    assert findings(read(change)) == [f"audits.csv, row 2, {expected}"]


def test_an_audit_is_registered_once(read) -> None:
    assert findings(read({}, {"cases": "9"})) == [
        f"audits.csv, row {row}, column cases, value '{cases}': rows 2 and 3 register one audit "
        "and are not the same; give each audit an id of its own"
        for row, cases in ((2, "8"), (3, "9"))]


def test_an_audit_asked_for_after_the_report_is_left_out(read) -> None:
    checked = read({"asked_on": "01/02/2015", "received_on": ""})
    assert checked.reasons == {"asked for after the day of the report": 1}


def test_a_row_becomes_an_audit(read) -> None:
    audit, = make_audits(read({}).frame.to_dict("records"))
    assert (audit.kind, audit.asked_for_by, audit.cases, audit.cases_at_random) == (
        Kind.MULTI_AGENCY, AskedForBy.QUALITY_AND_EFFECTIVENESS, 8, True)
