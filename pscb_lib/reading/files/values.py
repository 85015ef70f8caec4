"""The value of a workbook's cell as the text that Excel shows."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from pscb_lib.reading.cells import Since1904
from pscb_lib.reading.files.formats.seen import beyond_days

FIRST_YEAR = 1900  # of a day in a spreadsheet
DIGITS = ".15g"  # as many as a spreadsheet has: (0.1 + 0.2) * 10 is 3


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
    exact = Decimal(format(value, DIGITS) if isinstance(value, float) else value)
    if not exact.is_finite():
        return str(value)
    shown = f"{(100 * exact if is_percent else exact).normalize():f}"
    return f"{shown}%" if is_percent else shown


def _day(value: object) -> str:
    if isinstance(value, timedelta):
        return length_of_time(value)
    if isinstance(value, datetime):
        if value.year < FIRST_YEAR:
            return beyond_days(str((value - datetime(1899, 12, 30)).days))
        is_whole = value.time() == time()
        return value.isoformat(" ", "minutes")[:10 if is_whole else 16]
    return value.isoformat() if isinstance(value, date) else str(value)


def length_of_time(length: timedelta) -> str:
    """A length of time in hours, as spreadsheets show it: 288:00, 0:30:15."""
    minutes, seconds = divmod(round(abs(length).total_seconds()), 60)
    shown = f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return f"-{shown}" if length < timedelta() else shown
