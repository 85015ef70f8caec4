"""The answer, whole: the first case from what to what, and what else is red or worse."""

from dataclasses import replace

import pytest
from invented import LOWER, assessed, indicator

from pscb_lib.board.indicators import SetBy, Unit
from pscb_lib.board.indicators.sources import Source
from pscb_lib.framework.rag import Rag
from pscb_lib.reports.quarterly_data_set.page import lead as words

RED, AMBER, GREEN = (30, 60), (52, 60), (59, 60)
NONE = "not supplied"
COUNT = {"unit": Unit.COUNT}


def answer_of(*assessments):
    return words.answer(assessments).words


def lasting(title, *sent):
    """Return an indicator with six quarters of 50 or 51 of 60, and then as *sent*."""
    return assessed(indicator(title=title), *[(50, 60), (51, 60)] * 3, *sent)


FELL = lasting("First", (30, 60))  # the mean is 47.6 of 60, less 2.66 steps of 1 is 44.9
USUAL = lasting("Second", (50, 60))


def test_the_answer_of_the_sample(sample):
    assert words.answer(sample.assessed("restricted")).words == (
        "**Return interviews within 72 hours: 59.6%, up from 48.9% in Quarter 2, against a target "
        "of 95%: 21 of 52 were late or not done.** The rise is within its usual range. "
        "Also really worse: families in bed and breakfast over six weeks (up from 3 to 7, by law "
        "0); also red: first health assessments in 20 working days (down from 70.4% to 58.6%) and "
        "first CAMHS appointment in 12 weeks (down from 77.5% to 68.3%). Also highest of 11 "
        "quarters: emergency attendances for self-harm (up from 29 to 44).")


@pytest.mark.parametrize(("now", "expected"), [
    pytest.param([FELL], "**First: 50.0%, down from 85.0% in Quarter 2, against a target of 95%: "
                 "30 of 60 were missed.** A real fall: below the usual range of 75% to 84% "
                 "(provisional).", id="a real fall"),
    pytest.param([USUAL], "**Second: 83.3%, down from 85.0% in Quarter 2, against a target of "
                 "95%: 10 of 60 were missed.** Never on target in seven quarters; the fall is "
                 "within its usual range.", id="red as before"),
    pytest.param([assessed(indicator(), RED)], "**Visits in time: 50.0%, against a target of 95%: "
                 "30 of 60 were missed.** Too few quarters to tell a real change.",
                 id="one quarter"),
    pytest.param([assessed(indicator("0", LOWER, **COUNT), 3, 7)], "**Visits in time: 7, up from "
                 "3 in Quarter 2, against a target of 0.** Too few quarters to tell a real "
                 "change.", id="a count"),
    pytest.param([assessed(indicator(), (30, 60), (30, 60))], "**Visits in time: 50.0%, as in "
                 "Quarter 2, against a target of 95%: 30 of 60 were missed.** Too few quarters "
                 "to tell a real change.", id="as before"),
    pytest.param([assessed(indicator(), NONE, NONE)], "**Visits in time: not supplied, second "
                 "quarter running; never supplied in these two quarters.**", id="not supplied"),
    pytest.param([FELL, lasting("Third", (29, 60)), USUAL], "**Third: 48.3%, down from 85.0% in "
                 "Quarter 2, against a target of 95%: 31 of 60 were missed.** A real fall: below "
                 "the usual range of 75% to 83% (provisional). Also really worse: first (down "
                 "from 85.0% to 50.0%); also red: second (down from 85.0% to 83.3%).", id="others"),
])
def test_the_answer_names_the_first_case_from_what_to_what(now, expected):
    assert answer_of(*now) == expected


def test_what_the_law_forbids_is_named_before_other_reds():
    law = Source(SetBy.LAW, "an Act")
    lawful = assessed(replace(indicator("0", LOWER, title="Third", **COUNT),
                              target_source=law), 3)
    first, second = (assessed(indicator(title=title, severity=5), RED)
                     for title in ("First", "Second"))
    assert answer_of(first, second, lawful).endswith(
        "Also red: third (3, by law 0) and second.")


def test_what_is_red_is_also_red_only_after_one_that_is_red():
    amber = assessed(indicator(title="Third"), *[(59, 60), (58, 60)] * 3, (52, 60))
    assert amber.rating is Rag.AMBER
    assert answer_of(amber, USUAL).endswith(" Red: second (down from 85.0% to 83.3%).")


def test_without_an_exception_the_answer_counts_the_ratings():
    assert answer_of(*[assessed(indicator(), GREEN)] * 2) == (
        "Of the two indicators with a rating, none are red and none are amber. All were supplied.")


def test_the_answer_where_a_number_is_hidden_is_about_those_shown_here():
    now = [assessed(indicator(), RED, audience="board"),
           assessed(indicator(title="Second"), RED, audience="board"),
           assessed(indicator(), (57, 60), audience="board")]

    assert answer_of(*now).endswith("Also red, of those shown here: second.")
    assert answer_of(now[2]) == "No indicator shown here has a rating. All were supplied."


def test_an_earlier_number_that_is_hidden_leaves_no_verdict():
    one = assessed(indicator(), (57, 60), (30, 60), audience="board")
    assert answer_of(one) == (
        "**Visits in time: 50.0%, against a target of 95%: 30 of 60 were missed.** Some earlier "
        "numbers are too small to show, so no trend is given.")


@pytest.mark.parametrize(("sent", "expected"), [
    pytest.param([RED, AMBER, AMBER], "Of the three indicators with a rating, one is red and two "
                 "are amber. All were supplied.", id="one and several"),
    pytest.param([RED, NONE], "The one indicator with a rating is red. One was not supplied.",
                 id="one"),
    pytest.param([NONE], "No indicator has a rating. One was not supplied.", id="none"),
])
def test_the_ratings_are_counted(sent, expected):
    assert words.say_numbers([assessed(indicator(), one) for one in sent]) == expected
