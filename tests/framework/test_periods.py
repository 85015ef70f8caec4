"""Periods of the financial year: what people write, what is printed, and the periods around one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from pscb_lib.framework.periods import ReportingPeriod, months_after, months_between
from pscb_lib.framework.spellings import parse_period, parse_year

REFUSAL = ("is not a period; write one of: 2014-15, 2014-15 Q3, Q3 2014/15, Quarter 3 2014-15, "
           "2014-15 H1, Oct-Dec 2014, October to December 2014, 2014-10, October 2014")


@pytest.mark.parametrize(("text", "first", "last"), [
    pytest.param("Q3 2014/15", "2014-10-01", "2014-12-31", id="quarter first, with a slash"),
    pytest.param("2014-15 Q3", "2014-10-01", "2014-12-31", id="year first"),
    pytest.param("quarter 3 2014-15", "2014-10-01", "2014-12-31", id="the quarter in full"),
    pytest.param("Q2 14-15", "2014-07-01", "2014-09-30", id="the year in two digits"),
    pytest.param("2014-15 q1", "2014-04-01", "2014-06-30", id="quarter 1 begins the year in April"),
    pytest.param("2014-15 Q4", "2015-01-01", "2015-03-31", id="quarter 4 ends it in March"),
    pytest.param("Oct-Dec 2014", "2014-10-01", "2014-12-31", id="short months"),
    pytest.param("Jul-Sep 2014", "2014-07-01", "2014-09-30", id="short months of quarter 2"),
    pytest.param("Jul–Sep 2014", "2014-07-01", "2014-09-30", id="with a dash"),
    pytest.param(" october  to december 2014", "2014-10-01", "2014-12-31", id="months in full"),
    pytest.param("2014-15 H1", "2014-04-01", "2014-09-30", id="half 1 is April to September"),
    pytest.param("H2 2014/15", "2014-10-01", "2015-03-31", id="half 2 is October to March"),
    pytest.param("Oct 2014 to Mar 2015", "2014-10-01", "2015-03-31", id="half 2 by its months"),
    pytest.param("2014-15", "2014-04-01", "2015-03-31", id="a financial year"),
    pytest.param("Apr-Mar 2015", "2014-04-01", "2015-03-31", id="a year by its months"),
    pytest.param("1999-00", None, None, id="no year before 2000"),
    pytest.param("2099-00", "2099-04-01", "2100-03-31", id="the turn of a century"),
    pytest.param("2011-12", "2011-04-01", "2012-03-31", id="2011-12 is a year and no December"),
    pytest.param("Sep-14", "2014-09-01", "2014-09-30", id="as Excel writes a month"),
    pytest.param("2014-10", "2014-10-01", "2014-10-31", id="a month in ISO form"),
    pytest.param("February 2016", "2016-02-01", "2016-02-29", id="a leap month"),
    *(pytest.param(text, "2014-10-01", "2014-12-31", id=f"quarter 3 as {text}") for text in (
        "2014\u201115 Q3", "2014\u201415 Q3", "Qtr 3 2014/15", "Qtr. 3, 2014/15", "Q3 2014/2015",
        "2014-2015 Quarter 3", "3rd quarter 2014/15", "Third quarter of 2014-15", "Q3 FY14/15",
        "2014/15 - Q3", "2014-15Q3", "Q3-2014-15", "2014_15_Q3", "2014/15 (Q3)", "[2014-15 Q3]",
        "Q3 (Oct - Dec) 2014/15", "Q3 2014/15 (provisional)", "\ufeff2014-15\u00a0Q3\u200b",
        "Quarter 3 2014/15 (October to December 2014)", "Oct\u2013Dec \u201914",
        "Oct 2014 - Dec 2014", "01/10/2014 - 31/12/2014", "2014-10-01 to 2014-12-31",
        "1 Oct to 31 December 2014")),
    *(pytest.param(text, "2014-04-01", "2015-03-31", id=f"the year as {text}") for text in (
        "2014/2015", "2014-2015", "FY 2014/15", "Financial year 2014\u201315", "Year 2014/15",
        "2014\u221215", "April 2014 to March 2015")),
    *(pytest.param(text, "2014-09-01", "2014-09-30", id=f"September as {text}") for text in (
        "Sept 2014", "Sept-14", "Sept. 2014", "SEPTEMBER\u00a02014")),
    pytest.param("Jul-Sept 2014", "2014-07-01", "2014-09-30", id="to Sept"),
    pytest.param("First half of 2014/15", "2014-04-01", "2014-09-30", id="a half in words"),
    pytest.param("Q3 2014", None, None, id="a quarter of which kind of year?"),
    pytest.param("2014-2011", None, None, id="years that do not follow each other"),
    pytest.param("Q3 2014/15 (January to March 2015)", None, None, id="brackets say another"),
    pytest.param("2014-15 (2013-14)", None, None, id="brackets say another year"),
    pytest.param("01/10/2014 - 30/12/2014", None, None, id="a day is lacking"),
    pytest.param("", None, None, id="nothing"),
    pytest.param("2014", None, None, id="a year of which kind?"),
    pytest.param("Quarter 2", None, None, id="a quarter of which year?"),
    pytest.param("2014-16", None, None, id="two years"),
    pytest.param("2014-15 Q5", None, None, id="no fifth quarter"),
    pytest.param("2014-15 H3", None, None, id="no third half"),
    pytest.param("Q3 2014-15 Q3", None, None, id="a quarter twice"),
    pytest.param("2014-13", None, None, id="no thirteenth month"),
    pytest.param("Nov-Jan 2015", None, None, id="three months that are no quarter"),
    pytest.param("Apr-Dec 2014", None, None, id="nine months"),
    pytest.param("Oct 2013-Dec 2014", None, None, id="a span of fifteen months"),
    pytest.param("Octember 2014", None, None, id="no such month"),
])
def test_spellings(text: str, first: str | None, last: str | None) -> None:
    if first is None:
        with pytest.raises(ValueError) as refusal:
            parse_period(text)
        assert str(refusal.value) == REFUSAL
    else:
        period = parse_period(text)
        assert (str(period.start), str(period.end)) == (first, last)


@pytest.mark.parametrize(("text", "label", "name", "title", "words"), [
    pytest.param("Q3 2014/15", "2014-15 Q3", "Quarter 3", "Quarter 3 2014/15",
                 "Quarter 3 2014/15 (October to December 2014)", id="a quarter"),
    pytest.param("H2 2014/15", "2014-15 H2", *["October 2014 to March 2015"] * 3,
                 id="a half over new year"),
    pytest.param("H1 2014/15", "2014-15 H1", *["April to September 2014"] * 3, id="a half"),
    pytest.param("2013/14", "2013-14", "2013/14", "2013/14",
                 "2013/14 (April 2013 to March 2014)", id="a year"),
    pytest.param("2009-10 Q4", "2009-10 Q4", "Quarter 4",
                 "Quarter 4 2009/10", "Quarter 4 2009/10 (January to March 2010)",
                 id="a quarter of the second calendar year"),
    pytest.param("Oct 2014", "2014-10", "October 2014", "October 2014", "October 2014",
                 id="a month"),
    pytest.param("Dec 2011", "December 2011", "December 2011", "December 2011", "December 2011",
                 id="a month whose number would read as a year"),
])
def test_names(text: str, label: str, name: str, title: str, words: str) -> None:
    period = parse_period(text)
    assert (period.label, period.name, period.title, period.words) == (label, name, title, words)


@pytest.mark.parametrize(("around", "expected"), [
    pytest.param("previous", "2014-07-01 to 2014-09-30", id="the quarter before"),
    pytest.param("same_last_year", "2013-10-01 to 2013-12-31", id="the same quarter last year"),
    pytest.param("year", "2014-04-01 to 2015-03-31", id="the financial year it lies in"),
    pytest.param("to_date", "2014-04-01 to 2014-12-31", id="the year to date"),
    pytest.param("rolling_year", "2014-01-01 to 2014-12-31", id="twelve months that end with it"),
])
def test_periods_around_a_quarter(around: str, expected: str) -> None:
    period = getattr(parse_period("2014-15 Q3"), around)
    assert f"{period.start} to {period.end}" == expected


def test_periods_around_quarter_4_and_quarter_1_cross_the_new_year() -> None:
    assert parse_period("2014-15 Q1").previous == parse_period("2013-14 Q4")
    assert parse_period("2014-15 Q4").to_date == parse_period("2014-15")
    assert parse_period("2014-15 Q4").rolling_year == parse_period("2014-15")


@pytest.mark.parametrize(("around", "label", "words"), [
    pytest.param("to_date", "2014-04 to 2014-12", "nine months to December 2014", id="to date"),
    pytest.param("rolling_year", "2014-01 to 2014-12", "12 months to December 2014", id="rolling"),
])
def test_other_spans_of_months_are_named_by_their_months(around, label, words) -> None:
    period = getattr(parse_period("2014-15 Q3"), around)
    assert (period.label, period.name, period.title, period.words) == (label, *[words] * 3)


def test_a_year_splits_into_its_quarters_and_contains_them() -> None:
    year = parse_period("2014-15")
    assert [quarter.label for quarter in year.split(3)] == [f"2014-15 Q{n}" for n in (1, 2, 3, 4)]
    assert all(year.contains(quarter) for quarter in year.split(3))
    assert not year.split(3)[0].contains(year)


@pytest.mark.parametrize(("day", "inside"), [
    pytest.param(date(2014, 9, 30), False, id="the day before"),
    pytest.param(date(2014, 10, 1), True, id="the first day"),
    pytest.param(date(2014, 12, 31), True, id="the last day"),
    pytest.param(date(2015, 1, 1), False, id="the day after"),
])
def test_both_ends_of_a_period_lie_in_it(day: date, inside: bool) -> None:
    assert parse_period("2014-15 Q3").contains(day) is inside


@given(some.sampled_from([1, 3, 6, 12]), some.integers(2010, 2039), some.integers(0, 11))
@example(1, 2011, 8)
def test_a_label_is_read_back_and_names_one_period_only(months: int, year: int, step: int) -> None:
    step -= step % months
    first = date(year + (step + 3) // 12, (step + 3) % 12 + 1, 1)
    period = ReportingPeriod(first, months)
    assert parse_period(period.label) == period
    assert months_between(first, period.end + timedelta(days=1)) == months


@pytest.mark.parametrize(("text", "message"), [
    pytest.param("Dec-11", "is not a financial year, such as 2014-15", id="2011-12 after Excel"),
    pytest.param("2014-15 Q3", "is not a financial year, such as 2014-15", id="a quarter"),
    pytest.param("2014-16", REFUSAL, id="no period at all"),
])
def test_only_a_financial_year_is_a_year(text: str, message: str) -> None:
    with pytest.raises(ValueError) as refusal:
        parse_year(text)
    assert str(refusal.value) == message


def test_a_financial_year_is_read() -> None:
    assert parse_year("2011/12") == ReportingPeriod(date(2011, 4, 1), 12)


def test_a_period_prints_as_its_label() -> None:
    assert f"{ReportingPeriod(date(2014, 10, 1), 3)}" == "2014-15 Q3"


@pytest.mark.parametrize(("day", "months", "later"), [
    pytest.param(date(2014, 11, 30), 3, date(2015, 2, 28), id="February is shorter"),
    pytest.param(date(2015, 11, 30), 3, date(2016, 2, 29), id="a day less so in a leap year"),
    pytest.param(date(2014, 8, 31), 1, date(2014, 9, 30), id="31 August and one month"),
    pytest.param(date(2014, 8, 31), 6, date(2015, 2, 28), id="31 August and six months"),
    pytest.param(date(2012, 2, 29), 12, date(2013, 2, 28), id="29 February and a year"),
    pytest.param(date(2014, 9, 30), 1, date(2014, 10, 30), id="not the last day of a longer month"),
])
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(day, months, later):
    assert months_after(day, months) == later
