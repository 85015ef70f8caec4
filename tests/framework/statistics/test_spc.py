"""Variation: each edge by itself, then random series against a second implementation."""

import csv
import random
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xmr_by_hand import judge

from pscb_lib.framework.periods import add_months
from pscb_lib.framework.rag import Polarity
from pscb_lib.framework.statistics.assurance import Assurance, measure_assurance
from pscb_lib.framework.statistics.limits import Limits, usual_range
from pscb_lib.framework.statistics.signals import Direction, Rule
from pscb_lib.framework.statistics.spc import measure_variation
from pscb_lib.framework.statistics.variation import Kind, Rebase

DATA = Path(__file__).resolve().parents[4] / "shared" / "data"
REFERRALS = ("peterborough_referrals_monthly.csv", "referrals_monthly_neighbours_england.csv")
HIGHER, LOWER = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER
FIRST = date(2012, 4, 1)
EVEN = [4, 6] * 6
ON_THE_LIMIT = [30, 30, 5, 50, 0, 15, 20, 130]


def series(values, step=3):
    return [(add_months(FIRST, step * place), value) for place, value in enumerate(values)]


def read(values, polarity=HIGHER, starts=()):
    return measure_variation(series(values), polarity, [
        Rebase(add_months(FIRST, 3 * start), "a new recording system") for start in starts])


def described(variation):
    """The kind and rules of each point, in the words of the second implementation."""
    return [None if point.kind is None else
            ([rule.value for rule in point.rules],
             point.direction.name if point.direction else None) for point in variation.points]


def kinds(variation):
    return [point.kind for point in variation.points]


def places(variation, rule):
    return [place for place, point in enumerate(variation.points) if rule in point.rules]


def test_limits_are_the_mean_and_2_66_mean_ranges_either_way():
    limits = read(EVEN).limits

    assert (limits.mean, limits.lower, limits.upper) == (5, Fraction("-0.32"), Fraction("10.32"))
    assert (limits.near_lower, limits.near_upper) == (5 - Fraction("5.32") * 2 / 3,
                                                      5 + Fraction("5.32") * 2 / 3)


@pytest.mark.parametrize("missing", [None, float("nan"), pandas.NA], ids=["None", "NaN", "NA"])
def test_a_usual_range_takes_no_moving_range_across_a_missing_figure(missing):
    # Ranges of 2, 2 and 2, 2 on either side; the mean of 4, 6, 4, 9, 7, 9 is 6.5.
    assert usual_range([4, 6, 4, missing, 9, 7, 9]) == Limits(
        Fraction("6.5"), Fraction("1.18"), Fraction("6.5") - Fraction("5.32") * 2 / 3,
        Fraction("6.5") + Fraction("5.32") * 2 / 3, Fraction("11.82"), 6)


# Ten ranges of 7,733 and a last one: 32,670 is 3.267 times the mean of the eleven, exactly.
@pytest.mark.parametrize(("last", "mean_range"), [
    pytest.param(32_670, 7_733, id="a range of 3.267 mean ranges is left out"),
    pytest.param(32_669, Fraction(77_330 + 32_669, 11), id="one just below is not"),
])
def test_ranges_are_screened_once(last, mean_range):
    limits = read([0, 7_733] * 5 + [0, last]).limits

    assert limits.mean == Fraction(5 * 7_733 + last, 12)
    assert limits.upper - limits.mean == Fraction("2.66") * mean_range


@pytest.mark.parametrize(("values", "expected"), [
    pytest.param([7] * 12, [Kind.USUAL] * 12, id="a constant series is no signal"),
    pytest.param([0.1] * 12, [Kind.USUAL] * 12, id="constant in tenths, which floats are not"),
    pytest.param([0] * 6 + [1] + [0] * 5, [Kind.USUAL] * 6 + [Kind.IMPROVEMENT] + [Kind.USUAL] * 5,
                 id="one event among none, where screening would leave ranges of zero alone"),
    pytest.param([5, 5, 5, None, 9, 9, 9], [None] * 7,
                 id="constant runs at two heights have no limits"),
    pytest.param([5, 6, 5, 6], [None] * 4, id="four points have no limits"),
    pytest.param([5, 6, 5, 6, 5], [Kind.USUAL] * 5, id="five points have limits"),
    pytest.param([5, None, 6, None, 5, None, 6, None, 5, None], [None] * 10,
                 id="no range is taken across a missing point"),
    pytest.param([None, None], [None] * 2, id="nothing but missing points"),
    pytest.param([], [], id="no points at all"),
])
def test_the_edges_of_a_series(values, expected):
    assert kinds(read(values)) == expected


def test_the_verdict_is_that_of_the_last_point_and_none_where_it_is_missing():
    assert [read(values).verdict for values in (EVEN, [*EVEN, 40], [*EVEN, None], [])] == [
        Kind.USUAL, Kind.IMPROVEMENT, None, None]


