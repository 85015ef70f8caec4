"""The heat map of grades: the word of its level in each cell, and what is to be known of it."""

from __future__ import annotations

import re

from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts.sheet import SMALL, text_width
from pscb_lib.page.charts.standards import Graded, plot_standards

NAMES = ["fully", "mostly", "partially", "not met"]


def plot(rows, columns=("1", "2")) -> Chart:
    return plot_standards(rows, columns, NAMES, ["Fully met", "1", "0"], Data([], []), id="grades",
                          headline="One", alt="One.")


def words(chart: Chart) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg)


def test_rows_columns_grades_and_feet_are_named() -> None:
    chart = plot({"Police": {"1": Graded(3), "2": Graded(1)}})
    assert words(chart) == ["1", "2", "Police", "fully", "partially", "Fully met", "1", "0"]


def test_the_marks_are_explained_where_they_occur_and_only_there() -> None:
    said = words(plot({"Police": {"1": Graded(1, was=2), "2": Graded(3, unproven=True)}}))
    assert {"changed by Q&amp;E", "fully met without evidence", "fully ?"} <= set(said)
    said = words(plot({"Police": {"1": Graded(1)}}))
    assert not {"changed by Q&amp;E", "fully met without evidence"} & set(said)


def test_a_grade_that_was_changed_says_from_what_to_what() -> None:
    said = words(plot({"Police": {"1": Graded(2, was=3), "2": Graded(2)}}))
    assert said[said.index("Police") + 1:][:3] == ["fully", "→ mostly", "mostly"]
    assert "changed by Q&amp;E" in said


def test_a_grade_that_is_not_scrutinised_has_a_frame_and_no_shade() -> None:
    chart = plot({"Police": {"1": Graded(0, is_open=True)}})
    assert "agency's own, to be scrutinised" in [one.replace("&#x27;", "'").replace("&#39;", "'")
                                                 for one in words(chart)]
    assert f'fill="{style.INK}"' not in re.sub(r"<text.*?</text>", "", chart.svg)


def test_a_grade_that_is_missing_has_no_cell() -> None:
    assert words(plot({"Police": {"1": Graded(0)}})).count("not met") == 1


def test_no_two_heads_touch() -> None:
    heads = ("Senior commitment", "Statement of responsibility", "Accountability", "Development")
    svg = plot({"Police": {}}, [*heads, "Training", "Recruitment", "Inter-agency working",
                                "Information sharing", "Work with children and families"]).svg
    texts = [(float(y), float(x), words) for x, y, words in re.findall(
        r'<text x="([-\d.]+)" y="([-\d.]+)"[^>]*>([^<]*)</text>', svg) if words != "Police"]
    assert len(texts) > 9
    for y, x, one in texts:
        for other_y, other_x, other in texts:
            if y == other_y and x < other_x and one != "Fully met":
                room = (text_width(one, SMALL) + text_width(other, SMALL)) / 2
                assert other_x - x > room


def test_no_rating_colour_is_used_because_a_grade_is_no_rating() -> None:
    svg = plot({"Police": {str(level): Graded(level, was=3) for level in range(4)}},
               [str(level) for level in range(4)]).svg
    assert not [colour for colour in (style.GREEN, style.AMBER, style.RED) if colour in svg]
