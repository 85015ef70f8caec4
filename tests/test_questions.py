"""Matters arising as they stood on a day."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from pscb_lib.findings import InputError
from pscb_lib.questions import FIELDS, read_questions

ROW = {
    "raised_on": "2014-09-10", "indicator": "CP9", "question": "What would have to change?",
    "owner": "Team Manager", "due_on": "2014-11-05", "answer": "Most turned on neglect.",
    "answered_on": "2014-10-30", "action": "A second manager reviews.",
    "outcome": "Fewer plans are open.", "outcome_on": "2015-01-20",
}
UNANSWERED = dict.fromkeys(("answer", "answered_on", "action", "outcome", "outcome_on"), "")


def read(folder, as_of, **change):
    path = folder / "questions.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [field.name for field in FIELDS])
        writer.writeheader()
        writer.writerow(ROW | change)
    return read_questions(path, as_of)


@pytest.mark.parametrize(("as_of", "known"), [
    pytest.param(date(2014, 9, 10), (None, None, None), id="only asked"),
    pytest.param(date(2014, 10, 29), (None, None, None), id="the day before the answer"),
    pytest.param(date(2014, 10, 30), ("Most turned on neglect.", "A second manager reviews.", None),
                 id="the day of the answer, and of the action with it"),
    pytest.param(date(2015, 1, 20), ("Most turned on neglect.", "A second manager reviews.",
                                     "Fewer plans are open."), id="the day of the outcome"),
])
def test_what_was_answered_later_is_not_known(tmp_path, as_of, known):
    [one] = read(tmp_path, as_of)
    assert (one.raised_on, one.indicator, one.due_on) == (date(2014, 9, 10), "CP9",
                                                          date(2014, 11, 5))
    assert (one.answer, one.action, one.outcome) == known


def test_what_was_asked_later_is_not_known(tmp_path):
    assert read(tmp_path, date(2014, 9, 9)) == []


def test_a_question_may_wait_for_its_answer_and_be_about_no_indicator(tmp_path):
    [one] = read(tmp_path, date(2015, 1, 31), **UNANSWERED, indicator="")
    assert (one.indicator, one.answer, one.action, one.outcome) == (None, None, None, None)


@pytest.mark.parametrize(("change", "message"), [
    pytest.param({"answered_on": ""}, "questions.csv, row 2, column answer and answered_on, value "
                 "'Most turned on neglect. and ': an answer and its date go together; fill both",
                 id="an answer without its date"),
    pytest.param({"outcome": ""}, "questions.csv, row 2, column outcome and outcome_on, value "
                 "' and 2015-01-20': an outcome and its date go together; fill both",
                 id="a date without its outcome"),
    pytest.param({"answer": "", "answered_on": ""}, "questions.csv, row 2, column action and "
                 "answer, value 'A second manager reviews. and ': an action needs the answer it "
                 "follows; fill answer", id="an action that no paper would show"),
    pytest.param({"due_on": "soon"}, "questions.csv, row 2, column due_on, value 'soon': "
                 "is not a date; correct the cell", id="due on no day"),
])
def test_an_unsound_row_refuses_the_file(tmp_path, change, message):
    with pytest.raises(InputError) as refusal:
        read(tmp_path, date(2015, 1, 31), **change)
    assert str(refusal.value) == message
