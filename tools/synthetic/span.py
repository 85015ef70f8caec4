"""The two financial years that invented records cover, and the drawing of days in them.

Records are as known on the last day of the second year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.framework.spellings import parse_year
from pscb_lib.framework.workdays import is_working_day
from pscb_lib.reading.findings import InputError
from tools.samples.dealing import pick

FIRST_YEAR, LAST_YEAR = 2012, 2037
ONE_DAY = timedelta(days=1)
Bands = dict[tuple[int, int], int]


@dataclass(frozen=True)
class Span:
    """A financial year and the one before it."""

    year: ReportingPeriod

    @cached_property
    def before(self) -> ReportingPeriod:
        """The year before."""
        return self.year.previous

    @cached_property
    def opens(self) -> date:
        """The first day of the two years."""
        return self.before.start

    @cached_property
    def ends(self) -> date:
        """The last day of the two years, on which the records were taken."""
        return self.year.end

    @cached_property
    def quarters(self) -> list[ReportingPeriod]:
        """The eight quarters, earliest first."""
        return [*self.before.split(3), *self.year.split(3)]

    @cached_property
    def halves(self) -> list[ReportingPeriod]:
        """The four half-years, earliest first."""
        return [*self.before.split(6), *self.year.split(6)]


def open_span(label: str) -> Span:
    """Read the year. Raises InputError if it is not one, or its bank holidays are not known."""
    try:
        year = parse_year(label)
    except ValueError as fault:
        raise InputError.at("--year", str(fault), "write it like 2014-15", value=label) from None
    if not FIRST_YEAR <= year.year_start <= LAST_YEAR:
        raise InputError.at("--year", f"records can be made for {FIRST_YEAR}-{FIRST_YEAR % 100 + 1}"
                            f" to {LAST_YEAR}-{LAST_YEAR % 100 + 1}", "choose one of these years",
                            value=label)
    return Span(year)


def between(lowest: int, highest: int, random: Random) -> int:
    """Draw a whole number between two, both included."""
    return lowest + int(random.random() * (highest - lowest + 1))


def in_bands(bands: Bands, random: Random) -> int:
    """Draw a whole number from bands of given weights."""
    return between(*pick(bands, random), random)


def later(day: date, lowest: int, highest: int, random: Random) -> date:
    """Draw a day within the given numbers of days later."""
    return day + timedelta(days=between(lowest, highest, random))


def working_day(day: date) -> date:
    """Return the day itself, or the next working day."""
    while not is_working_day(day):
        day += ONE_DAY
    return day
