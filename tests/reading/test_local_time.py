"""Times as people write them, and elapsed hours, on nights when the clocks change."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from fractions import Fraction
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from pscb_lib.reading.cells import Noted, value_of
from pscb_lib.reading.cells.local_time import (
    clock_change,
    days_between,
    is_before,
    minutes_between,
    when,
)

BACK, FORWARD = datetime(2014, 10, 26, 1, 30), datetime(2014, 3, 30, 1, 30)


@pytest.mark.parametrize(("cell", "expected"), [
    pytest.param("25/10/2014 22:00", datetime(2014, 10, 25, 22), id="day first, with a time"),
    pytest.param("2014-10-25T22:00", datetime(2014, 10, 25, 22), id="the ISO form"),
    pytest.param("25/10/2014 7.30pm", datetime(2014, 10, 25, 19, 30), id="7.30pm"),
    pytest.param("25/10/2014 12.15 am", datetime(2014, 10, 25, 0, 15), id="after midnight"),
    pytest.param("25/10/2014 0730", datetime(2014, 10, 25, 7, 30), id="0730"),
    pytest.param("25/10/2014 24:00", datetime(2014, 10, 26), id="24:00 is the next day"),
    pytest.param("25/10/2014\u00a022:00", datetime(2014, 10, 25, 22), id="a no-break space"),
    pytest.param("25 Oct 2014 22:00", datetime(2014, 10, 25, 22), id="the month in words"),
    pytest.param("25 October 2014", date(2014, 10, 25), id="a day in words without a time"),
    pytest.param("25/10/2014", date(2014, 10, 25), id="a day without a time stays a day"),
])
def test_a_time_is_read(cell: str, expected: date) -> None:
    found = value_of(when(cell))
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(("cell", "note"), [
    pytest.param("25/10/2014 7.30pm", "25/10/2014 7.30pm read as 25/10/2014 19:30", id="7.30pm"),
    pytest.param("25/10/2014 24:00", "25/10/2014 24:00 read as 26/10/2014 00:00", id="24:00"),
    pytest.param("26/10/2014 01:30", "happened twice as the clocks went back: the first is taken",
                 id="a time there was twice"),
])
def test_a_time_in_an_unusual_form_is_noted(cell: str, note: str) -> None:
    found = when(cell)
    assert isinstance(found, Noted)
    assert found.note == note


@pytest.mark.parametrize(("cell", "rule"), [
    pytest.param("", "must not be blank", id="blank"),
    pytest.param("31/02/2014 10:00", "is not a date", id="no such day"),
    pytest.param("25/10/2014 25:10", "has a time that is not valid", id="25:10"),
    pytest.param("25/10/2014 24:01", "has a time that is not valid", id="after 24:00"),
    pytest.param("25/10/2014 13.30pm", "has a time that is not valid", id="13.30pm"),
    pytest.param("25/10/2014 tea", "has a time that is not valid", id="words"),
])
def test_what_is_not_a_time_is_refused(cell: str, rule: str) -> None:
    with pytest.raises(ValueError) as refusal:
        when(cell)
    assert str(refusal.value) == rule


@pytest.mark.parametrize(("start", "end", "hours"), [
    pytest.param(datetime(2014, 10, 25, 22), datetime(2014, 10, 26, 8), 11,
                 id="the night the clocks go back is eleven hours"),
    pytest.param(datetime(2014, 3, 29, 22), datetime(2014, 3, 30, 8), 9,
                 id="the night they go forward is nine"),
    pytest.param(datetime(2014, 6, 1, 22), datetime(2014, 6, 2, 8), 10, id="any other is ten"),
    pytest.param(datetime(2014, 6, 1, 22), datetime(2014, 6, 1, 22, 20), Fraction(1, 3),
                 id="twenty minutes are a third of an hour"),
    pytest.param(datetime(2014, 10, 26, 0, 30), BACK, 1,
                 id="of two equal times the first is taken"),
    pytest.param(datetime(2014, 3, 30, 0, 30), FORWARD, 1,
                 id="a time that did not exist is an hour later"),
    pytest.param(date(2014, 6, 1), datetime(2014, 6, 2, 8), None, id="no hours from a day"),
    pytest.param(datetime(2014, 6, 1, 22), date(2014, 6, 2), None, id="no hours to a day"),
    pytest.param(datetime(2014, 6, 1, 22), None, None, id="no hours without an end"),
])
def test_hours_that_passed(start, end, hours) -> None:
    assert minutes_between(start, end) == (None if hours is None else 60 * hours)


@pytest.mark.parametrize(("first", "second", "expected"), [
    pytest.param(datetime(2014, 6, 1, 8), datetime(2014, 6, 1, 9), True, id="by the clock"),
    pytest.param(datetime(2014, 6, 1, 8), date(2014, 6, 1), False, id="not on the same day"),
    pytest.param(date(2014, 5, 31), datetime(2014, 6, 1, 8), True, id="by the day"),
])
def test_what_is_certainly_before(first, second, expected: bool) -> None:
    assert is_before(first, second) is expected


@pytest.mark.parametrize(("value", "said"), [
    pytest.param(BACK, "happened twice as the clocks went back: the first is taken", id="back"),
    pytest.param(FORWARD, "did not exist as the clocks went forward: an hour later is taken",
                 id="forward"),
    pytest.param(datetime(2014, 6, 1, 1, 30), None, id="any other night"),
    pytest.param(date(2014, 10, 26), None, id="a day without a time"),
])
def test_times_within_a_change_of_the_clocks(value, said) -> None:
    assert clock_change(value) == said


def test_whole_days() -> None:
    assert days_between(datetime(2014, 6, 1, 23, 59), date(2014, 6, 2)) == 1


@pytest.mark.parametrize("day", [date(2014, 3, 30), date(2014, 10, 26), date(1968, 10, 27)])
def test_times_around_a_change_of_the_clocks_are_in_the_order_of_universal_time(day):
    """The time zone itself is asked, of times up to four hours apart."""
    london = ZoneInfo("Europe/London")
    times = [datetime.combine(day, time()) + timedelta(minutes=30 * half) for half in range(-6, 14)]
    for first, second in product(times, times):
        is_earlier = first.replace(tzinfo=london).timestamp() < second.replace(
            tzinfo=london).timestamp()
        assert is_before(first, second) == is_earlier
