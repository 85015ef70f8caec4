"""Bars: none for a hidden figure, and the same bytes every time."""

import re
from xml.etree import ElementTree

import pytest
from invented import shown

from pscb_lib.disclosure import figures
from pscb_lib.disclosure import showing as disclosure
from pscb_lib.page import charts
from pscb_lib.page.charts import drawn
from pscb_lib.page.style import LINE

SVG = "{http://www.w3.org/2000/svg}"


def points(*sent, audience="board"):
    masked = shown(*sent, audience=audience)
    return [masked.get("indicators", "V1", column) for column in masked.columns("indicators")]


@pytest.mark.parametrize("draw", [
    pytest.param(lambda: charts.draw_bar(points(20)[0], 40), id="a bar"),
    pytest.param(lambda: charts.draw_bar(points(3)[0], 0), id="a hidden bar"),
])
def test_bars_are_sound_and_the_same_every_time(draw):
    first = draw()
    charts.draw_bar(points(70)[0], 70)

    assert draw() == first
    assert ElementTree.fromstring(first).tag == f"{SVG}svg"
    assert "\n" not in first and "<?xml" not in first and "<dc:date>" not in first


def test_a_hidden_count_has_no_bar():
    full, hidden = (charts.draw_bar(points(number)[0], 20) for number in (20, 3))
    width = [max(float(x) for x in re.findall(r"[ML] ([\d.]+)", path.get("d")))
             for svg in (full, hidden) for path in ElementTree.fromstring(svg).iter(f"{SVG}path")
             if LINE in path.get("style", "")]

    assert width[0] > 0
    assert width[1:] in ([], [0.0])


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
