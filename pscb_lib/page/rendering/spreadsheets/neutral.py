"""Text that no spreadsheet runs as a formula."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

Value = str | int | float | Decimal | None
Cell = TypeVar("Cell")
STARTERS = ("=", "+", "-", "@", "\t", "\r")


def neutralised(value: Cell) -> Cell | str:
    """Return *value*, with a leading apostrophe if a spreadsheet would run it as a formula.

    OWASP: text that starts with ``= + - @``, tab or carriage return. Numbers stay numbers.
    """
    if isinstance(value, str) and value.startswith(STARTERS):
        return "'" + value
    return value
