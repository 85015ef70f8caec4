"""Undo what Excel makes of a cell, where the column makes it certain, and refuse it elsewhere.

Excel takes ``2011-12`` for December 2011 and ``1-2`` for a day. A cell that is changed may hold

    a date, in a column of days              taken, as 2015-01-31
    a month, in a column of years            taken where only one year is written so: December 2011
                                             is 2011-12
    the first of a month, among periods      taken as the month, unless a year is written alike
    a date or a number with an exponent,     refused: nobody can tell what was typed
    in a column of texts
"""

from __future__ import annotations

import re
from datetime import date

from pscb_lib.board.period_cells import DAYS, PERIOD, YEAR
from pscb_lib.framework.folding import tidy
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reading import cells

A_DAY = re.compile(r"\d{4}-\d\d-\d\d( 00:00)?")
TOO_LONG = re.compile(r"\d+(\.\d+)?E\+\d+", re.IGNORECASE)
AS_TEXT = "format the cell as text and type it again"
MADE_BY_EXCEL = "is a date, which Excel may have made of what was typed"


class Doubtful(ValueError):
    """The error for a cell of which nobody can tell what was typed."""


def mended(text: str, kind: str) -> str:
    """The text of a changed cell as the register writes it.

    *kind* is that of its column's :class:`~pscb_lib.reading.cells.Shape`. Raises Doubtful.
    """
    if not text.strip():
        return ""
    if kind == "day":
        return _day(text)
    if kind == DAYS:
        return ";".join(map(_day, text.split(";")))
    if kind in (YEAR, PERIOD):
        return _span(text, kind)
    if kind == "text" and A_DAY.fullmatch(tidy(text)):
        raise Doubtful(MADE_BY_EXCEL)
    if TOO_LONG.fullmatch(tidy(text)):
        raise Doubtful("is a number that Excel has shortened")
    return text


def _day(text: str) -> str:
    try:
        return cells.day(text).isoformat()
    except ValueError:
        return text  # the register's own reader says what is wrong


def _span(text: str, kind: str) -> str:
    first = _first_of_month(text)
    if first is None:
        return text
    year = _year_written_as(first)
    if kind == YEAR:
        if year is None:
            raise Doubtful("is a date, and no financial year is written so")
        return year
    if year is not None:
        raise Doubtful(f"is a date, which Excel makes both of the year {year} and of a month")
    return ReportingPeriod(first, 1).label


def _first_of_month(text: str) -> date | None:
    """The first of a month that stands in place of what was typed: 2011-12-01, Dec-11."""
    if A_DAY.fullmatch(tidy(text)):
        try:
            found = cells.day(tidy(text)[:10])
        except ValueError:
            return None
        if found.day != 1:
            raise Doubtful(MADE_BY_EXCEL)
        return found
    if re.search("[a-z]", text, re.IGNORECASE):
        try:
            period = parse_period(text)
        except ValueError:
            return None
        return period.start if period.months == 1 else None
    return None


def _year_written_as(first: date) -> str | None:
    """The financial year that is written with the year and the month of a day: 2011-12."""
    follows = (first.year + 1) % 100 == first.month
    return f"{first:%Y-%m}" if follows else None
