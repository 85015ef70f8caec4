"""Figures of the quarterly data set: counts are added over the basis, and absences stay."""

from dataclasses import replace
from datetime import date

import pandas
import pytest
from invented import LOWER, NEUTRAL, indicator
from papers import ROOT
from sample import measure

from pscb_lib.board.indicators import INDICATORS, Kind, Unit
from pscb_lib.disclosure.showing import rounded, show
from pscb_lib.framework.spellings import parse_period
from pscb_lib.reports.quarterly_data_set import places
from pscb_lib.reports.quarterly_data_set.measures import (
    last_paper_due,
    measure_data_set,
    trend_quarters,
)

COLUMNS = ("indicator", "period", "numerator", "denominator", "status", "submitted_on")
COUNTED = indicator(None, NEUTRAL, unit=Unit.COUNT)
STOCK = replace(COUNTED, kind=Kind.STOCK)
IN_A_YEAR = indicator("20", LOWER, basis="rolling year")


@pytest.fixture(scope="module")
def year_end():
    """The sample as it was known a year later, when all of 2014-15 had been sent."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return measure("2015-04-30", "2014-15 Q4").figures


def at(figures, id, period, table=INDICATORS):
    found = figures[(figures["table"] == table) & (figures["row"] == id)
                    & (figures["column"] == period)]
    assert len(found) == 1
    return found.iloc[0]


@pytest.fixture
def measured(sample):
    """Measure one indicator by rows of period, numerator, denominator, status and day sent."""

    def measure_rows(one, *rows, first=None):
        settings = replace(sample.context.settings, first_cycle=first and parse_period(first))
        sent = pandas.DataFrame(
            [{"indicator": "V1", "period": parse_period(period), "numerator": numerator,
              "denominator": denominator, "status": status, "submitted_on": on}
             for period, numerator, denominator, status, on in rows], columns=COLUMNS, dtype=object)
        return measure_data_set(replace(sample.context, settings=settings), [one], sent)

    return measure_rows


def sent(period, numerator, denominator=None, status=None, on=date(2014, 10, 20)):
    return period, numerator, denominator, status, on


@pytest.mark.parametrize(("year", "published"), [
    pytest.param("2012-13", 3146, id="2012-13"), pytest.param("2013-14", 2634, id="2013-14"),
    pytest.param("2014-15", 2734, id="2014-15"),
])
def test_monthly_referrals_add_to_the_published_year(year_end, year, published):
    assert sum(at(year_end, "FD3", f"{year} Q{number}")["actual"]
               for number in (1, 2, 3, 4)) == published


@pytest.mark.parametrize(("id", "period", "numerator", "denominator", "printed"), [
    pytest.param("MS10", "2014-15 Q3", 31, 52, "59.6", id="return interviews"),
    pytest.param("FD9", "2014-15 Q3", 640, 674, "95.0", id="an edge prints 95.0"),
    pytest.param("AS2", "2014-15 Q3", 684, 800, "85.5", id="95% of a target of 90"),
    pytest.param("CP13", "2014-15 Q2", 231, 247, "93.5", id="sent again: the later one"),
    pytest.param("CP8", "2013-14 Q4", 31, 254, "12.2", id="a rolling year adds four quarters"),
    pytest.param("CP5", "2013-14 Q4", 239, 46552, "51.3", id="the published rate on a plan"),
    pytest.param("CP5", "2014-15 Q3", 245, 46552, "52.6", id="on a plan, by mid-2013"),
    pytest.param("CN1", "2014-15 Q3", 1849, 46552, "397.2", id="in need, by mid-2013"),
    pytest.param("LA1", "2014-15 Q3", 345, 46552, "74.1", id="looked after, by mid-2013"),
])
def test_figures_of_the_sample(year_end, id, period, numerator, denominator, printed):
    row = at(year_end, id, period)

    assert (row["numerator"], row["denominator"]) == (numerator, denominator)
    assert rounded(row["actual"]) == printed


def test_the_earlier_value_of_a_quarter_sent_again_is_kept(sample):
    row = at(sample.figures, "CP13", "2014-15 Q2", table=places.REVISED)

    assert (row["numerator"], row["denominator"]) == (214, 247)
    revised = sample.figures[sample.figures["table"] == places.REVISED]
    assert list(revised["row"]) == ["CP13", "CA1"]


def test_every_indicator_has_its_twelve_quarters(sample):
    figures = sample.figures[sample.figures["table"] == INDICATORS]

    assert set(figures.groupby("row").size()) == {12}
    assert list(dict.fromkeys(figures["column"]))[::11] == ["2011-12 Q4", "2014-15 Q3"]
    assert [quarter.label for quarter in trend_quarters(parse_period("2014-15 Q3"))][-4:] == [
        "2013-14 Q4", "2014-15 Q1", "2014-15 Q2", "2014-15 Q3"]


@pytest.mark.parametrize("resent_on", [
    pytest.param(date(2014, 11, 6), id="the day after the Quarter 2 paper was due"),
    pytest.param(date(2014, 11, 20), id="between that paper and the quarter's end"),
    pytest.param(date(2015, 1, 20), id="after the quarter's end"),
])
def test_a_figure_sent_again_since_the_last_paper_was_due_is_revised(measured, resent_on):
    figures = measured(COUNTED, sent("2014-15 Q2", 612), sent("2014-15 Q2", 641, on=resent_on))

    assert at(figures, "V1", "2014-15 Q2", table=places.REVISED)["actual"] == 612
    assert at(figures, "V1", "2014-15 Q2")["actual"] == 641


def test_a_figure_sent_again_in_time_for_the_last_paper_was_published_as_it_is(measured):
    figures = measured(COUNTED, sent("2014-15 Q2", 612),
                       sent("2014-15 Q2", 641, on=date(2014, 11, 5)))

    assert places.REVISED not in set(figures["table"])


@pytest.mark.parametrize(("period", "due"), [
    pytest.param("2014-15 Q3", date(2014, 11, 5), id="Quarter 2 went to Q&E on 12 November 2014"),
    pytest.param("2014-15 Q1", date(2014, 5, 7), id="Quarter 4 went to Q&E on 14 May 2014"),
    pytest.param("2016-17 Q2", date(2016, 6, 30), id="no meeting fixed: the quarter's end"),
])
def test_the_last_paper_was_due_where_q_and_e_took_the_quarter_before(sample, period, due):
    assert last_paper_due(replace(sample.context, period=parse_period(period))) == due


@pytest.mark.parametrize(("one", "expected"), [
    pytest.param(STOCK, 250, id="a stock is what its last month says"),
    pytest.param(COUNTED, 730, id="events are added"),
])
def test_three_months_make_a_quarter(measured, one, expected):
    figures = measured(one, sent("2014-10", 240), sent("2014-11", 240), sent("2014-12", 250))

    assert at(figures, "V1", "2014-15 Q3")["actual"] == expected


def test_a_rate_of_a_stock_sent_by_month_is_that_of_the_children_there_were(measured):
    figures = measured(replace(STOCK, unit=Unit.RATE),
                       *(sent(month, 240) for month in ("2014-10", "2014-11", "2014-12")))

    assert rounded(at(figures, "V1", "2014-15 Q3")["actual"]) == "51.6"  # 240 of 46,552, mid-2013


@pytest.mark.parametrize(("month", "state"), [
    pytest.param("2014-12", "", id="the last month is enough"),
    pytest.param("2014-11", "not supplied", id="an earlier one is not"),
])
def test_a_stock_needs_its_last_month(measured, month, state):
    assert at(measured(STOCK, sent(month, 240)), "V1", "2014-15 Q3")["state"] == state


def test_the_quarters_own_row_wins_over_months_sent_later(measured):
    months = [sent(month, 100, on=date(2015, 1, 25)) for month in ("2014-10", "2014-11", "2014-12")]
    figures = measured(COUNTED, sent("2014-15 Q3", 280, on=date(2015, 1, 20)), *months)

    assert at(figures, "V1", "2014-15 Q3")["actual"] == 280


def no_cases(period):
    return sent(period, None, None, "no cases")


@pytest.mark.parametrize(("rows", "counts"), [
    pytest.param([sent("2014-15 Q1", 9, 60), no_cases("2014-15 Q2"), sent("2014-15 Q3", 8, 50)],
                 (27, 190), id="a quarter of a rolling year"),
    pytest.param([sent("2014-15 Q1", 9, 60), sent("2014-04", 1, 1), sent("2014-15 Q3", 8, 50),
                  sent("2014-07", 2, 20), no_cases("2014-08"), sent("2014-09", 1, 10)],
                 (30, 220), id="a month of one of its quarters"),
])
def test_no_cases_in_a_part_count_as_none_of_none(measured, rows, counts):
    row = at(measured(IN_A_YEAR, sent("2013-14 Q4", 10, 80), *rows), "V1", "2014-15 Q3")

    assert (row["numerator"], row["denominator"], row["state"]) == (*counts, "")


def test_no_cases_in_every_part_are_no_cases(measured):
    rows = map(no_cases, ("2013-14 Q4", "2014-15 Q1", "2014-15 Q2", "2014-15 Q3"))

    assert at(measured(IN_A_YEAR, *rows), "V1", "2014-15 Q3")["state"] == "no cases"


def test_no_cases_in_one_part_do_not_hide_that_another_was_not_supplied(measured):
    rows = map(no_cases, ("2013-14 Q4", "2014-15 Q1", "2014-15 Q2"))

    assert at(measured(IN_A_YEAR, *rows), "V1", "2014-15 Q3")["state"] == "not supplied"


@pytest.mark.parametrize(("row", "state"), [
    pytest.param(sent("2014-15 Q3", None, None, "no cases"), "no cases", id="said by the agency"),
    pytest.param(sent("2014-15 Q2", 5), "not supplied", id="nothing sent"),
    pytest.param(sent("2014-10", 5), "not supplied", id="one month of three"),
])
def test_a_figure_that_is_absent_says_why(measured, row, state):
    figure = at(measured(COUNTED, row), "V1", "2014-15 Q3")

    assert (figure["actual"], figure["state"]) == (None, state)


def test_before_its_first_year_an_indicator_was_not_collected(measured):
    one = replace(COUNTED, valid_from=parse_period("2014-15"))
    figures = measured(one, sent("2014-15 Q3", 5))

    assert at(figures, "V1", "2013-14 Q4")["state"] == "not collected"
    assert at(figures, "V1", "2014-15 Q1")["state"] == "not supplied"


def test_a_year_to_date_adds_its_quarters_and_lacks_what_one_of_them_lacks(measured):
    one = indicator("20", LOWER, basis="year to date")
    figures = measured(one, sent("2014-15 Q1", 90, 100), sent("2014-15 Q2", 1, 2),
                       sent("2014-15 Q3", None, None, "suppressed"))

    assert rounded(at(figures, "V1", "2014-15 Q2")["actual"]) == "89.2"
    assert at(figures, "V1", "2014-15 Q3")["state"] == "suppressed"


def test_a_figure_sent_twice_is_the_later_one_whatever_the_order_of_rows(measured):
    figures = measured(COUNTED, sent("2014-15 Q3", 12, on=date(2015, 1, 25)),
                       sent("2014-15 Q3", 7, on=date(2015, 1, 20)))

    assert at(figures, "V1", "2014-15 Q3")["actual"] == 12


def test_a_count_without_a_population_is_kept_and_is_no_rate(measured):
    figures = measured(replace(COUNTED, unit=Unit.RATE), sent("2011-12 Q4", 9))
    row = at(figures, "V1", "2011-12 Q4")

    assert (row["actual"], row["unit"], row["state"]) == (9, "count", "no rate")
    shown = show(figures, "restricted").get(INDICATORS, "V1", "2011-12 Q4")
    assert (shown.value, shown.numerator, shown.text) == (None, 9, "No rate")


def test_a_count_without_a_population_is_hidden_as_any_count(measured):
    shown = show(measured(replace(COUNTED, unit=Unit.RATE, describes="child"),
                          sent("2011-12 Q4", 3)), "board").get(INDICATORS, "V1", "2011-12 Q4")

    assert (shown.value, shown.numerator, shown.state, shown.hidden) == (None, None, "", True)


@pytest.mark.parametrize(("first", "one", "rows", "quarter", "state"), [
    pytest.param("2014-15 Q3", COUNTED, [], "2014-15 Q2", "not collected",
                 id="nobody was asked before the first cycle"),
    pytest.param("2014-15 Q3", COUNTED, [], "2014-15 Q3", "not supplied", id="asked, nothing sent"),
    pytest.param("2014-15 Q3", COUNTED, [sent("2014-15 Q2", 5)], "2014-15 Q2", "",
                 id="sent all the same"),
    pytest.param(None, COUNTED, [], "2014-15 Q2", "not supplied", id="no first cycle is set"),
    pytest.param("2014-15 Q3", IN_A_YEAR, [sent("2014-15 Q3", 9, 60)], "2014-15 Q3",
                 "year not full", id="the first quarter of a year"),
    pytest.param("2014-15 Q3", IN_A_YEAR, [no_cases("2014-15 Q3")], "2014-15 Q3",
                 "year not full", id="no cases are sent too"),
    pytest.param("2014-15 Q3", IN_A_YEAR, [], "2014-15 Q3", "not supplied",
                 id="nothing sent of a year"),
    pytest.param("2014-15 Q2", IN_A_YEAR, [sent("2014-15 Q3", 9, 60)], "2014-15 Q3",
                 "not supplied", id="a quarter since the first cycle was not sent"),
    pytest.param("2014-15 Q3", IN_A_YEAR, [sent("2014-15 Q3", 9, 60)], "2014-15 Q2",
                 "not collected", id="a year that ends before the first cycle"),
    pytest.param("2013-14 Q4", IN_A_YEAR,
                 [sent(f"{one}", 9, 60) for one in ("2013-14 Q4", "2014-15 Q1", "2014-15 Q2",
                                                    "2014-15 Q3")], "2014-15 Q3", "",
                 id="four quarters"),
])
def test_nobody_failed_to_supply_what_was_not_asked_for(measured, first, one, rows, quarter, state):
    figure = at(measured(one, *rows, first=first), "V1", quarter)

    assert (figure["state"], figure["actual"] is None) == (state, bool(state))
