"""The frame of figures: counts, percentages with their counts, rates."""

from decimal import Decimal
from fractions import Fraction

import pytest

from pscb_lib.disclosure import figures
from pscb_lib.disclosure.plain_figures import from_json, to_json
from pscb_lib.disclosure.showing import rounded


def test_a_percentage_is_exact_and_keeps_its_counts():
    row = figures.proportion("t", "conferences", 297, 330)

    assert (row["actual"], row["numerator"], row["denominator"]) == (90, 297, 330)
    assert figures.proportion("t", "a third", 1, 3)["actual"] == Fraction(100, 3)


def test_zero_of_zero_is_no_cases_and_not_zero():
    row = figures.proportion("t", "visits", 0, 0)

    assert (row["actual"], row["state"]) == (None, "no cases")


def test_a_rate_is_the_published_one():
    rates = [figures.rate("t", "referrals", *counts)["actual"]
             for counts in ((2634, 46552), (239, 46552), (3146, 45392))]

    assert [rounded(rate) for rate in rates] == ["565.8", "51.3", "693.1"]


def test_counts_come_with_their_total_last():
    rows = figures.counts("t", {"North": 3, "South": 12}, column="2014", describes="agency")

    assert [(row["row"], row["actual"]) for row in rows] == [
        ("North", 3), ("South", 12), ("Total", 15)]
    assert {(row["column"], row["unit"], row["describes"]) for row in rows} == {
        ("2014", "count", "agency")}
    assert [row["row"] for row in figures.counts("t", {"North": 3}, total=False)] == ["North"]


def test_a_figure_may_name_the_totals_it_is_part_of():
    whole = ("interviews", "Held", "All")
    rows = [figures.count("t", "r", 7, part_of=(whole,)),
            figures.proportion("t", "r", 1, 7, part_of=(whole,)),
            *figures.counts("t", {"North": 3}, part_of=(whole,)), figures.rate("t", "r", 1, 7)]

    assert [row["part_of"] for row in rows] == [(whole,), (whole,), (), (whole,), ()]


def test_a_frame_has_one_row_a_figure_and_keeps_python_values():
    frame = figures.frame([figures.count("t", "r", 7), figures.count("t", "s", Decimal("1.5")),
                           figures.count("t", "u", None, state="not supplied")])

    assert list(frame.columns) == ["table", "row", "column", "actual", "numerator", "denominator",
                                   "unit", "state", "describes", "part_of", "whole",
                                   "quantity", "readers", "same_as", "relation"]
    assert list(frame["actual"]) == [7, Decimal("1.5"), None]
    assert list(frame["describes"]) == ["child"] * 3


def test_a_frame_of_no_figures_still_has_its_columns():
    assert figures.frame([]).shape == (0, 15)


def test_figures_read_back_stay_whole_numbers_or_none():
    written = figures.frame([figures.count("t", "a", 3), figures.count("t", "b", None)])
    read = from_json(to_json(written))
    assert [repr(value) for value in read["actual"]] == ["3", "None"]


def test_a_printed_figure_describes_somebody():
    with pytest.raises(ValueError) as refusal:
        figures.frame([figures.count("t", "r", 3, describes="nobody")])
    assert str(refusal.value) == ("t / r is printed and describes nobody: say whom it describes")
