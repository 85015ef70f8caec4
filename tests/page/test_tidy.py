"""Indicators as tidy data: targets are numbers, and every quarter that is drawn has a row."""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.showing import HIDDEN
from pscb_lib.page.tables.tidy import SERIES_COLUMNS, TIDY_COLUMNS, list_series, tidy_row


def rows_of(sheet, id):
    """The rows of one indicator, each by the names of its columns."""
    return [dict(zip(SERIES_COLUMNS, row, strict=True)) for row in sheet.data.rows if row[0] == id]


@pytest.mark.parametrize(("id", "expected"), [
    pytest.param("MS10", [95, None, "this or more"], id="higher is better"),
    pytest.param("FD5", [20, None, "this or less"], id="lower is better"),
    pytest.param("CP8", [10, 15, "within this range"], id="a band"),
    pytest.param("FD1", [None, None, None], id="no target"),
])
def test_a_target_is_in_numbers(sample, id, expected):
    one = next(one for one in sample.assessed("restricted") if one.indicator.id == id)
    row = dict(zip(TIDY_COLUMNS, tidy_row(one), strict=True))
    assert [row[name] for name in ("target", "target to", "target is")] == expected


@pytest.mark.parametrize("audience", ["restricted", "board", "public"])
def test_every_quarter_of_every_indicator_has_a_row_with_its_figure(sample, audience):
    assessed = sample.assessed(audience)
    sheet = list_series(assessed)
    assert len(sheet.data.rows) == 12 * len(assessed)
    for one in assessed:
        values = [row["actual"] for row in rows_of(sheet, one.indicator.id)]
        assert [value for value in values if not isinstance(value, str)] == [
            round(float(point.value), 6) for point in one.points if point.value is not None]


def test_a_hidden_quarter_says_so_and_leaves_its_series_without_a_usual_range(sample):
    assessed = sample.assessed("public")
    sheet = list_series(assessed)
    hidden = [one for one in assessed if any(point.hidden for point in one.points)]
    assert hidden
    for one in hidden:
        rows = rows_of(sheet, one.indicator.id)
        assert [row["state"] == HIDDEN for row in rows] == [point.hidden for point in one.points]
        assert {row["usual range from"] for row in rows} == {None}


def test_a_series_has_the_usual_range_that_is_drawn(sample):
    sheet = list_series(sample.assessed("restricted"))
    shares = [row for one in sheet.data.rows
              if (row := dict(zip(SERIES_COLUMNS, one, strict=True)))["unit"] == "per cent"
              and row["usual range to"] is not None]
    assert max(row["usual range to"] for row in shares) <= 100
    assert min(row["usual range from"] for row in shares) >= 0
    assert {row["provisional"] for row in shares} <= {"yes", "no"}
