"""95% intervals, against published figures and against limits found by bisection."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pscb_lib.framework.statistics.differences import (
    count_difference,
    proportion_difference,
    rate_difference,
)
from pscb_lib.framework.statistics.intervals import (
    Interval,
    count_interval,
    rate_interval,
    wilson_interval,
)

NORMAL = 1.959963984540054  # the normal deviate with 2.5% beyond it, from a table


def tried(too_low, low, high):
    """The number at which *too_low* ceases to hold, by bisection."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if too_low(middle) else (low, middle)
    return low


def poisson(events, mean):
    """The probability of at most this many events if *mean* are expected."""
    return math.fsum(math.exp(-mean) * mean**one / math.factorial(one)
                     for one in range(events + 1))


def exact(events):
    lower = tried(lambda mean: 1 - poisson(events - 1, mean) < 0.025, 0, 100) if events else 0
    return lower, tried(lambda mean: poisson(events, mean) > 0.025, 0, 100)


def cube_root(events):
    """Where Wilson and Hilferty's cube root of a chi-square lies at the normal deviate."""
    def deviate(half, mean):
        freedom = 2 * half
        return (((2 * mean / freedom) ** (1 / 3) - (1 - 2 / (9 * freedom)))
                / math.sqrt(2 / (9 * freedom)))

    return (tried(lambda mean: deviate(events, mean) < -NORMAL, 0, 10 * events),
            tried(lambda mean: deviate(events + 1, mean) < NORMAL, 0, 10 * events))


def score(numerator, denominator):
    """Where the observed share is as far from the true one as the normal deviate allows."""
    share = numerator / denominator

    def is_too_far(true):
        return abs(share - true) > NORMAL * math.sqrt(true * (1 - true) / denominator)

    return (tried(is_too_far, 0, share) if numerator else 0,
            tried(lambda true: not is_too_far(true), share, 1) if share < 1 else 1)


def limits(interval):
    return interval.lower, interval.upper


@pytest.mark.parametrize(("numerator", "denominator"), [
    pytest.param(0, 1, id="none of one"),
    pytest.param(1, 1, id="one of one"),
    pytest.param(0, 20, id="none"),
    pytest.param(1, 20, id="one"),
    pytest.param(20, 20, id="all"),
    pytest.param(9, 12, id="nine of twelve"),
    pytest.param(31, 254, id="repeat plans of 2013-14"),
    pytest.param(10, 39_398, id="few of many"),
])
def test_a_proportion_has_the_limits_of_the_score_test(numerator, denominator):
    assert limits(wilson_interval(numerator, denominator)) == pytest.approx(
        score(numerator, denominator), abs=1e-7)


@pytest.mark.parametrize(("numerator", "denominator", "published"), [
    pytest.param(81, 263, (0.2553, 0.3662), id="Newcombe 1998, table I, 81 of 263"),
    pytest.param(15, 148, (0.0624, 0.1605), id="Newcombe 1998, table I, 15 of 148"),
    pytest.param(0, 20, (0, 0.1611), id="Newcombe 1998, table I, none of 20"),
    pytest.param(1, 29, (0.0061, 0.1718), id="Newcombe 1998, table I, one of 29"),
])
def test_a_proportion_has_the_published_limits(numerator, denominator, published):
    assert limits(wilson_interval(numerator, denominator)) == pytest.approx(published, abs=5e-5)


def test_a_proportion_has_the_limits_that_scipy_defines():
    from scipy.stats import binomtest

    for numerator, denominator in ((0, 7), (3, 7), (7, 7), (31, 254), (297, 330)):
        defined = binomtest(numerator, denominator).proportion_ci(method="wilson")
        assert limits(wilson_interval(numerator, denominator)) == pytest.approx(
            (defined.low, defined.high), abs=1e-12)


