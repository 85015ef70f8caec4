"""The strip of a year and the grid of marks: what is drawn, and which words are printed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pscb_lib.page import style
from pscb_lib.page.blocks import Data
from pscb_lib.page.charts.marks import Row, Sign, plot_marks
from pscb_lib.page.charts.year_strip import Strip, plot_year_strip

YEAR = date(2014, 4, 1), date(2015, 3, 31)
ALL_YEAR = Strip("Police", YEAR, group="By law")
OPEN = Strip("Cafcass", YEAR, [(date(2014, 11, 15), YEAR[1])], [date(2014, 6, 1)], "empty 19 weeks",
             "By law")


def words(chart):
    """The texts of a picture, in their order."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", chart.svg)


def strips(*those):
    return plot_year_strip(those, YEAR, Data([], []), id="year", headline="A year", alt="A year.")


def test_a_strip_names_its_group_once_its_note_and_the_states_that_occur():
    said = words(strips(ALL_YEAR, OPEN))
    assert said.count("By law") == 1
    assert {"filled", "empty", "new member", "Police", "Cafcass", "empty 19 weeks"} <= {*said}
    assert {"empty", "new member"} & {*words(strips(ALL_YEAR))} == set()


def test_the_bar_of_what_is_open_is_as_long_as_its_days():
    half = Strip("Half", YEAR, [(date(2014, 4, 1), date(2014, 9, 30))])
    drawn = re.findall(rf'width="([\d.]+)"[^>]*stroke="{style.RED}"', strips(half).svg)
    whole = re.findall(rf'width="([\d.]+)"[^>]*fill="{style.SOFT}"/>', strips(half).svg)
    assert float(drawn[-1]) / float(whole[-1]) == pytest.approx(183 / 365, abs=0.01)


def grid(*rows, **given):
    return plot_marks(rows, ["3 Jun", "30 Sep"], Data([], []), id="grid", headline="A grid",
                      alt="A grid.", **given)


@pytest.mark.parametrize("sign", Sign)
def test_the_key_names_the_marks_that_occur_and_no_others(sign):
    said = words(grid(Row("Police", [[sign], []])))
    assert [one.value for one in Sign if one.value in said] == [sign.value]


def test_a_grid_prints_its_heads_labels_and_feet():
    said = words(grid(Row("Police", [[Sign.FULL], [Sign.HALF, Sign.DASH]], ["1 of 2"]),
                      afters=["In person"], feet=[("Quorate", ["yes", "no"])]))
    assert {"3 Jun", "30 Sep", "Police", "1 of 2", "In person", "Quorate", "yes", "no"} <= {*said}
