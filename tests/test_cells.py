"""One cell at a time: what is understood, and the rule that is named when it is not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pscb_lib import cells


class Colour(Enum):
    DARK_BLUE = "dark blue"
    RED = "red"


KIND = cells.coded({"M": ("Missing", "absconded"), "A": ("Absent", "Away")})
PARSERS = [cells.text, cells.whole_number, cells.number, cells.day, cells.yes_no, KIND,
           cells.member_of(Colour)]


@pytest.mark.parametrize(("parse", "cell", "expected"), [
    pytest.param(cells.text, "  City   Hospital ", "City Hospital", id="text without odd spaces"),
    pytest.param(cells.text, "00123", "00123", id="an id keeps its zeros"),
    pytest.param(cells.text, "1E5", "1E5", id="a code that looks like a number"),
    pytest.param(cells.whole_number, "0", 0, id="zero is a count"),
    pytest.param(cells.whole_number, "1,234", 1234, id="a comma between thousands"),
    pytest.param(cells.whole_number, "1 234", 1234, id="a space between thousands"),
    pytest.param(cells.whole_number, "1\u00a0234", 1234, id="a no-break space between thousands"),
    pytest.param(cells.number, "59.6", Decimal("59.6"), id="a decimal"),
    pytest.param(cells.number, "1,234.5", Decimal("1234.5"), id="a decimal with thousands"),
    pytest.param(cells.number, "1\u00a0234", Decimal("1234"), id="a number spaced like a count"),
    pytest.param(cells.day, "03/04/2014", date(2014, 4, 3), id="day first"),
    pytest.param(cells.day, "3/4/2014", date(2014, 4, 3), id="day first without zeros"),
    pytest.param(cells.day, "2014-04-03", date(2014, 4, 3), id="ISO is not day first"),
    pytest.param(cells.day, "2014-04-03 00:00:00", date(2014, 4, 3), id="a day as Excel saves it"),
    pytest.param(cells.day, "29/02/2012", date(2012, 2, 29), id="a leap day"),
    pytest.param(cells.yes_no, "Y", True, id="y is yes"),
    pytest.param(cells.yes_no, " no ", False, id="no is no"),
    pytest.param(cells.one_of("board", "public"), "Board", "board", id="whatever its capitals"),
    pytest.param(KIND, " m ", "M", id="a code"),
    pytest.param(KIND, "MISSING", "M", id="a known label"),
    pytest.param(cells.member_of(Colour), "Dark  Blue", Colour.DARK_BLUE, id="a member by value"),
    pytest.param(cells.optional(cells.day), "  ", None, id="a blank cell that may be"),
    pytest.param(cells.optional(cells.whole_number), "0", 0, id="zero is not blank"),
])
def test_understood(parse, cell, expected):
    found = parse(cell)
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(("parse", "cell", "rule"), [
    pytest.param(cells.text, " \t", "must not be blank", id="blank text"),
    pytest.param(cells.whole_number, "1.234", "is not a whole number", id="a continental thousand"),
    pytest.param(cells.whole_number, "12,34", "is not a whole number", id="a comma misplaced"),
    pytest.param(cells.whole_number, "-1", "is not a whole number", id="below zero"),
    pytest.param(cells.whole_number, "<5", "is not a whole number", id="suppressed at source"),
    pytest.param(cells.number, "95%", "is not a number", id="a per cent sign"),
    pytest.param(cells.number, "1E5", "is not a number", id="an exponent"),
    pytest.param(cells.number, "nan", "is not a number", id="not a number"),
    pytest.param(cells.number, "-", "is not a number", id="a dash is zero or missing"),
    pytest.param(cells.day, "31/02/2014", "is not a date", id="no such day"),
    pytest.param(cells.day, "09/14/2014", "is not a date", id="never month first"),
    pytest.param(cells.day, "14/09/14", "is not a date", id="a year of two digits"),
    pytest.param(cells.day, "41912", "is not a date", id="an Excel serial"),
    pytest.param(cells.day, "2014-04-03 22:00", "is not a date", id="a day with a time"),
    pytest.param(cells.yes_no, "perhaps", "is neither yes nor no", id="perhaps"),
    pytest.param(KIND, "Q", "is not one of M, A", id="a code not on the list"),
    pytest.param(cells.member_of(Colour), "green", "is not one of dark blue, red", id="no member"),
    pytest.param(cells.optional(cells.day), "unknown", "is not a date", id="filled, but wrong"),
])
def test_refused_with_its_rule(parse, cell, rule):
    with pytest.raises(ValueError) as refusal:
        parse(cell)
    assert str(refusal.value) == rule


@given(some.sampled_from(PARSERS), some.text())
def test_any_text_gives_a_value_or_a_rule_and_the_rule_never_repeats_it(parse, cell):
    try:
        assert parse(cell) is not None
    except ValueError as refusal:
        assert str(refusal) in {
            "must not be blank", "is not a whole number", "is not a number", "is not a date",
            "is not a date with a time", "is neither yes nor no", "is not one of M, A",
            "is not one of dark blue, red"}


@given(some.dates(min_value=date(1000, 1, 1)))
def test_both_forms_of_a_day_are_read_back(day):
    assert cells.day(day.isoformat()) == cells.day(f"{day:%d/%m/%Y}") == day


@given(some.integers(0, 10**9))
def test_a_count_is_read_back_with_and_without_commas(count):
    assert cells.whole_number(str(count)) == cells.whole_number(f"{count:,}") == count
