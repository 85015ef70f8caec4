"""A day as tables print it and as spreadsheets hold it."""

from __future__ import annotations

from datetime import date

from pscb_lib.framework.months import month_of, short_name


def short_day(day: date | None) -> str:
    """A day as it fits a column: 4 Feb 2015; a dash where there is none."""
    return f"{day.day} {short_name(month_of(day))} {day.year}" if day else "–"


def plain_day(day: date | None) -> str | None:
    """A day as it goes into a spreadsheet: 2015-02-04."""
    return day.isoformat() if day else None
