"""English names of months in any locale (``calendar`` and ``%B`` follow the computer's)."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)
LETTERS = 3  # of a short name: Jan, Sep
SPELT = {spelling.lower(): number for number, name in enumerate(MONTHS, start=1)
         for spelling in (name, name[:LETTERS])} | {"sept": 9}


def month_of(day: date) -> str:
    """The name of a day's month: January."""
    return MONTHS[day.month - 1]


def say_day(day: date) -> str:
    """A day as readers write it: 31 January 2015."""
    return f"{day.day} {month_of(day)} {day.year}"


def short_name(name: str) -> str:
    """The first three letters of a month's name: Jan."""
    return name[:LETTERS]
