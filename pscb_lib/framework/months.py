"""English names of months, whatever language the machine speaks (calendar and %B follow it)."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)
LETTERS = 3  # of a short name: Jan, Sep


def month_of(day: date) -> str:
    """The name of a day's month: January."""
    return MONTHS[day.month - 1]


def say_day(day: date) -> str:
    """A day as readers write it: 31 January 2015."""
    return f"{day.day} {month_of(day)} {day.year}"


def short_name(name: str) -> str:
    """The name of a month as it fits a column: Jan."""
    return name[:LETTERS]
