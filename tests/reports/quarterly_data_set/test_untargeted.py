"""What has no target and no rating, yet is named on the first page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import assessed, indicator

from pscb_lib.board.indicators import Unit
from pscb_lib.framework.rag import Polarity
from pscb_lib.reports.quarterly_data_set.page.untargeted import (
    list_worst,
    say_extremes,
    say_untargeted,
)

LEVEL = [30, 41, 33, 40, 31, 39, 34]
ONE = indicator(None, Polarity.LOWER_IS_BETTER, title="Attendances", unit=Unit.COUNT)

NEUTRAL = indicator(None, Polarity.NEUTRAL, id="V2", title="Contacts", unit=Unit.COUNT)


def test_the_highest_of_eight_quarters_is_named_and_called_not_proven():
    graver = replace(ONE, id="V6", title="Injuries", severity=ONE.severity + 1)
    said = say_extremes([assessed(ONE, *LEVEL, 42), assessed(graver, *LEVEL, 42)])
    assert said.words == ("**Not proven, but to look at**: attendances (42, highest of eight "
                          "quarters).")  # the graver one is asked about, and has a chart


def test_the_one_that_is_asked_about_has_a_chart_and_is_not_named():
    assert say_extremes([assessed(ONE, *LEVEL, 42)]) is None


def test_each_that_really_changed_is_named_with_its_side_and_since_when():
    """Up or down from the quarter before is not the way of a change over all quarters."""
    shifted = assessed(NEUTRAL, 90, 80, 91, 90, 81, *[88] * 6, 89)
    new = assessed(replace(NEUTRAL, id="V3", title="Episodes"), *[40, 41] * 4, 60)

    assert say_untargeted([shifted]).words == (
        "**Other real changes, without a target**: contacts (above average since "
        "Quarter 1 2013/14).")
    assert say_untargeted([shifted, new]).words == (
        "**Other real changes, without a target**: contacts (above average since "
        "Quarter 1 2013/14).")
    assert say_untargeted([new]) is None


LESS_GRAVE = replace(ONE, id="V5", severity=ONE.severity - 1)
HIGHER_IS_BETTER = replace(ONE, polarity=Polarity.HIGHER_IS_BETTER)


@pytest.mark.parametrize(("given", "asked"), [
    pytest.param([(LESS_GRAVE, 42), (ONE, 42)], ["V1"], id="the gravest of two"),
    pytest.param([(ONE, 29)], [], id="the lowest, where lower is better"),
    pytest.param([(HIGHER_IS_BETTER, 42)], [], id="the highest, where higher is better"),
    pytest.param([(HIGHER_IS_BETTER, 29)], ["V1"], id="the lowest, where higher is better"),
    pytest.param([(replace(ONE, polarity=Polarity.NEUTRAL), 42)], ["V1"], id="neither is better"),
    pytest.param([(ONE, 35)], [], id="neither the highest nor the lowest"),
])
def test_one_that_stands_at_its_worst_without_a_target_is_asked_about(given, asked):
    found = list_worst([assessed(one, *LEVEL, last) for one, last in given])
    assert [one.indicator.id for one in found] == asked


def test_of_seven_quarters_none_is_the_highest():
    assert say_extremes([assessed(ONE, *LEVEL[1:], 42)]) is None


def test_with_a_target_or_a_hidden_quarter_nothing_is_said():
    assert say_untargeted([assessed(indicator(), *[(80, 100)] * 8, (81, 100))]) is None
    assert say_extremes([assessed(ONE, *LEVEL[1:], 3, 42, audience="board")]) is None
