"""A series in words and as data; the usual range in words; scales."""

from __future__ import annotations

from datetime import date

import pytest
from invented import HIGHER, LOWER, assessed, indicator

from pscb_lib.board.indicators import Unit
from pscb_lib.page.asking import Known
from pscb_lib.page.charts import describe, series_of, shared_scale
from pscb_lib.page.charts.scales import scale_of
from pscb_lib.page.charts.series import data_of
from pscb_lib.page.charts.usual_range import describe_variation, say_usual_range, say_verdict
from pscb_lib.reports.quarterly_data_set.page.tables import tabulate_indicators

STEADY = (91, 94, 92, 95, 93, 92, 94, 91, 93, 95, 92)
COUNT = {"unit": Unit.COUNT}


def sent(*last: int) -> list[tuple[int, int]]:
    return [(number, 100) for number in (*STEADY, *last)]


# Mean 1022/11, ten steps of 23 in all: 92.909 and 2.66 times 2.3 either way; with 93: mean 1115/12,
# eleven steps of 24 in all: 92.917 and 2.66 times 24/11. With 75 the last step, 17, is screened.
@pytest.mark.parametrize(("one", "expected"), [
    pytest.param(assessed(indicator(), *sent(93)),
                 "Visits in time rose from 92.0% to 93.0%, within the usual range of 87% to 99%; "
                 "target 95%; between 91.0% and 95.0% since Quarter 4 2011/12.",
                 id="usual"),
    pytest.param(assessed(indicator(), *sent(75)),
                 "Visits in time fell from 92.0% to 75.0%, below the usual range of 85% to 98%; "
                 "target 95%; between 75.0% and 95.0% since Quarter 4 2011/12.",
                 id="a fall below the usual range"),
    pytest.param(assessed(indicator(), *sent()[:3]),
                 "Visits in time fell from 94.0% to 92.0%, too few quarters for a usual range; "
                 "target 95%; between 91.0% and 94.0% since Quarter 1 2014/15.",
                 id="few quarters"),
    pytest.param(assessed(indicator(None, **COUNT), 20, 3, 30, audience="board"),
                 "Visits in time, Quarter 1 2014/15 to Quarter 3 2014/15: some numbers are not "
                 "shown.", id="hidden"),
    pytest.param(assessed(indicator("25", LOWER, **COUNT), 20, "not supplied", 30),
                 "Visits in time stood at 30, too few quarters for a usual range; target ≤ 25; "
                 "between 20 and 30 since Quarter 1 2014/15; 1 not supplied.",
                 id="a gap"),
    pytest.param(assessed(indicator("25", LOWER), "not collected", "year not full", (20, 80),
                          "no cases", (30, 80)),
                 "Visits in time stood at 37.5%, too few quarters for a usual range; target "
                 "≤ 25%; between 25.0% and 37.5% since Quarter 1 2014/15; 1 with no cases.",
                 id="a gap that nobody is to blame for, and quarters before the first figure"),
    pytest.param(assessed(indicator(), (20, 40), "not supplied"),
                 "Visits in time, Quarter 2 2014/15 to Quarter 3 2014/15: the last is not "
                 "supplied; before it 50.0%; target 95%.", id="the last not supplied"),
    pytest.param(assessed(indicator(), "not supplied", "not supplied"),
                 "Visits in time: no figures from Quarter 2 2014/15 to Quarter 3 2014/15.",
                 id="none"),
])
def test_a_series_in_one_sentence(one, expected):
    assert describe(series_of(one)) == expected


def test_the_words_of_every_series_of_the_sample_are_its_own(sample):
    shown = [one for one in sample.assessed("board") if not one.figure.hidden]
    said = [describe(series_of(one)) for one in shown]

    assert len({*said}) == len(said)
    assert all(alt.startswith(one.indicator.title)
               for alt, one in zip(said, shown, strict=True))


def test_a_trend_in_a_row_says_only_its_verdict(sample):
    table = tabulate_indicators(sample.assessed("board"), None,
                                Known("board", date(2015, 1, 31)))
    said = [row[-1][0]["chart"]["alt"] for group in table.groups for row in group.rows]
    titles = [one.indicator.title for one in sample.assessed("board")]

    assert len(said) == sum(not one.figure.hidden for one in sample.assessed("board"))
    assert not any(title in alt for alt in said for title in titles)  # the row's head has it


