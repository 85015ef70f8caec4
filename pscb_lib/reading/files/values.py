"""The value of a workbook's cell as the text that Excel shows."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from pscb_lib.reading.cells import Since1904


def as_text(value: object, is_percent: bool = False, since_1904: bool = False) -> str:
    """A cell's value as text: days in ISO form, numbers without exponent or trailing zeros."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        shown = _number(value, is_percent)
        return Since1904(shown) if since_1904 else shown
    return _day(value)


def _number(value: int | float, is_percent: bool) -> str:
    exact = Decimal(str(value))
    if not exact.is_finite():
        return str(value)
    shown = f"{(100 * exact if is_percent else exact).normalize():f}"
    return f"{shown}%" if is_percent else shown


def _day(value: object) -> str:
    if isinstance(value, datetime):
        is_whole = value.time() == time()
        return value.isoformat(" ", "minutes")[:10 if is_whole else 16]
    return value.isoformat() if isinstance(value, date) else str(value)
