"""The usual range in a small chart: its band, the shapes of signals, and its alt text."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from invented import BAND, HIGHER, LOWER, NEUTRAL, assessed, indicator

from pscb_lib.framework.statistics.spc import measure_variation
from pscb_lib.framework.statistics.variation import Rebase
from pscb_lib.page.charts import describe_trend, draw_trend
from pscb_lib.page.charts.usual_range import describe_variation
from pscb_lib.page.style import BAND as PALE
from pscb_lib.page.style import GREEN, LINE, RED

STEADY = (91, 94, 92, 95, 93, 92, 94, 91, 93, 95, 92)
COUNT = {"unit": "count"}


def sent(*last: int) -> list[tuple[int, int]]:
    return [(number, 100) for number in (*STEADY, *last)]


def drawn(one) -> str:
    return draw_trend(one.points, (), None, one.variation, one.interval)


def filled(svg: str, colour: str) -> list:
    return [element for element in ElementTree.fromstring(svg).iter()
            if f"fill: {colour}" in element.get("style", "")]


@pytest.mark.parametrize(("polarity", "last", "colour"), [
    pytest.param(HIGHER, 75, RED, id="a fall where higher is better is for the worse"),
    pytest.param(LOWER, 75, GREEN, id="a fall where lower is better is for the better"),
    pytest.param(BAND, 75, LINE, id="a fall where a band is wanted is a change"),
    pytest.param(NEUTRAL, 75, LINE, id="a fall where neither way is better is a change"),
])
def test_a_point_outside_the_usual_range_has_a_shape_of_its_own(polarity, last, colour):
    target = ("90", "95") if polarity is BAND else "95"
    quiet, loud = (assessed(indicator(target, polarity), *sent(number)) for number in (93, last))

    assert len(filled(drawn(loud), colour)) > len(filled(drawn(quiet), colour))


def test_the_usual_range_is_a_pale_band_behind_each_stretch():
    one = assessed(indicator(), *sent(93))
    assert len(filled(drawn(one), PALE)) == 1
    assert filled(drawn(assessed(indicator(), *sent()[:4])), PALE) == []

    quarters = [quarter.start for quarter in one.quarters]
    series = list(zip(quarters, [point.value for point in one.points], strict=True))
    anew = measure_variation(series, HIGHER, [Rebase(quarters[6], "a new form")])
    assert len(filled(draw_trend(one.points, variation=anew), PALE)) == 2


@pytest.mark.parametrize(("last", "words"), [
    # Mean 1115/12, eleven steps of 24 in all: 92.917 and 2.66 times 24/11 either way.
    pytest.param((93,), "usual range 87.1 to 98.7", id="nothing stands out"),
    # Mean 1022/11, ten steps of 23 in all: 92.909 and 2.66 times 2.3 either way.
    pytest.param((), "usual range 86.8 to 99.0, provisional", id="eleven quarters of twelve"),
])
def test_the_words_say_the_usual_range(last, words):
    one = assessed(indicator(), *sent(*last))

    assert list(describe_variation(one.variation, "percent")) == [words]


def test_the_words_say_that_the_last_quarter_stands_out():
    said = describe_trend(*_described(assessed(indicator(), *sent(75))))

    assert "; the last stands out; 95% interval of the last 65.7 to 82.5." in said


def test_too_few_quarters_have_no_usual_range_and_no_words():
    one = assessed(indicator(), *sent()[:4])

    assert list(describe_variation(one.variation, "percent")) == []
    assert list(describe_variation(None, "percent")) == []


def test_a_range_of_percentages_is_said_within_0_and_100():
    one = assessed(indicator(), *[(number, 100) for number in (99, 90, 100, 91, 99, 92)])

    (said,) = describe_variation(one.variation, "percent")
    assert said.endswith("to 100.0, provisional")


def test_where_a_quarter_is_hidden_there_is_no_usual_range_and_no_verdict():
    many = [(10 * number, 1000) for number in STEADY]
    hidden = assessed(indicator(), *many[:5], (2, 1000), *many[6:], audience="board")

    assert [point.value for point in hidden.points].count(None) == 1
    assert (hidden.variation.limits, hidden.variation.verdict) == (None, None)


def _described(one):
    return one.points, "Q1", "Q12", "target 95%", one.variation, one.interval
