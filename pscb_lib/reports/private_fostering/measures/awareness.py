"""Awareness work beside the notifications of five years, and soon after it: PF6."""

from __future__ import annotations

from datetime import timedelta

import pandas

from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import NOT_SUPPLIED, FigureRow, count, counts
from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.private_fostering import places

YEARS, MONTHS_AFTER = 5, 3


def years_to(year: ReportingPeriod) -> list[ReportingPeriod]:
    """The five years that end with this one, oldest first."""
    return [year.back(12 * back) for back in reversed(range(YEARS))]


def measure_awareness(year: ReportingPeriod, cases: pandas.DataFrame, awareness: Checked
                      ) -> list[FigureRow]:
    """Count events and people reached in each of five years, and whom they reached in this one.

    Of the notifications of the year, those within three months of an event are counted, and of its
    days too: as large a share of both shows no effect. A year before the first event that was
    returned is not supplied, and so is everything if there is no return.
    """
    events = awareness.frame
    held = counting.within(events, "held_on", year)
    rows = [row for one in years_to(year) for row in _of_year(one, events, is_sent=(
        bool(awareness.sources) and (one == year or min(events["held_on"], default=one.end)
                                     <= one.end and len(events) > 0)))]
    if not awareness.sources:
        return rows
    by_group = dict.fromkeys(places.AUDIENCES.values(), 0)
    for audience, number in zip(held["audience"], held["people_reached"], strict=True):
        by_group[places.AUDIENCES[audience]] += number
    rows += counts(places.BY_AUDIENCE, by_group, column=places.REACHED, describes="agency",
                   same_as=(places.YEARS, year.title, places.REACHED))
    notified = counting.within(cases, "notified_on", year)
    spans = [(day, months_after(day, MONTHS_AFTER)) for day in events["held_on"]]
    all_days = [year.start + timedelta(days=number)
                for number in range((year.end - year.start).days + 1)]
    soon, after = (sum(any(first <= on <= last for first, last in spans) for on in days)
                   for days in (notified["notified_on"], all_days))
    return [*rows,
            counting.share(places.SOON_AFTER, soon, len(notified), of=places.NOTIFIED,
                           describes="child"),
            counting.share(places.DAYS_AFTER, after, len(all_days), of=None)]


def _of_year(year: ReportingPeriod, events: pandas.DataFrame, is_sent: bool) -> list[FigureRow]:
    held = counting.within(events, "held_on", year) if is_sent else events[:0]
    numbers = {places.EVENTS: len(held), places.REACHED: int(held["people_reached"].sum())}
    return [count(places.YEARS, year.title, number if is_sent else None, column,
                  state="" if is_sent else NOT_SUPPLIED, describes="agency")
            for column, number in numbers.items()]
