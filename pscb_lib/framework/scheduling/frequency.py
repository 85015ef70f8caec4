"""How often an item of the audit programme is reported, and for which periods.

Appendix 1 of the framework writes "Annually", "Monthly", "Half Yearly", "6 monthly",
"3 x Annually", "Biennial" with "November 2014", "As completed", "As & when required" and
"Ongoing". The last three have no periods of their own.
"""

from __future__ import annotations

from enum import Enum

from pscb_lib.framework.periods import ReportingPeriod


class Frequency(Enum):
    """How often an item is reported."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    THREE_TIMES_A_YEAR = "three times a year"
    HALF_YEARLY = "half-yearly"
    SIX_MONTHLY = "six-monthly"
    ANNUAL = "annual"
    BIENNIAL = "biennial"
    AS_COMPLETED = "as completed"
    AS_REQUIRED = "as required"
    ONGOING = "ongoing"


MONTHS = {
    Frequency.MONTHLY: 1,
    Frequency.QUARTERLY: 3,
    Frequency.THREE_TIMES_A_YEAR: 4,
    Frequency.HALF_YEARLY: 6,
    Frequency.SIX_MONTHLY: 6,
    Frequency.ANNUAL: 12,
}


def periods_in(
    year: ReportingPeriod, frequency: Frequency, first: ReportingPeriod | None = None
) -> list[ReportingPeriod]:
    """Return the periods in a financial *year* at a given *frequency*, earliest first.

    *first* is the first period of a biennial item: November 2014, then November 2016. Raises
    ValueError if a biennial item has none.
    """
    if frequency in MONTHS:
        return year.split(MONTHS[frequency])
    if frequency is not Frequency.BIENNIAL:
        return []
    if first is None:
        raise ValueError("a biennial item needs its first round")
    years = year.year_start - first.year_start
    return [first.back(-12 * years)] if years >= 0 and years % 2 == 0 else []
