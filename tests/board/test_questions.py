"""Matters arising as known on a day."""

from __future__ import annotations

from datetime import date

import pytest
from recorded import ANSWERED, ASKED, write_ledger

from pscb_lib.board.ledger import Event, Line
from pscb_lib.board.questions import QUESTION, numbered, read_questions
from pscb_lib.reading.findings import InputError

ENDED = {"on": "2015-01-20", "event": "answered", "by": "Team Manager", "id": "MA1",
         "outcome": "Fewer plans are open."}


@pytest.fixture
def params(tmp_path):
    write_ledger(tmp_path, ASKED, ANSWERED, ENDED)
    return tmp_path


@pytest.mark.parametrize(("as_of", "known"), [
    pytest.param(date(2014, 9, 10), (None, None, None), id="only asked"),
    pytest.param(date(2014, 10, 29), (None, None, None), id="the day before the answer"),
    pytest.param(date(2014, 10, 30), ("Most turned on neglect.", "A second manager reviews.", None),
                 id="the day of the answer, and of the action with it"),
    pytest.param(date(2015, 1, 20), ("Most turned on neglect.", "A second manager reviews.",
                                     "Fewer plans are open."), id="the day of the outcome"),
])
def test_later_answers_are_not_known(params, as_of, known):
    [one] = read_questions(params, as_of, "small")
    assert (one.raised_on, one.indicator, one.due_on) == (date(2014, 9, 10), "CP9",
                                                          date(2014, 11, 5))
    assert (one.answer, one.action, one.outcome) == known


def test_later_questions_are_not_known(params):
    assert read_questions(params, date(2014, 9, 9), "small") == []


def test_questions_about_another_report_are_left_out(params):
    assert read_questions(params, date(2015, 1, 31), "other") == []


def test_a_question_gets_the_next_number(params):
    line = Line(date(2014, 11, 12), Event.ASKED, "Q&E", "small", question="When?", owner="A post",
                due_on=date(2014, 12, 12))
    earlier = (Line(date(2014, 9, 10), Event.ASKED, "Q&E", id="MA9"),
               Line(date(2014, 9, 10), Event.AUDIT_REQUESTED, "Q&E", id="AR12"))
    assert numbered(line, QUESTION)(earlier).id == "MA10"
    assert numbered(line, QUESTION)(()).id == "MA1"


def test_the_same_question_on_the_same_day_is_asked_once():
    line = Line(date(2014, 11, 12), Event.ASKED, "Q&E", "small", question="When?", owner="A post",
                due_on=date(2014, 12, 12))
    first = numbered(line, QUESTION)(())
    with pytest.raises(InputError) as refusal:
        numbered(line, QUESTION)((first,))
    assert str(refusal.value) == ("ledger.csv, column question, value 'When?': was asked on "
                                  "2014-11-12 as MA1; nothing is recorded twice")
