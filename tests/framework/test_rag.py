"""Section 7: the limits of the framework, the worked examples and properties that always hold."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pscb_lib.disclosure.showing import rounded
from pscb_lib.framework.rag import (
    Absence,
    LowerMethod,
    Polarity,
    Rag,
    Thresholds,
    percent_of_target,
    rate,
)

HIGHER, LOWER, BAND, NEUTRAL = Polarity
LINEAR = Thresholds(lower=LowerMethod.LINEAR)
RATIO = Thresholds(lower=LowerMethod.RATIO)
STRICTER = Thresholds(Fraction(1), Fraction(85, 100))
BEST_FIRST = [Rag.GREEN, Rag.AMBER, Rag.RED]
TENTHS = range(1, 1001)  # every one-decimal target from 0.1 to 100.0
A_HAIR = Decimal("0.00001")
FORMS = {"text": str, "a float": float, "a Decimal": Decimal, "a Fraction": Fraction}

positive = some.decimals("0.001", "1000", places=3)
pairs = some.tuples(positive, positive).map(lambda ends: tuple(sorted(ends)))
rated = some.one_of(some.tuples(some.sampled_from([HIGHER, LOWER]), positive),
                    some.tuples(some.just(BAND), pairs))
methods = some.sampled_from([RATIO, LINEAR])


@pytest.mark.parametrize(("actual", "target", "expected", "meaning"), [
    pytest.param(95, 100, Rag.GREEN, "Green", id="at least 95% of target is green"),
    pytest.param("94.99", 100, Rag.AMBER, "Amber", id="just under 95% is amber"),
    pytest.param(90, 100, Rag.AMBER, "Amber", id="at least 90% of target is amber"),
    pytest.param("89.99", 100, Rag.RED, "Red", id="less than 90% is red"),
    pytest.param(12, None, Rag.NOT_APPLICABLE, "N/A", id="no target to compare is N/A"),
])
def test_section_7(actual, target, expected, meaning):
    assert rate(actual, target) is expected
    assert expected.value == meaning


@pytest.mark.parametrize(("polarity", "target", "actual", "method", "percent", "expected"), [
    pytest.param(HIGHER, "95", "90.25", RATIO, 95, Rag.GREEN, id="1 exactly 95% of 95"),
    pytest.param(HIGHER, "95", "85.5", RATIO, 90, Rag.AMBER, id="2 exactly 90% of 95"),
    pytest.param(HIGHER, "95", "85.49", RATIO, "89.99", Rag.RED, id="3 just under 90% of 95"),
    pytest.param(LOWER, 20, Fraction(20) / Fraction("0.95"), RATIO, 95, Rag.GREEN,
                 id="4 lower by ratio, exactly 95%"),
    pytest.param(LOWER, 20, 22, RATIO, "90.91", Rag.AMBER, id="5 lower by ratio, 22 against 20"),
    pytest.param(LOWER, 20, 22, LINEAR, 90, Rag.AMBER, id="6 lower, linear, where floats say red"),
    pytest.param(LOWER, 20, 0, RATIO, None, Rag.GREEN, id="7 lower, and none at all"),
    pytest.param(LOWER, 0, 0, RATIO, None, Rag.GREEN, id="8a a target of zero, met"),
    pytest.param(LOWER, 0, 1, RATIO, None, Rag.RED, id="8b a target of zero, missed by one"),
    pytest.param(BAND, (10, 15), "12.2", RATIO, 100, Rag.GREEN, id="9 inside the band"),
    pytest.param(BAND, (10, 15), "27.8", RATIO, "53.96", Rag.RED, id="10 far above the band"),
    pytest.param(NEUTRAL, None, "51.3", RATIO, None, Rag.NOT_APPLICABLE, id="11 no direction"),
    pytest.param(HIGHER, 4.5, 4.05, RATIO, 90, Rag.AMBER, id="12 exactly 90%, floats say red"),
    pytest.param(LOWER, 23.5, 21.8, RATIO, "107.80", Rag.GREEN, id="13 re-referrals 2013-14"),
    pytest.param(LOWER, 24.7, 33.5, RATIO, "73.73", Rag.RED, id="14 re-referrals 2012-13"),
])
def test_the_worked_vectors(polarity, target, actual, method, percent, expected):
    assert rate(actual, target, polarity, method) is expected
    share = percent_of_target(actual, target, polarity, method.lower)
    assert share is None if percent is None else abs(share - Fraction(percent)) <= Fraction("0.005")


@pytest.mark.parametrize(("actual", "target", "polarity", "method", "expected"), [
    pytest.param(0.36, 0.4, HIGHER, RATIO, Rag.AMBER, id="0.36 is exactly 90% of 0.4"),
    pytest.param(1.045, 1.1, HIGHER, RATIO, Rag.GREEN, id="1.045 is exactly 95% of 1.1"),
    pytest.param(0, 0, LOWER, LINEAR, Rag.GREEN, id="a target of zero met, linear too"),
    pytest.param(1, 0, LOWER, LINEAR, Rag.RED, id="a target of zero missed, linear too"),
    pytest.param(10, (10, 15), BAND, RATIO, Rag.GREEN, id="the band's lower end is inside"),
    pytest.param(15, (10, 15), BAND, RATIO, Rag.GREEN, id="the band's upper end is inside"),
    pytest.param("9.5", (10, 15), BAND, RATIO, Rag.GREEN, id="95% of the band's lower end"),
    pytest.param("8.99", (10, 15), BAND, RATIO, Rag.RED, id="under 90% of the lower end"),
    pytest.param(16, (10, 15), BAND, RATIO, Rag.AMBER, id="15 of 16 is 93.75%"),
    pytest.param(51, 40, NEUTRAL, RATIO, Rag.NOT_APPLICABLE, id="no direction, no rating"),
    pytest.param(85, 100, HIGHER, STRICTER, Rag.AMBER, id="another board's amber begins at 85%"),
    pytest.param(99, 100, HIGHER, STRICTER, Rag.AMBER, id="another board's green is all of it"),
])
def test_edges(actual, target, polarity, method, expected):
    assert rate(actual, target, polarity, method) is expected


@pytest.mark.parametrize("form", [pytest.param(form, id=name) for name, form in FORMS.items()])
@pytest.mark.parametrize(("percent", "at", "below"), [
    pytest.param(95, Rag.GREEN, Rag.AMBER, id="on 95%"),
    pytest.param(90, Rag.AMBER, Rag.RED, id="on 90%"),
])
def test_every_limit_of_a_one_decimal_target_is_exact(form, percent, at, below):
    for tenths in TENTHS:
        target, limit = Decimal(tenths) / 10, Decimal(tenths * percent) / 1000
        over = 2 * target - limit  # as far above the target as the limit is below it
        assert rate(form(limit), form(target)) is at
        assert rate(form(limit - A_HAIR), form(target)) is below
        assert rate(form(target), form(limit), LOWER) is at
        assert rate(form(target), form(limit - A_HAIR), LOWER) is below
        assert rate(form(over), form(target), LOWER, LINEAR) is at
        assert rate(form(over + A_HAIR), form(target), LOWER, LINEAR) is below


@given(actual=some.integers(0, 200_000), target=some.integers(1, 1000))
def test_a_rating_is_that_of_the_thousandths_counted_in_integers(actual, target):
    green, amber = 100 * actual >= 95_000 * target, 100 * actual >= 90_000 * target
    expected = Rag.GREEN if green else Rag.AMBER if amber else Rag.RED
    assert rate(Decimal(actual) / 1000, target) is expected


@pytest.mark.parametrize(("actual", "displayed", "expected"), [
    pytest.param("94.96", "95.0", Rag.AMBER, id="displays as 95.0 and is amber"),
    pytest.param("89.95", "90.0", Rag.RED, id="displays as 90.0 and is red"),
    pytest.param("95.04", "95.0", Rag.GREEN, id="displays as 95.0 and is green"),
])
def test_rounding_for_display_does_not_change_a_rating(actual, displayed, expected):
    assert rounded(Decimal(actual)) == displayed
    assert rate(actual, 100) is expected


@given(one=positive, other=positive, target=positive, method=methods)
def test_better_figures_are_never_rated_worse(one, other, target, method):
    less, more = sorted((one, other))
    ratings = {way: [BEST_FIRST.index(rate(figure, target, way, method))
                     for figure in (less, more)] for way in (HIGHER, LOWER)}
    assert ratings[HIGHER] == sorted(ratings[HIGHER], reverse=True)
    assert ratings[LOWER] == sorted(ratings[LOWER])


@given(actual=positive, case=rated, method=methods, by=positive.map(Fraction))
def test_scaling_actual_and_target_alike_changes_nothing(actual, case, method, by):
    polarity, target = case
    ends = target if polarity is BAND else (target,)
    scaled = tuple(by * Fraction(end) for end in ends)
    expected = rate(actual, target, polarity, method)
    assert rate(by * Fraction(actual), scaled if polarity is BAND else scaled[0], polarity,
                method) is expected


@pytest.mark.parametrize("target", [pytest.param(95, id="with a target"),
                                    pytest.param(None, id="without a target")])
@pytest.mark.parametrize("absence", [pytest.param(one, id=one.value) for one in Absence])
def test_an_absent_figure_keeps_its_reason(absence, target):
    assert rate(absence, target) is absence
    assert percent_of_target(absence, target) is None


def test_a_polarity_may_be_given_by_its_word_and_no_other_word_is_taken() -> None:
    assert rate("10", "18", "higher") is Rag.RED
    assert rate("20", "18", "lower") is Rag.AMBER
    assert rate("20", "18", "neutral") is Rag.NOT_APPLICABLE
    assert percent_of_target("9", "18", "higher") == 50
    with pytest.raises(ValueError) as refusal:
        rate("10", "18", "up")
    assert str(refusal.value) == "'up' is not a valid Polarity"