def test_the_data_has_every_point_the_target_and_the_usual_range():
    data = data_of(series_of(assessed(indicator(), *sent(93))))
    assert data.columns == ["Period", "Per cent", "Cases", "Of", "Target", "Usual range from",
                            "Usual range to"]
    assert data.rows[-1] == ["Quarter 3 2014/15", 93.0, 93, 100, 95, 87.1, 98.7]
    assert len(data.rows) == 12


def test_a_hidden_figure_is_not_in_the_data():
    data = data_of(series_of(assessed(indicator(None, **COUNT), 20, 3, 30, audience="board")))
    assert [row[1] for row in data.rows] == [20, "Not shown: small numbers", 30]


@pytest.mark.parametrize(("last", "words"), [
    pytest.param((93,), "usual range 87.1 to 98.7", id="nothing stands out"),
    pytest.param((), "usual range 86.8 to 99.0, provisional", id="eleven quarters of twelve"),
])
def test_the_words_say_the_usual_range(last, words):
    one = assessed(indicator(), *sent(*last))
    assert list(describe_variation(one.variation, "percent")) == [words]


def test_a_provisional_range_is_called_so_in_the_verdict():
    one = assessed(indicator(), *sent())
    said = say_verdict(one.variation, "percent")
    assert said == "within the usual range of 87% to 99% (provisional)"


def test_a_long_run_on_one_side_is_said_by_its_quarters():
    numbers = (90, 80, 91, 90, 81) + (88,) * 7
    one = assessed(indicator("80"), *[(number, 100) for number in numbers])
    said = say_verdict(one.variation, "percent")
    assert said.startswith("above its average for seven quarters running within")


def test_too_few_quarters_have_no_usual_range():
    one = assessed(indicator(), *sent()[:4])
    assert list(describe_variation(one.variation, "percent")) == []
    assert say_usual_range(one.variation, "percent") is None
    assert say_usual_range(None, "percent") is None


def test_a_range_of_percentages_is_said_within_0_and_100():
    one = assessed(indicator(), *[(number, 100) for number in (99, 90, 100, 91, 99, 92)])
    assert str(say_usual_range(one.variation, "percent")).endswith("to 100%")


def test_where_a_quarter_is_hidden_there_is_no_usual_range_and_no_verdict():
    many = [(10 * number, 1000) for number in STEADY]
    hidden = assessed(indicator(), *many[:5], (2, 1000), *many[6:], audience="board")

    assert [point.value for point in hidden.points].count(None) == 1
    assert (hidden.variation.limits, hidden.variation.verdict) == (None, None)


@pytest.mark.parametrize(("values", "is_percent", "ticks"), [
    pytest.param((60, 95), True, ["60%", "70%", "80%", "90%", "100%"], id="near the top"),
    pytest.param((59, 95), True, ["50%", "60%", "70%", "80%", "90%", "100%"], id="a fall"),
    pytest.param((2, 11), True, ["0%", "10%", "20%", "30%", "40%"], id="at the foot"),
    pytest.param((0, 100), True, ["0%", "20%", "40%", "60%", "80%", "100%"], id="all"),
    pytest.param((3, 7), False, ["0", "2", "4", "6", "8"], id="small counts"),
    pytest.param((541, 1046), False, ["0", "500", "1,000", "1,500"], id="counts"),
    pytest.param((0, 0), False, ["0", "1", "2"], id="zeros"),
    pytest.param((0.4, 1.3), False, ["0.0", "0.5", "1.0", "1.5"], id="a rate"),
    pytest.param((float("nan"),), True, ["0%", "10%", "20%", "30%", "40%"], id="nothing"),
])
def test_a_scale_has_round_steps(values, is_percent, ticks):
    scale = scale_of(values, is_percent)
    assert [scale.words(tick) for tick in scale.ticks] == ticks


def test_series_of_one_unit_share_a_scale_with_their_targets_and_ranges():
    low, high = assessed(indicator("30"), (20, 100)), assessed(indicator("95"), (90, 100))
    scale = shared_scale([series_of(low), series_of(high)])
    assert scale.low <= 20 and scale.high >= 95
    assert HIGHER is low.indicator.polarity