@pytest.mark.parametrize(("points", "are_trial"), [(5, True), (11, True), (12, False)])
def test_limits_of_fewer_than_twelve_points_are_trial_limits(points, are_trial):
    limits = read((EVEN + EVEN)[:points]).limits

    assert (limits.points, limits.are_trial) == (points, are_trial)


@pytest.mark.parametrize(("values", "rule", "expected"), [
    pytest.param([20, 22, 18, 21, 19, 20, 19, 21, 19, 20, 1, 40], Rule.OUTSIDE, [10, 11],
                 id="a point beyond a limit"),
    pytest.param([24, 16, 23, 17, 21, 22, 23, 24, 25, 26, 27, 2], Rule.TREND, list(range(3, 11)),
                 id="seven points and more that rise"),
    pytest.param([24, 16, 23, 17, 21, 22, 23, 23, 24, 25, 26, 2], Rule.TREND, [],
                 id="two equal points break a trend"),
    pytest.param([24, 16, 23, 17, 21, 22, None, 23, 24, 25, 26, 27], Rule.TREND, [],
                 id="a missing point breaks a trend"),
    pytest.param([18, 22, 19, 21, 18, 22, 21, 23, 21, 22, 21, 12], Rule.SHIFT, [],
                 id="six points on one side are no shift"),
    pytest.param([18, 17, 19, 17, 18, 21, 22, 21, 23, 21, 22, 21], Rule.SHIFT,
                 list(range(5, 12)), id="seven points on one side are a shift"),
    pytest.param([18, 17, 19, 17, 17, 21, 22, 21, 20, 23, 21, 22, 22], Rule.SHIFT, [],
                 id="a point on the mean breaks a shift"),
    pytest.param([18, 17, 19, 17, 18, 21, 22, 21, None, 23, 21, 22, 21], Rule.SHIFT, [],
                 id="a missing point breaks a shift"),
])
def test_a_rule_marks_these_points(values, rule, expected):
    assert places(read(values), rule) == expected


def test_a_point_on_a_limit_is_not_outside():
    variation = read(ON_THE_LIMIT)

    assert variation.points[-1].value == variation.limits.upper
    assert variation.verdict is Kind.USUAL


def test_a_point_in_two_trends_takes_the_direction_of_the_second():
    peak = [10, 11, 12, 13, 14, 15, 16, 15, 14, 13, 12, 11, 10]
    directions = [point.direction for point in read([40, 0] * 6 + peak).points]

    assert directions[-len(peak):] == [Direction.HIGH] * 6 + [Direction.LOW] * 7


@pytest.mark.parametrize(("polarity", "above", "below"), [
    (HIGHER, Kind.IMPROVEMENT, Kind.CONCERN), (LOWER, Kind.CONCERN, Kind.IMPROVEMENT),
    (Polarity.NEUTRAL, Kind.CHANGE, Kind.CHANGE), (Polarity.BAND, Kind.CHANGE, Kind.CHANGE),
], ids=lambda one: one.value if isinstance(one, Polarity) else "")
def test_which_way_is_better_makes_a_signal_good_or_bad(polarity, above, below):
    assert read([*EVEN, 40], polarity).verdict is above
    assert read([*EVEN, -40], polarity).verdict is below


def test_a_signal_is_dated_from_its_first_point():
    risen = [18, 17, 19, 17, 18, 21, 22, 21, 23, 21, 22, 21]

    assert read(risen).since == add_months(FIRST, 15)
    assert read(EVEN).since is None
    assert read([*risen, None]).since is None


def test_a_rebase_starts_a_stretch_with_limits_of_its_own():
    variation = read([*EVEN, *(100 + value for value in EVEN[:6])], starts=[12])
    before, after = variation.stretches

    assert (before.rebase, after.rebase.reason) == (None, "a new recording system")
    assert before.limits == read(EVEN).limits
    assert (after.limits.mean, after.limits.are_trial) == (105, True)
    assert set(kinds(variation)) == {Kind.USUAL}


def test_a_rebase_between_two_points_starts_with_the_second():
    halfway = Rebase(date(2013, 5, 20), "a new threshold document")
    variation = measure_variation(series(EVEN), HIGHER, [halfway])

    assert [stretch.points[0].day for stretch in variation.stretches] == [
        FIRST, date(2013, 7, 1)]


def test_a_rebase_outside_the_series_changes_no_verdict():
    outside = [Rebase(date(2000, 1, 1), "long ago"), Rebase(date(2030, 1, 1), "to come")]

    assert kinds(measure_variation(series(EVEN), HIGHER, outside)) == kinds(read(EVEN))


