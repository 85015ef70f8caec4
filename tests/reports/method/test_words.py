"""The rules as the Board has set them, in sentences."""

from fractions import Fraction

import pytest

from pscb_lib.framework.rag import FRAMEWORK, LowerMethod, Thresholds
from pscb_lib.reports.method.page import words as method

OWN = Thresholds(Fraction(975, 1000), Fraction(85, 100), LowerMethod.LINEAR)


@pytest.mark.parametrize(("thresholds", "said"), [
    pytest.param(FRAMEWORK, "Rated under section 7 of the Framework: Green is 95% of the target or "
                 "more, Amber 90% to 95%, Red less than 90%. N/A: no target is set.",
                 id="the framework's"),
    pytest.param(OWN, "Rated by the Board's own thresholds: Green is 97.5% of the target or more, "
                 "Amber 85% to 97.5%, Red less than 85%. N/A: no target is set.",
                 id="the Board's own"),
])
def test_the_thresholds_are_those_that_were_set(thresholds, said):
    assert method.say_thresholds(thresholds) == said
    assert method.say_ratings(thresholds).words.startswith(said)


def test_what_green_means():
    assert method.answer(OWN).words.startswith(
        "**Green means that at least 97.5% of the target was reached, not that the target was "
        "met.** ")


def test_what_stands_beside_a_colour_is_said_of_percentages_that_should_be_high_alone():
    # Assessment.outside counts the late or missed of these, and of no other figure.
    assert method.answer(FRAMEWORK).words.endswith(
        "Beside a percentage that should be high, the data set says how many cases, if any, were "
        "late or missed.")


@pytest.mark.parametrize(("thresholds", "said"), [
    pytest.param(FRAMEWORK, "Where lower is better, the share is the target divided by the "
                 "actual. A target of zero is either met or not.", id="ratio"),
    pytest.param(OWN, "Where lower is better, the share is 2 less actual divided by target. A "
                 "target of zero is either met or not.", id="linear"),
])
def test_where_lower_is_better(thresholds, said):
    assert method.say_ratings(thresholds).words.endswith(
        f"{said} Where the law asks for every case, Green is not yet lawful: the paper says so.")


def test_which_counts_are_hidden():
    said = method.say_masking(range(1, 8)).words

    assert said.startswith("Counts of children from 1 to 7 are not shown outside the Q&E group's")
    assert "a hidden number may be larger than seven: it may be hidden to protect another." in said
