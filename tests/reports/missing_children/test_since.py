"""What is known since the half-year: one question has one answer, whichever paper prints it."""

from __future__ import annotations

from contextlib import chdir
from datetime import date

import pytest
from invented import assessed, indicator
from papers import ROOT

from pscb_lib.board.commentary import ClearedFor, Commentary, fact_of
from pscb_lib.board.context import open_context
from pscb_lib.disclosure.figures import frame, proportion
from pscb_lib.disclosure.showing import show
from pscb_lib.page.asking import ask
from pscb_lib.page.words.commentary import State
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.page.since import know, say_then_and_since, since

QUARTER = "2014-15 Q3"
ONE = indicator("95", id="MS10", lead="Missing Children Co-ordinator", question="Which homes?")
WRITTEN = Commentary("MS10", "Most had declined.", "Weekend interviews begin.",
                     date(2015, 3, 31), ClearedFor.BOARD)
GIVEN = ("Answered in the quarterly data set of Quarter 3 2014/15. Action, by 31 March 2015: "
         "Weekend interviews begin.")  # the data set has the answer


def opened(audience):
    with chdir(ROOT):
        return open_context("2014-15 H1", "2015-01-31", "pscb_lib/samples", audience)


def later(in_time, then, audience="board"):
    rows = [proportion(table, "MS10", *sent, QUARTER, describes="agency")
            for table, sent in ((places.LATER, in_time), (places.COMMENTED, then)) if sent]
    return show(frame(rows), audience)


def known(commentary, in_time=(31, 52), then=(31, 52), audience="board"):
    facts = {"MS10": fact_of(commentary, ()).told(audience, ())} if commentary else {}
    rated = [assessed(ONE, (45, 92), (47, 99))]
    return know(opened(audience), later(in_time, then, audience), facts, rated), rated[0]


@pytest.mark.parametrize(("commentary", "in_time", "audience", "said"), [
    pytest.param(WRITTEN, (31, 52), "board", GIVEN, id="the answer to the data set"),
    pytest.param(WRITTEN, (33, 52), "board", 
                 f"{GIVEN} Written on an earlier figure: 31 of 52 (59.6%), now 33 of 52 (63.5%).",
                 id="the figure was sent again"),
    pytest.param(None, (31, 52), "board", "No answer received.", id="none, though it is Red"),
    pytest.param(None, (51, 52), "board", "", id="the data set did not ask"),
])
def test_a_question_has_the_answer_of_the_data_set(commentary, in_time, audience, said):
    found, one = known(commentary, in_time, audience=audience)
    (question,) = ask(one, found)
    assert (question.words, question.said) == ("Which homes?", said)


def test_what_is_not_cleared_is_not_told_to_the_board():
    uncleared = Commentary("MS10", "Most had declined.", None, None, None)
    found, one = known(uncleared)
    assert found.answer(one).state is State.UNCLEARED
    assert known(uncleared, audience="restricted")[0].answer(one).state is State.GIVEN


def test_a_question_of_the_ledger_is_known_whichever_paper_asked_it():
    found, one = known(WRITTEN)
    assert found.last(one).id == "MA6" and found.last(one).report == "quarterly_data_set"


@pytest.mark.parametrize(("in_time", "said"), [
    pytest.param((49, 52), "47 of 99 (47.5%), Red; 48.9%, Red, a year earlier; 94.2%, Green, in "
                 "Quarter 3 2014/15.", id="three figures with their ratings"),
    pytest.param(None, "47 of 99 (47.5%), Red; 48.9%, Red, a year earlier.", id="none since"),
])
def test_where_an_indicator_stands_stood_and_stands_since(in_time, said):
    one = assessed(ONE, (45, 92), (47, 99))
    assert say_then_and_since(later(in_time, None), one) == said


def test_what_is_hidden_since_is_not_said():
    one = assessed(ONE, (45, 92), (47, 99))
    shown = later((50, 52), None, "public")
    assert since(shown, "MS10")[1].hidden
    assert say_then_and_since(shown, one).endswith("a year earlier.")
