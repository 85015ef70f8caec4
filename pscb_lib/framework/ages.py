"""Ages from calendar dates, not from a number of days divided by the length of a year.

Born 29 February 2000, a child is 13 on 28 February 2014 and 14 on 1 March.
"""

from __future__ import annotations

from datetime import date


def complete_months(start: date, end: date) -> int:
    """Whole months from one day to another: 31 January to 1 March is one."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)


def complete_years(start: date, end: date) -> int:
    """Whole years from one day to another; from a date of birth, the age in years."""
    return complete_months(start, end) // 12


def birthday(born: date, age: int) -> date:
    """The day on which *age* is reached; for 29 February it is 1 March in years without one."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:  # born on a leap day
        return date(born.year + age, 3, 1)
