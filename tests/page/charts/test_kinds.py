"""Every kind of chart: lengths in proportion, values written, the hidden absent, text that fits."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from lxml import html

from pscb_lib.disclosure.outsider.lengths import boxes_of
from pscb_lib.disclosure.outsider.shapes import shapes
from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.page import charts, style
from pscb_lib.page.blocks import Prose
from pscb_lib.page.charts import sheet
from pscb_lib.page.charts.slope import APART, apart, beside
from pscb_lib.page.rendering.drawing import safe_svg

SVG = "{http://www.w3.org/2000/svg}"
HALF = (1, 2)
NAMED = {"id": "x", "headline": "What it shows", "place": HALF}


def figure(value, hidden=False, state=""):
    return ShownFigure(value, None, None, "count", state, hidden)


def figures(**values):
    """Figures by label; None is one that is hidden."""
    return {label.replace("_", " "): figure(value, value is None)
            for label, value in values.items()}


DAYS = figures(Monday=21, Tuesday=20, Friday=34, Saturday=38)
STEPS = [charts.Step("Episodes", figure(172), "start"),
         charts.Step("Owed elsewhere", figure(73), "left"),
         charts.Step("Interviews owed", figure(99), "kept"),
         charts.Step("Not offered", figure(11), "lost"), charts.Step("Late", figure(41), "late"),
         charts.Step("In time", figure(47), "good")]
DRAWN = {
    "columns": lambda: charts.plot_columns(DAYS, **NAMED),
    "columns in groups": lambda: charts.plot_columns(
        {"Day": DAYS, "Hour": figures(morning=9, evening=30)}, **NAMED),
    "columns with events": lambda: charts.plot_columns(
        DAYS, events=figures(Monday=2, Tuesday=0, Friday=9), columns=("Day", "Number", "Events"),
        **NAMED),
    "clusters": lambda: charts.plot_clusters(
        {"notified": figures(a=40, b=48), "reviewed": figures(a=38, b=51)}, **NAMED),
    "bars": lambda: charts.plot_bars(DAYS, picked=["Friday"], colour=style.RED, **NAMED),
    "waterfall": lambda: charts.plot_waterfall(STEPS, id="x", headline="What it shows"),
    "pyramid": lambda: charts.plot_pyramid(("Girls 53", figures(young=27, old=26)),
                                           ("Boys 28", figures(young=12, old=16)), **NAMED),
    "stack": lambda: charts.plot_stack(figures(council=9, both=74, police=19), **NAMED),
    "stacks": lambda: charts.plot_stacks({"Agreed": figures(a=3, b=14), "Done": figures(a=6, b=4)},
                                         **NAMED),
    "people": lambda: charts.plot_people(figures(met=10, not_met=12), unmet=["not met"], **NAMED),
    "heat map": lambda: charts.plot_heat_map({"Monday": figures(a=3, b=10),
                                              "Sunday": figures(a=6, b=2)}, **NAMED),
    "slope": lambda: charts.plot_slope({"missing": figures(then=97, now=102),
                                        "children": figures(then=76, now=81)}, **NAMED),
    "dots": lambda: charts.plot_dots(DAYS, figures(Monday=19, Tuesday=20, Friday=40), **NAMED),
}


def texts(svg):
    return [(one.text, float(one.get("x")), float(one.get("y")))
            for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def filled(svg):
    return boxes_of(html.fromstring(svg))


@pytest.mark.parametrize("draw", [pytest.param(draw, id=name) for name, draw in DRAWN.items()])
def test_a_chart_is_sound_and_the_same_every_time(draw):
    chart = draw()

    assert draw() == chart
    assert safe_svg(chart.svg)
    assert chart.alt.startswith("What it shows: ") and chart.alt.endswith(".")
    assert chart.data.rows and all(len(row) == len(chart.data.columns) for row in chart.data.rows)


@pytest.mark.parametrize("draw", [pytest.param(draw, id=name) for name, draw in DRAWN.items()])
def test_text_is_horizontal_large_enough_and_within_the_picture(draw):
    svg = draw().svg
    width = float(re.search(r'width="([\d.]+)pt"', svg)[1])

    for one in ElementTree.fromstring(svg).iter(f"{SVG}text"):
        size = float(one.get("font-size"))
        assert size >= 8 and not re.search(r"rotate\(-?[1-9]", one.get("transform", ""))
        half = sheet.text_width(one.text, size, bold=one.get("font-weight") == "600")
        share = {"start": 0, "middle": 0.5, "end": 1}[one.get("text-anchor")]
        left = float(one.get("x")) - half * share
        assert -1 <= left and left + half <= width + 1, one.text


def test_columns_are_as_high_as_their_figures_and_the_highest_is_picked_out():
    chart = charts.plot_columns(DAYS, **NAMED)
    heights = [one.foot - one.top for one in filled(chart.svg)]

    assert [round(high / heights[0], 3) for high in heights] == [
        round(number / 21, 3) for number in (21, 20, 34, 38)]
    assert [words for words, _, _ in texts(chart.svg) if words.isdigit()] == [
        "21", "20", "34", "38"]
    fills = [one.style for one in shapes(html.fromstring(chart.svg)) if one.is_closed]
    assert [style.LINE in fill for fill in fills if style.LINE in fill or style.SOFT in fill] == [
        False, False, False, True]


def test_none_is_the_highest_if_a_hidden_one_may_be():
    chart = charts.plot_columns(DAYS | figures(Sunday=None), **NAMED)

    assert style.LINE not in chart.svg
    assert chart.note == "One not shown: small numbers, or others that hide them."


def test_events_are_so_many_diamonds_under_their_columns():
    chart = charts.plot_columns(
        figures(Monday=21, Tuesday=20), events=figures(Monday=2, Tuesday=0),
        columns=("Day", "Number", "Events"), **NAMED)

    assert chart.svg.count('href="#diamond-') == 2
    assert chart.data.rows == [["Monday", 21, 2], ["Tuesday", 20, 0]]
    assert chart.alt == (
        "What it shows: Monday 21; Tuesday 20; Monday, events 2; Tuesday, events 0.")


def test_bars_are_as_long_as_their_figures_from_zero():
    chart = charts.plot_bars(figures(North=30, South=None, East=15), note="Of the year.", **NAMED)

    long, short = (one.right - one.left for one in filled(chart.svg))
    assert round(long / short, 3) == 2
    assert chart.note == "Of the year. One not shown: small numbers, or others that hide them."
    assert chart.alt == "What it shows: North 30; South not shown; East 15."
    assert chart.data.rows == [["North", 30], ["South", "Not shown: small numbers"], ["East", 15]]


def test_bars_of_shares_have_their_counts_beside_them():
    shares = {"Met": ShownFigure(25, 4, 16, "percent", "", False),
              "Not": ShownFigure(None, None, None, "percent", "", True),
              "Other": ShownFigure(50, 1200, 2400, "percent", "", False)}
    chart = charts.plot_bars(shares, whole=100, has_counts=True,
                             columns=("Closed", "Per cent", "Back", "Of"), **NAMED)
    assert [words for words, *_ in texts(chart.svg) if "of" in words] == [
        "(4 of 16)", "(1,200 of 2,400)"]
    assert chart.alt == (
        "What it shows: Met 25.0% (4 of 16); Not not shown; Other 50.0% (1,200 of 2,400).")
    assert [row[-2:] for row in chart.data.rows] == [
        [4, 16], ["Not shown: small numbers"] * 2, [1200, 2400]]


def test_dots_stand_at_their_figures_from_zero_and_what_was_before_is_hollow():
    chart = charts.plot_dots(figures(North=30, South=15, East=None), figures(North=0, South=30),
                             **NAMED)

    zero, south_now, north_now, south_then = _places(chart.svg)
    assert (round(south_now - zero, 2), north_now) == (round((north_now - zero) / 2, 2), south_then)
    assert chart.alt == ("What it shows: Now, in brackets Before: North 30 (0); South 15 (30); "
                         "East not shown.")
    assert chart.data.rows == [["North", 30, 0], ["South", 15, 30],
                               ["East", "Not shown: small numbers", None]]


@pytest.mark.parametrize(("whole", "target", "ticks"), [
    pytest.param(None, None, ["0", "10", "20", "30", "40"], id="to a round number"),
    pytest.param(100, 80, ["80%", "0", "20", "40", "60", "100"], id="the target is a tick"),
    pytest.param(100, 85, ["85%", "0", "20", "40", "60", "100"], id="the target hides a near tick"),
])
def test_dots_have_a_scale_from_zero_with_labelled_ticks(whole, target, ticks):
    chart = charts.plot_dots(figures(North=30, South=15), figures(North=40, South=30), whole=whole,
                             target=target, **NAMED)
    lowest = max(y for *_, y in texts(chart.svg))

    assert [words for words, _, y in texts(chart.svg) if y == lowest] == ticks


def test_relative_dots_stand_in_per_cent_of_what_was_before():
    chart = charts.plot_dots(figures(North=300, South=5, East=None), figures(North=200, South=10),
                             is_relative=True, **NAMED)
    south, *before, north = _places(chart.svg)

    # 50%, twice 100% and 150%
    assert round(north - before[0], 2) == round(before[1] - south, 2) and before[0] == before[1]
    assert {"50%", "100%", "150%"} <= {words for words, *_ in texts(chart.svg)}


def test_bars_that_are_hidden_are_one_bar_of_what_the_total_leaves():
    chart = charts.plot_bars(figures(North=30, South=None, East=15, West=None), total=figure(62),
                             **NAMED)

    assert [words for words, *_ in texts(chart.svg)] == [
        "North", "30", "East", "15", "Two others together", "17"]
    assert chart.data.rows == [["North", 30], ["East", 15], ["Two others together", 17]]
    assert chart.note == "Shown together, because of small numbers: South; West."


def test_dots_of_a_few_are_written_as_so_many_of_so_many():
    few = {"North": ShownFigure(Fraction(200, 3), 6, 9, "percent", "", False)}
    said = {"North": ShownFigure(Fraction(61), 61, 100, "percent", "", False)}
    chart = charts.plot_dots(
        few, said, says=lambda one: f"{one.numerator} of {one.denominator}", **NAMED)

    assert chart.alt == "What it shows: Now, in brackets Before: North 6 of 9 (61.0%)."
    assert chart.data.rows == [["North", "6 of 9", 61.0]]
    assert "66.7%" not in chart.svg


def _places(svg):
    """Where the dots stand under the key, those on the left first."""
    dots = [(float(one.get("x")), float(one.get("y")))
            for one in ElementTree.fromstring(svg).iter(f"{SVG}use")]
    return sorted(x for x, y in dots if y > 10)


def test_a_waterfall_falls_from_the_total_to_what_remains():
    boxes = filled(charts.plot_waterfall(STEPS, id="x", headline="x").svg)
    unit = (boxes[0].foot - boxes[0].top) / 172
    tops = [round((boxes[0].foot - one.top) / unit) for one in boxes]

    assert [round((one.foot - one.top) / unit) for one in boxes] == [172, 73, 99, 11, 41, 47]
    assert tops == [172, 172, 99, 99, 88, 47]


def test_a_waterfall_that_does_not_add_up_is_refused():
    with pytest.raises(ValueError, match="^In time is 46, but 47 remain$"):
        charts.plot_waterfall([*STEPS[:-1], charts.Step("In time", figure(46), "good")],
                              id="x", headline="x")


@pytest.mark.parametrize("draw", [
    pytest.param(lambda one: charts.plot_stack({"a": figure(9), "b": one, "c": figure(4)}, **NAMED),
                 id="a stack"),
    pytest.param(lambda one: charts.plot_waterfall(
        [charts.Step("a", figure(9), "start"), charts.Step("b", one, "lost"),
         charts.Step("c", figure(4), "kept")], **NAMED), id="a waterfall"),
    pytest.param(lambda one: charts.plot_people({"a": figure(9), "b": one, "c": figure(4)},
                                                **NAMED), id="people"),
])
def test_where_lengths_would_add_up_to_a_hidden_part_bars_are_drawn(draw):
    chart = draw(figure(None, hidden=True))
    starts = {round(one.left, 1) for one in filled(chart.svg)}

    assert len(starts) == 1 and len(filled(chart.svg)) == 2
    assert chart.note == "One not shown: small numbers, or others that hide them."


def test_series_are_told_one_after_another_and_stacks_bar_by_bar():
    years = {"Panel": figures(a=51, b=45), "Here": figures(a=15, b=13)}

    assert charts.plot_clusters(years, **NAMED).alt == (
        "What it shows: Panel, a to b: 51, 45; Here, a to b: 15, 13.")
    assert charts.plot_clusters(years, subtitle="From a to b", **NAMED).alt == (
        "What it shows: Panel: 51, 45; Here: 15, 13.")
    assert charts.plot_stacks(years, **NAMED).alt == (
        "What it shows: Panel: a 51, b 45; Here: a 15, b 13.")
    assert charts.plot_stacks(years, said="as it is said.", **NAMED).alt == (
        "What it shows: as it is said.")


def test_what_is_mostly_hidden_is_not_drawn():
    hidden = figures(a=None, b=None, c=9)
    said = Prose("“What it shows” is not shown, because of small numbers.", place=HALF)
    assert [draw(hidden, **NAMED) for draw in (charts.plot_bars, charts.plot_columns,
                                               charts.plot_stack)] == [said] * 3


def test_parts_are_told_apart_by_white_lines_and_labelled_apart():
    chart = charts.plot_stack(figures(By_the_council_only=2, By_both=74, By_the_police_only=3),
                              **NAMED)
    assert chart.svg.count(f'stroke="{style.PAPER}"') == 3
    labels = sorted((x, words) for words, x, y in texts(chart.svg) if y > 22)
    for (before, first), (after, last) in pairwise(labels):
        gap = after - before - (sheet.text_width(first, 8) + sheet.text_width(last, 8)) / 2
        assert gap > 0 or before == after  # lines of one label stand under each other


@pytest.mark.parametrize(("met", "rows"), [(10, [10]), (14, [10, 4]), (30, [10, 10, 10])])
def test_people_stand_in_rows_of_ten(met, rows):
    svg = ElementTree.fromstring(charts.plot_people(figures(met=met), **NAMED).svg)
    found = Counter(round(float(one.get("y"))) for one in svg.iter(f"{SVG}use"))
    assert [found[y] for y in sorted(found)] == rows


def test_more_people_than_can_be_counted_are_a_bar():
    chart = charts.plot_people(figures(met=61), **NAMED)
    assert len(filled(chart.svg)) == 1


def test_a_hidden_cell_has_no_colour():
    chart = charts.plot_heat_map({"Monday": figures(a=3, b=None), "Sunday": figures(a=6, b=2)},
                                 **NAMED)
    assert len(filled(chart.svg)) == 3
    assert chart.data.rows == [["Monday", 3, "Not shown: small numbers"], ["Sunday", 6, 2]]


@pytest.mark.parametrize(("line", "strokes"), [
    pytest.param(figures(a=9, b=8, c=7), 1, id="all shown"),
    pytest.param(figures(a=9, b=8, c=None, d=7, e=6), 2, id="a hidden point breaks the line"),
    pytest.param(figures(a=9, c=7), 1, id="a point at which nothing is counted does not"),
])
def test_a_line_breaks_where_a_figure_is_hidden(line, strokes):
    chart = charts.plot_slope({"x": line, "y": figures(a=5, b=5, c=5, d=5, e=5)}, **NAMED)
    drawn = [one for one in ElementTree.fromstring(chart.svg).iter(f"{SVG}polyline")
             if one.get("stroke") == style.LINE and one.get("fill") == "none"]
    assert len(drawn) == strokes


def test_a_line_whose_last_values_are_hidden_has_its_name_before_the_last_that_is_shown():
    chart = charts.plot_slope({"x": figures(a=9, b=8, c=None), "y": figures(a=5, b=6, c=7)},
                              **NAMED)
    words = [one for one, *_ in texts(chart.svg)]
    assert "x 8" in words and "x" not in words and "y" in words


def test_names_at_the_end_of_lines_stand_apart():
    assert all(after - before >= APART for before, after in pairwise(apart([10, 11, 12, 40])))
    assert beside([10.0, 50.0]) == [2.0, 58.0]  # above the higher, below the lower


@pytest.mark.parametrize("draw", [
    pytest.param(lambda bare: charts.plot_bars({"a": bare}, **NAMED), id="bars"),
    pytest.param(lambda bare: charts.plot_columns({"a": {"b": bare}}, **NAMED), id="columns"),
    pytest.param(lambda bare: charts.plot_stack({"a": bare}, **NAMED), id="a stack"),
    pytest.param(lambda bare: charts.plot_people({"a": bare}, **NAMED), id="people"),
    pytest.param(lambda bare: charts.plot_pyramid(("a", {"b": bare}), ("c", {}), **NAMED),
                 id="a pyramid"),
    pytest.param(lambda bare: charts.plot_slope({"a": {"b": bare}}, **NAMED), id="a slope"),
])
def test_a_bare_number_is_refused(draw):
    with pytest.raises(TypeError, match="^a chart is drawn from shown figures only$"):
        draw(12)


def test_bars_of_one_length_say_shares_within_and_the_counts_at_the_end():
    svg = charts.plot_stacks({"Agreed": figures(a=11, b=7)}, is_share=True, **NAMED).svg
    words = [one.text for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]
    assert {"61%", "39%", "11 of 18"} <= {*words}  # of 18, 11 are 61.1%
    assert "11" not in words
