"""One cell at a time: the value that is read, or the rule that is named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pscb_lib.framework.rag import Absence
from pscb_lib.reading import cells


class Colour(Enum):
    DARK_BLUE = "dark blue"
    RED = "red"


DATED = cells.dated(date(2015, 1, 31))
PLANNED = cells.dated(date(2015, 1, 31), is_planned=True)
FIGURE = cells.figure(cells.whole_number)
LABELLED = cells.labelled({"M": ("Missing",), "A": ("Absent",)})
LOST = "is a number, and long numbers lose digits in Excel"
TURNED = ("is a date: Excel has turned a ward into one; format the column as text and type it "
          "again")
NO_DAY = "is a number, but not Excel's number for a date that a return can have"
DASH = ("may mean nothing or not known: write 0, a number, c, x, z, no cases or not collected")
KIND = cells.coded({"M": ("Missing", "absconded"), "A": ("Absent", "Away")})
PARSERS = [cells.text, cells.whole_number, cells.number, cells.day, cells.moment, cells.yes_no,
           KIND, cells.member_of(Colour), cells.percentage, cells.identifier, DATED, FIGURE,
           LABELLED,
           cells.code("a ward")]


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
    pytest.param(cells.percentage, "95%", Decimal("95"), id="a percentage with its sign"),
    pytest.param(cells.identifier, "00123", "00123", id="an id with zeros"),
    pytest.param(cells.identifier, "9" * 15, "9" * 15, id="as many digits as Excel keeps"),
    pytest.param(cells.code("a ward"), "1E5", "1E5", id="a ward that looks like a number"),
    pytest.param(DATED, "14/09/14", date(2014, 9, 14), id="a short year of this century"),
    pytest.param(DATED, "01/02/15", date(1915, 2, 1), id="after the report's day: of the last"),
    pytest.param(DATED, "41912", date(2014, 9, 30), id="a number since 1900"),
    pytest.param(DATED, cells.Since1904("40450"), date(2014, 9, 30), id="a number since 1904"),
    pytest.param(PLANNED, "01/02/15", date(2015, 2, 1), id="what is planned may lie ahead"),
    pytest.param(FIGURE, "<5", Absence.SUPPRESSED, id="fewer than five"),
    pytest.param(FIGURE, "< 10", Absence.SUPPRESSED, id="fewer than ten"),
    pytest.param(FIGURE, "c", Absence.SUPPRESSED, id="c is suppressed"),
    pytest.param(FIGURE, "X", Absence.NOT_SUPPLIED, id="x is not supplied"),
    pytest.param(FIGURE, "z", Absence.DOES_NOT_APPLY, id="z is not applicable"),
    pytest.param(FIGURE, "No  cases", Absence.NO_CASES, id="no cases"),
    pytest.param(FIGURE, "not collected", Absence.NOT_COLLECTED, id="not collected"),
    pytest.param(FIGURE, "0", 0, id="a figure of zero is a zero"),
    pytest.param(cells.none_for(cells.number, "n/a"), "N/A", None, id="N/A is no target"),
    pytest.param(LABELLED, "Missing", "M", id="a label is its code"),
    pytest.param(cells.yes_no, " no ", False, id="no is no"),
    pytest.param(cells.one_of("board", "public"), "Board", "board", id="whatever its capitals"),
    pytest.param(KIND, " m ", "M", id="a code"),
    pytest.param(KIND, "MISSING", "M", id="a known label"),
    pytest.param(cells.member_of(Colour), "Dark  Blue", Colour.DARK_BLUE, id="a member by value"),
    pytest.param(cells.optional(cells.day), "  ", None, id="a blank cell that may be"),
    pytest.param(cells.optional(cells.whole_number), "0", 0, id="zero is not blank"),
])
def test_understood(parse, cell, expected):
    found = cells.value_of(parse(cell))
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
    pytest.param(cells.percentage, "most", "is neither a number nor a percentage", id="most"),
    pytest.param(cells.identifier, "1.23457E+12", LOST, id="an id as Excel shows it"),
    pytest.param(cells.identifier, "123.0", LOST, id="an id with a decimal"),
    pytest.param(cells.identifier, "9" * 16, LOST, id="more digits than Excel keeps"),
    pytest.param(cells.code("a ward"), "May-14", TURNED, id="a ward turned into a month"),
    pytest.param(cells.code("a ward"), "2014-05-14", TURNED, id="a ward turned into a day"),
    pytest.param(DATED, "42036", NO_DAY, id="a number after the report's day"),
    pytest.param(DATED, "12", "is not a date", id="too small a number"),
    pytest.param(DATED, "31/02/14", "is not a date", id="no such day of a short year"),
    pytest.param(FIGURE, "-", DASH, id="a dash"),
    pytest.param(FIGURE, "\u2013", DASH, id="a longer dash"),
    pytest.param(FIGURE, "1.234", "is not a whole number", id="a figure of a continental thousand"),
    pytest.param(cells.whole_number, "9" * 400, "is not a whole number", id="no count is so large"),
    pytest.param(cells.whole_number, "\u0661\u0662", "is not a whole number", id="other digits"),
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
            "is not one of dark blue, red", "is neither a number nor a percentage", LOST, TURNED,
            NO_DAY, DASH}


@given(some.dates(min_value=date(1000, 1, 1)))
def test_both_forms_of_a_day_are_read_back(day):
    assert cells.day(day.isoformat()) == cells.day(f"{day:%d/%m/%Y}") == day


@given(some.integers(0, 10**9))
def test_a_count_is_read_back_with_and_without_commas(count):
    grouped = cells.value_of(cells.whole_number(f"{count:,}"))
    assert cells.whole_number(str(count)) == grouped == count


@pytest.mark.parametrize(("parse", "cell", "note", "is_changed"), [
    pytest.param(cells.whole_number, "1,234", "1,234 read as 1234", True, id="thousands"),
    pytest.param(DATED, "14/09/14", "14/09/14 read as 14/09/2014", True, id="a short year"),
    pytest.param(DATED, "41912", "41912 read as 30/09/2014", True, id="a number"),
    pytest.param(LABELLED, "missing", "missing read as M", True, id="a label"),
    pytest.param(FIGURE, "<5", "suppressed at source: there is no figure", False, id="<5"),
    pytest.param(FIGURE, "x", "not supplied at source: there is no figure", False, id="x"),
])
def test_an_unusual_form_is_noted(parse, cell, note, is_changed):
    found = parse(cell)
    assert (found.note, found.is_changed) == (note, is_changed)


@pytest.mark.parametrize(("parse", "shape"), [
    pytest.param(cells.optional(cells.day), cells.Shape("day", may_be_blank=True), id="a day"),
    pytest.param(cells.one_of("a", "b"), cells.Shape("choice", ("a", "b")), id="a choice"),
    pytest.param(LABELLED, cells.Shape("choice", ("M", "A")), id="codes"),
    pytest.param(str.title, cells.Shape(), id="text where a parser does not tell"),
])
def test_a_parser_has_the_shape_that_a_form_needs(parse, shape):
    assert cells.shape_of(parse) == shape
