"""Which indicators Q&E has not scrutinised for twelve months: item 10 of Appendix 1."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from invented import HIGHER, assessed, indicator

from pscb_lib.board.questions import Question
from pscb_lib.framework.spellings import parse_year
from pscb_lib.page.asking import Known
from pscb_lib.reports.quarterly_data_set.page.scrutiny import say_scrutiny, scrutinised_on

MEETING = date(2015, 5, 13)
ONE = replace(indicator(95, HIGHER), valid_from=parse_year("2012-13"), review_meetings=())


def asked(on, id="V1"):
    return Question("MA1", on, id, "Why?", "A post", on, None, None, None)


def under_review(*days, **changes):
    return assessed(replace(ONE, review_meetings=days, **changes), (9, 10))


def said(*assessments, earlier=(), audience="board", meeting=MEETING):
    known = Known(audience, date(2015, 4, 30), earlier=earlier)
    block = say_scrutiny(assessments, known, meeting)
    return block and "".join(run["text"] for run in block.as_json()["runs"])


LONG_AGO = under_review(date(2014, 5, 12))
JUST = under_review(date(2014, 5, 13))


def test_the_last_day_is_the_later_of_a_review_and_a_question_known_by_the_day():
    one = replace(ONE, id="V1", review_meetings=(date(2014, 5, 14), date(2015, 5, 13)))
    questions = [asked(date(2014, 11, 12)), asked(date(2015, 2, 11), "V2")]
    assert scrutinised_on(one, questions, date(2015, 4, 30)) == date(2014, 11, 12)
    assert scrutinised_on(one, (), date(2014, 5, 13)) is None


@pytest.mark.parametrize(("assessments", "expected"), [
    pytest.param([JUST], "Scrutiny. Q&E has had every indicator under review in the last 12 "
                 "months.", id="twelve months ago to the day"),
    pytest.param([JUST, LONG_AGO], "Not scrutinised for 12 months: one of the two indicators: "
                 "visits in time (last on 12 May 2014).", id="a day more"),
    pytest.param([JUST, under_review()], "Not scrutinised for 12 months: one of the two "
                 "indicators: visits in time (never recorded).", id="never"),
    pytest.param([JUST, under_review(MEETING)], "Scrutiny. Q&E has had every indicator under "
                 "review in the last 12 months.", id="under review at this meeting"),
    pytest.param([JUST, under_review(valid_from=parse_year("2015-16"))], "Scrutiny. Q&E has had "
                 "every indicator under review in the last 12 months.", id="new on the register"),
    pytest.param([under_review(date(2014, 9, 10))], None, id="the record is too young"),
])
def test_an_indicator_is_an_exception_after_twelve_months(assessments, expected):
    assert said(*assessments) == expected


def test_a_question_is_scrutiny():
    assert said(JUST, replace(LONG_AGO, indicator=replace(LONG_AGO.indicator, id="V1")),
                earlier=[asked(date(2015, 2, 11))]).startswith("Scrutiny.")


@pytest.mark.parametrize("changes", [{"audience": "public"}, {"meeting": None}])
def test_nothing_is_said_to_the_public_or_without_a_meeting(changes):
    assert said(JUST, **changes) is None
