"""Section 11: the nine standards as the framework words them, and which grade counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pscb_lib.board.standards import read_standards
from pscb_lib.framework.audit_summary.section11 import (
    Answer,
    Compliance,
    Grade,
    Proof,
    SelfAudit,
    Standard,
    worst,
)
from pscb_lib.reading.findings import InputError

PATH = Path(__file__).parents[2] / "params" / "section11_standards.csv"
SECTION_6 = (
    "Senior Management commitment to the importance of safeguarding & promoting the welfare of "
    "children",
    "A clear statement of the agency's responsibility to children is available to all staff",
    "A clear line of accountability within the organisation for work on safeguarding and "
    "promoting the welfare of children",
    "Service development takes account of the need to safeguard and promote welfare and is "
    "informed, where appropriate, by the views of children and families",
    "Staff training on safeguarding and promoting the welfare of children for all staff working "
    "with, or depending on the agency's primary function, in contact with children and families",
    "Recruitment, vetting procedures and allegations against staff",
    "Interagency Working",
    "Information Sharing",
    "Work with individual children and their families",
)
ANSWER = Answer(1, Grade.FULLY_MET, "policy")
RETURNED = SelfAudit("Police", date(2014, 11, 28), date(2014, 12, 16), (ANSWER,))


def test_the_nine_standards_are_section_6s_own_words() -> None:
    assert tuple(standard.text for standard in read_standards(PATH)) == SECTION_6


def test_a_list_without_a_standard_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "section11_standards.csv"
    lines = PATH.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines[:3], *lines[4:]]), encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read_standards(path)
    assert str(refusal.value) == (
        "section11_standards.csv, column standard: the standards are not numbered 1, 2, 3 and so "
        "on; list each once, in order")


def test_a_board_may_have_a_set_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "section11_standards.csv"
    path.write_text("standard,label,text\n1,Voice,Children are heard\n2,Staff,Staff are safe\n",
                    encoding="utf-8")
    assert [(one.number, one.label) for one in read_standards(path)] == [(1, "Voice"), (2, "Staff")]


@pytest.mark.parametrize(("grade", "level", "compliance"), [
    pytest.param(Grade.FULLY_MET, 3, Compliance.COMPLIANT, id="fully met is compliant"),
    pytest.param(Grade.MOSTLY_MET, 2, Compliance.PARTLY, id="mostly met is partly compliant"),
    pytest.param(Grade.PARTIALLY_MET, 1, Compliance.PARTLY, id="so is partially met"),
    pytest.param(Grade.NOT_MET, 0, Compliance.NOT_COMPLIANT, id="not met is not compliant"),
])
def test_a_grade_is_a_maturity(grade: Grade, level: int, compliance: Compliance) -> None:
    assert (grade.level, grade.compliance) == (level, compliance)


@pytest.mark.parametrize(("moderated", "counts"), [
    pytest.param(Grade.MOSTLY_MET, Grade.MOSTLY_MET, id="the moderated grade counts"),
    pytest.param(None, Grade.FULLY_MET, id="the agency's own where none was moderated"),
])
def test_which_grade_counts(moderated: Grade | None, counts: Grade) -> None:
    assert replace(ANSWER, moderated_grade=moderated).grade is counts


@pytest.mark.parametrize(("answer", "lacks"), [
    pytest.param(Answer(1, Grade.FULLY_MET), True, id="fully met with nothing to show"),
    pytest.param(Answer(1, Grade.FULLY_MET, "audit"), False, id="fully met with evidence"),
    pytest.param(Answer(1, Grade.MOSTLY_MET), False, id="less than fully met claims less"),
])
def test_fully_met_needs_evidence(answer: Answer, lacks: bool) -> None:
    assert answer.lacks_evidence is lacks


@pytest.mark.parametrize(("answer", "is_stale"), [
    pytest.param(replace(ANSWER, evidence_on=date(2012, 11, 28)), False, id="24 months old"),
    pytest.param(replace(ANSWER, evidence_on=date(2012, 11, 27)), True, id="a day older"),
    pytest.param(Answer(1, Grade.MOSTLY_MET, "audit", evidence_on=date(2010, 1, 4)), False,
                 id="less than fully met claims less"),
    pytest.param(ANSWER, False, id="without a day nothing is known"),
])
def test_evidence_is_stale_after_24_months(answer: Answer, is_stale: bool) -> None:
    assert answer.is_stale(date(2014, 11, 28)) is is_stale


@pytest.mark.parametrize(("kind", "suffices", "rests"), [
    pytest.param(Proof.POLICY, False, True, id="a policy does not show what is done"),
    pytest.param(Proof.POLICY, True, False, id="a policy is what the standard asks for"),
    pytest.param(Proof.AUDIT, False, False, id="an audit shows it"),
])
def test_fully_met_may_rest_on_a_policy_alone(kind: Proof, suffices: bool, rests: bool) -> None:
    answer = replace(ANSWER, evidence_kind=kind)
    assert answer.rests_on_policy(Standard(5, "", "", policy_suffices=suffices)) is rests


@pytest.mark.parametrize(("returned_on", "on", "weeks"), [
    pytest.param(None, date(2015, 1, 31), 9, id="not come, 64 days after"),
    pytest.param(None, date(2014, 12, 4), 0, id="not come, six days after"),
    pytest.param(date(2014, 12, 16), date(2015, 1, 31), 2, id="come 18 days after"),
    pytest.param(date(2014, 11, 1), date(2015, 1, 31), 0, id="come before"),
])
def test_weeks_late_are_full_weeks_to_the_return(returned_on, on: date, weeks: int) -> None:
    assert replace(RETURNED, returned_on=returned_on).weeks_late(on) == weeks


def test_the_worst_standard_is_not_averaged_away() -> None:
    answers = [Answer(number, Grade.FULLY_MET) for number in range(1, 9)]
    answers.append(Answer(9, Grade.NOT_MET))
    assert [answer.standard for answer in worst(answers)] == [9]
    assert worst([]) == ()


@pytest.mark.parametrize(("on", "is_known"), [
    pytest.param(date(2014, 12, 15), False, id="a form that comes later has not come"),
    pytest.param(date(2014, 12, 16), True, id="it has come on its day"),
])
def test_a_return_is_known_from_the_day_it_came(on: date, is_known: bool) -> None:
    known = RETURNED.known_on(on)
    assert (known.returned_on is not None, len(known.answers)) == (is_known, int(is_known))


@pytest.mark.parametrize(("scrutinised_on", "for_the_board"), [
    pytest.param(None, 0, id="never scrutinised"),
    pytest.param(date(2015, 2, 11), 0, id="scrutinised after the report"),
    pytest.param(date(2015, 1, 31), 1, id="scrutinised by the day of the report"),
])
def test_the_board_sees_what_q_and_e_has_scrutinised(scrutinised_on, for_the_board) -> None:
    answer = replace(ANSWER, scrutinised_on=scrutinised_on)
    known = replace(RETURNED, answers=(answer,))
    on = date(2015, 1, 31)
    assert len(known.scrutinised(on)) == for_the_board
    assert len(known.awaiting_scrutiny(on)) == 1 - for_the_board
