"""The form of a block on a page: a table or cards, folded or open, scrolled or whole, listed."""

from __future__ import annotations

import pytest
from specimen import ALL_RATINGS, EXCEPTIONS, WIDE, words

from pscb_lib.page.rendering.forms import (
    contents_of,
    form_of,
    is_long,
    is_pictured,
    least_width,
    page_margins,
)


def _table(labels, *rows):
    columns = [{"label": label, "align": "start", "width": 1.0} for label in labels]
    return {"columns": columns, "groups": [{"label": None, "rows": list(rows)}]}


def _numbers(count):
    return _table(["Month", "Missing", "Absent"],
                  *[[words("April to September 2014"), words("1,234"), words("56")]] * count)


@pytest.mark.parametrize(("table", "form"), [
    pytest.param(_numbers(1), "slim", id="short numbers stay a table on a phone"),
    pytest.param(_table(list("abcde"), [words("1")] * 5), "narrow", id="five columns do not"),
    pytest.param(_table(["Indicator", "Question"],
                        [words("x"), words("Which homes and which days are these?")]),
                 "narrow", id="sentences do not"),
    pytest.param(EXCEPTIONS, "narrow", id="charts and questions do not"),
    pytest.param(WIDE, "wide", id="thirteen columns are cards on a tablet too"),
])
def test_the_form_of_a_table(table, form):
    assert form_of(table) == form


@pytest.mark.parametrize(("rows", "long"), [(15, False), (16, True)])
def test_more_than_15_rows_are_folded(rows, long):
    assert is_long(_numbers(rows)) is long


def test_a_chart_in_a_card_has_a_line_of_its_own():
    row = ALL_RATINGS["groups"][0]["rows"][0]
    assert [is_pictured(cell) for cell in row] == [False] * 5 + [True]


@pytest.mark.parametrize(("points", "pixels"), [
    pytest.param("234.00", None, id="half the page fits a phone: 7.5 points are 9.2 pixels"),
    pytest.param("482.4", 579, id="the whole page needs 9 pixels for 7.5 points"),
])
def test_a_chart_is_as_broad_as_its_text_needs(points, pixels):
    assert least_width(f'<svg xmlns="x" width="{points}pt" height="90pt">') == pixels


def test_a_paper_of_five_headings_lists_them():
    headings = [{"kind": "heading", "level": 2, "text": str(at)} for at in range(5)]
    placed = {"kind": "heading", "level": 2, "text": "beside", "place": [1, 2]}
    assert contents_of([*headings, placed]) == headings
    assert contents_of([*headings[:4], placed]) == []


def test_no_text_of_a_margin_ends_its_style():
    style = page_margins("Q&E", 'x"}</style>\\', "Board members only: not for publication")
    assert 'content: "Q&E"' in style
    assert 'content: "x   /style  "' in style
    assert 'content: "Board members only: not for publication"' in style
