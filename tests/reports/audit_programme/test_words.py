"""What the audit programme paper says, sentence by sentence, to each reader."""

from __future__ import annotations

from dataclasses import replace

import pytest
from audit_returns import sample_context

from pscb_lib.disclosure import showing as disclosure
from pscb_lib.disclosure.figures import count, frame, proportion
from pscb_lib.framework.audit_summary.section11 import Compliance
from pscb_lib.page.words.readers import NOT_PUBLIC
from pscb_lib.reports.audit_programme.known import Known, read_known
from pscb_lib.reports.audit_programme.measures import measure_audit_programme
from pscb_lib.reports.audit_programme.page import actions, section11
from pscb_lib.reports.audit_programme.page import words as audit_programme
from pscb_lib.reports.audit_programme.places import AGENCIES_SCRUTINISED, REFUSED, STANDARDS


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


def test_the_answer_comes_in_two_sentences(known: Known) -> None:
    assert said(audit_programme.answer(shown(known, "board"), known)) == [
        "Of 23 reports due by 31 January 2015, four are overdue, the oldest since 28 October 2014; "
        "11 of 14 agencies have returned their Section 11 self-audit, and none of the nine "
        "agencies scrutinised is compliant in information sharing. Of 24 actions, 18 are complete; "
        "seven have evidence of an outcome."]


def test_the_planner_in_words(known: Known) -> None:
    assert said(audit_programme.say_planner(shown(known, "board"))) == [
        "Of 23 reports due so far this year, 19 were received, 17 of them on time. Q&E has "
        "scrutinised 16, and the Board has had 15; the others go to neither, or wait for a "
        "meeting. A monthly report counts once, as received if every month is."]


def test_the_register_of_audits_in_words(known: Known) -> None:
    assert said(audit_programme.say_audits(shown(known, "board"))) == [
        "Of 15 audits on the register, 10 have been received, four that Q&E or the Board asked "
        "for are outstanding, and one of an agency's own is still to come; two of these are late. "
        "For one of those received, evidence of improvement is overdue."]


def test_actions_in_words(known: Known) -> None:
    assert said(actions.list_actions(shown(known, "board"), known)) == [
        "Of 24 actions agreed, 18 came as far as completed, 12 as implemented, seven as "
        "outcome evidenced and four as closed.",
        "11 are complete without evidence of an outcome, the oldest since 23 January 2014.",
        "11 of 21 actions due by now were completed by their first due date (52.4%); five "
        "have had the date put off.",
        "Three are not SMART: not specific (two), no measure (three), no single owner (one) and "
        "no due date (one)."]


@pytest.mark.parametrize(("number", "audience", "expected"), [
    pytest.param(1, "board", "One more was closed without evidence of an outcome, so it is not "
                 "counted here.", id="one"),
    pytest.param(6, "public", "Six more were closed without evidence of an outcome, so they are "
                 "not counted here.", id="six"),
    pytest.param(1, "public", "Actions closed without evidence of an outcome are not counted as "
                 "closed; how many there are is not shown.", id="a small number in public"),
    pytest.param(0, "public", "No action was closed without evidence of an outcome.", id="none"),
])
def test_an_action_closed_without_evidence_is_mentioned(number, audience, expected) -> None:
    row = count(*REFUSED[:2], number, describes="agency")
    assert said(actions.say_refused(disclosure.show(frame([row]), audience))) == [expected]


def grades(*compliant: int, agencies: int = 9) -> disclosure.Shown:
    labels = ("Accountability", "Training", "Information sharing", "Inter-agency working")
    return disclosure.show(frame([
        count(*AGENCIES_SCRUTINISED[:2], agencies, describes="agency"),
        *(count(STANDARDS, label, number, Compliance.COMPLIANT.value, describes="agency")
          for label, number in zip(labels, compliant, strict=False))]), "board")


