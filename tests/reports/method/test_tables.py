"""The worked examples of the method paper, each calculated here by hand."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.framework.rag import FRAMEWORK, LowerMethod, Thresholds
from pscb_lib.framework.workdays import DayCount
from pscb_lib.reports.method.page import tables as method
from pscb_lib.reports.method.page import variation as method_variation

BAND = ("10", "15")


def lines(table):
    return [[cell[0]["text"] for cell in row] for row in table.groups[0].rows]


@pytest.mark.parametrize(("actual", "target", "achieved", "rating"), [
    pytest.param("95", "100", "95.00%", "Green", id="at least 95%"),
    pytest.param("94.96", "100", "94.96%", "Amber", id="just under 95%"),
    pytest.param("90", "100", "90.00%", "Amber", id="at least 90%"),
    pytest.param("89.99", "100", "89.99%", "Red", id="less than 90%"),
    pytest.param("90.25", "95", "95.00%", "Green", id="95% of 95"),
    pytest.param("0.36", "0.4", "90.00%", "Amber", id="exact where floats are not"),
    pytest.param("1.045", "1.1", "95.00%", "Green", id="exact again"),
    pytest.param("12", None, "–", "N/A", id="no target"),
])
def test_ratings_where_higher_is_better(actual, target, achieved, rating):
    table = method.tabulate_ratings([(actual, target)], FRAMEWORK)

    assert table.caption == "Where higher is better"
    assert lines(table) == [[actual, target or "none", achieved, rating]]


@pytest.mark.parametrize(("actual", "target", "lower", "achieved", "rating"), [
    pytest.param("20", "20", "ratio", "100.00%", "Green", id="on target"),
    pytest.param("22", "20", "ratio", "90.91%", "Amber", id="20 of 22"),
    pytest.param("33.5", "24.7", "ratio", "73.73%", "Red", id="24.7 of 33.5"),
    pytest.param("0", "0", "ratio", "–", "Green", id="a target of zero, met"),
    pytest.param("1", "0", "ratio", "–", "Red", id="a target of zero, missed"),
    pytest.param("22", "20", "linear", "90.00%", "Amber", id="2 less 1.1"),
    pytest.param("22.01", "20", "linear", "89.95%", "Red", id="2 less 1.1005"),
    pytest.param("50", "20", "linear", "-50.00%", "Red", id="2 less 2.5"),
])
def test_ratings_where_lower_is_better(actual, target, lower, achieved, rating):
    table = method.tabulate_ratings([(actual, target)],
                                    Thresholds(lower=LowerMethod(lower)), "lower")

    assert table.caption == f"Where lower is better, by the {lower} method"
    assert lines(table) == [[actual, target, achieved, rating]]


@pytest.mark.parametrize(("actual", "achieved", "rating"), [
    pytest.param("12.2", "100.00%", "Green", id="inside"),
    pytest.param("9", "90.00%", "Amber", id="9 of 10, below"),
    pytest.param("27.8", "53.96%", "Red", id="15 of 27.8, above"),
])
def test_ratings_of_a_band(actual, achieved, rating):
    assert lines(method.tabulate_ratings([(actual, BAND)], FRAMEWORK, "band")) == [
        [actual, "10 to 15", achieved, rating]]


def test_five_ways_to_be_absent_and_none_is_rated():
    assert [(row[0], row[2]) for row in lines(method.tabulate_absences())] == [
        ("Not supplied", "not rated"), ("No cases", "not rated"),
        ("Not shown: small numbers", "not rated"), ("Not collected", "not rated"),
        ("Not applicable", "not rated")]


def test_figures_are_rounded_half_up():
    assert lines(method.tabulate_display(["16.25", "94.96", "89.949", "0.05"])) == [
        ["16.25", "16.3"], ["94.96", "95.0"], ["89.949", "89.9"], ["0.05", "0.1"]]


def test_a_percentage_over_quarters_is_that_of_the_sums():
    table = method.tabulate_sum({"Quarter 1": (90, 100), "Quarter 2": (1, 2)})

    assert lines(table) == [["Quarter 1", "90 of 100", "90.0%"], ["Quarter 2", "1 of 2", "50.0%"],
                            ["All", "91 of 102", "89.2%"]]


def test_rates_are_the_published_ones():
    table = method.tabulate_rates({"Referrals 2013/14": (2634, 46552), "On a plan": (239, 46552),
                                   "Referrals 2012/13": (3146, 45392)})

    assert lines(table)[0] == ["Referrals 2013/14", "2,634", "46,552", "565.8"]
    assert [row[3] for row in lines(table)] == ["565.8", "51.3", "693.1"]


def test_deadlines_over_christmas_2014():
    table = method.tabulate_deadlines(date(2014, 12, 12), [1, 10, 15], DayCount("day 0 excluded"))

    assert table.caption == "Working days of England and Wales, day 0 excluded"
    assert lines(table) == [["12 December 2014", "1", "15 December 2014"],
                            ["12 December 2014", "10", "30 December 2014"],
                            ["12 December 2014", "15", "7 January 2015"]]


def test_masking_as_each_set_shows_it():
    areas = {"North": 3, "South": 12, "East": 20, "West": 7}
    table = method.tabulate_masking(areas, PROFILES["dfe"])
    hidden = "Not shown: small numbers"

    assert [column.label for column in table.columns] == [
        "Area", "Q&E group", "Board", "Public"]
    assert lines(table) == [["North", "3", hidden, hidden], ["South", "12", "12", "12"],
                            ["East", "20", "20", "20"], ["West", "7", hidden, hidden],
                            ["Total", "42", "42", "42"]]


def test_the_boards_own_thresholds_and_small_counts_are_used():
    strict = Thresholds(Fraction(98, 100), Fraction(96, 100))
    rated = method.tabulate_ratings([("97", "100"), ("95", "100")], strict)
    areas = {"North": 3, "South": 6, "East": 20, "West": 7}
    masked = method.tabulate_masking(areas, replace(PROFILES["dfe"], small=range(1, 4)))

    assert [row[3] for row in lines(rated)] == ["Amber", "Red"]
    assert [row[2] for row in lines(masked)] == [
        "Not shown: small numbers", "Not shown: small numbers", "20", "7", "36"]


def test_the_data_behind_an_example_is_what_is_printed():
    table = method.tabulate_display(["16.25"])

    assert (table.data.columns, table.data.rows) == (["Exact", "Printed"], [["16.25", "16.3"]])


def test_intervals_as_published_and_as_worked_out_elsewhere():
    # 465 of 39,398 is the published example of the Office for Health Improvement and Disparities;
    # 5 of 5 gives 5 / (5 + 1.96 squared), the closed form of Wilson's lower limit for all of all.
    table = method_variation.tabulate_intervals([(5, 5)], [(465, 39398)])

    assert lines(table) == [["5 of 5", "100.0%", "56.6 to 100.0"],
                            ["465 among 39,398 residents", "118.03 per 10,000",
                             "107.54 to 129.26"]]


def test_a_series_is_read_as_it_is_and_rebased_for_a_reason():
    steady = ["90", "92"] * 6  # every step is 2: the usual range is 91 and 5.32 either way
    table = method_variation.tabulate_variation(
        "2014-15 Q3", {"Steady": steady, "Fallen": [*steady[:-1], "70"],
                       "Anew": ["50", "52", "50", "52", "50", "52", *steady[:6]]},
        anew=("2013-14 Q2", "a new form"))

    assert lines(table)[0] == ["Steady", "91.0%", "85.7% to 96.3%", "No clear change."]
    assert lines(table)[1][3] == "A real change in Quarter 3: worse."
    assert lines(table)[2][1:] == ["91.0%", "85.7% to 96.3%", "No clear change."]
