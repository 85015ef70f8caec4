"""The values of a sheet as a spreadsheet has them: numbers, days, periods in words, links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from pscb_lib.framework.pounds import read_pounds
from pscb_lib.page.rendering.printed import period_in_words
from pscb_lib.page.rendering.spreadsheets.neutral import Value

DAY = re.compile(r"\d{4}-\d\d-\d\d")
PERIODS = ("period", "quarter", "year", "half-year")  # the headings of columns with periods


class Link(NamedTuple):
    """A link to another sheet of the workbook, printed as its name."""

    sheet: str


Typed = str | int | float | Decimal | date | Link


def typed_rows(rows: Sequence[Sequence[Value | Link]], headings: Sequence[str]
               ) -> list[list[Typed]]:
    """Return *rows* with ISO days as days, money as numbers, and periods as people say them.

    The first column is the label of its row and stays as it is.
    """
    return [[value if at == 0 else _typed(value, heading)  # type: ignore[misc]
             for at, (value, heading) in enumerate(zip(row, headings, strict=True))]
            for row in rows]


def is_number(value: Typed) -> bool:
    """Whether *value* is a number, which stands at the right of its column."""
    return isinstance(value, int | float | Decimal)


def as_shown(value: Typed) -> str:
    """Return *value* about as a cell shows it, to measure its width."""
    if isinstance(value, date):
        return "30 September 2014"  # the longest
    if isinstance(value, Decimal):
        return f"£{value:,}"
    if isinstance(value, float):
        return f"{value:,.1f}"
    return value.sheet if isinstance(value, Link) else str(value)


def _typed(value: Value | Link, heading: str) -> Value | Link | date:
    amount = read_pounds(value)
    if amount is not None:
        return amount
    if isinstance(value, str) and DAY.fullmatch(value):
        return date.fromisoformat(value)
    if isinstance(value, str) and heading.lower() in PERIODS:
        return period_in_words(value)
    return value
