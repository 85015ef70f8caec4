"""Months in English, whatever the locale of the computer."""

import subprocess
import sys
from datetime import date

import pytest

from pscb_lib.framework.months import month_of, say_day, short_name

GERMAN = """
import calendar
calendar.month_name, calendar.month_abbr = [["", *["Monat"] * 12]] * 2
from datetime import date
from pscb_lib.page.rendering.printed import day_in_words
from pscb_lib.framework.spellings import parse_period
from pscb_lib.page.tables.days import short_day
print(parse_period("Oct-Dec 2014").words, day_in_words("2014-10-05"), short_day(date(2014, 9, 5)))
"""


@pytest.mark.parametrize(("day", "said"), [
    pytest.param(date(2015, 3, 3), "3 March 2015", id="no leading zero"),
    pytest.param(date(2014, 12, 31), "31 December 2014", id="the last day of a year"),
    pytest.param(date(2015, 1, 1), "1 January 2015", id="the first"),
])
def test_a_day_in_words(day, said):
    assert say_day(day) == said


def test_a_short_month():
    assert short_name(month_of(date(2014, 9, 1))) == "Sep"


def test_names_do_not_follow_the_locale():
    said = subprocess.run([sys.executable, "-c", GERMAN], capture_output=True, text=True,
                          encoding="utf-8", check=True)

    assert said.stdout.strip() == (
        "Quarter 3 2014/15 (October to December 2014) 5 October 2014 5 Sep 2014")
