"""The pictures of the method paper: drawn from the rules themselves, with the words of each."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest

from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.framework.rag import FRAMEWORK, Thresholds
from pscb_lib.framework.workdays import DayCount
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart
from pscb_lib.reports.method.page.calendar import count_days, plot_calendar
from pscb_lib.reports.method.page.control import plot_rules
from pscb_lib.reports.method.page.hidden import plot_hidden
from pscb_lib.reports.method.page.row import plot_row
from pscb_lib.reports.method.page.scale import plot_scale

START = date(2014, 12, 12)


def words(chart: Chart) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg)


def test_the_scale_has_the_edges_that_were_set() -> None:
    chart = plot_scale(["89.99", "90", "94.96", "95"], FRAMEWORK, (1, 2))
    assert words(chart)[:6] == ["Red", "Amber", "Green", "90%", "95%", "target"]
    assert words(chart)[6:] == ["89.99%: Red", "90%: Amber", "94.96%: Amber", "95%: Green"]


def test_another_threshold_moves_the_edge_and_changes_the_rating() -> None:
    own = Thresholds(Fraction(96, 100), Fraction(90, 100))
    chart = plot_scale(["95"], own, (1, 2))
    assert chart.caption == "Green begins at 96% of the target, not at the target"
    assert chart.data.rows == [["95%", "Amber"]]


def test_the_calendar_counts_working_days_alone() -> None:
    # Christmas Day, Boxing Day and New Year's Day are no working days; 7 January is the 15th.
    numbers = count_days(START, date(2015, 1, 7), DayCount.DAY_0_EXCLUDED)
    assert [numbers.get(date(2014, 12, day)) for day in (15, 24, 25, 26, 27, 29, 30)] == [
        1, 8, None, None, None, 9, 10]
    assert numbers[date(2015, 1, 7)] == 15
    chart = plot_calendar(START, [1, 10, 15], DayCount.DAY_0_EXCLUDED, (1, 2))
    assert chart.caption == "15 working days end on 7 January"
    assert words(chart).count("holiday") == 3


def test_the_calendar_has_a_key() -> None:
    chart = plot_calendar(START, [1, 10, 15], DayCount.DAY_0_EXCLUDED, (1, 2))
    assert words(chart)[:3] == ["deadline", "counted", "not counted"]


def test_a_day_that_starts_the_count_may_be_counted_itself() -> None:
    assert count_days(START, START, DayCount.DAY_0_COUNTED) == {START: 1}
    assert count_days(START, START, DayCount.DAY_0_EXCLUDED) == {}


def test_a_hidden_number_has_no_digit_outside_the_group() -> None:
    chart = plot_hidden({"Area A": 3, "Area B": 12, "Area C": 20, "Area D": 7}, PROFILES["dfe"],
                        (1, 2))
    said = words(chart)
    assert [said.count(number) for number in ("3", "7", "12", "20", "42")] == [1, 1, 3, 3, 3]
    assert {"1 to 5: small", "protects the", "small one"} <= set(said)


STEADY = [91, 94, 92, 95, 93, 92, 94, 91, 93, 95, 92]
NEAR = [92, 94, 93, 95, 93, 94, 92, 94, 93, 89, 91, 89]


@pytest.mark.parametrize(("per_hundred", "headline"), [
    # Mean 1103/12, eleven steps of 33 in all, 11 screened out: a point below the range is outside.
    pytest.param([*STEADY, 81], "Real: the last quarter is outside the usual range", id="outside"),
    pytest.param(NEAR, "Real: two of the last three are near one edge", id="two of three"),
    pytest.param([86, 89, 87, 85, 88, 92, 94, 91, 93, 95, 92, 93],
                 "Real: the last seven are on one side", id="a shift"),
    pytest.param([94, 92, 94, 92, 94, 86, 87, 88, 89, 90, 91, 92],
                 "Real: the last seven go one way", id="a trend"),
    pytest.param([*STEADY, 94], "Not shown to be real: up and down within the range", id="usual"),
])
def test_a_picture_of_real_change_is_named_by_the_rule_that_is_found(per_hundred, headline):
    chart, *_ = plot_rules("2014-15 Q3", [per_hundred]).blocks
    assert chart.caption == headline


def test_two_of_three_near_an_end_are_said_heard_and_marked_as_two_of_three():
    chart, *_ = plot_rules("2014-15 Q3", [NEAR]).blocks
    assert chart.alt.startswith("Visits in time fell from 91.0% to 89.0%, near the foot of the "
                                "usual range in two of the last three quarters.")
    assert chart.svg.count(f"fill: {style.RED}; stroke: {style.RED}") == 2


def test_a_row_is_read_part_by_part() -> None:
    chart, *said = plot_row([*STEADY, 81], 95, FRAMEWORK).blocks
    assert chart.caption == "81 of 100 in time, against a target of 95%, is Red"  # 85.3% of it
    assert [word for word in words(chart) if word in list("123456")] == list("123456")
    assert said[0].items[0] == "**1 Rating:** 81 of the target of 95 is 85.3% of it, which is Red."
    assert len(chart.data.rows) == sum(len(block.items) for block in said) == 6


def test_the_row_has_the_rating_that_the_board_has_set() -> None:
    own = Thresholds(Fraction(80, 100), Fraction(70, 100))
    chart, *_ = plot_row([*STEADY, 81], 95, own).blocks
    assert chart.caption.endswith("is Green")
    assert 'id="circle-' in chart.svg and 'id="square-' not in chart.svg  # of Green, and of Red