@pytest.mark.parametrize(("figures", "expected"), [
    pytest.param(grades(4, 1, 0), "none of the nine agencies scrutinised is compliant in "
                 "information sharing", id="one standard that nobody meets"),
    pytest.param(grades(4, 2, 2), "2 of 9 agencies scrutinised are compliant in training and "
                 "information sharing", id="two standards alike"),
    pytest.param(grades(1, 1, 1, 1), "1 of 9 agencies scrutinised is compliant in each of "
                 "four standards", id="too many to name"),
    pytest.param(grades(0, 0, agencies=0), "", id="nothing scrutinised, nothing told"),
])
def test_the_standard_least_met_is_named(figures, expected) -> None:
    assert section11.say_least_met(figures) == expected


@pytest.mark.parametrize(("number", "expected"), [
    (1, "1 of 14 agencies has returned"), (2, "2 of 14 agencies have returned"),
])
def test_one_agency_has_returned_and_two_have(number, expected) -> None:
    figures = disclosure.show(frame([proportion("section11_return", "Returned", number, 14,
                                                describes="agency")]), "board")
    assert section11.say_returned(figures.get("section11_return", "Returned")) == expected


def test_section_11_names_who_has_not_returned_and_whom_q_and_e_has_not_seen(known) -> None:
    assert said(section11.list_section11(shown(known, "board"), known)) == [
        "11 of 14 agencies have returned (78.6%); nine did so by the due date. Those that have "
        "not are listed under what is overdue. Asked were 13 statutory agencies and one "
        "commissioned service.",
        "On the register under section 11 and not asked: Peterborough City Council Adult Social "
        "Care, Cambridgeshire Police and Crime Commissioner, British Transport Police, Director of "
        "HMP Peterborough and Drug and alcohol service. Schools and colleges (Education Act 2002, "
        "sections 157 and 175) and the voluntary sector, which monitors its own standards, are "
        "apart.",
        "Returned and not yet scrutinised by Q&E, so not graded in any Board paper: Peterborough "
        "City Council Public Health and Peterborough City Council Housing.",
        "Of 81 grades scrutinised, 33 are fully met (compliant); 31 are mostly met and 15 are "
        "partially met (partly compliant); two are not met (not compliant).",
        "Moderation lowered 17; five are fully met without evidence."]


def test_good_practice_not_yet_spread_comes_first(known: Known) -> None:
    board = said(audit_programme.list_good_practice(shown(known, "board"), known))
    assert board[0] == (
        "Of six examples found by audits, three have not been spread to other agencies.")
    assert [one.split(":")[0] for one in board[1:]] == ["Not yet spread"] * 3
    restricted = said(audit_programme.list_good_practice(shown(known, "restricted"), known))
    assert [one.split(":")[0] for one in restricted[4:]] == ["Spread"] * 3 + ["From Section 11"]


def test_the_front_sheet_is_about_the_whole_of_appendix_1(known: Known) -> None:
    facts = dict(audit_programme.front_sheet(sample_context(), known).facts)
    assert facts["Programme"] == "Appendix 1, all 16 items"
    assert facts["Presented by"] == "Business Manager"


@pytest.mark.parametrize("part", [
    pytest.param(lambda figures, known: audit_programme.answer(figures, known), id="the answer"),
    pytest.param(lambda figures, known: audit_programme.say_planner(figures), id="the planner"),
    pytest.param(lambda figures, known: audit_programme.say_audits(figures), id="audits"),
    pytest.param(lambda figures, known: actions.list_actions(figures, known), id="actions"),
    pytest.param(lambda figures, known: section11.list_section11(figures, known),
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


def test_papers_given_to_the_board_are_said_by_q_and_es_judgment(known: Known) -> None:
    assert said(audit_programme.say_presented(shown(known, "board"), known)) == [
        "Given to the Board on 2 December 2014: tabled, Quarterly data set (Quarter 2 2014/15) and "
        "Child protection conferencing (Quarter 2 2014/15); for information, Allegations against "
        "staff and volunteers (April to September 2014)."]


def test_papers_given_to_the_board_are_not_public_nor_made_up(known: Known) -> None:
    public = audit_programme.say_presented(shown(known, "public"), known)
    assert said(public) == [NOT_PUBLIC]
    nothing = replace(known, entries=())
    assert audit_programme.say_presented(shown(known, "board"), nothing) is None
