"""Section 11 answers: rows rejected, rows left out, and the round of a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audit_returns import findings, read_rows, sample_context

from pscb_lib.framework.audit_summary.section11 import Grade
from pscb_lib.returns.registers.programme_log import programme_of
from pscb_lib.returns.registers.section11 import RETURN as SECTION11
from pscb_lib.returns.self_audits import latest_round, make_self_audits

ROW = {
    "round": "2014-11", "agency": "Police", "standard": "1", "due_on": "28/11/2014",
    "returned_on": "2014-11-28", "self_grade": "fully met", "evidence": "policy",
    "moderated_grade": "Mostly met", "scrutinised_on": "10/12/2014", "good_practice": "",
    "source": "illustrative",
}
BLANK = dict.fromkeys(
    ("returned_on", "self_grade", "evidence", "moderated_grade", "scrutinised_on"), "")


@pytest.fixture
def read(tmp_path):
    return lambda *changes: read_rows(SECTION11.read_for, tmp_path / "section11.csv", ROW, *changes)


@pytest.fixture
def read_all(tmp_path):
    usual = ROW | dict.fromkeys(("applicable", "why_not", "joint_with"), "")
    return lambda *changes: read_rows(SECTION11.read_for, tmp_path / "section11.csv", usual,
                                      *changes)


@pytest.mark.parametrize(("change", "expected"), [
    pytest.param(
        {"self_grade": "Green"},
        "column self_grade, value 'Green': is not one of Fully met, Mostly met, Partially met, Not "
        "met; use one of Fully met, Mostly met, Partially met, Not met",
        id="a rating is no grade"),
    pytest.param(
        {"standard": "10"},
        "column standard, value '10': is not one of the nine standards; number the standards as "
        "section 6 does", id="a tenth standard"),
    pytest.param(
        {"returned_on": "", "moderated_grade": "", "scrutinised_on": ""},
        "column returned_on and self_grade, value ' and fully met': a grade needs the day on which "
        "the form came back; fill returned_on", id="graded and never returned"),
    pytest.param(
        {"self_grade": ""},
        "column self_grade and moderated_grade, value ' and Mostly met': only what an agency has "
        "graded is moderated; fill the self grade or clear the moderated one",
        id="moderated and never graded"),
    pytest.param(
        {"moderated_grade": ""},
        "column moderated_grade and scrutinised_on, value ' and 10/12/2014': Q&E scrutinises "
        "moderated grades; fill the moderated grade or clear scrutinised_on",
        id="scrutinised without moderation"),
    pytest.param(
        {"scrutinised_on": "27/11/2014"},
        "column returned_on and scrutinised_on, value '2014-11-28 and 27/11/2014': scrutiny cannot "
        "be before the return; correct one of the two dates", id="scrutinised before it came"),
])
def test_a_row_that_breaks_a_rule_is_rejected(read, change, expected) -> None:
    checked = read(change)
    assert findings(checked) == [f"section11.csv, row 2, {expected}"]
    assert checked.rows == {"read": 1, "used": 0, "rejected": 1, "left_out": 0}


OTHER = ("does not answer for itself: it is not subject to section 11, or is part of an agency "
         "that is")


@pytest.mark.parametrize(("agency", "says"), [
    pytest.param("Peterborough schools", "is a school or college, whose duty is in sections 157 "
                 "and 175 of the Education Act 2002 and not in section 11", id="a school"),
    pytest.param("Peterborough Council for Voluntary Service", "is in the voluntary sector, which "
                 "keeps the Eastern Region Safeguarding Standards and monitors that itself "
                 "(section 6)", id="the voluntary sector"),
    pytest.param("MARAC", OTHER, id="a meeting"),
    pytest.param("CAF Team", OTHER, id="a part of the council's children's services"),
    pytest.param("Cafcass", OTHER, id="Cafcass"),
])
def test_an_agency_that_section_11_does_not_ask_is_told_why(read, agency, says) -> None:
    assert findings(read({"agency": agency})) == [
        f"section11.csv, row 2, column agency, value '{agency}': {says}; use a name from "
        "params/agencies.csv"]


@pytest.mark.parametrize("agency", ["Police and Crime Commissioner", "BTP", "HMP Peterborough",
                                    "Domestic abuse service", "YOS"])
def test_statutory_agencies_and_commissioned_services_answer(read, agency) -> None:
    assert read({"agency": agency}).rows["used"] == 1


def test_an_unknown_agency_is_rejected_with_the_nearest_name(read) -> None:
    assert findings(read({"agency": "Cambridgeshire Constabulry"})) == [
        "section11.csv, row 2, column agency, value 'Cambridgeshire Constabulry': is not an agency "
        "on the register (nearest: Cambridgeshire Constabulary); use a name from "
        "params/agencies.csv"]


def test_an_agency_is_known_by_the_name_it_had_in_the_round(tmp_path) -> None:
    """The area teams of NHS England ended on 31 March 2015."""
    later = replace(sample_context(), as_of=date(2015, 4, 15))
    path = tmp_path / "section11.csv"
    checked = read_rows(SECTION11.read_for, path, ROW, {"agency": "East Anglia Area Team"})
    again = SECTION11.read_for(replace(later, returns=tmp_path))
    assert findings(checked) == findings(again) == []


def test_an_agency_that_answers_twice_is_asked_which_answer_stands(read) -> None:
    checked = read({}, {"agency": "Cambridgeshire Constabulary", "self_grade": "Not met"}, {})
    assert checked.rows == {"read": 3, "used": 0, "rejected": 2, "left_out": 1}
    assert findings(checked)[-1] == (
        "section11.csv, row 3, column self_grade, value 'Not met': rows 2 and 3 answer one "
        "standard and are not the same; ask the agency which answer stands and remove the other")


def test_rounds_before_the_last_one_are_left_out_with_the_reason(read) -> None:
    checked = read({}, {"round": "2012-11"}, {"round": "2010-11"})
    assert checked.rows == {"read": 3, "used": 2, "rejected": 0, "left_out": 1}
    assert checked.reasons == {"about another round": 1}


NOT = {**BLANK, "returned_on": "28/11/2014", "applicable": "no"}


@pytest.mark.parametrize(("change", "expected"), [
    pytest.param({"applicable": "no", "why_not": "no staff", "standard": "4"},
                 "column self_grade and applicable, value 'fully met and no': a standard that does "
                 "not apply has no grade; clear the grade, or write that it applies",
                 id="graded, and said not to apply"),
    pytest.param({**NOT, "standard": "4"}, "column applicable and why_not, value 'no and ': a "
                 "standard that does not apply needs the reason; say why it does not apply",
                 id="no reason"),
    pytest.param({**NOT, "standard": "5", "why_not": "no staff"}, "column standard and "
                 "applicable, value '5 and no': this standard applies to every agency; ask the "
                 "agency for its grade", id="training applies to all"),
    pytest.param({"joint_with": "Cambridgeshire Constabulary"}, "column agency and joint_with, "
                 "value 'Police and Cambridgeshire Constabulary': an agency has no joint return "
                 "with itself; name the other agency, or leave it blank", id="joint with itself"),
    pytest.param({"round": "2012-11", "agency": "National Probation Service"}, "column agency, "
                 "value 'National Probation Service': is a name that was not in use at the date of "
                 "the row; use the name of that time, or correct the date",
                 id="an agency that did not exist in the round"),
])
def test_a_row_that_breaks_a_later_rule_is_rejected(read_all, change, expected) -> None:
    assert findings(read_all(change)) == [f"section11.csv, row 2, {expected}"]


@pytest.mark.parametrize("standard", ["2", "4", "7", "8", "9"])
def test_other_standards_may_not_apply_for_a_reason(read_all, standard: str) -> None:
    form, = make_self_audits(read_all({**NOT, "standard": standard, "why_not": "no staff"}))
    assert form.not_applicable == ((int(standard), "no staff"),)


COUNCIL = {"agency": "Public Health"}


@pytest.mark.parametrize(("rows", "expected"), [
    pytest.param([{"joint_with": "Public Health"}, {**BLANK, **COUNCIL}],
                 [("Cambridgeshire Constabulary", 1)], id="the other has a blank form"),
    pytest.param([{}, {**BLANK, **COUNCIL, "joint_with": "Police"}],
                 [("Cambridgeshire Constabulary", 1)], id="the blank form says so"),
    pytest.param([{"joint_with": "Public Health"}, {**COUNCIL, "joint_with": "Police"}],
                 [("Cambridgeshire Constabulary", 1)], id="both have the answer"),
    pytest.param([{"joint_with": "Public Health"}], [("Cambridgeshire Constabulary", 1)],
                 id="the other has no form"),
    pytest.param([{"joint_with": "Public Health"}, COUNCIL],
                 [("Cambridgeshire Constabulary", 0), ("Peterborough City Council Public Health",
                                                        0)],
                 id="the other answers apart after all"),
    pytest.param([BLANK, {**BLANK, **COUNCIL, "joint_with": "Police"}],
                 [("Cambridgeshire Constabulary", 0), ("Peterborough City Council Public Health",
                                                        0)], id="nobody has answered"),
])
def test_a_joint_return_counts_once(read_all, rows, expected) -> None:
    forms = make_self_audits(read_all(*rows))
    assert [(one.agency, len(one.with_others)) for one in forms] == expected


def test_a_body_that_ended_is_not_the_one_that_took_its_place(read_all) -> None:
    trust = "Cambridgeshire and Peterborough Probation Trust"
    then = {"round": "2012-11", "due_on": "30/11/2012"}
    checked = read_all({"agency": "NPS"}, {"agency": trust, **then}, then)
    rounds = {one["round"].label: one["round"] for one in checked.records}
    assert [one.agency for one in make_self_audits(checked, rounds["2012-11"])] == [
        trust, "Cambridgeshire Constabulary"]
    assert [one.agency for one in make_self_audits(checked)] == ["National Probation Service"]


def test_a_blank_form_is_a_return_not_received(read) -> None:
    agency, = make_self_audits(read(BLANK, {**BLANK, "standard": "2"}))
    assert (agency.returned_on, agency.answers) == (None, ())


def test_rows_of_an_agency_become_one_self_audit(read) -> None:
    agency, = make_self_audits(read({}, {"standard": "2", "agency": "Cambs Constabulary"}))
    assert (agency.agency, agency.due_on) == ("Cambridgeshire Constabulary", date(2014, 11, 28))
    assert [(answer.standard, answer.self_grade, answer.grade) for answer in agency.answers] == [
        (1, Grade.FULLY_MET, Grade.MOSTLY_MET), (2, Grade.FULLY_MET, Grade.MOSTLY_MET)]


@pytest.mark.parametrize(("on", "expected"), [
    pytest.param(date(2015, 1, 31), "2014-11", id="the round of the report"),
    pytest.param(date(2016, 10, 31), "2014-11", id="still that round before the next"),
    pytest.param(date(2016, 11, 1), "2016-11", id="the next round once it has begun"),
    pytest.param(date(2014, 10, 31), "2014-11", id="the first round before any"),
])
def test_the_round_of_a_report(on: date, expected: str) -> None:
    assert latest_round(programme_of(sample_context()).item(8), on).label == expected
