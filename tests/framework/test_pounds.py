"""Amounts of money: exact to the penny in data, whole pounds on a page."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from pscb_lib.framework.pounds import exact_pounds, read_pounds, say_pounds, write_pounds


@pytest.mark.parametrize(("amount", "said", "written"), [
    pytest.param(Decimal("0.1") + Decimal("0.2"), "£0", "£0.30", id="exact where floats are not"),
    pytest.param(Decimal("1234.5"), "£1,235", "£1234.50", id="half a pound is rounded up"),
    pytest.param(Fraction(-250), "-£250", "-£250.00", id="a minus stands before the sign"),
    pytest.param(Decimal("-0.49"), "£0", "-£0.49", id="nothing has no minus"),
    pytest.param(0, "£0", "£0.00", id="nothing"),
    pytest.param(Decimal("10000000.01"), "£10,000,000", "£10000000.01", id="ten million"),
])
def test_an_amount_is_said_in_pounds_and_written_with_its_pence(amount, said, written):
    assert (say_pounds(amount), write_pounds(amount)) == (said, written)
    assert read_pounds(written) == amount


def test_parts_of_a_penny_are_refused():
    with pytest.raises(ValueError, match=r"^£0\.125000 is no whole number of pence$"):
        exact_pounds(Fraction(1, 8))


@pytest.mark.parametrize("value", ["£1,234", "£12", "1234.50", "£1234.50 each", 12, None])
def test_no_other_value_is_read_as_an_amount(value):
    assert read_pounds(value) is None
