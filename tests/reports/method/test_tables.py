"""The worked examples of the method paper, each calculated here by hand."""

from fractions import Fraction

import pytest

from pscb_lib.framework.rag import FRAMEWORK, LowerMethod, Thresholds
from pscb_lib.reports.method.page import intervals, rates, usual
from pscb_lib.reports.method.page import tables as method

BAND = ("10", "15")


def lines(table):
    return [[cell[0]["text"] for cell in row] for row in table.groups[0].rows]


def rated(actual, target, thresholds=FRAMEWORK, way="higher"):
    return method.tabulate_ratings({way: [(actual, target)]}, thresholds)


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
    table = rated(actual, target)

    assert table.groups[0].label == "Where higher is better"
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
    table = rated(actual, target, Thresholds(lower=LowerMethod(lower)), "lower")

    assert table.groups[0].label == f"Where lower is better, by the {lower} method"
    assert lines(table) == [[actual, target, achieved, rating]]


@pytest.mark.parametrize(("actual", "achieved", "rating"), [
    pytest.param("12.2", "100.00%", "Green", id="inside"),
    pytest.param("9", "90.00%", "Amber", id="9 of 10, below"),
    pytest.param("27.8", "53.96%", "Red", id="15 of 27.8, above"),
])
def test_ratings_of_a_band(actual, achieved, rating):
    assert lines(rated(actual, BAND, way="band")) == [[actual, "10 to 15", achieved, rating]]


def test_the_ways_stand_under_each_other():
    table = method.tabulate_ratings({"higher": [("95", "100")], "band": [("9", BAND)]}, FRAMEWORK)
    assert [group.label for group in table.groups] == ["Where higher is better",
                                                       "Where the target is a band"]
    assert table.data.rows == [["Where higher is better", "95", "100", "95.00%", "Green"],
                               ["Where the target is a band", "9", "10 to 15", "90.00%", "Amber"]]


def test_what_stands_for_no_figure_is_not_what_stands_for_no_target():
    said = dict(lines(method.tabulate_absences()))
    assert [*said] == ["Not supplied", "No cases", "Not shown", "Not collected", "Does not apply",
                       "N/A", "–"]
    assert said["N/A"] == "There is a figure, and no target to rate it by."


def test_a_percentage_over_quarters_is_that_of_the_sums():
    table = method.tabulate_sum({"Quarter 1": (90, 100), "Quarter 2": (1, 2)})

    assert lines(table) == [["Quarter 1", "90 of 100", "90.0%"], ["Quarter 2", "1 of 2", "50.0%"],
                            ["All", "91 of 102", "89.2%"]]


def test_the_boards_own_thresholds_are_used():
    strict = Thresholds(Fraction(98, 100), Fraction(96, 100))
    assert [lines(rated(actual, "100", strict))[0][3] for actual in ("97", "95")] == [
        "Amber", "Red"]


def test_intervals_as_published_and_as_worked_out_elsewhere():
    # 465 of 39,398 is the published example of the Office for Health Improvement and Disparities;
    # 5 of 5 gives 5 / (5 + 1.96 squared), the closed form of Wilson's lower limit for all of all.
    table = intervals.tabulate_intervals([(5, 5)], [(465, 39398)])

    assert lines(table) == [["5 of 5", "100.0%", "56.6 and 100.0"],
                            ["465 among 39,398", "118.0 per 10,000",  # 118.03, published as
                             "107.5 and 129.3"]]  # 107.54 to 129.26


@pytest.mark.parametrize(("places", "caption"), [
    pytest.param({"A": (239, 46552), "B": (120, 15000)},
                 "A has most children, but B the highest rate", id="not the same"),
    pytest.param({"A": (239, 46552), "B": (12, 15000)},
                 "A has most children, and A the highest rate", id="the same"),
])
def test_counts_and_rates_are_set_beside_each_other(places, caption):
    table = rates.tabulate_rates(places)
    assert table.caption == caption
    # 239 of 46,552 is 51.3 per 10,000 in the department's release of October 2024
    assert lines(table)[0] == ["A", "239", "46,552", "51.3"]


def test_a_usual_range_is_worked_out_as_the_charts_have_it():
    # By hand: 1103 / 12 is 91.92; 34 / 11 is 3.09, times 3.267 is 10.1, which leaves out the 11;
    # 23 / 10 is 2.3, times 2.66 is 6.118.
    table = usual.tabulate_usual_range([91, 94, 92, 95, 93, 92, 94, 91, 93, 95, 92, 81])
    assert lines(table) == [
        ["Average of 12 quarters", "1,103 ÷ 12", "91.9"],
        ["Average change between quarters", "34 ÷ 11", "3.1"],
        ["Changes of 10.1 or more: left out", "3.267 × 3.1", "one"],
        ["Average of the other 10", "23 ÷ 10", "2.3"],
        ["Usual range: 91.9 ± 6.1", "2.66 × 2.3", "85.8 to 98.0"]]


def test_where_no_change_is_left_out_one_average_is_enough():
    # 450 / 5 is 90; four changes of 2, times 2.66 is 5.32.
    table = usual.tabulate_usual_range([89, 91, 89, 91, 90])
    assert [row[2] for row in lines(table)] == ["90.0", "1.8", "none", "85.3 to 94.7"]
    assert usual.tabulate_usual_range([90, 91]) is None
