"""Dates, numbers and the figures behind a chart, as a reader sees them."""

from __future__ import annotations

import pytest
from specimen import CHART

from pscb_lib.page.rendering.printed import data_table, day_in_words, printed_value


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        pytest.param(4710, "4,710", id="thousands by comma"),
        pytest.param(59.6, "59.6", id="one decimal"),
        pytest.param(16.25, "16.3", id="half is rounded up"),
        pytest.param(20.0, "20", id="a whole number has no decimal"),
        pytest.param(-1234.5, "-1,234.5", id="a negative number"),
        pytest.param(None, "–", id="no figure"),
        pytest.param("-£1234.50", "-£1,235", id="whole pounds"),
        pytest.param("2014-15", "2014-15", id="text as it is"),
    ],
)
def test_a_value_prints_as(value: str | int | float | None, printed: str) -> None:
    assert printed_value(value) == printed


def test_a_day_is_printed_in_english_words() -> None:
    assert day_in_words("2015-01-31") == "31 January 2015"
    assert day_in_words("2014-12-01") == "1 December 2014"


def test_the_figures_of_a_chart_become_a_table() -> None:
    table = data_table(CHART)
    assert table["caption"] == "Missing episodes by day of the week: the figures"
    assert [(column["label"], column["align"]) for column in table["columns"]] == [
        ("Weekday", "start"),
        ("Episodes", "end"),
    ]
    saturday = table["groups"][0]["rows"][2]
    assert [line["text"] for cell in saturday for line in cell] == ["Saturday", "1,120"]
