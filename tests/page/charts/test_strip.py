"""The dot strip: everybody at a place by their figure, right is better, the middle half."""

from xml.etree import ElementTree

import pytest

from pscb_lib.page.blocks import Data
from pscb_lib.page.charts.strip import Line, plot_strip
from pscb_lib.page.rendering.drawing import safe_svg
from pscb_lib.page.style import BAND, INK

SVG = "{http://www.w3.org/2000/svg}"
NEIGHBOURS = [(value, f"{value}%") for value in (10, 20, 30, 40, 50)]
DATA = Data(["indicator"], [["Plans"]])


def plot(*lines, place=(1, 2)):
    return plot_strip(lines, "Northtown", "strip", "Plans are usual", DATA, place=place)


def elements(svg, tag, **wanted):
    return [one for one in ElementTree.fromstring(svg).iter(f"{SVG}{tag}")
            if all(one.get(name) == value for name, value in wanted.items())]


def rings(chart):
    return [float(one.get("cx")) for one in elements(chart.svg, "circle")][1:]  # the first is a key


def test_neighbours_are_dots_in_proportion_to_their_figures():
    found = rings(plot(Line("Plans", (20, "20%"), NEIGHBOURS, (30, "30%"))))
    steps = [after - before for before, after in zip(found, found[1:], strict=False)]
    assert len(found) == 5 and steps == pytest.approx([steps[0]] * 4, abs=0.02)


def test_where_lower_is_better_the_line_runs_from_the_highest_to_the_lowest():
    chart = plot(Line("Plans", (20, "20%"), NEIGHBOURS, None, is_reversed=True))
    assert rings(chart) == sorted(rings(chart), reverse=True)
    assert [text.text for text in elements(chart.svg, "text")][-2:] == ["50%", "10%"]


def test_the_middle_half_lies_between_the_quartiles():
    line = Line("Plans", (20, "20%"), NEIGHBOURS, None)
    assert line.middle == (20, 40)
    assert Line("Plans", (20, "20%"), NEIGHBOURS[:3], None).middle is None
    assert len(elements(plot(line).svg, "rect", fill=BAND)) == 2  # one is the key


def test_england_and_an_own_figure_that_is_hidden_are_left_out():
    with_england = plot(Line("Plans", None, NEIGHBOURS, (30, "30%")))
    assert len(elements(with_england.svg, "polygon")) == 1  # the key
    assert len(elements(with_england.svg, "rect", fill=INK)) == 2
    assert elements(plot(Line("Plans", None, NEIGHBOURS, None)).svg, "rect", fill=INK) == []


def test_a_line_without_two_figures_is_not_drawn():
    chart = plot(Line("Plans", (20, "20%"), [], None), Line("Visits", (1, "1%"), NEIGHBOURS, None))
    assert "Plans" not in chart.svg and "Visits" in chart.svg


def test_the_words_say_where_the_authority_is():
    chart = plot(Line("Plans", (20, "20%"), NEIGHBOURS, (30, "30%")))
    assert chart.alt == ("Plans are usual: Plans, Northtown 20%, neighbours 10% to 50%, "
                         "England 30%.")
    assert safe_svg(chart.svg)