@given(st.integers(1, 5_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_proportion_lies_in_its_interval_which_mirrors_its_complement(counts):
    numerator, denominator = counts
    interval = wilson_interval(numerator, denominator)
    other = wilson_interval(denominator - numerator, denominator)

    assert 0 <= interval.lower <= numerator / denominator <= interval.upper <= 1
    assert limits(interval) == pytest.approx((1 - other.upper, 1 - other.lower), abs=1e-12)


@pytest.mark.parametrize("events", range(10))
def test_fewer_than_ten_events_have_exact_limits(events):
    assert limits(count_interval(events)) == pytest.approx(exact(events), abs=1e-7)


@pytest.mark.parametrize("events", [10, 11, 19, 20, 384, 465, 3_908])
def test_ten_events_and_more_have_byars_limits(events):
    assert limits(count_interval(events)) == pytest.approx(cube_root(events), abs=1e-7)


def test_byars_limits_are_close_to_the_exact_ones_where_they_take_over():
    assert limits(count_interval(10)) == pytest.approx(exact(10), rel=0.002)


# The source's second upper limit is a thousandth off from any of the methods it may have used.
@pytest.mark.parametrize(("events", "population", "published", "within"), [
    pytest.param(465, 39_398, (107.54, 129.26), 0.005, id="injuries of Peterborough, 2013-14"),
    pytest.param(384, 36_311, (95.439, 116.877), 0.0012, id="injuries of Peterborough, 2010-11"),
])
def test_a_rate_has_the_published_limits(events, population, published, within):
    assert limits(rate_interval(events, population)) == pytest.approx(published, abs=within)
    assert limits(rate_interval(events, population, 100_000)) == pytest.approx(
        [10 * limit for limit in limits(rate_interval(events, population))])


@pytest.mark.parametrize(("events", "published"), [
    pytest.param(0, (0, 3.69), id="none"), pytest.param(1, (0.03, 5.57), id="one"),
    pytest.param(3, (0.62, 8.77), id="three"), pytest.param(9, (4.12, 17.08), id="nine"),
])
def test_a_count_has_the_limits_of_garwoods_table(events, published):
    assert limits(count_interval(events)) == pytest.approx(published, abs=5e-3)


@given(st.integers(0, 5_000))
def test_a_count_lies_in_its_interval(events):
    assert count_interval(events).holds(events)


@given(st.integers(0, 200), st.integers(1, 100))
def test_more_people_make_a_narrower_interval_of_the_same_rate(events, times):
    few, many = (rate_interval(n * events, n * 1_000) for n in (1, times))
    shares = [wilson_interval(n * events, n * 200) for n in (1, times)]

    assert many.upper - many.lower <= few.upper - few.lower + 1e-9
    assert shares[1].upper - shares[1].lower <= shares[0].upper - shares[0].lower + 1e-9


@pytest.mark.parametrize(("measure", "expected"), [
    pytest.param(lambda: wilson_interval(97, 86),
                 "the numerator must not exceed the denominator", id="more than all"),
    pytest.param(lambda: wilson_interval(-1, 86),
                 "the numerator must not be negative", id="a negative numerator"),
    pytest.param(lambda: wilson_interval(0, 0),
                 "the denominator must be above zero", id="nothing of nothing"),
    pytest.param(lambda: wilson_interval(0, -3),
                 "the denominator must be above zero", id="a negative denominator"),
    pytest.param(lambda: count_interval(-1),
                 "the number of events must not be negative", id="a negative count"),
    pytest.param(lambda: count_interval(math.nan),
                 "the number of events must not be negative", id="no number"),
    pytest.param(lambda: rate_interval(3, 0),
                 "the population must be above zero", id="nobody"),
])
def test_counts_without_an_interval_are_refused(measure, expected):
    with pytest.raises(ValueError) as raised:
        measure()

    assert str(raised.value) == expected


@pytest.mark.parametrize(("later", "earlier", "published"), [
    pytest.param((56, 70), (48, 80), (0.0524, 0.3339), id="example a"),
    pytest.param((9, 10), (3, 10), (0.1705, 0.8090), id="example b"),
    pytest.param((6, 7), (2, 7), (0.0582, 0.8062), id="example c"),
    pytest.param((5, 56), (0, 29), (-0.0381, 0.1926), id="example d"),
    pytest.param((0, 10), (0, 20), (-0.1611, 0.2775), id="example e"),
    pytest.param((0, 10), (0, 10), (-0.2775, 0.2775), id="example f"),
    pytest.param((10, 10), (0, 20), (0.6791, 1), id="example g"),
    pytest.param((10, 10), (0, 10), (0.6075, 1), id="example h"),
])
def test_two_proportions_differ_as_newcombe_published_in_1998(later, earlier, published):
    assert limits(proportion_difference(later, earlier)) == pytest.approx(published, abs=6e-5)


def test_repeat_plans_did_not_clearly_change():
    assert proportion_difference((37, 237), (31, 254)).holds(0)


def test_referrals_clearly_rose_in_2015_16():
    change = rate_difference((4_710, 48_805), (2_734, 47_564))

    assert 0 < change.lower < 965.1 - 574.8 < change.upper


@pytest.mark.parametrize(("later", "earlier"), [(0, 0), (3, 9), (12, 8), (465, 384)])
def test_a_difference_of_counts_is_that_of_rates_and_turns_with_its_periods(later, earlier):
    change, turned = count_difference(later, earlier), count_difference(earlier, later)
    per_person = rate_difference((later, 1), (earlier, 1), per=1)

    assert limits(change) == pytest.approx((-turned.upper, -turned.lower))
    assert limits(change) == pytest.approx(limits(per_person))


@pytest.mark.parametrize("means", [(3, 3), (9, 4), (20, 12)])
def test_the_interval_of_a_difference_of_counts_holds_the_truth_as_often_as_it_says(means):
    chances = [[math.exp(-mean) * mean**n / math.factorial(n) for n in range(60)]
               for mean in means]
    often = math.fsum(
        chances[0][later] * chances[1][earlier] for later in range(60) for earlier in range(60)
        if chances[0][later] * chances[1][earlier] > 1e-7
        and count_difference(later, earlier).holds(means[0] - means[1]))

    assert 0.945 < often < 0.99


def test_a_limit_belongs_to_its_interval():
    assert [Interval(1, 2).holds(number) for number in (0.9, 1, 2, 2.1)] == [
        False, True, True, False]
