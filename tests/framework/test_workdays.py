"""Working days: the published calendar, the boundary cases and an independent package."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from pscb_lib.framework.workdays import (
    DayCount,
    add_working_days,
    bank_holidays,
    easter_sunday,
    is_working_day,
    working_days,
)

PUBLISHED = {
    2012: "1-2 4-6 4-9 5-7 6-4 6-5 8-27 12-25 12-26",
    2013: "1-1 3-29 4-1 5-6 5-27 8-26 12-25 12-26",
    2014: "1-1 4-18 4-21 5-5 5-26 8-25 12-25 12-26",
    2015: "1-1 4-3 4-6 5-4 5-25 8-31 12-25 12-28",
    2016: "1-1 3-25 3-28 5-2 5-30 8-29 12-26 12-27",
}


def on(year: int, days: str) -> set[date]:
    return {date(year, *map(int, day.split("-"))) for day in days.split()}


@pytest.mark.parametrize(("year", "days"), [
    pytest.param(year, days, id=f"the published bank holidays of {year}")
    for year, days in PUBLISHED.items()
])
def test_bank_holidays_are_those_published(year: int, days: str) -> None:
    assert bank_holidays(year) == on(year, days)


@pytest.mark.parametrize("day", [
    pytest.param(date(2011, 4, 29), id="2011 royal wedding"),
    pytest.param(date(2012, 6, 4), id="2012 spring bank holiday moved to June"),
    pytest.param(date(2012, 6, 5), id="2012 diamond jubilee"),
    pytest.param(date(2020, 5, 8), id="2020 early May moved to VE Day"),
    pytest.param(date(2022, 6, 2), id="2022 spring bank holiday moved to June"),
    pytest.param(date(2022, 6, 3), id="2022 platinum jubilee"),
    pytest.param(date(2022, 9, 19), id="2022 state funeral"),
    pytest.param(date(2023, 5, 8), id="2023 coronation"),
])
def test_a_day_proclaimed_once_is_a_holiday(day: date) -> None:
    assert not is_working_day(day)


@pytest.mark.parametrize("day", [
    pytest.param(date(2012, 5, 28), id="the last Monday of May 2012 was worked"),
    pytest.param(date(2020, 5, 4), id="the first Monday of May 2020 was worked"),
    pytest.param(date(2022, 5, 30), id="the last Monday of May 2022 was worked"),
    pytest.param(date(2014, 12, 24), id="Christmas Eve is worked"),
])
def test_a_day_a_holiday_moved_from_is_worked(day: date) -> None:
    assert is_working_day(day)


@pytest.mark.parametrize("year", [
    pytest.param(year, id=f"as the holidays package has {year}") for year in range(2010, 2041)
])
def test_bank_holidays_agree_with_an_independent_package(year: int) -> None:
    england = holidays.country_holidays("GB", subdiv="ENG", years=year)
    assert bank_holidays(year) == {day for day in england if day.weekday() < 5}


@pytest.mark.parametrize("easter", [
    pytest.param(day, id=f"Easter Sunday of {day.year}")
    for day in (date(2013, 3, 31), date(2014, 4, 20), date(2015, 4, 5), date(2016, 3, 27),
                date(2017, 4, 16), date(2018, 4, 1), date(2019, 4, 21), date(2020, 4, 12))
])
def test_easter_is_as_published(easter: date) -> None:
    assert easter_sunday(easter.year) == easter


@pytest.mark.parametrize(("start", "days", "convention", "expected"), [
    pytest.param(date(2014, 12, 1), 15, DayCount.DAY_0_EXCLUDED, date(2014, 12, 22),
                 id="day 0 excluded: the fifteenth working day after a Monday is three weeks on"),
    pytest.param(date(2014, 12, 1), 15, DayCount.DAY_0_COUNTED, date(2014, 12, 19),
                 id="day 0 counted: one working day less"),
    pytest.param(date(2014, 12, 24), 1, DayCount.DAY_0_EXCLUDED, date(2014, 12, 29),
                 id="over Christmas 2014"),
    pytest.param(date(2014, 4, 17), 1, DayCount.DAY_0_EXCLUDED, date(2014, 4, 22),
                 id="over Easter 2014"),
    pytest.param(date(2014, 12, 27), 1, DayCount.DAY_0_COUNTED, date(2014, 12, 29),
                 id="day 0 counted: a Saturday's first day is the Monday"),
    pytest.param(date(2014, 12, 31), 2, DayCount.DAY_0_EXCLUDED, date(2015, 1, 5),
                 id="over the new year and a weekend"),
])
def test_the_last_day_in_time(
    start: date, days: int, convention: DayCount, expected: date
) -> None:
    assert add_working_days(start, days, convention) == expected


@pytest.mark.parametrize(("start", "end", "convention", "expected"), [
    pytest.param(date(2015, 2, 4), date(2015, 2, 11), DayCount.DAY_0_EXCLUDED, 5,
                 id="Wednesday to Wednesday is five"),
    pytest.param(date(2015, 2, 4), date(2015, 2, 11), DayCount.DAY_0_COUNTED, 6,
                 id="and six with day 0 counted"),
    pytest.param(date(2015, 2, 4), date(2015, 2, 4), DayCount.DAY_0_EXCLUDED, 0,
                 id="the same day is none"),
    pytest.param(date(2015, 2, 4), date(2015, 2, 4), DayCount.DAY_0_COUNTED, 1,
                 id="the same day is one with day 0 counted"),
])
def test_working_days(
    start: date, end: date, convention: DayCount, expected: int
) -> None:
    assert working_days(start, end, convention) == expected


@pytest.mark.parametrize("convention", [
    pytest.param(convention, id=convention.value) for convention in DayCount
])
def test_counting_to_a_day_and_adding_to_it_agree(convention: DayCount) -> None:
    for offset in range(400):
        start = date(2014, 4, 1) + timedelta(days=offset)
        for days in (1, 5, 10, 15, 45):
            last = add_working_days(start, days, convention)
            assert working_days(start, last, convention) == days


def test_day_0_is_excluded_by_default() -> None:
    start = date(2014, 12, 1)
    assert add_working_days(start, 15) == date(2014, 12, 22)
    assert working_days(start, date(2014, 12, 22)) == 15


@pytest.mark.parametrize("year", [pytest.param(2009, id="before"), pytest.param(2041, id="after")])
def test_a_year_outside_the_known_ones_is_refused(year: int) -> None:
    with pytest.raises(ValueError) as refusal:
        bank_holidays(year)
    assert str(refusal.value) == f"bank holidays are known from 2010 to 2040, not {year}"


def test_an_end_before_its_start_is_refused() -> None:
    with pytest.raises(ValueError) as refusal:
        working_days(date(2014, 12, 2), date(2014, 12, 1))
    assert str(refusal.value) == "the end, 2014-12-01, is before the start, 2014-12-02"


def test_no_working_days_is_refused() -> None:
    with pytest.raises(ValueError) as refusal:
        add_working_days(date(2014, 12, 1), 0)
    assert str(refusal.value) == "a number of working days must be 1 or more, not 0"
