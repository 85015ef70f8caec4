"""Matters arising, and yearly figures as published."""

from datetime import date

import pytest
from invented import assessed, indicator
from papers import ROOT

from pscb_lib.board.questions import Question, read_questions
from pscb_lib.page.asking import Known, list_now
from pscb_lib.page.tables.matters_arising import tabulate_questions

ON = date(2015, 1, 31)


def lines(table):
    return [[[line["text"] for line in cell] for cell in row] for row in table.groups[0].rows]


def question(**changes):
    return Question(**{"id": "MA4", "raised_on": date(2014, 11, 12), "indicator": "SM1",
                       "question": "When?", "owner": "Service Manager",
                       "due_on": date(2014, 12, 12), "answer": None, "action": None,
                       "outcome": None, **changes})


def test_a_question_without_an_answer_says_since_when_it_is_due():
    table = tabulate_questions([question(), question(due_on=ON)], ON, "board")

    assert lines(table)[0] == [
        ["When?", "MA4, asked on 12 Nov 2014"], ["Service Manager"],
        ["No answer", "overdue since 12 Dec 2014"],
        ["No evidence yet"]]
    assert lines(table)[1][2] == ["No answer yet", "due 31 Jan 2015"]


def test_an_answered_question_has_its_action_and_outcome():
    table = tabulate_questions([question(answer="In May.", action="A date.", outcome="Sent.")], ON,
                               "board")

    assert lines(table)[0][2:] == [["In May.", "Action: A date."], ["Sent."]]
    assert table.data.rows == [["MA4", "2014-11-12", "When?", "Service Manager", "2014-12-12",
                                "In May.", "A date.", "Sent."]]


def test_a_reply_that_came_with_the_figures_is_the_answer_of_an_open_question_alone():
    told = {"MA4": ["In May.", "Action, by 31 March 2015: A date."], "MA5": ["Late."]}
    table = tabulate_questions([question(), question(id="MA5", answer="Before.")], ON, "board",
                               replies=told)

    assert [row[2] for row in lines(table)] == [
        ["In May.", "Action, by 31 March 2015: A date.",
         "Replied this quarter"], ["Before."]]
    assert [row[5] for row in table.data.rows] == ["In May. Action, by 31 March 2015: A date.",
                                                   "Before."]
    assert lines(tabulate_questions([question()], ON, "public", replies=told))[0][3] == ["Yes"]


def test_replies_are_not_published_but_whether_there_was_one():
    told = question(answer="Four schools.", action="Ask four.", outcome="Four sent.")
    table = tabulate_questions([told, question()], ON, "public")

    assert [column.label for column in table.columns] == ["Question", "Asked of", "Asked",
                                                          "Answered"]
    assert lines(table) == [
        [["When?"], ["Service Manager"], ["12 Nov 2014"], ["Yes"]],
        [["When?"], ["Service Manager"], ["12 Nov 2014"], ["No"]]]
    assert table.data.columns == ["id", "raised_on", "question", "owner", "answered"]
    assert "our" not in str(table.data.rows)


def test_the_questions_of_the_sample_as_they_stood():
    asked = read_questions(ROOT / "params", ON, "quarterly_data_set")
    table = tabulate_questions(asked, ON, "board")

    assert len(table.data.rows) == 6
    assert [row[5] for row in table.data.rows].count(None) == 1


@pytest.mark.parametrize(("answered", "said"), [
    pytest.param(date(2014, 9, 30), "Did it work? Quarter 3: 50.0%, Red.", id="before the quarter"),
    pytest.param(date(2014, 12, 10), "Too early to say. Quarter 3: 50.0%, Red.", id="within it"),
    pytest.param(None, "Did it work? Quarter 3: 50.0%, Red.", id="day not known"),
])
def test_a_figure_of_before_the_answer_cannot_tell_whether_it_worked(answered, said):
    asked = question(indicator="V1", answer="In May.", answered_on=answered)
    now = list_now([assessed(indicator(), (30, 60))], Known("board", ON, None, {}, [asked]))
    table = tabulate_questions([asked], ON, "board", now=now)

    assert lines(table)[0][3] == [said]


def test_the_day_of_an_answer_is_that_in_the_ledger():
    asked = read_questions(ROOT / "params", ON, "quarterly_data_set")
    assert {one.id: one.answered_on for one in asked}["MA6"] == date(2014, 12, 10)


def test_nothing_was_asked():
    table = tabulate_questions([], ON, "board")

    assert (table.groups[0].rows, table.empty) == ([], "Nothing was asked.")


def test_a_question_says_who_asked_it_and_where_it_is_asked_again():
    asked = question(raised_by="Q&E")
    table = tabulate_questions([asked], ON, "board", {"MA4": "ask-sm1"})
    cell = table.groups[0].rows[0][0]

    assert [line["text"] for line in cell] == ["When?", "MA4, asked by Q&E on 12 Nov 2014", ""]
    assert cell[-1]["link"] == "ask-sm1"


def test_a_reply_that_the_question_of_this_paper_has_is_not_told_twice():
    table = tabulate_questions([question()], ON, "board", {"MA4": "ask-sm1"},
                               replies={"MA4": ["By May."]})
    assert lines(table)[0][2] == ["Replied: see there"]
    assert "By May." in table.data.rows[0]


def test_an_answer_without_an_outcome_is_held_against_the_figure_of_today():
    asked = [question(answer="The figure is now 94%."), question(id="MA5", answer="In January.")]
    table = tabulate_questions(asked, ON, "board", {"MA4": "ask-sm1"},
                               now={"MA4": "Did it work? Quarter 3: 94.7%, Green."})
    assert [row[3] for row in lines(table)] == [
        ["Did it work? Quarter 3: 94.7%, Green."],
        ["No evidence yet. Did it work?"]]
