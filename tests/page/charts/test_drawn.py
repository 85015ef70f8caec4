"""Charts: valid SVG, the same bytes every time, gaps for hidden figures, and alt text."""

import re
from xml.etree import ElementTree

import pytest
from invented import shown

from pscb_lib.disclosure import figures
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.framework.statistics.intervals import Interval, count_interval
from pscb_lib.page import charts
from pscb_lib.page.charts import drawn
from pscb_lib.page.style import GREY, LINE
from pscb_lib.reports.quarterly_data_set.page.tables import tabulate_indicators

SVG = "{http://www.w3.org/2000/svg}"


def points(*sent, audience="board"):
    masked = shown(*sent, audience=audience)
    return [masked.get("indicators", "V1", column) for column in masked.columns("indicators")]


def strokes(svg, colour):
    """The pen strokes of one colour, each as its number of separate lines."""
    paths = [path for path in ElementTree.fromstring(svg).iter(f"{SVG}path")
             if f"stroke: {colour}" in path.get("style", "") and "fill: none" in path.get("style")]
    return [len(re.findall("M", path.get("d"))) for path in paths]


def dots(svg):
    return len(list(ElementTree.fromstring(svg).iter(f"{SVG}use")))


@pytest.mark.parametrize(("sent", "lines"), [
    pytest.param((20, 30, 40, 50, 60), 1, id="all shown"),
    pytest.param((20, 30, 3, 50, 60), 2, id="one hidden in the middle"),
    pytest.param((20, 30, "not supplied", 50, 60), 2, id="one not supplied"),
    pytest.param((20, 30, 40, 50, 3), 1, id="the last hidden"),
])
def test_a_figure_that_is_not_shown_leaves_a_gap(sent, lines):
    assert strokes(charts.draw_trend(points(*sent)), LINE) == [lines]


def test_a_figure_between_two_gaps_is_still_seen():
    assert dots(charts.draw_trend(points(20, 30, 40))) == 1
    assert dots(charts.draw_trend(points(20, 3, 40, 3, 60, 70))) == 3
    assert dots(charts.draw_trend(points(3, 20, 3))) == 1


@pytest.mark.parametrize(("target", "lines"), [
    pytest.param((), [], id="none"), pytest.param((95.0,), [1], id="one"),
    pytest.param((10.0, 15.0), [1, 1], id="a band"),
])
def test_a_target_is_a_dashed_line_for_each_end(target, lines):
    assert strokes(charts.draw_trend(points((90, 100), (80, 100)), target), GREY) == lines


def test_the_last_value_is_written_beside_its_point():
    assert "59.6" in charts.draw_trend(points((40, 52), (31, 52)))
    assert "1,234" in charts.draw_trend(points(1000, 1234))


@pytest.mark.parametrize("draw", [
    pytest.param(lambda: charts.draw_trend(points(20, 3, 40), (30.0,)), id="a trend"),
    pytest.param(lambda: charts.draw_trend(points(3)), id="a trend of one hidden figure"),
    pytest.param(lambda: charts.draw_trend([]), id="a trend of nothing"),
    pytest.param(lambda: charts.draw_trend(points(0, 0)), id="a trend of zeros"),
    pytest.param(lambda: charts.draw_bar(points(20)[0], 40), id="a bar"),
    pytest.param(lambda: charts.draw_bar(points(3)[0], 0), id="a hidden bar"),
])
def test_small_charts_are_sound_and_the_same_every_time(draw):
    first = draw()
    charts.draw_trend(points(90, 80, 70), (50.0,))
    charts.draw_bar(points(70)[0], 70)

    assert draw() == first
    assert ElementTree.fromstring(first).tag == f"{SVG}svg"
    assert "\n" not in first and "<?xml" not in first and "<dc:date>" not in first


def heights(svg):
    """The lower and upper end of each vertical stroke of the picture."""
    lines = [re.findall(r"[ML] ([\d.]+) ([-\d.]+)", path.get("d"))
             for path in ElementTree.fromstring(svg).iter(f"{SVG}path")
             if "stroke-width: 0.8" in path.get("style", "")]
    return [sorted(float(y) for _, y in line) for line in lines if len(line) == 2]


