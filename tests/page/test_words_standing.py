"""How an indicator stands: its usual range, and how often it met its target."""

import pytest
from invented import BAND, HIGHER, LOWER, NEUTRAL, assessed, indicator

from pscb_lib.page.words import standing as words

STEADY = [(91, 100), (94, 100), (92, 100), (95, 100), (93, 100), (92, 100), (94, 100), (91, 100),
          (93, 100), (95, 100), (92, 100)]
NONE = "not supplied"


# The limits are worked out in tests/page/charts/test_series.py.
@pytest.mark.parametrize(("one", "expected"), [
    pytest.param(assessed(indicator(), *STEADY, (93, 100)), "As usual: within the usual range of "
                 "87% to 99%, and on target in 2 of 12 quarters.", id="usual"),
    pytest.param(assessed(indicator("99"), *STEADY), "As usual: within the usual range of 87% to "
                 "99% (provisional), and never on target in 11 quarters.", id="never"),
    pytest.param(assessed(indicator(None, NEUTRAL), *STEADY), "As usual: within the usual range of "
                 "87% to 99% (provisional).", id="no target"),
    pytest.param(assessed(indicator(), *STEADY, (75, 100)), "A real fall: below the usual range of "
                 "85% to 98%.", id="a fall"),
    pytest.param(assessed(indicator("80"), *[(number, 100) for number in (90, 80, 91, 90, 81)],
                          *[(88, 100)] * 7),
                 "A real change: above its average since Quarter 1 2013/14.", id="a shift"),
    pytest.param(assessed(indicator(), *STEADY[:3]), "Too few quarters to tell a real change.",
                 id="few quarters"),
    pytest.param(assessed(indicator(), (57, 60), *STEADY, audience="board"), "Some earlier numbers "
                 "are too small to show, so no trend is given.", id="hidden"),
])
def test_standing(one, expected):
    assert words.say_standing(one) == expected


@pytest.mark.parametrize(("target", "polarity", "sent", "expected"), [
    pytest.param("95", HIGHER, [(95, 100), (94, 100), NONE], (1, 2), id="higher, and a gap"),
    pytest.param("20", LOWER, [(20, 100), (21, 100)], (1, 2), id="lower"),
    pytest.param(("10", "15"), BAND, [(10, 100), (16, 100), (15, 100)], (2, 3), id="a band"),
    pytest.param(None, NEUTRAL, [(20, 100)], None, id="no target"),
    pytest.param("95", HIGHER, [NONE], None, id="no figure"),
])
def test_in_how_many_quarters_the_target_itself_was_met(target, polarity, sent, expected):
    assert words.quarters_met(assessed(indicator(target, polarity), *sent)) == expected


def test_where_a_quarter_is_hidden_it_is_not_said_how_often_the_target_was_met():
    one = assessed(indicator(), (57, 60), (50, 60), audience="board")
    assert words.quarters_met(one) is None and words.say_met(one) is None


@pytest.mark.parametrize(("sent", "expected"), [
    pytest.param([(95, 100)] * 3, "on target in all three quarters", id="all"),
    pytest.param([(95, 100), (90, 100)], "on target in 1 of 2 quarters", id="some"),
    pytest.param([(90, 100)], None, id="one quarter says nothing"),
])
def test_how_often_the_target_was_met(sent, expected):
    assert words.say_met(assessed(indicator(), *sent)) == expected


@pytest.mark.parametrize(("polarity", "last", "expected"), [
    (HIGHER, 75, "worse"), (LOWER, 75, "better"), (NEUTRAL, 75, "lower"), (HIGHER, 93, None)])
def test_the_way_of_a_real_change(polarity, last, expected):
    target = None if polarity is NEUTRAL else "95"
    assert words.way_of(assessed(indicator(target, polarity), *STEADY, (last, 100))) == expected


@pytest.mark.parametrize(("sent", "expected"), [
    pytest.param([*STEADY, (90, 100)], "lowest of 12 quarters", id="the lowest"),
    pytest.param([*STEADY, (96, 100)], "highest of 12 quarters", id="the highest"),
    pytest.param([*STEADY, (91, 100)], None, id="as low as another"),
    pytest.param([*STEADY[:5], (90, 100)], None, id="too few"),
])
def test_the_end_of_a_series_is_said_of_many_quarters_alone(sent, expected):
    assert words.say_extreme(assessed(indicator(), *sent)) == expected


@pytest.mark.parametrize(("target", "expected"), [
    pytest.param("99", "Visits in time: never on target in 12 quarters", id="never met"),
    pytest.param("95", "Visits in time: lowest of 12 quarters", id="sometimes met"),
])
def test_a_headline_names_what_was_never_met_before_the_end_of_the_series(target, expected):
    assert words.headline(assessed(indicator(target), *STEADY, (90, 100))) == expected


@pytest.mark.parametrize(("sent", "audience", "expected"), [
    pytest.param([*STEADY, (93, 100)], "restricted", "as usual", id="usual"),
    pytest.param([*STEADY, (90, 100)], "restricted", "lowest of 12 quarters", id="the lowest"),
    pytest.param([*STEADY, (75, 100)], "restricted", "really worse since Quarter 3", id="a fall"),
    pytest.param(STEADY[:3], "restricted", "too few quarters", id="few"),
    pytest.param([*STEADY, NONE], "restricted", "no verdict", id="no figure"),
    pytest.param([(57, 60), *STEADY], "board", "some quarters not shown", id="hidden"),
])
def test_the_words_of_a_trend_are_its_verdict(sent, audience, expected):
    assert words.say_trend(assessed(indicator(), *sent, audience=audience)) == expected
