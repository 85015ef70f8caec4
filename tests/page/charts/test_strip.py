"""The dot strip: everybody on one scale, beside England, and the middle half."""

from xml.etree import ElementTree

import pytest

from pscb_lib.page.blocks import Data
from pscb_lib.page.charts.strip import plot_strip
from pscb_lib.page.charts.strip_lines import Line, Measure, farthest
from pscb_lib.page.rendering.drawing import safe_svg
from pscb_lib.page.style import BAND, INK

SVG = "{http://www.w3.org/2000/svg}"
NEIGHBOURS = [(value, f"{value}%") for value in (10, 20, 30, 40, 50)]
DATA = Data(["indicator"], [["Plans"]])


def plot(*lines, measure=Measure.SHARE):
    return plot_strip(lines, "Northtown", "strip", "Plans are usual", DATA, measure=measure)


def elements(svg, tag, **wanted):
    return [one for one in ElementTree.fromstring(svg).iter(f"{SVG}{tag}")
            if all(one.get(name) == value for name, value in wanted.items())]


def rings(chart):
    return [float(one.get("cx")) for one in elements(chart.svg, "circle")][1:]  # the first is a key


def diamonds(chart):
    """The middles of the authority's marks, without the key."""
    return [float(one.get("points").split()[1].partition(",")[0])
            for one in elements(chart.svg, "polygon")][1:]


def england(chart):
    (line,) = elements(chart.svg, "polyline", stroke=INK)
    return float(line.get("points").partition(",")[0])


def test_all_lines_are_on_one_scale_in_per_cent_of_england():
    found = diamonds(plot(Line("Plans", (40, "40"), [], (20, "20")),
                          Line("Visits", (300, "300"), [], (200, "200")),
                          Line("Reviews", (5, "5"), [], (10, "10"))))
    double, half_more, half = found  # the highest first
    assert double - half_more == pytest.approx(half_more - england(plot(
        Line("Plans", (40, "40"), [], (20, "20")), Line("Visits", (300, "300"), [], (200, "200")),
        Line("Reviews", (5, "5"), [], (10, "10")))), abs=0.02)
    assert double > half_more > half


def test_right_is_higher_whichever_way_is_better():
    lower = Line("Plans", (20, "20%"), [], (30, "30%"), is_reversed=True)
    higher = Line("Visits", (40, "40%"), [], (30, "30%"))
    chart = plot(lower, higher, measure=Measure.POINTS)
    assert diamonds(chart)[0] > england(chart) > diamonds(chart)[1]


def test_neighbours_are_dots_in_proportion_to_their_figures():
    found = rings(plot(Line("Plans", (20, "20%"), NEIGHBOURS, (30, "30%"))))
    steps = [after - before for before, after in zip(found, found[1:], strict=False)]
    assert len(found) == 5 and steps == pytest.approx([steps[0]] * 4, abs=0.02)


def test_the_middle_half_lies_between_the_quartiles():
    line = Line("Plans", (20, "20%"), NEIGHBOURS, (30, "30%"))
    assert line.middle == (20, 40)
    assert Line("Plans", (20, "20%"), NEIGHBOURS[:3], (30, "30%")).middle is None
    assert len(elements(plot(line).svg, "rect", fill=BAND)) == 2  # one is the key


def test_an_own_figure_that_is_hidden_is_left_out():
    chart = plot(Line("Plans", None, NEIGHBOURS, (30, "30%")))
    assert diamonds(chart) == []
    assert "–" in [text.text for text in elements(chart.svg, "text")]


@pytest.mark.parametrize("line", [
    pytest.param(Line("Plans", (20, "20%"), [], None), id="no figure of England"),
    pytest.param(Line("Plans", None, [], (20, "20%")), id="England alone"),
    pytest.param(Line("Plans", (20, "20%"), [], (0, "0%")), id="no share of nothing"),
])
def test_a_line_without_a_place_on_the_scale_is_not_drawn(line):
    chart = plot(line, Line("Visits", (1, "1%"), NEIGHBOURS, (2, "2%")))
    assert "Plans" not in chart.svg and "Visits" in chart.svg


@pytest.mark.parametrize(("measure", "expected"), [
    pytest.param(Measure.SHARE, "Reviews", id="a tenth is farther than twice as much"),
    pytest.param(Measure.POINTS, "Plans", id="twenty points are farther than nine"),
])
def test_the_farthest_line(measure, expected):
    lines = [Line("Plans", (40, "40%"), [], (20, "20%")),
             Line("Reviews", (1, "1%"), [], (10, "10%")), Line("Same", (3, "3%"), [], (3, "3%"))]
    assert farthest(lines, measure).title == expected
    assert farthest(lines[2:], measure) is None


def test_every_strip_has_a_key_of_the_shapes_drawn():
    region = Line("Plans", (20, "20"), [], (30, "30"), (25, "25"), region_name="Eastern counties")
    words = [text.text for text in elements(plot(region).svg, "text")]
    assert words.count("Eastern counties") == 2  # in the key, and above its figures


def test_the_words_say_where_the_authority_is():
    chart = plot(Line("Plans", (20, "20%"), NEIGHBOURS, (30, "30%")))
    assert chart.alt == ("Plans are usual: Northtown against England: Plans 33% below, neighbours "
                         "67% below to 67% above.")
    assert safe_svg(chart.svg)


@pytest.mark.parametrize(("own", "is_reversed", "said"), [
    pytest.param((20, "20%"), False, "10.0 points worse", id="fewer"),
    pytest.param((20, "20%"), True, "10.0 points better", id="fewer, where fewer are better"),
    pytest.param((30, "30%"), False, "the same", id="alike"),
    pytest.param(None, False, "not shown", id="no figure of its own"),
])
def test_the_words_read_differences_as_they_are_drawn(own, is_reversed, said):
    line = Line("Plans", own, [], (30, "30%"), (25, "25%"), is_reversed=is_reversed)
    chart = plot(line, measure=Measure.POINTS)
    assert chart.alt == f"Plans are usual: Northtown against England: Plans {said}."
