"""The timeline: where a day lies, what has a bar, and which words are printed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts.timeline import Mark, Row, Span, State, plot_timeline

YEAR = date(2014, 4, 1), date(2015, 3, 31)
TODAY = date(2015, 1, 31)
SPAN = Span(*YEAR, TODAY, 0, 364)


def plot(*rows: Row, place: tuple[int, int] | None = (1, 2), year=YEAR) -> Chart:
    return plot_timeline(rows, year, TODAY, Data([], []), id="year", headline="One is overdue",
                         alt="One is overdue.", place=place)


def words(chart: Chart) -> list[str]:
    """The texts of a picture, in their order."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg)


@pytest.mark.parametrize(("day", "x"), [
    pytest.param(date(2014, 4, 1), 0, id="the first day"),
    pytest.param(date(2014, 4, 11), 10, id="ten days later"),
    pytest.param(date(2015, 3, 31), 364, id="the last day"),
    pytest.param(date(2014, 1, 28), 0, id="a day before the year is at its edge"),
    pytest.param(date(2015, 5, 6), 364, id="and so is one after it"),
])
def test_a_day_lies_where_its_share_of_the_year_is(day: date, x: float) -> None:
    assert SPAN.x(day) == pytest.approx(x)


def test_the_months_begin_in_order() -> None:
    assert [day.month for day in SPAN.months()] == [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]


@pytest.mark.parametrize("place", [(1, 2), None])
def test_the_key_names_the_states_that_occur_and_no_others(place) -> None:
    chart = plot(Row("3", "Budget monitoring", [Mark(State.OVERDUE, date(2015, 1, 15)),
                                                Mark(State.DUE, date(2015, 2, 13))]), place=place)
    said = words(chart)
    assert said[:2] == ["overdue", "due"]
    assert {"3", "Budget monitoring", "31 January"} <= set(said)
    assert "received on time" not in said


def test_an_item_without_reports_says_why() -> None:
    assert words(plot(Row("16", "Single-agency audits", [], "as completed")))[-3:] == [
        "Single-agency audits", "as completed", "31 January"]


def test_each_month_has_its_short_name_and_january_too() -> None:
    months = "Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar".split()
    said = words(plot(Row("1", "Item", [Mark(State.DUE, date(2015, 2, 4))])))
    assert [one for one in said if one in months] == months


def test_every_state_has_a_shape_of_its_own() -> None:
    drawn = set()
    for state in State:
        svg = plot(Row("1", "A", [Mark(state, date(2014, 10, 1))])).svg
        # the paths of all markers, and whether they are filled with white
        drawn.add((tuple(re.findall(r'<path id="[^"]+" d="([^"]+)"', svg)),
                   svg.count('fill="#ffffff"')))
    assert len(drawn) == len(State)


def test_two_reports_of_one_day_stand_beside_each_other() -> None:
    day = date(2014, 10, 1)
    both = plot(Row("1", "A", [Mark(State.ON_TIME, day), Mark(State.ON_TIME, day)])).svg
    one = plot(Row("1", "A", [Mark(State.ON_TIME, day)])).svg
    places = re.findall(r'<use [^>]*x="([^"]+)"', both)
    assert len(set(places)) == len(set(re.findall(r'<use [^>]*x="([^"]+)"', one))) + 1


def test_the_same_facts_give_the_same_picture() -> None:
    row = Row("1", "A", [Mark(State.LATE, date(2014, 10, 1))])
    assert plot(row).svg == plot(row).svg
