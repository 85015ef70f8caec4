"""A whole frame is rated as each of its rows is, on every limit and anywhere else."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pandas
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from pscb_lib.measures.ratings import rate_frame
from pscb_lib.rag import Absence, LowerMethod, Polarity, Rag, Thresholds, rate

HIGHER, LOWER, BAND, NEUTRAL = Polarity
LINEAR = Thresholds(lower=LowerMethod.LINEAR)
STRICTER = Thresholds(Fraction(1), Fraction(85, 100))
MORE_THAN_ALL = Thresholds(Fraction(105, 100), Fraction(1))
TENTHS = range(1, 1001)  # every one-decimal target from 0.1 to 100.0
A_HAIR = Decimal("0.00001")
FORMS = {"text": str, "a float": float, "a Decimal": Decimal, "a Fraction": Fraction}

numbers = some.one_of(some.decimals("0", "1000", places=3), some.integers(0, 1000),
                      some.floats(0, 1000, allow_nan=False).map(lambda number: round(number, 4)),
                      some.fractions(0, 1000))
bands = some.tuples(numbers, numbers).map(lambda ends: tuple(sorted(ends)))
wanted = some.one_of(some.tuples(some.sampled_from([HIGHER, LOWER]), numbers),
                     some.tuples(some.just(BAND), bands),
                     some.tuples(some.sampled_from(Polarity), some.none()))
shares = some.tuples(some.integers(1, 110), some.integers(1, 110)).map(
    lambda ends: (Fraction(max(ends), 100), Fraction(min(ends), 100)))
methods = some.builds(lambda ends, lower: Thresholds(*ends, lower), shares,
                      some.sampled_from(LowerMethod))


def framed(rows):
    return pandas.DataFrame({name: pandas.Series([row[place] for row in rows], dtype=object)
                             for place, name in enumerate(("actual", "target", "polarity"))})


@settings(deadline=None)
@given(some.lists(some.tuples(some.one_of(numbers, some.sampled_from(Absence)), wanted)), methods)
@example([(99, (HIGHER, 100))], STRICTER)
@example([(22, (LOWER, Decimal("20.9")))], LINEAR)
@example([(12, (BAND, (10, 15))), (0, (BAND, (0, 0)))], MORE_THAN_ALL)
@example([(0, (LOWER, 0)), (1, (LOWER, 0)), (0, (HIGHER, 0))], LINEAR)
def test_rating_a_frame_is_rating_each_row(rows, method):
    frame = framed([(actual, target, polarity) for actual, (polarity, target) in rows])
    assert rate_frame(frame, method) == [rate(actual, target, polarity, method)
                                         for actual, (polarity, target) in rows]


@pytest.mark.parametrize("form", [pytest.param(form, id=name) for name, form in FORMS.items()])
@pytest.mark.parametrize(("percent", "at", "below"), [
    pytest.param(95, Rag.GREEN, Rag.AMBER, id="on 95%"),
    pytest.param(90, Rag.AMBER, Rag.RED, id="on 90%"),
])
@pytest.mark.parametrize("method", [pytest.param(Thresholds(), id="by ratio"),
                                    pytest.param(LINEAR, id="by the linear method")])
def test_every_limit_of_every_one_decimal_target_is_exact(form, percent, at, below, method):
    rows, expected = [], []
    for tenths in TENTHS:
        target, limit = Decimal(tenths) / 10, Decimal(tenths * percent) / 1000
        rows += [(limit, target, HIGHER), (limit - A_HAIR, target, HIGHER)]
        rows += ([(2 * target - limit, target, LOWER), (2 * target - limit + A_HAIR, target, LOWER)]
                 if method is LINEAR else [(target, limit, LOWER), (target, limit - A_HAIR, LOWER)])
        expected += [at, below, at, below]
    frame = framed([(form(actual), form(target), polarity) for actual, target, polarity in rows])

    assert rate_frame(frame, method) == expected
    assert [rate(*row, method) for row in rows] == expected


def test_a_blank_target_in_a_frame_of_floats_is_no_target():
    frame = pandas.DataFrame({"actual": [0.36, 12.0], "target": [0.4, None], "polarity": HIGHER})
    assert str(frame["target"].dtype) == "float64"
    assert rate_frame(frame) == [Rag.AMBER, Rag.NOT_APPLICABLE]


def test_a_blank_actual_in_a_frame_is_refused_because_it_does_not_say_why():
    frame = pandas.DataFrame({"actual": [95.0, None], "target": 100.0, "polarity": HIGHER})
    with pytest.raises(ValueError) as refusal:
        rate_frame(frame)
    assert str(refusal.value) == "Invalid literal for Fraction: 'nan'"


def test_rows_keep_their_order_whatever_their_index():
    frame = pandas.DataFrame({"actual": [95, 80, 91], "target": 100, "polarity": HIGHER},
                             index=[7, 7, 1])
    assert rate_frame(frame) == [Rag.GREEN, Rag.RED, Rag.AMBER]
