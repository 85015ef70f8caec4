"""A hidden figure has no length in any kind of chart: bar, column, part, step, gap or dots."""

from pathlib import Path

import pytest
from lxml import html

from pscb_lib.disclosure.figures import counts, frame, proportion
from pscb_lib.disclosure.outsider.drawings import find_drawn
from pscb_lib.disclosure.outsider.found import Drawing, Finished
from pscb_lib.disclosure.outsider.known import paper_of
from pscb_lib.disclosure.plain_figures import from_json
from pscb_lib.disclosure.showing import ShownFigure, show
from pscb_lib.page import charts

KINDS = {"Neglect": 3, "Physical abuse": 14, "Emotional abuse": 20, "Sexual abuse": 7}
FIGURES = frame([*counts("kinds", KINDS), *counts("sides", {"Girls": 9, "Boys": 16}),
                 *counts("few", {"Met": 4, "Not met": 11})])
HIDDEN = {("kinds", "Neglect", ""), ("kinds", "Sexual abuse", ""), ("few", "Met", "")}
NAMED = {"id": "x", "headline": "x"}


def figure(value):
    return ShownFigure(value, None, None, "count", "", False)


def leaks(svg):
    shown = show(FIGURES, "public", hidden=HIDDEN)
    drawing = Drawing("report.html", "x", "", (), html.fromstring(svg))
    found = Finished(Path("set"), drawings=[drawing], figures=from_json(shown.as_plain()))
    return [leak.label for leak in find_drawn(found, paper_of(found, FIGURES))]


def figures(**changed):
    """All four kinds as if they were shown, except for those *changed*."""
    return {label: figure(value) for label, value in (KINDS | changed).items()}


def test_the_bars_of_steps_that_are_shown_are_no_lengths_of_another_table():
    """Steps are shares of the one before: 15, 10, 9 and 8 of 17, beside a hidden 8 of last year."""
    exact = frame([*counts("last_year", {"Missing": 15, "Away": 9, "Children": 8}, total=False),
                   proportion("steps", "Offered", 15, 17), proportion("steps", "Taken", 10, 17),
                   proportion("steps", "Held", 9, 17), proportion("steps", "Soon", 8, 17)])
    shown = show(exact, "public", hidden={("last_year", "Children", "")})
    chart = charts.plot_bars({label: figure(number) for label, number in (
        ("Offered", 15), ("Taken", 10), ("Held", 9), ("Soon", 8))}, **NAMED)
    drawing = Drawing("report.html", "x", "", (), html.fromstring(chart.svg))
    found = Finished(Path("set"), drawings=[drawing], figures=from_json(shown.as_plain()))
    assert find_drawn(found, paper_of(found, exact)) == []


STEPS = [("Emotional abuse", 20, "start"), ("Neglect", 3, "lost"), ("Rest", 17, "kept")]


@pytest.mark.parametrize("draw", [
    pytest.param(lambda: charts.plot_bars(figures(), **NAMED), id="bars"),
    pytest.param(lambda: charts.plot_columns(figures(), **NAMED), id="columns"),
    pytest.param(lambda: charts.plot_columns(figures(), short={"Neglect": "N"}, **NAMED),
                 id="columns under short labels"),
    pytest.param(lambda: charts.plot_clusters({"a": figures(), "b": {"Neglect": figure(9)}},
                                              **NAMED), id="clusters"),
    pytest.param(lambda: charts.plot_stack(figures(), **NAMED), id="parts of a bar"),
    pytest.param(lambda: charts.plot_stacks({"a": figures()}, **NAMED), id="parts of bars"),
    pytest.param(lambda: charts.plot_pyramid(("a", figures()), ("b", {}), **NAMED),
                 id="a side of a pyramid"),
])
def test_a_length_drawn_for_a_hidden_figure_is_a_leak(draw):
    assert {"kinds: Neglect", "kinds: Sexual abuse"} <= set(leaks(draw().svg))


def test_a_gap_between_parts_is_as_telling_as_a_part():
    parts = [(0, 28), (28, 68), (74, 88)]  # 14 and 20 on a scale of 2, and a gap of 3
    drawn = "".join(f'<rect x="{start}" y="0" width="{end - start}" height="9"/>'
                    for start, end in parts)
    assert "kinds: Neglect" in leaks(f"<svg>{drawn}</svg>")


def test_a_drop_that_no_step_draws_is_as_telling_as_the_step():
    boxes = [(0, 0, 40), (10, 0, 28), (20, 34, 6)]  # 20, less 14, less a hidden 3, leaves 3
    drawn = "".join(f'<rect x="{x}" y="{y}" width="9" height="{high}"/>' for x, y, high in boxes)
    assert "kinds: Neglect" in leaks(f"<svg>{drawn}</svg>")


def test_dots_that_count_hidden_people_are_a_leak():
    chart = charts.plot_people({"met": figure(4), "did not": figure(11)}, **NAMED)
    assert set(leaks(chart.svg)) == {"few: Met"}


def test_the_last_row_of_dots_is_no_group_of_its_own():
    chart = charts.plot_people({"met": figure(14), "did not": figure(20)}, **NAMED)
    assert leaks(chart.svg) == []


def masked(table, audience="public"):
    shown = show(FIGURES, audience, hidden=HIDDEN)
    return {label: shown.get(table, label) for label in shown.rows(table)}


@pytest.mark.parametrize("draw", [
    pytest.param(lambda: charts.plot_bars(masked("kinds"), **NAMED), id="bars"),
    pytest.param(lambda: charts.plot_columns(masked("kinds"), **NAMED), id="columns"),
    pytest.param(lambda: charts.plot_stack(masked("kinds"), **NAMED), id="a bar of parts"),
    pytest.param(lambda: charts.plot_waterfall(
        [charts.Step(label, one, "kept") for label, one in masked("kinds").items()], **NAMED),
        id="a waterfall"),
    pytest.param(lambda: charts.plot_people(masked("few"), **NAMED), id="people"),
    pytest.param(lambda: charts.plot_pyramid(("a", masked("kinds")), ("b", masked("sides")),
                                             **NAMED), id="a pyramid"),
    pytest.param(lambda: charts.plot_heat_map({"a": masked("kinds")}, **NAMED), id="a heat map"),
    pytest.param(lambda: charts.plot_clusters({"a": masked("kinds")}, **NAMED), id="clusters"),
])
def test_what_is_drawn_of_masked_figures_tells_none_of_them(draw):
    chart = draw()
    assert leaks(chart.svg) == []
    assert "not shown: small numbers" in (chart.note or "").lower()


def test_a_bar_of_the_same_length_that_a_shown_figure_explains_is_none():
    drawn = figures()
    del drawn["Neglect"]
    beside = {**drawn, "Girls": figure(9), "Boys": figure(16)}
    del beside["Sexual abuse"]
    assert leaks(charts.plot_bars(beside, **NAMED).svg) == []
