"""Numbers in a chart: a scale is no figure, a hidden figure disguised as one is found."""

from pathlib import Path

import pytest
from lxml import html

from pscb_lib.disclosure.figures import count, counts, frame, proportion
from pscb_lib.disclosure.outsider.drawings import find_drawn
from pscb_lib.disclosure.outsider.found import Drawing, Finished
from pscb_lib.disclosure.outsider.known import paper_of
from pscb_lib.disclosure.outsider.scales import Text, without_scales
from pscb_lib.disclosure.plain_figures import from_json
from pscb_lib.disclosure.showing import show

FIGURES = frame([
    *counts("kinds", {"Neglect": 3, "Physical abuse": 14, "Sexual abuse": 12}),
    *(count("visits", "Late visits", number, f"Q{quarter}")
      for quarter, number in enumerate((12, 4, 15, 11), 1)),
    proportion("reviews", "In time", 20, 50, "Q1"), proportion("reviews", "In time", 31, 52, "Q2"),
])
SECRET = {("kinds", "Neglect", ""), ("kinds", "Sexual abuse", ""),
          ("visits", "Late visits", "Q2"), ("reviews", "In time", "Q1")}
WRITTEN = "a number is written for a hidden figure"
POINT = "a point of a line is drawn for a hidden figure"
AXIS = [("0", 20, 100), ("2", 20, 80), ("4", 20, 60), ("6", 20, 40)]


def chart(*texts, alt="", drawn="", table="t"):
    words = "".join(f'<text x="{x}" y="{y}">{text}</text>' for text, x, y in texts)
    svg = html.fromstring(f'<svg aria-label="{alt}">{drawn}{words}</svg>')
    shown = show(FIGURES, "public", hidden=SECRET)
    found = Finished(Path("set"), drawings=[Drawing("report.html", table, "", (), svg)],
                     figures=from_json(shown.as_plain()))
    return [(leak.label, leak.tells) for leak in find_drawn(found, paper_of(found, FIGURES))]


def names(texts):
    return [one.text for one in texts]


@pytest.mark.parametrize("labels", [
    pytest.param(AXIS, id="counts upright"),
    pytest.param([(text, y, 20) for text, _, y in AXIS], id="level"),
    pytest.param([("50%", 9, 90), ("75%", 9, 60), ("100%", 9, 30)], id="percentages"),
    pytest.param([("0", 9, 90), ("1,000", 9, 50), ("2,000", 9, 10)], id="thousands"),
    pytest.param([("0.0", 9, 90), ("0.5", 9, 60), ("1.0", 9, 30)], id="a rate"),
])
def test_round_steps_at_equal_distances_are_a_scale(labels):
    assert without_scales([Text(*label) for label in labels]) == []


@pytest.mark.parametrize(("labels", "figures"), [
    pytest.param(AXIS[:2], ["0", "2"], id="two labels"),
    pytest.param([("0", 9, 90), ("3", 9, 60), ("6", 9, 30)], ["0", "3", "6"],
                 id="steps that are not round"),
    pytest.param([("0", 9, 90), ("2", 9, 70), ("4", 9, 20)], ["0", "2", "4"],
                 id="distances that are not equal"),
    pytest.param([("0", 9, 90), ("2", 12, 60), ("4", 9, 30)], ["0", "2", "4"],
                 id="out of the line"),
    pytest.param([*AXIS, ("3", 20, 66)], ["3"], id="a label between others, at another place"),
    pytest.param([*AXIS, ("3", 20, 70)], ["0", "2", "4", "6", "3"],
                 id="a label between others, at its place, so that no steps are equal"),
    pytest.param([*AXIS, ("10%", 20, 0)], ["10%"], id="another sign"),
    pytest.param([*AXIS, ("3 late", 20, 20)], ["3 late"], id="words"),
    pytest.param([("0", 9, 9), ("2", 9, 9), ("4", 9, 9)], ["0", "2", "4"], id="on one place"),
])
def test_what_is_no_scale_is_a_figure(labels, figures):
    assert names(without_scales([Text(*label) for label in labels])) == figures


def test_an_axis_is_no_leak_though_a_hidden_figure_has_a_number_of_it():
    assert chart(*AXIS, alt="Late visits, with a gap") == []


@pytest.mark.parametrize("disguised", [
    pytest.param([*AXIS, ("4", 60, 50)], id="beside its point"),
    pytest.param([*AXIS[:2], ("4", 20, 55), AXIS[3]], id="in the axis, but not at its place"),
    pytest.param([("0", 20, 90), ("4", 20, 60)], id="as one end of an axis of two"),
    pytest.param([("4", 20, 90), ("11", 20, 60), ("18", 20, 30)], id="as an axis of odd steps"),
    pytest.param([*AXIS, ("4 late", 60, 50)], id="with a word"),
    pytest.param([*AXIS, ("four", 60, 50)], id="in words"),
])
def test_a_hidden_figure_disguised_as_a_label_is_found(disguised):
    assert chart(*disguised, alt="Late visits by quarter") == [("visits: Late visits, Q2", WRITTEN)]


def test_a_hidden_figure_is_found_by_a_row_that_the_picture_itself_names():
    texts = [("Neglect", 0, 10), ("3", 60, 10), ("Physical abuse", 0, 30), ("14", 90, 30)]
    assert chart(*texts) == [("kinds: Neglect", WRITTEN)]


@pytest.mark.parametrize("texts", [
    pytest.param([("Neglect", 0, 10), ("Physical abuse", 0, 30), ("14", 90, 30)], id="shown"),
    pytest.param([("Neglect", 0, 10), ("target 3", 90, 30)], id="a target"),
    pytest.param([("Neglect", 0, 10), ("Q3 2014/15", 90, 30)], id="a period"),
    pytest.param([("3", 90, 30)], id="of nothing that is named"),
])
def test_other_numbers_are_no_leak(texts):
    assert chart(*texts) == []


def test_a_hidden_percentage_is_found():
    texts = [("0%", 9, 90), ("25%", 9, 60), ("50%", 9, 30)]
    assert chart(*texts, ("59.6%", 80, 20), alt="In time") == []
    assert chart(*texts, ("40.0%", 80, 50), alt="In time") == [("reviews: In time, Q1", WRITTEN)]


def test_others_figures_are_no_leak():
    assert chart(("4", 60, 50), alt="Late visits", table="comparisons-context") == []


def test_a_line_through_a_hidden_point_is_found_in_a_chart_of_its_own():
    def line(*points):
        return f'<polyline fill="none" stroke="#000" points="{" ".join(points)}"/>'
    four = line("0,1", "2,3", "4,5", "6,7")
    [(label, tells)] = chart(alt="Late visits by quarter", drawn=four)
    assert (label, tells) == ("visits: Late visits, Q2", POINT)
    assert chart(alt="Late visits by quarter", drawn=line("0,1", "4,5", "6,7")) == []
