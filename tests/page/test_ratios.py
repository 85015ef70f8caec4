"""Children of each ethnic group against residents, from shown counts alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from audit_returns import sample_context

from pscb_lib.board.published.ethnic_groups import Census, known_census
from pscb_lib.disclosure.figures import counts, frame
from pscb_lib.disclosure.showing import show
from pscb_lib.framework.statistics.intervals import Interval
from pscb_lib.framework.statistics.ratios import Ratio
from pscb_lib.page.tables.ratios import compare_with_residents, say_ratio, say_share, say_times

SINCE = date(2022, 11, 29)  # the census of 2021 was published


def compared(children, audience="restricted", as_of=SINCE):
    shown = show(frame(counts("ethnicity", children)), audience)
    context = replace(sample_context(), as_of=as_of)
    return compare_with_residents(
        context, {group: shown.get("ethnicity", group) for group in children}, "children")


def words(row):
    return [line["text"] for cell in row for line in cell]


def test_the_census_is_of_peterborough_and_white_other_is_apart():
    """128,353 White British; 1,177 Irish, 551 Gypsy, 938 Roma and 31,562 other: 34,228."""
    census = known_census("Peterborough", SINCE)
    assert (census.year, census.of("White British"), census.of("White other")) == (
        2021, 128353, 34228)
    assert census.of("White") == 162581 and census.of("Not recorded") is None
    assert census.of("Asian") == 442 + 990 + 7169 + 16972 + 5228  # Chinese are 990 of them
    assert census.people == 215670


def test_several_authorities_are_added_and_one_that_is_not_held_is_none():
    both = known_census("Cambridgeshire and Peterborough", SINCE)
    assert both.people == known_census("Cambridgeshire", SINCE).people + 215670
    assert known_census("Peterborough and Avalon", SINCE) is None


def test_before_the_census_was_published_one_sentence_says_so():
    said = compared({"White": 90, "Asian": 40}, as_of=date(2015, 1, 31)).as_json()["runs"]
    assert "".join(run["text"] for run in said) == (
        "No census of Peterborough by ethnic group that was published by 31 January 2015 is held, "
        "so children are not set against the population.")


def test_each_group_has_its_ratio_and_interval_and_zero_has_none():
    """40 of 30,801 over 90 of 162,581 is 2.346 (1.617 to 3.404) by scipy."""
    table = compared({"White": 90, "Asian": 40, "Black": 0, "Not recorded": 7})
    assert [words(row) for row in table.groups[0].rows] == [
        ["White", "90", "75.4%", "1 (the reference)"],
        ["Asian", "40", "14.3%", "2.35 (1.62 to 3.40)"],
        ["Black", "0", "4.1%", "No calculation"]]
    assert table.data.rows[1][3:] == pytest.approx([2.346, 1.6168, 3.404], abs=1e-3)


@pytest.mark.parametrize(("value", "said"), [
    (Fraction(9, 8), "1.13 times"), (Fraction(1, 1000), "less than 0.01 times"),
    (Fraction(1), "once"), (Fraction(399, 200), "twice"), (Fraction(3), "three times")])
def test_a_ratio_rounds_half_up_and_is_never_none(value, said):
    """9/8 is 1.125; 399/200 is 1.995."""
    assert say_times(Ratio(value, Interval(0.001, 1.125))) == said
    assert say_ratio(Ratio(value, Interval(0.001, 1.125))) == (
        f"{said.removesuffix(' times')} (less than 0.01 to 1.13)")


def test_a_share_of_residents_rounds_half_up():
    """13 of 80 is 16.25%."""
    assert say_share(13, Census(2021, "all ages", {"White British": 67, "Asian": 13})) == "16.3%"


def test_a_hidden_count_has_no_ratio():
    table = compared({"White": 90, "Asian": 40, "Mixed": 3, "Black": 4}, "board")
    assert [words(row)[-1] for row in table.groups[0].rows][2:] == ["No calculation"] * 2


@pytest.mark.parametrize("children", [
    pytest.param({"White": 0, "Asian": 40}, id="no White child"),
    pytest.param({"Asian": 40}, id="White is together with others")])
def test_without_its_reference_nothing_is_compared(children):
    said = compared(children).as_json()["runs"]
    assert "".join(run["text"] for run in said) == (
        "Children are not set against the population: the number of White children is zero or not "
        "shown.")
