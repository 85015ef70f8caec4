"""What Excel makes of a cell is undone where the column makes it certain, and refused elsewhere."""

from __future__ import annotations

import pytest

from pscb_lib.board.period_cells import DAYS, PERIOD, YEAR
from pscb_lib.running.params_book.habits import Doubtful, mended


@pytest.mark.parametrize(("text", "kind", "expected"), [
    pytest.param("2011-12-01", YEAR, "2011-12", id="2011-12 as a date"),
    pytest.param("2011-12-01 00:00", YEAR, "2011-12", id="with midnight"),
    pytest.param("Dec-11", YEAR, "2011-12", id="as Excel shows it, saved as text"),
    pytest.param("2005-06-01", YEAR, "2005-06", id="any year whose end is a month"),
    pytest.param("2014-15", YEAR, "2014-15", id="no month has the number 15"),
    pytest.param("2014-11-01", PERIOD, "2014-11", id="a month of a period"),
    pytest.param("2014-15 Q3", PERIOD, "2014-15 Q3", id="a quarter"),
    pytest.param("31/01/2015", "day", "2015-01-31", id="a day, day first"),
    pytest.param("2014-11-12;11/02/2015", DAYS, "2014-11-12;2015-02-11", id="several days"),
    pytest.param("soon", "day", "soon", id="what is no day is left to the reader"),
    pytest.param("12", "whole number", "12", id="a number"),
    pytest.param("since 2015-01-31", "text", "since 2015-01-31", id="a text with a date in it"),
    pytest.param("  ", YEAR, "", id="blank"),
])
def test_what_is_certain(text, kind, expected):
    assert mended(text, kind) == expected


@pytest.mark.parametrize(("text", "kind", "says"), [
    pytest.param("2014-04-01", YEAR, "is a date, and no financial year is written so",
                 id="2014-04 is no year"),
    pytest.param("Jan-15", YEAR, "is a date, and no financial year is written so", id="as text"),
    pytest.param("2011-12-05", YEAR, "is a date, which Excel may have made of what was typed",
                 id="not the first of a month"),
    pytest.param("2011-12-01", PERIOD, "is a date, which Excel makes both of the year 2011-12 and "
                 "of a month", id="a period may be the year or the month"),
    pytest.param("2015-02-01", "text", "is a date, which Excel may have made of what was typed",
                 id="1-2 as a date"),
    pytest.param("1.2E+15", "text", "is a number that Excel has shortened", id="a long id"),
])
def test_what_is_not(text, kind, says):
    with pytest.raises(Doubtful) as refused:
        mended(text, kind)
    assert str(refused.value) == says