@pytest.mark.parametrize("sent", [
    pytest.param((6, 6), id="of a small count, far above it"),
    pytest.param((600, 620), id="of a large one")])
def test_the_interval_of_a_count_lies_within_the_picture(sent):
    reach = count_interval(sent[-1])
    [(top, foot)] = heights(charts.draw_trend(points(*sent, audience="restricted"), interval=reach))
    high = charts.TREND_INCHES[1] * 72
    assert 0 < top < foot < high
    lower, upper = (high * (0.92 - 0.84 * end / (1.1 * reach.upper))
                    for end in (reach.lower, reach.upper))
    assert (top, foot) == pytest.approx((upper, lower), abs=0.01)


def test_a_longer_interval_of_a_percentage_is_cut_and_the_alt_text_has_its_ends():
    known, reach = points((6, 12), (6, 12), audience="restricted"), Interval(25.4, 74.6)
    [(top, foot)] = heights(charts.draw_trend(known, interval=reach))
    high = charts.TREND_INCHES[1] * 72
    assert (top, foot) == pytest.approx((0.08 * high, 0.92 * high), abs=0.01)
    assert charts.describe_trend(known, "Q1", "Q2", "", None, reach).endswith(
        "; 95% interval of the last 25.4 to 74.6.")


def test_a_hidden_count_has_no_bar():
    full, hidden = (charts.draw_bar(points(number)[0], 20) for number in (20, 3))
    width = [max(float(x) for x in re.findall(r"[ML] ([\d.]+)", path.get("d")))
             for svg in (full, hidden) for path in ElementTree.fromstring(svg).iter(f"{SVG}path")
             if LINE in path.get("style", "")]

    assert width[0] > 0
    assert width[1:] in ([], [0.0])


@pytest.mark.parametrize(("sent", "expected"), [
    pytest.param((20, 40, 30), "Q1 to Q3: from 20 to 30, lowest 20, highest 40; target 25.",
                 id="all shown"),
    pytest.param((20, 3, 30), "Q1 to Q3: some numbers are not shown; target 25.",
                 id="one hidden, which may be the lowest"),
    pytest.param((20, "not supplied", 30), "Q1 to Q3: from 20 to 30, lowest 20, highest 30; "
                 "target 25; 1 not shown or not supplied.", id="one not supplied"),
    pytest.param(["not supplied"] * 3, "No figures from Q1 to Q3.", id="nothing to show"),
    pytest.param(((297, 330), (31, 52)), "Q1 to Q3: from 90.0% to 59.6%, lowest 59.6%, highest "
                 "90.0%; target 25.", id="percentages"),
])
def test_a_trend_in_words(sent, expected):
    assert charts.describe_trend(points(*sent), "Q1", "Q3", "target 25") == expected


def test_the_words_of_every_trend_of_the_sample_come_from_figures_shown(sample):
    printed = {figure.text for one in sample.assessed("board") for figure in one.points}
    table = tabulate_indicators(sample.assessed("board"), None)
    said = [row[-1][0]["chart"]["alt"] for group in table.groups for row in group.rows]

    assert len(said) == sum(not one.figure.hidden for one in sample.assessed("board"))
    for alt in said:
        numbers = re.findall(r"(?:from|to|lowest|highest) ([\d,.]*\d%?)", alt.split(";")[0])
        assert set(numbers) <= printed


def test_bars_leave_the_total_out_and_say_what_is_not_shown():
    counts = {"North": 3, "South": 12, "East": 20, "West": 7}
    masked = disclosure.show(figures.frame(figures.counts("t", counts)), "board")
    chart = drawn.plot_bars(masked, "t", "Children by area", "areas")

    assert chart.alt == ("Children by area. North: Not shown: small numbers; South: 12; East: 20; "
                         "West: Not shown: small numbers.")
    assert chart.data.rows == [["North", "Not shown: small numbers"], ["South", 12], ["East", 20],
                               ["West", "Not shown: small numbers"]]
    assert ElementTree.fromstring(chart.svg).tag == f"{SVG}svg"
    assert drawn.plot_bars(masked, "t", "Children by area", "areas") == chart
