"""Median, rank and quartile bands, beside pandas and the formula as the OHID prints it."""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pandas
import pytest

from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.statistics.benchmarks import band, median, quantile, rank

SHARED = Path(__file__).parents[4] / "shared" / "data"
HIGHER, LOWER = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER


@pytest.mark.parametrize("parts", [4, 5, 10])
def test_the_band_is_that_of_the_published_formula(parts):
    for number in range(parts, 153):
        for place in range(1, number + 1):
            divided = round((number + 1 - place) / (number / parts), 9)
            assert quantile(place, number, parts) == math.floor(parts + 1 - math.ceil(divided))


@pytest.mark.parametrize(("number", "expected"), [
    pytest.param(3, None, id="none of three figures"),
    pytest.param(4, 1, id="four figures have four bands"),
])
def test_there_is_no_band_of_fewer_figures_than_bands(number, expected):
    assert quantile(1, number, 4) == expected


@pytest.mark.parametrize(("value", "polarity", "expected"), [
    pytest.param(90, HIGHER, "A", id="the highest is best where higher is better"),
    pytest.param(90, LOWER, "D", id="the highest is worst where lower is better"),
    pytest.param(90, Polarity.NEUTRAL, None, id="none where neither way is better"),
    pytest.param(90, Polarity.BAND, None, id="none where a band of values is wanted"),
    pytest.param(70, HIGHER, "B", id="two that are equal share a band"),
])
def test_band_a_is_the_best_quarter(value, polarity, expected):
    assert band(value, [90, None, 80, 70, 70, 60, 50, 40, 30], polarity) == expected


@pytest.mark.parametrize(("values", "expected"), [
    pytest.param([1, 2, 3, 4], None, id="none of four"),
    pytest.param([5, 1, 3, 2, 4], Fraction(3), id="the middle of five"),
    pytest.param([1, 2, None, 3, 4], None, id="none of four and a missing one"),
    pytest.param([Decimal("1.1"), 2, 3, Decimal("3.3"), 4, 5], Fraction(63, 20),
                 id="exactly half-way between the two in the middle"),
])
def test_the_median_is_of_five_or_more(values, expected):
    assert median(values) == expected


@pytest.mark.parametrize(("highest_first", "expected"), [
    pytest.param(True, 2, id="second from the top, with another"),
    pytest.param(False, 3, id="third from the bottom"),
])
def test_equal_figures_share_the_smallest_rank(highest_first, expected):
    assert rank(20, [10, 20, 20, None, 30, 5], highest_first) == expected


def test_ranks_and_medians_are_those_of_pandas_on_the_published_figures():
    if not SHARED.is_dir():
        pytest.skip("the published files are not in ../shared/data beside this project")
    table = pandas.read_csv(SHARED / "peterborough_and_neighbours_safeguarding_2013_2024.csv")
    table = table[table["area"] != "England"]
    names = [name for name in table.columns if name.endswith(("_pct", "_rate_10k"))]
    assert len(names) >= 10
    for _, year in table.groupby("year_ending_march"):
        for name in names:
            figures = pandas.to_numeric(year[name], errors="coerce").dropna()
            exact = [Decimal(str(number)) for number in figures]
            places = figures.rank(method="min", ascending=False)
            assert [rank(number, exact) for number in exact] == list(places)
            if len(exact) >= 5:
                assert float(median(exact)) == pytest.approx(figures.median(), abs=1e-9)
