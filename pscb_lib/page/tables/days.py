"""A day as it is written in tables and in spreadsheets."""

from __future__ import annotations

from datetime import date

from pscb_lib.framework.months import month_of, short_name


def short_day(day: date | None) -> str:
    """A day in short form: 4 Feb 2015; a dash if there is none."""
    return f"{day.day} {short_name(month_of(day))} {day.year}" if day else "–"


def plain_day(day: date | None) -> str | None:
    """A day for a spreadsheet: 2015-02-04."""
    return day.isoformat() if day else None
