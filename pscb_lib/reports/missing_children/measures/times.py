"""When children went and for how long: in hours if both times are known, else in whole days.

The bands of the day are equally long, so that their numbers can be compared.

Episodes not yet over are merged with the longest of those that have dates only, so that no table
outside the restricted set shows how many children are still missing.
"""

from __future__ import annotations

from bisect import bisect
from calendar import day_name
from collections import Counter
from datetime import datetime
from typing import Any

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.counting import breakdowns, crossed, tally
from pscb_lib.disclosure.figures import RESTRICTED, TOTAL, Place, count, counts, with_readers
from pscb_lib.framework.months import say_day
from pscb_lib.reading.cells.local_time import (
    When,
    clock_change,
    day_of,
    days_between,
    minutes_between,
)
from pscb_lib.reports.missing_children import places

DURATION_LIMITS = {"Under 6 hours": 6, "6 to 24 hours": 24, "1 to 3 days": 72, "3 to 7 days": 168}
LONGEST = "Over 7 days"
LIMITS = tuple(60 * hours for hours in DURATION_LIMITS.values())
TIMED = (*DURATION_LIMITS, LONGEST)
DATE_ONLY = "Dates only: back by the next day"
DATE_ONLY_LONGER = "Dates only and longer, or not yet back"
BANDS = (*TIMED, DATE_ONLY, DATE_ONLY_LONGER)
NO_TIME = "Time not recorded"
NIGHT = "Midnight to 6am"
HOUR_LIMITS = {NIGHT: 6, "6am to noon": 12, "Noon to 6pm": 18, "6pm to midnight": 24}
HOURS = {label: label for label in (*HOUR_LIMITS, NO_TIME)}
DAYS = dict(enumerate(day_name))


def measure_times(frame: pandas.DataFrame) -> list[dict]:
    """Count episodes by duration, weekday and hour of going, and how many times are known."""
    went, back = Counter(frame["left_at"]), Counter(frame["returned_at"])
    lasted = map(duration, frame["left_at"], frame["returned_at"])
    uncertain = sum(number for value, number in (*went.items(), *back.items())
                    if clock_change(value))
    when = [(hour_of_going(left), day_of(left).weekday()) for left in went.elements()]
    days, hours = tally((day for _, day in when), DAYS), tally((hour for hour, _ in when), HOURS)
    by_when: dict[str, Any] = {places.WEEKDAYS: days, places.HOURS: hours}
    return [
        *crossed(places.DURATIONS, zip(lasted, frame["status"], strict=True),
                 dict(zip(BANDS, BANDS, strict=True)), places.STATUSES,
                 same_as={(TOTAL, column): (places.EPISODES, TOTAL, column)
                          for column in (*places.STATUSES.values(), TOTAL)}),
        *breakdowns(places.ALL_EPISODES, **by_when),
        *with_readers(crossed(places.WHEN, when, HOURS, DAYS, same_as=_margins()), RESTRICTED),
        count(*places.CLOCK_CHANGED[:2], uncertain, describes="agency"),
    ]


def _margins() -> dict[tuple[str, str], Place]:
    """The totals by hour and weekday at once, which the tables by one of the two have too."""
    return {**{(hour, TOTAL): (places.HOURS, hour, "") for hour in HOURS.values()},
            **{(TOTAL, day): (places.WEEKDAYS, day, "") for day in DAYS.values()},
            (TOTAL, TOTAL): places.ALL_EPISODES}


def measure_still_missing(context: Context, half: pandas.DataFrame) -> list[dict]:
    """Count who was missing when the period ended, and what is known of them since."""
    end, as_of = context.period.end, context.as_of
    over = [back is not None and day_of(back) <= end for back in half["returned_at"]]
    away = half[~pandas.Series(over, half.index, dtype=bool)]
    open_now = away[away["returned_at"].isna()]
    confirmed = [day for day in open_now["missing_confirmed_on"] if day]
    rows = {f"Away at the end of {say_day(end)}": len(away),
            "Back since": len(away) - len(open_now)}
    for day in sorted(set(confirmed)):
        rows[f"Still missing, confirmed on {say_day(day)}"] = confirmed.count(day)
    unknown = f"No return recorded by {say_day(as_of)}, not confirmed"
    rows[unknown] = len(open_now) - len(confirmed)
    return counts(places.STILL_MISSING, rows, total=False)


def duration(left: When, returned: When | None) -> str:
    """Return the band of an episode's length: in hours, or in whole days without times.

    A band excludes its upper limit: 24 hours is "1 to 3 days".
    """
    minutes = minutes_between(left, returned)
    if minutes is not None:
        return TIMED[bisect(LIMITS, minutes)]
    soon = returned is not None and days_between(left, returned) <= 1
    return DATE_ONLY if soon else DATE_ONLY_LONGER


def hour_of_going(left: When) -> str:
    """Return the part of the day in which a child went, where the time is known."""
    if not isinstance(left, datetime):
        return NO_TIME
    return next(label for label, until in HOUR_LIMITS.items() if left.hour < until)