@pytest.mark.parametrize(("measure", "expected"), [
    pytest.param(lambda: Rebase(FIRST, " "), "a rebase needs a reason", id="no reason"),
    pytest.param(lambda: measure_variation(series(EVEN)[::-1], HIGHER),
                 "the points of a series must be in order of their days", id="out of order"),
])
def test_what_is_no_series_is_refused(measure, expected):
    with pytest.raises(ValueError) as raised:
        measure()

    assert str(raised.value) == expected


@pytest.mark.parametrize(("target", "polarity", "expected"), [
    pytest.param(11, HIGHER, Assurance.NEVER_MET, id="above the upper limit"),
    pytest.param(11, LOWER, Assurance.ALWAYS_MET, id="above it where lower is better"),
    pytest.param(-1, HIGHER, Assurance.ALWAYS_MET, id="below the lower limit"),
    pytest.param(-1, LOWER, Assurance.NEVER_MET, id="below it where lower is better"),
    pytest.param("10.32", HIGHER, Assurance.HIT_AND_MISS, id="on the limit it takes to meet"),
    pytest.param("10.32", LOWER, Assurance.ALWAYS_MET, id="on the limit that meets it"),
    pytest.param(5, HIGHER, Assurance.HIT_AND_MISS, id="among what is usual"),
    pytest.param((-1, 11), Polarity.BAND, Assurance.ALWAYS_MET, id="a band around the limits"),
    pytest.param((11, 12), Polarity.BAND, Assurance.NEVER_MET, id="a band above the limits"),
    pytest.param((0, 11), Polarity.BAND, Assurance.HIT_AND_MISS, id="a band across a limit"),
    pytest.param(None, HIGHER, None, id="no target"),
    pytest.param(5, Polarity.NEUTRAL, None, id="neither way is better"),
])
def test_assurance_is_the_target_against_the_limits(target, polarity, expected):
    assert measure_assurance(read(EVEN).limits, target, polarity) is expected


def test_every_case_in_time_every_quarter_meets_a_target_of_all():
    assert measure_assurance(read([100] * 12).limits, 100, HIGHER) is Assurance.ALWAYS_MET


def test_without_limits_there_is_no_assurance():
    assert measure_assurance(read([5, 6]).limits, 5, HIGHER) is None


def random_values(chance):
    """Noise, steps, drifts, constants and small counts; short and long; a third with gaps."""
    length, spread = chance.choice((3, 5, 8, 12, 13, 20, 30)), chance.choice((0, 1, 2, 6, 40))
    step, drift = chance.choice((0, 0, 3, 30)), chance.choice((0, 0, 0, 1, -2))
    values = [chance.randint(0, spread) + drift * place + (step if 2 * place > length else 0)
              for place in range(length)]
    if chance.random() < 1 / 3:
        values = [None if chance.random() < 0.15 else value for value in values]
    starts = [chance.randrange(length)] if chance.random() < 1 / 4 else []
    return values, starts


def test_a_thousand_random_series_agree_with_a_second_implementation():
    chance, met = random.Random(20140430), Counter()
    for _ in range(1_000):
        values, starts = random_values(chance)
        expected = judge(values, starts)
        assert described(read(values, starts=starts)) == expected, (values, starts)
        met.update(rule for one in expected if one for rule in one[0] or ["usual"])
        met.update("unknown" for one in expected if one is None)

    assert all(met[name] > 100 for name in (
        "usual", "unknown", *(rule.value for rule in Rule))), met


def monthly_referrals():
    areas = {}
    for name in REFERRALS:
        with (DATA / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                areas.setdefault(row["area"], {})[row["period"]] = int(row["referrals"])
    return areas


@pytest.mark.skipif(not all((DATA / name).is_file() for name in REFERRALS),
                    reason="the monthly referrals are not in ../shared/data")
def test_real_monthly_referrals_agree_with_a_second_implementation():
    areas = monthly_referrals()
    for months in areas.values():
        values = list(months.values())
        for starts in ([], [48], [36, 96]):
            assert described(measure_variation(series(values, 1), LOWER, [
                Rebase(add_months(FIRST, start), "as the second implementation")
                for start in starts])) == judge(values, starts)

    assert len(areas["Peterborough"]) == 144
    assert len(areas) == 13


SERIES = st.lists(st.one_of(st.none(), st.integers(-50, 50)), min_size=5, max_size=25)


@settings(max_examples=60)
@given(SERIES, st.integers(-1_000, 1_000), st.fractions(Fraction(1, 50), 50))
def test_moving_or_stretching_a_series_changes_nothing(values, move, stretch):
    changed = [None if value is None else stretch * value + move for value in values]

    assert described(read(changed)) == described(read(values))
    assert kinds(read(changed)) == kinds(read(values))


@settings(max_examples=60)
@given(SERIES)
def test_a_mirrored_series_is_as_good_where_the_other_way_is_better(values):
    mirrored = [None if value is None else -value for value in values]

    assert kinds(read(mirrored, LOWER)) == kinds(read(values, HIGHER))
