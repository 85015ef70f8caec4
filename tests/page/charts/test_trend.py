"""Trend pictures: gaps for hidden figures, first and last value, target, size, and cost."""

import re
import sys
from xml.etree import ElementTree

import pytest
from invented import BAND, HIGHER, LOWER, NEUTRAL, assessed, indicator, shown

from pscb_lib.framework.statistics.spc import measure_variation
from pscb_lib.framework.statistics.variation import Rebase
from pscb_lib.page.charts import draw_trend, series_of, shared_scale
from pscb_lib.page.charts.control import draw_control
from pscb_lib.page.charts.measure import text_width
from pscb_lib.page.charts.trend import HEIGHT, WIDTH
from pscb_lib.page.rendering.drawing import safe_svg
from pscb_lib.page.style import BAND as PALE
from pscb_lib.page.style import GREEN, GREY, LINE, PAPER, RED

SVG = "{http://www.w3.org/2000/svg}"
STEADY = (91, 94, 92, 95, 93, 92, 94, 91, 93, 95, 92)
PIXELS = 96 / 72


def points(*sent, audience="board"):
    masked = shown(*sent, audience=audience)
    return [masked.get("indicators", "V1", column) for column in masked.columns("indicators")]


def elements(svg, tag, **wanted):
    return [one for one in ElementTree.fromstring(svg).iter(f"{SVG}{tag}")
            if all(one.get(name) == value for name, value in wanted.items())]


def sent(*last):
    return [(number, 100) for number in (*STEADY, *last)]


def drawn(one):
    series = series_of(one)
    return draw_trend(series.points, series.target, series.last, series.variation)


@pytest.mark.parametrize(("figures", "lines"), [
    pytest.param((20, 30, 40, 50, 60), 1, id="all shown"),
    pytest.param((20, 30, 3, 50, 60), 2, id="one hidden in the middle"),
    pytest.param((20, 30, "not supplied", 50, 60), 2, id="one not supplied"),
    pytest.param((20, 30, 40, 50, 3), 1, id="the last hidden"),
])
def test_a_figure_that_is_not_shown_leaves_a_gap(figures, lines):
    assert len(elements(draw_trend(points(*figures)), "polyline", stroke=LINE)) == lines


def test_a_figure_between_two_gaps_is_still_seen():
    assert len(elements(draw_trend(points(20, 30, 40)), "circle")) == 1
    assert len(elements(draw_trend(points(20, 3, 40, 3, 60, 70)), "circle")) == 3
    assert len(elements(draw_trend(points(3, 20, 3)), "circle")) == 1


@pytest.mark.parametrize(("target", "lines"), [
    pytest.param((), 0, id="none"), pytest.param((95.0,), 1, id="one"),
    pytest.param((10.0, 15.0), 2, id="a band"),
])
def test_a_target_is_a_dashed_line_for_each_end(target, lines):
    svg = draw_trend(points((90, 100), (80, 100)), target)
    assert len(elements(svg, "polyline", stroke=GREY)) == lines


@pytest.mark.parametrize(("figures", "written"), [
    pytest.param(((40, 52), (31, 52)), ["76.9", "59.6"], id="percentages"),
    pytest.param((1000, 1234), ["1,000", "1,234"], id="counts"),
    pytest.param((3, 20, 30), ["20", "30"], id="the first hidden"),
    pytest.param((20, 30, 3), ["20"], id="the last hidden"),
    pytest.param((20,), ["20"], id="one only"),
    pytest.param((3,), [], id="none"),
])
def test_the_first_and_the_last_value_are_written_and_nothing_else(figures, written):
    texts = elements(draw_trend(points(*figures)), "text")
    assert [text.text for text in texts] == written


@pytest.mark.parametrize("figures", [
    pytest.param((1234, 9999, 1, 0), id="counts"), pytest.param((0, 0), id="zeros"),
    pytest.param(((100, 100), (0, 100)), id="percentages at their ends"),
    pytest.param((), id="nothing"),
])
def test_a_picture_is_large_enough_and_holds_its_labels(figures):
    svg = draw_trend(points(*figures, audience="restricted") if figures else [])
    assert WIDTH * PIXELS >= 160 and HEIGHT * PIXELS >= 40
    for text in elements(svg, "text"):
        x, y, size = (float(text.get(name)) for name in ("x", "y", "font-size"))
        wide = text_width(text.text, size, int(text.get("font-weight")))
        left = x - wide if text.get("text-anchor") == "end" else x
        assert left >= 0 and left + wide <= WIDTH
        assert y - 0.7 * size >= 0 and y + 0.24 * size <= HEIGHT + 0.1
    for line in elements(svg, "polyline"):
        for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", line.get("points")):
            assert 0 <= float(x) <= WIDTH and 0 <= float(y) <= HEIGHT


def test_a_picture_is_safe_and_the_same_every_time():
    first = drawn(assessed(indicator(), *sent(75)))
    assert drawn(assessed(indicator(), *sent(75))) == first
    assert safe_svg(first)


@pytest.mark.parametrize(("polarity", "last", "fill", "edge"), [
    pytest.param(HIGHER, 75, RED, RED, id="a fall where higher is better is for the worse"),
    pytest.param(LOWER, 75, PAPER, GREEN, id="a fall where lower is better is for the better"),
    pytest.param(BAND, 75, LINE, LINE, id="a fall where a band is wanted is a change"),
    pytest.param(NEUTRAL, 75, LINE, LINE, id="a fall where neither way is better is a change"),
])
def test_a_point_outside_the_usual_range_has_a_shape_of_its_own(polarity, last, fill, edge):
    target = ("90", "95") if polarity is BAND else "95"
    quiet, loud = (drawn(assessed(indicator(target, polarity), *sent(number)))
                   for number in (93, last))
    assert elements(quiet, "polygon") == []
    assert len(elements(loud, "polygon", fill=fill, stroke=edge)) == 1


def test_a_shape_points_down_for_a_fall_and_up_for_a_rise():
    falling = sent(75)
    rising = [(100 - number, 100) for number, _ in falling]
    for figures, is_up in ((falling, False), (rising, True)):
        (shape,) = elements(drawn(assessed(indicator("80"), *figures)), "polygon")
        *feet, tip = [float(y) for _, y in re.findall(r"([\d.]+),([\d.]+)", shape.get("points"))]
        assert (tip < min(feet)) is is_up


def test_the_usual_range_is_a_pale_band_behind_each_stretch():
    one = assessed(indicator(), *sent(93))
    assert len(elements(drawn(one), "rect", fill=PALE)) == 1
    assert elements(drawn(assessed(indicator(), *sent()[:4])), "rect") == []

    quarters = [quarter.start for quarter in one.quarters]
    series = list(zip(quarters, [point.value for point in one.points], strict=True))
    anew = measure_variation(series, HIGHER, [Rebase(quarters[6], "a new form")])
    assert len(elements(draw_trend(one.points, variation=anew), "rect", fill=PALE)) == 2


def test_a_picture_costs_a_small_part_of_a_matplotlib_chart():
    one = assessed(indicator(), *sent(75))
    series = series_of(one)
    scale = shared_scale([series])
    draw_control(series, scale)

    def calls(draw):
        """How many functions are called to draw, which is the same on every machine."""
        seen = []
        before = sys.getprofile()
        sys.setprofile(lambda _, event, __: seen.append(event))
        try:
            draw()
        finally:
            sys.setprofile(before)
        return seen.count("call") + seen.count("c_call")
    assert calls(lambda: drawn(one)) < calls(lambda: draw_control(series, scale)) / 10
