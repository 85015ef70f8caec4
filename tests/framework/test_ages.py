"""Ages are those of the calendar."""

from datetime import date, timedelta

import pytest

from pscb_lib.framework.ages import birthday, complete_months, complete_years

LEAP_DAY = date(2000, 2, 29)


@pytest.mark.parametrize(("born", "on", "expected"), [
    pytest.param(LEAP_DAY, date(2014, 2, 28), 13, id="born on a leap day: 13 the day before"),
    pytest.param(LEAP_DAY, date(2014, 3, 1), 14, id="born on a leap day: 14 on 1 March"),
    pytest.param(LEAP_DAY, date(2016, 2, 29), 16, id="born on a leap day: 16 on a leap day"),
    pytest.param(date(1996, 5, 10), date(2014, 5, 9), 17, id="17 until the 18th birthday"),
    pytest.param(date(1996, 5, 10), date(2014, 5, 10), 18, id="18 on the 18th birthday"),
    pytest.param(date(2014, 5, 10), date(2014, 5, 10), 0, id="0 on the day of birth"),
])
def test_years_are_complete_on_the_birthday(born, on, expected):
    assert complete_years(born, on) == expected


@pytest.mark.parametrize(("born", "age", "expected"), [
    pytest.param(LEAP_DAY, 14, date(2014, 3, 1), id="born on a leap day: 1 March"),
    pytest.param(LEAP_DAY, 16, date(2016, 2, 29), id="born on a leap day: the leap day"),
    pytest.param(date(1996, 5, 10), 18, date(2014, 5, 10), id="the day of birth"),
])
def test_a_birthday_is_the_first_day_of_an_age(born, age, expected):
    assert birthday(born, age) == expected
    assert complete_years(born, expected - timedelta(days=1)) == age - 1


@pytest.mark.parametrize(("start", "end", "expected"), [
    pytest.param(date(2013, 8, 15), date(2014, 2, 14), 5, id="a day short of six months"),
    pytest.param(date(2013, 8, 15), date(2014, 2, 15), 6, id="six months to the day"),
    pytest.param(date(2014, 1, 31), date(2014, 3, 1), 1, id="31 January to 1 March is one month"),
])
def test_months_are_complete_on_the_same_day_of_the_month(start, end, expected):
    assert complete_months(start, end) == expected
