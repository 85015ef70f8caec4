"""The ratio of two rates and its interval: Katz's log method, against scipy and by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from scipy.stats.contingency import relative_risk

from pscb_lib.framework.statistics.intervals import Interval
from pscb_lib.framework.statistics.ratios import Ratio, rate_ratio


def test_a_worked_example_by_hand():
    # 10 of 20 over 5 of 20: 1/10 - 1/20 + 1/5 - 1/20 = 0.2, whose root is 0.4472; e to the power of
    # 0.6931 less and plus 1.96 times 0.4472 is 0.8325 and 4.8050.
    found = rate_ratio(10, 20, 5, 20)
    assert found.value == 2
    assert (found.interval.lower, found.interval.upper) == pytest.approx((0.8325, 4.805), abs=2e-4)


@pytest.mark.parametrize("counts", [
    pytest.param((189, 11034, 104, 11037), id="a trial of aspirin"),
    pytest.param((33, 34228, 140, 128353), id="children against residents"),
    pytest.param((1, 7, 6, 9), id="few"), pytest.param((7, 7, 6, 9), id="all"),
])
def test_it_agrees_with_scipy(counts):
    found, expected = rate_ratio(*counts), relative_risk(*counts)
    between = expected.confidence_interval(0.95)
    assert float(found.value) == pytest.approx(expected.relative_risk)
    assert (found.interval.lower, found.interval.upper) == pytest.approx(
        (between.low, between.high))


@pytest.mark.parametrize("counts", [(0, 20, 5, 20), (5, 20, 0, 20), (0, 0, 0, 0)])
def test_there_is_none_where_a_count_is_zero(counts):
    assert rate_ratio(*counts) is None


@pytest.mark.parametrize(("counts", "says"), [
    ((21, 20, 5, 20), "21 cannot be a part of 20"), ((5, 20, -1, 20), "-1 cannot be a part of 20")])
def test_a_part_is_no_more_than_its_whole(counts, says):
    with pytest.raises(ValueError) as refused:
        rate_ratio(*counts)
    assert str(refused.value) == says


@pytest.mark.parametrize(("counts", "is_clear"), [
    ((10, 20, 5, 20), False), ((15, 20, 5, 20), True), ((5, 20, 15, 20), True)])
def test_a_ratio_is_clear_where_its_interval_leaves_out_1(counts, is_clear):
    assert rate_ratio(*counts).is_clear is is_clear
    assert rate_ratio(*counts).value == Fraction(counts[0], counts[2])


@pytest.mark.parametrize(("lower", "expected"), [(1.004, False), (1.006, True)])
def test_a_ratio_is_clear_as_far_as_a_reader_sees(lower, expected):
    assert Ratio(Fraction(3, 2), Interval(lower, 2.2)).is_clear is expected
