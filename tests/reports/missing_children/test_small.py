"""Small counts: rows that are merged, and a year left out because it would reveal a few children.
"""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import counts, frame
from pscb_lib.disclosure.masking import for_audience
from pscb_lib.reports.missing_children import places
from pscb_lib.reports.missing_children.measures.small import (
    AT_RISK,
    UNDER_14,
    join_small,
    withhold_year,
)

SMALL = range(1, 6)


def actuals(rows: list[dict]) -> dict:
    return {(row["row"], row["column"]): row["actual"] for row in rows}


def seen(rows: list[dict], audience: str) -> list[dict]:
    """Return the rows that are in one set."""
    return for_audience(frame(rows), audience).to_dict("records")


def risks(medium: int, high: int) -> list[dict]:
    numbers = dict(zip(places.ASSESSED.values(), (12, 31, medium, high), strict=True))
    return counts(places.EXPLOITATION, numbers)


def test_a_small_row_is_merged_with_its_neighbour() -> None:
    assert actuals(seen(join_small(risks(4, 9), SMALL), "board")) == {
        ("None", ""): 12, ("Low", ""): 31, (AT_RISK, ""): 13, ("Total", ""): 56}


def test_the_restricted_set_keeps_its_rows_separate() -> None:
    kept = seen(join_small(risks(4, 9), SMALL), "restricted")
    assert actuals(kept) == actuals(risks(4, 9))


def test_rows_that_can_be_shown_stay_separate() -> None:
    assert join_small(risks(7, 9), SMALL) == risks(7, 9)


def test_one_small_cell_merges_its_rows_in_every_column() -> None:
    rows = [*counts(places.AGES, {"Under 12": 4, "12 and 13": 23}, column="Girls"),
            *counts(places.AGES, {"Under 12": 8, "12 and 13": 11}, column="Boys")]
    assert actuals(seen(join_small(rows, SMALL), "board")) == {
        (UNDER_14, "Girls"): 27, ("Total", "Girls"): 27,
        (UNDER_14, "Boys"): 19, ("Total", "Boys"): 19}


@pytest.mark.parametrize(("unrecorded", "expected"), [
    pytest.param(0, {"White": 57, "All other groups": 19, NOT_RECORDED: 0}, id="none"),
    pytest.param(5, {"White": 57, "All other groups, or not recorded": 24}, id="a small number"),
    pytest.param(6, {"White": 57, "All other groups": 19, NOT_RECORDED: 6}, id="enough to show"),
])
def test_children_whose_group_is_not_recorded_stay_apart_if_they_can_be_shown(
        unrecorded, expected) -> None:
    groups = dict(zip(places.ETHNIC, (57, 4, 6, 4, 5, unrecorded), strict=True))
    found = actuals(seen(join_small(counts(places.ETHNICITY, groups), SMALL), "board"))
    assert {row: number for (row, _), number in found.items() if row != "Total"} == expected


def test_reasons_are_merged_group_by_group_so_that_the_board_sees_them() -> None:
    numbers = dict(zip((*places.REASONS_GIVEN, places.NOTHING), (11, 12, 9, 2, 4, 4, 4, 3, 0),
                       strict=True))
    assert actuals(seen(join_small(counts(places.SAID, numbers), SMALL), "board")) == {
        ("To be with friends or a partner", ""): 11, ("To be with family", ""): 12,
        ("Conflict, or unhappy where they live", ""): 11, ("Another reason, or not said", ""): 15,
        ("Total", ""): 49}


def often(half: tuple[int, ...], year: tuple[int, ...]) -> list[dict]:
    bands = ("1 episode", "2", "3 or 4", "5 or more")
    return [*counts(places.REPEATS, dict(zip(bands, half, strict=True)),
                    column="April to September 2014"),
            *counts(places.REPEATS, dict(zip(bands, year, strict=True)),
                    column=places.TWELVE_MONTHS)]


@pytest.mark.parametrize("year", [
    pytest.param((48, 16, 25, 17), id="25, 25, 21 and 10 more than in the half-year"),
    pytest.param((48, 12, 14, 7), id="nobody more"),
])
def test_the_year_is_shown_if_it_reveals_no_small_count(year) -> None:
    rows = often((48, 12, 14, 7), year)
    assert withhold_year(rows, SMALL) == rows


@pytest.mark.parametrize("year", [
    pytest.param((51, 12, 14, 7), id="three children went before the half-year only"),
    pytest.param((40, 19, 25, 11), id="four more went five times or more"),
])
def test_a_year_that_reveals_a_small_count_is_left_out(year) -> None:
    rows = often((48, 12, 14, 7), year)
    found = seen(withhold_year(rows, SMALL), "board")
    assert {(row["state"], row["actual"]) for row in found
            if row["column"] == places.TWELVE_MONTHS} == {("suppressed", None)}
    assert found[:5] == rows[:5]
    assert actuals(seen(withhold_year(rows, SMALL), "restricted")) == actuals(rows)
