"""Amounts of money in pounds and pence, exact from a return to the page and the spreadsheet.

An amount is a Decimal or a Fraction of whole pence, never a float, which has no tenth of a pound.
A page prints whole pounds, rounded half up; data has the pence.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

Pounds = Decimal | Fraction | int
PENCE = Decimal("0.01")
WRITTEN = re.compile(r"-?£\d+\.\d\d")


def exact_pounds(amount: Pounds) -> Decimal:
    """Return *amount* in pounds and pence. Raises ValueError if it has parts of a penny."""
    pence = 100 * Fraction(amount)
    if pence.denominator != 1:
        raise ValueError(f"£{float(amount):f} is no whole number of pence")
    return Decimal(pence.numerator).scaleb(-2).quantize(PENCE)


def say_pounds(amount: Pounds) -> str:
    """Return *amount* as a page prints it, in whole pounds: £1,234, -£250."""
    whole = int((2 * abs(Fraction(amount)) + 1) // 2)
    return f"{'-' if amount < 0 and whole else ''}£{whole:,}"


def write_pounds(amount: Pounds) -> str:
    """Return *amount* as the data of a block has it, with its pence: £1234.50, -£250.00."""
    exact = exact_pounds(amount)
    return f"{'-' if exact < 0 else ''}£{abs(exact)}"


def read_pounds(value: object) -> Decimal | None:
    """Return the amount that :func:`write_pounds` wrote; None for any other value."""
    if not isinstance(value, str) or not WRITTEN.fullmatch(value):
        return None
    return Decimal(value.replace("£", ""))
