"""What the audit programme paper says, sentence by sentence, to each reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audit_returns import sample_context

from pscb_lib.disclosure import showing as disclosure
from pscb_lib.disclosure.figures import frame, proportion
from pscb_lib.framework.audit_summary.audits import AuditGrade
from pscb_lib.framework.audit_summary.ends import NOT_AN_END
from pscb_lib.framework.audit_summary.section11 import SelfAudit
from pscb_lib.page.blocks import RIGHT
from pscb_lib.page.words.readers import NOT_PUBLIC
from pscb_lib.reading.findings import Finding
from pscb_lib.reports.audit_programme.known import Known, read_known
from pscb_lib.reports.audit_programme.measures import measure_audit_programme
from pscb_lib.reports.audit_programme.page import (
    actions,
    audits,
    deciding,
    overdue,
    section11,
    unproven,
)
from pscb_lib.reports.audit_programme.page import words as audit_programme


@pytest.fixture(scope="module")
def known() -> Known:
    """The shipped sample."""
    return read_known(sample_context())


def shown(known: Known, audience: str) -> disclosure.Shown:
    return disclosure.show(measure_audit_programme(known), audience)


def said(block) -> list[str]:
    """The sentences of a block of words."""
    block = block.as_json()
    return ["".join(run["text"] for run in runs)
            for runs in block.get("items", [block.get("runs")])]


def test_the_answer_says_what_is_overdue_who_must_act_and_what_was_achieved(known: Known) -> None:
    assert said(audit_programme.answer(shown(known, "board"), known)) == [
        "At 31 January 2015, 13 tasks are overdue, the oldest since 30 June 2014: four reports, "
        "two audits, one follow-up to an audit, three actions and three Section 11 returns. Since "
        "the Board met on 2 December 2014, overdue reports rose from two to four. Five of the "
        "eight audits graded found practice that requires improvement. Of 29 actions, 19 are "
        "complete; eight have evidence of an outcome."]


def nothing_late(known: Known) -> Known:
    """The sample without an overdue thing: everything but actions in time is left out."""
    return replace(known, entries=(), before=(), audits=(), self_audits=(), actions=tuple(
        one for one in known.actions if not one.is_overdue(known.on)))


def test_where_nothing_is_overdue_the_answer_says_so(known: Known) -> None:
    early = nothing_late(known)
    answer, = said(audit_programme.answer(shown(early, "board"), early))
    assert answer == ("At 31 January 2015, nothing is overdue. Of 26 actions, 19 are complete; "
                      "eight have evidence of an outcome.")
    assert overdue.ask_for_reports(shown(early, "board"), early) is None
    assert overdue.ask_for_returns(shown(early, "board"), early) is None


def test_without_an_earlier_board_meeting_nothing_is_compared(known: Known) -> None:
    first = replace(known, before_on=None)
    answer, = said(audit_programme.answer(shown(first, "board"), first))
    assert "the Board met" not in answer


def test_reports_that_came_in_since_the_board_met_have_fallen(known: Known) -> None:
    fewer = replace(known, entries=tuple(
        one for one in known.entries if one.deadline.audit.item not in (3, 15, 21)))
    answer, = said(audit_programme.answer(shown(fewer, "board"), fewer))
    assert "Since the Board met on 2 December 2014, overdue reports fell from two to one." in answer


def test_questions_name_who_owes_the_answer(known: Known) -> None:
    figures = shown(known, "board")
    asked = [make(figures, known) for make in (
        overdue.ask_for_reports, overdue.ask_for_returns, unproven.ask_for_evidence)]
    assert [(one.words, one.owner) for one in asked] == [
        ("What keeps the four reports that are overdue, and on what day will each come?",
         "SCR Group, CAF Team Manager and Business Manager"),
        ("Why are three Section 11 returns still missing after nine weeks, and who will sign them?",
         "East Anglia Area Team, EEAST and Community Rehabilitation Company"),
        ("What would show that the 11 complete actions worked, and when will it be looked at?",
         "PSCB, NHS Cambridgeshire and Peterborough CCG, Domestic abuse service, Safeguarding "
         "team, Children's Services and PSHFT")]


def test_the_owner_of_the_oldest_overdue_task_is_asked_for_it(known: Known) -> None:
    asked = overdue.ask_for_oldest(shown(known, "board"), known)
    assert (asked.words, asked.owner) == (
        "What keeps “Consider further training for managers” (action), due since 30 June 2014, "
        "and on what day will it be done?", "Named Nurse, CPFT")
    early = nothing_late(known)
    assert overdue.ask_for_oldest(shown(early, "board"), early) is None


def test_what_is_overdue_is_drawn_by_its_kind_beside_the_questions(known: Known) -> None:
    figures = shown(known, "board")
    chart, asked = overdue.plot_kinds(figures, known), overdue.ask_for_reports(figures, known)
    assert chart.caption == "13 tasks are overdue, the oldest by 30 weeks"
    assert chart.data.rows == [["Reports", 4], ["Audits", 2], ["Follow-ups to audits", 1],
                               ["Actions", 3], ["Section 11 returns", 3]]
    assert asked.place == RIGHT


def test_few_overdue_tasks_are_not_drawn(known: Known) -> None:
    few = replace(nothing_late(known), actions=known.actions)
    figures = shown(few, "board")
    assert overdue.plot_kinds(figures, few) is None
    assert overdue.ask_for_oldest(figures, few).place is None


def decided(known: Known, audience: str) -> list[str]:
    return deciding.decisions(shown(known, audience), known)


def test_q_and_e_decides_what_is_tabled_and_the_board_is_not_asked_to(known: Known) -> None:
    tabled = [one for one in decided(known, "restricted") if "tabled" in one]
    assert tabled == [
        "judge which reports of 11 February 2015 are tabled at the Board and which go for "
        "information only: section 11 self-audits, Child Death Overview Panel annual report, "
        "quarterly data set, children missing from home and care, child protection conferencing "
        "and multi-agency audits (three)"]
    assert decided(known, "board") == [
        "set a date, and name one person, for each overdue task",
        "reopen one action closed without the evidence that the Framework asks for: “Send core "
        "group minutes within ten working days” (Conference Service Manager, Safeguarding team)",
        "name who shares three examples of good practice that audits found"]


def test_where_nothing_is_to_be_decided_nothing_is_asked(known: Known) -> None:
    early = replace(nothing_late(known), findings=())
    assert deciding.decisions(shown(early, "board"), early) == []


def test_the_planner_in_words(known: Known) -> None:
    assert said(audit_programme.say_planner(shown(known, "restricted"))) == [
        "22 reports have fallen due this year: 18 were received, 16 of them on time. Q&E has "
        "scrutinised 15 and the Board has had 15; the rest are not for scrutiny, or await a "
        "meeting. A monthly report counts once, as received if every month is."]


def test_the_register_of_audits_in_words(known: Known) -> None:
    assert said(audit_programme.say_audits(shown(known, "board"), known)) == [
        "Audits. 17 audits are on the register: 12 received, five to come. At 31 January 2015 the "
        "next one due was Home visits where children live with the person supervised (NPS), on 4 "
        "February 2015: the meeting hears whether it came. The reports on items 16 and 20 have "
        "what they found."]


@pytest.mark.parametrize(("audience", "day", "is_heard"), [
    pytest.param("restricted", date(2015, 2, 11), True, id="the day when Q&E meets"),
    pytest.param("restricted", date(2015, 2, 12), False, id="after Q&E has met"),
    pytest.param("board", date(2015, 3, 3), True, id="the day when the Board meets"),
    pytest.param("board", date(2015, 3, 4), False, id="after the Board has met"),
])
def test_a_meeting_hears_of_the_audit_that_was_due_before_it(
        known: Known, audience, day, is_heard) -> None:
    one = next(audit for audit in known.audits if not audit.has_come(known.on))
    later = replace(known, audits=(replace(one, due_on=day),))
    assert ("the meeting hears" in audits.say_next(audience, later)) is is_heard


def test_actions_in_words(known: Known) -> None:
    assert said(actions.list_actions(shown(known, "board"), known)) == [
        "Of 29 actions, 19 are complete, three overdue, one superseded and six not yet due.",
        "Of 24 that came to their first due date, 12 were completed by it; six dates were moved.",
        "One action was closed without evidence of an outcome, and the front page asks to reopen "
        "it."]
    assert said(actions.list_not_smart(shown(known, "board"), known)) == [
        "Three are not SMART: “Continue to support designated leads” (not specific, no measure and "
        "no due date); “Improve links and share information with adult services” (no measure and "
        "no single owner); “Consider further training for managers” (not specific and no measure)."]


def only(known: Known, *ids: str) -> Known:
    """The sample with these actions alone."""
    return replace(known, findings=(), refused=(), actions=tuple(
        one for one in known.actions if one.action_id in ids))


@pytest.mark.parametrize(("ids", "expected"), [
    pytest.param((), ["No action is on the register.", "No action has come to its first due date.",
                      "No action was closed without evidence of an outcome.",
                      "Every action is SMART, as far as this can be checked."], id="none"),
    pytest.param(("ACT-01",), ["The one action is complete.",
                               "The one action that came to its first due date was completed by "
                               "it; no dates were moved."], id="one complete"),
    pytest.param(("ACT-23",), ["The one action is overdue.",
                               "The one action that came to its first due date was not completed "
                               "by it; no dates were moved.",
                               "One is not SMART: “Consider further training for managers” (not "
                               "specific and no measure)."], id="one overdue"),
    pytest.param(("ACT-01", "ACT-23"), ["Of two actions, one is complete and one overdue.",
                                        "Of two that came to their first due date, one was "
                                        "completed by it; no dates were moved."],
                 id="two"),
])
def test_no_one_and_two_actions_in_words(known: Known, ids, expected) -> None:
    few = only(known, *ids)
    told = [*said(actions.list_actions(shown(few, "board"), few)),
            *said(actions.list_not_smart(shown(few, "board"), few))]
    assert [one for one in told if one in expected] == expected


def graded(known: Known, *grades: AuditGrade) -> Known:
    """The sample with one audit of each grade, all scrutinised."""
    one = next(audit for audit in known.audits if audit.is_scrutinised(known.on))
    return replace(known, audits=tuple(replace(one, grade=grade) for grade in grades))


GOOD, POOR, WORST = AuditGrade.GOOD, AuditGrade.REQUIRES_IMPROVEMENT, AuditGrade.INADEQUATE


@pytest.mark.parametrize(("grades", "expected"), [
    ((), None),
    ((GOOD,), "The one audit graded is good."),
    ((POOR,), "The one audit graded found practice that requires improvement."),
    ((GOOD, GOOD), "All two audits graded found good practice."),
    ((GOOD, POOR), "One of the two audits graded found practice that requires improvement."),
    ((WORST, POOR, GOOD), "Two of the three audits graded found practice that requires improvement "
                          "or is inadequate."),
])
def test_what_the_audits_found_is_counted(known: Known, grades, expected) -> None:
    assert audits.say_graded(graded(known, *grades)) == expected


@pytest.mark.parametrize(("number", "expected"), [
    pytest.param(2, "Two actions were closed without evidence of an outcome, and the "
                 "front page asks to reopen them.", id="two"),
    pytest.param(0, "No action was closed without evidence of an outcome.", id="none"),
])
def test_an_action_closed_without_evidence_is_mentioned(known: Known, number, expected) -> None:
    refused = [Finding("actions.csv", NOT_AN_END, "")] * number
    changed = replace(known, findings=tuple(refused), refused=())
    assert said(actions.list_actions(shown(changed, "board"), changed))[-1] == expected


@pytest.mark.parametrize(("number", "expected"), [
    (1, "1 of 14 agencies has returned"), (2, "2 of 14 agencies have returned"),
])
def test_one_agency_has_returned_and_two_have(number, expected) -> None:
    figures = disclosure.show(frame([proportion("section11_return", "Returned", number, 14,
                                                describes="agency")]), "board")
    assert section11.say_returned(figures.get("section11_return", "Returned")) == expected


def test_section_11_is_told_in_a_line_or_two(known: Known) -> None:
    assert said(section11.say_section11(shown(known, "board"), known)) == [
        "Section 11. 11 of 14 agencies have returned, nine of them by the due date. Q&E lowered 17 "
        "of the 81 grades that agencies gave themselves. The report on item 8 has the grades."]


@pytest.mark.parametrize(("self_audits", "expected"), [
    pytest.param((), "No agency was asked for a self-audit. Q&E has not yet scrutinised any grade.",
                 id="none"),
    pytest.param((SelfAudit("Police", date(2014, 11, 28), None, ()),), "The one agency asked has "
                 "not returned. Q&E has not yet scrutinised any grade.", id="one, and not in"),
])
def test_no_or_one_agency_is_told(known: Known, self_audits, expected) -> None:
    few = replace(known, self_audits=self_audits)
    assert said(section11.say_section11(shown(few, "board"), few))[0].startswith(
        f"Section 11. {expected}")


def test_good_practice_not_yet_shared_is_listed(known: Known) -> None:
    assert said(audit_programme.say_good_practice(shown(known, "board"), known)) == [
        "Of six examples of good practice, three have not been shared with other agencies:"]
    board = said(audit_programme.list_good_practice(shown(known, "board"), known))
    assert board[0] == "Screening repeated at six weeks, when young people say more (YOS)."
    assert len(board) == 3


@pytest.mark.parametrize(("practice", "spread_on", "expected"), [
    (None, None, "No audit on the register describes good practice."),
    ("Joint visits", None, "The one example of good practice has not been shared with other "
                           "agencies."),
    ("Joint visits", date(2015, 1, 5), "The one example of good practice has been shared with "
                                       "other agencies."),
])
def test_no_or_one_example_of_good_practice(known: Known, practice, spread_on, expected) -> None:
    one = next(audit for audit in known.audits if audit.has_come(known.on))
    few = replace(known, audits=(replace(one, good_practice=practice, spread_on=spread_on),))
    assert said(audit_programme.say_good_practice(shown(few, "board"), few)) == [expected]
    assert (audit_programme.list_good_practice(shown(few, "board"), few) is None) is (
        practice is None or spread_on is not None)


def test_the_front_sheet_is_about_the_whole_of_appendix_1(known: Known) -> None:
    front = audit_programme.front_sheet(sample_context(), shown(known, "board"), known)
    assert dict(front.foot)["Programme"] == "Appendix 1, all 16 items"
    assert dict(front.facts)["Presented by"] == "Business Manager"


def test_the_front_sheet_names_the_decisions(known: Known) -> None:
    def asked(audience: str, known: Known) -> str:
        context = replace(sample_context(), audience=audience)
        return audit_programme.front_sheet(context, shown(known, audience), known).facts[0][1]

    assert asked("board", known).startswith(
        "set a date, and name one person, for each overdue task; reopen one action closed")
    assert "; judge which reports of 11 February 2015 are tabled" in asked("restricted", known)
    assert asked("board", replace(nothing_late(known), findings=())) == "note the programme"


@pytest.mark.parametrize("part", [
    pytest.param(lambda figures, known: audit_programme.answer(figures, known), id="the answer"),
    pytest.param(lambda figures, known: audit_programme.say_audits(figures, known), id="audits"),
    pytest.param(lambda figures, known: actions.list_actions(figures, known), id="actions"),
    pytest.param(lambda figures, known: section11.say_section11(figures, known),
                 id="Section 11"),
    pytest.param(lambda figures, known: audit_programme.list_good_practice(figures, known),
                 id="good practice"),
])
def test_the_paper_has_no_public_sentences(known: Known, part) -> None:
    assert said(part(shown(known, "public"), known)) == [NOT_PUBLIC]


def test_a_bare_frame_is_refused(known: Known) -> None:
    with pytest.raises(TypeError) as refusal:
        audit_programme.answer(measure_audit_programme(known), known)
    assert str(refusal.value) == (
        "figures must go through disclosure.show before they are displayed")
