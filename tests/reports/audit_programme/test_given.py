"""What the Board was given and what it called for: section 5 of the framework."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from audit_returns import sample_context

from pscb_lib.board.ledger.lines import Event, Line
from pscb_lib.board.ledger.requests import PaperRequest, requested_papers
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.framework.audit_summary.audits import AskedForBy
from pscb_lib.reports.audit_programme import page
from pscb_lib.reports.audit_programme.known import read_known
from pscb_lib.reports.audit_programme.measures import measure_audit_programme
from pscb_lib.reports.audit_programme.overdue import Kind, find_overdue

ASKED = Line(date(2014, 9, 30), Event.PAPER_REQUESTED, "PSCB", id="PR1", question="School nurses",
             owner="Head of Nursing", due_on=date(2014, 12, 2))
GIVEN = Line(date(2014, 10, 20), Event.ANSWERED, "Head of Nursing", id="PR1", answer="Item 4.")
(OPEN,) = requested_papers([ASKED])
(ANSWERED,) = requested_papers([ASKED, GIVEN])


@pytest.fixture(scope="module")
def known():
    """The shipped sample."""
    return read_known(sample_context())


def shown(known, audience):
    return disclosure.show(measure_audit_programme(known), audience)


def said(block):
    return ["".join(run["text"] for run in block.as_json()["runs"])]


def test_each_meetings_papers_are_counted_by_q_and_es_judgment(known):
    assert said(page.say_given(shown(known, "restricted"), known)) == [
        "Papers given to the Board in 12 months: 3 June 2014, six tabled and two for "
        "information; 30 September 2014, one tabled and three for information; 2 December 2014, "
        "two tabled and one for information."]


def test_the_last_meetings_papers_are_named_with_the_reason(known):
    assert said(page.say_presented(shown(known, "restricted"), known)) == [
        "Given to the Board on 2 December 2014: tabled, Quarterly data set (Quarter 2 2014/15: it "
        "asks agencies to act) and Child protection conferencing (Quarter 2 2014/15: figures got "
        "worse); for information, Allegations against staff and volunteers (April to September "
        "2014: nothing in it has to be decided)."]


def test_a_judgment_without_a_record_is_not_made_up(known):
    unsaid = replace(known, presented=tuple(
        replace(one, progress=replace(one.progress, decision=None, reason=None))
        for one in known.presented if one.progress.presented_on == date(2014, 12, 2)))
    assert said(page.say_given(shown(unsaid, "restricted"), unsaid)) == [
        "Papers given to the Board in 12 months: 2 December 2014, three not said how."]


@pytest.mark.parametrize("say", [page.say_given, page.say_presented])
def test_nothing_is_said_of_nothing_nor_to_the_board_which_was_there(known, say):
    nothing = replace(known, presented=())
    assert say(shown(nothing, "restricted"), nothing) is None
    assert say(shown(known, "board"), known) is None


def test_a_request_is_answered_on_the_first_day_that_an_answer_is_recorded():
    later = replace(GIVEN, on=date(2014, 11, 3), answer=None, action="A plan.")
    (found,) = requested_papers([ASKED, GIVEN, later])
    assert found == PaperRequest("School nurses", AskedForBy.BOARD, "Head of Nursing",
                                 date(2014, 9, 30), date(2014, 12, 2), date(2014, 10, 20))
    assert (found.days, OPEN.days) == (20, None)  # 30 September to 20 October


@pytest.mark.parametrize(("papers", "expected"), [
    pytest.param([], "The Board may ask for any paper besides the programme (Framework, section "
                 "5). None was asked for in the last 12 months.", id="none"),
    pytest.param([ANSWERED], "Asked for besides the programme, in 12 months or still open: one "
                 "paper. It was given after 20 days.",
                 id="one, given"),
    pytest.param([ANSWERED, replace(ANSWERED, given_on=date(2014, 12, 2)), OPEN],
                 "Asked for besides the programme, in 12 months or still open: three papers. Two "
                 "were given, after 20 to 63 days. Still open: School nurses (the Board, 30 "
                 "September 2014; due from Head of Nursing by 2 December 2014, overdue).",
                 id="several, one overdue"),
    pytest.param([replace(ANSWERED, asked_on=date(2014, 1, 31))], "The Board may ask for any "
                 "paper besides the programme (Framework, section 5). None was asked for in the "
                 "last 12 months.",
                 id="given, and called for longer ago"),
    pytest.param([replace(OPEN, asked_on=date(2013, 6, 4), due_on=date(2015, 2, 1),
                          asked_by=AskedForBy.QUALITY_AND_EFFECTIVENESS)],
                 "Asked for besides the programme, in 12 months or still open: one paper. Still "
                 "open: School nurses (Q&E, 4 June 2013; due from Head of Nursing by 1 February "
                 "2015).",
                 id="open, however old"),
])
def test_the_papers_that_were_called_for(known, papers, expected):
    called = replace(known, papers=tuple(papers))
    assert said(page.say_called_for(shown(called, "board"), called)) == [expected]


def test_a_paper_called_for_is_overdue_the_day_after(known):
    late = replace(known, papers=(OPEN, ANSWERED, replace(OPEN, due_on=known.on)))
    assert [(one.about, one.owed_by) for one in find_overdue(late) if one.kind is Kind.PAPER] == [
        ("School nurses", "Head of Nursing")]
