"""The rules as the Board has set them, in sentences."""

from fractions import Fraction

import pytest

from pscb_lib.framework.rag import FRAMEWORK, LowerMethod, Thresholds
from pscb_lib.reports.method.page import words as method

OWN = Thresholds(Fraction(975, 1000), Fraction(85, 100), LowerMethod.LINEAR)


@pytest.mark.parametrize(("thresholds", "said"), [
    pytest.param(FRAMEWORK, "Rated against target as section 7 rules: at least 95% of target is "
                 "green, at least 90% amber, less red; N/A has no target.", id="the framework's"),
    pytest.param(OWN, "Rated against target by the Board's own thresholds: at least 97.5% of "
                 "target is green, at least 85% amber, less red; N/A has no target.",
                 id="the Board's own"),
])
def test_the_thresholds_are_those_that_were_set(thresholds, said):
    assert method.say_thresholds(thresholds) == said
    assert method.say_ratings(thresholds).words.startswith(said)


def test_what_green_means():
    assert method.answer(OWN).words.startswith(
        "**Green means that at least 97.5% of the target was reached, not that the target was "
        "met.** ")


@pytest.mark.parametrize(("thresholds", "said"), [
    pytest.param(FRAMEWORK, "Where lower is better the two change sides: target divided by "
                 "actual. A target of zero is either met or not.", id="ratio"),
    pytest.param(OWN, "Where lower is better, the share is 2 less actual divided by target. A "
                 "target of zero is either met or not.", id="linear"),
])
def test_where_lower_is_better(thresholds, said):
    assert method.say_lower(thresholds).words == said


def test_which_counts_are_hidden():
    said = method.say_masking(range(1, 8)).words

    assert said.startswith("Counts of children from 1 to 7 are not shown outside the Q&E group's")
    assert "may therefore be larger than seven." in said
