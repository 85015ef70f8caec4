"""What has no target and no rating, yet is named on the first page."""

from __future__ import annotations

from invented import assessed, indicator

from pscb_lib.board.indicators import Unit
from pscb_lib.framework.rag import Polarity
from pscb_lib.reports.quarterly_data_set.page.untargeted import say_untargeted

LEVEL = [30, 41, 33, 40, 31, 39, 34]
ONE = indicator(None, Polarity.LOWER_IS_BETTER, title="Attendances", unit=Unit.COUNT)


def test_the_highest_of_eight_quarters_is_named_and_called_not_proven():
    said = say_untargeted([assessed(ONE, *LEVEL, 42)])
    assert said == ("No target is set: not proven, but to look at: attendances (42, highest of "
                    "eight quarters).")


def test_of_seven_quarters_none_is_the_highest():
    assert say_untargeted([assessed(ONE, *LEVEL[1:], 42)]) == ""


def test_with_a_target_or_a_hidden_quarter_nothing_is_said():
    assert say_untargeted([assessed(indicator(), *[(80, 100)] * 8, (81, 100))]) == ""
    assert say_untargeted([assessed(ONE, *LEVEL[1:], 3, 42, audience="board")]) == ""
