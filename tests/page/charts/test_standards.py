"""The heat map of grades: a circle of its level in each cell, and an arrow where it was lowered."""

from __future__ import annotations

import re

from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts.standards import Graded, plot_standards

NAMES = ["fully met", "mostly met", "partially met", "not met"]


def plot(rows, columns=("1", "2"), marked=None) -> Chart:
    return plot_standards(rows, columns, NAMES, ["Fully met", "1", "0"], Data([], []), id="grades",
                          headline="One", alt="One.", marked=marked, place=(1, 2))


def words(chart: Chart) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg)


def test_rows_columns_key_and_feet_are_named() -> None:
    chart = plot({"Police": {"1": Graded(3), "2": Graded(1)}})
    assert words(chart) == [*NAMES, "1", "2", "Police", "Fully met", "1", "0"]


def test_the_arrow_is_explained_where_a_grade_was_lowered_and_only_there() -> None:
    assert "lowered by Q&amp;E" in words(plot({"Police": {"1": Graded(1, lowered=True)}}))
    assert "lowered by Q&amp;E" not in words(plot({"Police": {"1": Graded(1)}}))


def test_the_column_of_the_headline_is_named_above_it() -> None:
    chart = plot({"Police": {"1": Graded(3), "2": Graded(1)}}, marked={"2": "Information sharing"})
    assert "Information sharing" in words(chart)


def test_a_grade_that_is_missing_has_no_cell() -> None:
    one, two = (plot({"Police": grades}).svg.count(f'fill="{style.INK}"') for grades in (
        {"1": Graded(0)}, {"1": Graded(0), "2": Graded(0)}))
    assert two == one + 1


def test_no_rating_colour_is_used_because_a_grade_is_no_rating() -> None:
    svg = plot({"Police": {str(level): Graded(level, True) for level in range(4)}},
               [str(level) for level in range(4)]).svg
    assert not [colour for colour in (style.GREEN, style.AMBER, style.RED) if colour in svg]
