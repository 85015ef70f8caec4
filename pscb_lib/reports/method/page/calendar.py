"""The picture of working days: a calendar in which only working days are counted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pscb_lib.framework.english import listed
from pscb_lib.framework.months import month_of, say_day, short_name
from pscb_lib.framework.workdays import DayCount, add_working_days, is_working_day
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts.sheet import (
    SMALL,
    Sheet,
    box,
    sheet,
    text_width,
    width_of,
    write,
)

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEEK, HIGH, KEY, HEAD = 7, 26, 16, 30  # days; points, the key a part of the head
FILLS = {"deadline": style.LINE, "counted": style.BAND, "not counted": style.PALE}
SQUARE = 8  # points


def plot_calendar(start: date, working_days: Sequence[int], convention: DayCount,
                  place: tuple[int, int] | None = None) -> Chart:
    """Plot the weeks from *start* to the last deadline; each working day has its number.

    The deadlines after the numbers in *working_days* are dark.
    """
    deadlines = {add_working_days(start, days, convention): days for days in working_days}
    first, last = _monday(start), _monday(max(deadlines)) + timedelta(days=WEEK - 1)
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    width = width_of(place)
    on = sheet(width, HEAD + HIGH * len(days) // WEEK)
    _draw_key(on)
    for number, name in enumerate(DAYS):
        write(on, (number + 0.5) * width / WEEK, (KEY + HEAD) / 2, name, SMALL, colour=style.GREY,
              align="center")
    numbers = count_days(start, max(deadlines), convention)
    for place_of, day in enumerate(days):
        _draw_day(on, day, numbers.get(day), place_of, width, (start, deadlines))
    said = listed([f"day {number} is {say_day(day)}" for day, number in deadlines.items()])
    longest = max(deadlines)
    return Chart("calendar", f"{max(working_days)} working days end on {longest.day} "
                 f"{month_of(longest)}", on.svg(),
                 f"Calendar from {say_day(start)}: Saturdays, Sundays and bank holidays are not "
                 f"counted, so that {said}.",
                 Data(["day", "working_day"], [[day.isoformat(), numbers.get(day)]
                                               for day in days if start <= day <= longest]),
                 subtitle=f"Top: the day of the month. Bold: working days from {say_day(start)}, "
                 f"{convention.value}", place=place)


def _draw_key(on: Sheet) -> None:
    """Draw what each fill means, above the calendar."""
    left = 0.0
    for words, fill in FILLS.items():
        box(on, left, 2, SQUARE, SQUARE, fill, edge=style.GREY)
        write(on, left + SQUARE + 4, 2 + SQUARE / 2, words, SMALL)
        left += SQUARE + 18 + text_width(words, SMALL)


def count_days(start: date, last: date, convention: DayCount) -> dict[date, int]:
    """The number of each working day from *start* to *last*, found by its deadline."""
    numbers: dict[date, int] = {}
    number = 0
    while (day := add_working_days(start, number + 1, convention)) <= last:
        number += 1
        numbers[day] = number
    return numbers


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _draw_day(on: Sheet, day: date, number: int | None, place_of: int, width: float,
              marked: tuple[date, dict[date, int]]) -> None:
    """Draw a day: its date, and its number as a working day, large."""
    start, deadlines = marked
    wide = width / WEEK
    left, top = wide * (place_of % WEEK), HEAD + HIGH * (place_of // WEEK)
    is_counted = number is not None and start <= day <= max(deadlines)
    fill = FILLS["deadline" if day in deadlines else "counted" if is_counted else "not counted"]
    ink = style.PAPER if day in deadlines else style.INK if is_counted else style.GREY
    box(on, left + 0.8, top + 0.8, wide - 1.6, HIGH - 1.6, fill)
    is_named = day.day == 1 or place_of == 0  # the first of a month, and of the calendar
    words = f"{day.day} {short_name(month_of(day))}" if is_named else f"{day.day}"
    write(on, left + 3.5, top + 7.5, words, SMALL, colour=ink)
    if day == start and number is None:
        write(on, left + wide - 3.5, top + 17.5, "day 0", SMALL, bold=True, align="right")
    elif is_counted:
        write(on, left + wide - 3.5, top + 17.5, f"{number}", bold=True, colour=ink, align="right")
    elif start < day <= max(deadlines) and day.weekday() < WEEK - 2 and not is_working_day(day):
        write(on, left + wide - 3.5, top + 17.5, "holiday", SMALL, colour=ink, align="right")
