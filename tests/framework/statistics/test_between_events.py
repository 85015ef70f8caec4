"""Days between rare events, against a T chart calculated in floats."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from statistics import fmean

import pytest

from pscb_lib.framework.statistics.between_events import measure_time_between
from pscb_lib.framework.statistics.variation import Kind, Rebase

FIRST = date(2010, 4, 1)
UNEVEN = [59, 19, 42, 123, 11, 90, 33, 71, 8, 64, 27, 101]


def events(gaps):
    days = [FIRST]
    for gap in gaps:
        days.append(days[-1] + timedelta(gap))
    return days


def kinds(gaps):
    return [point.kind for point in measure_time_between(events(gaps)).points]


def test_a_point_is_the_days_since_the_event_before():
    points = measure_time_between(events(UNEVEN)[::-1]).points

    assert [point.value for point in points] == UNEVEN
    assert [point.day for point in points] == events(UNEVEN)[1:]
    assert {point.kind for point in points} == {Kind.USUAL}


def test_limits_are_those_of_a_t_chart_in_days():
    roots = [gap ** (5 / 18) for gap in UNEVEN]
    spread = 2.66 * fmean(abs(after - before) for before, after in pairwise(roots))
    limits = measure_time_between(events(UNEVEN)).limits

    assert float(limits.mean) == pytest.approx(fmean(roots) ** 3.6)
    assert float(limits.upper) == pytest.approx((fmean(roots) + spread) ** 3.6)
    assert float(limits.near_lower) == pytest.approx((fmean(roots) - 2 / 3 * spread) ** 3.6)
    assert limits.lower == 0
    assert limits.points == 12


def test_seven_shorter_times_running_are_a_concern_and_seven_longer_an_improvement():
    longer, shorter = [90, 120, 80, 95, 130, 85, 110], [20, 9, 31, 12, 25, 14, 18]

    assert kinds(longer + shorter) == [Kind.IMPROVEMENT] * 7 + [Kind.CONCERN] * 7


def test_one_time_far_longer_than_all_others_is_an_improvement():
    assert kinds([*UNEVEN, 4_000])[-1] is Kind.IMPROVEMENT


def test_two_events_on_one_day_are_half_a_day_apart():
    assert measure_time_between(events([30, 0, 12])).points[1].value == Fraction(1, 2)


def test_a_constant_time_is_no_signal():
    assert set(kinds([30] * 8)) == {Kind.USUAL}


@pytest.mark.parametrize("number", [0, 1])
def test_one_event_has_no_time_to_the_next(number):
    assert measure_time_between(events([])[:number]).points == ()


def test_a_rebase_starts_a_stretch_with_the_first_event_after_it():
    days = events(UNEVEN)
    before, after = measure_time_between(days, [Rebase(days[6], "a joint panel")]).stretches

    assert [len(before.points), len(after.points)] == [5, 7]
    assert [point.value for point in after.points] == UNEVEN[5:]
