"""One cell at a time: the value that is read, or the rule that is named."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pscb_lib.framework.rag import Absence
from pscb_lib.reading import cells
from pscb_lib.reading.cells import numbers


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
DASH = "may mean nothing or not known"
RANGE = "is a date: Excel may have turned a range such as 1-4 into one"
NO_AMOUNT = "is not an amount in pounds and pence"
COMMA = "has a comma for a decimal point"
EITHER = ("has a comma that may be a decimal point or divide thousands, as semicolons divide this "
          "file: write it without")
KIND = cells.coded({"M": ("Missing", "absconded"), "A": ("Absent", "Away")})
PARSERS = [cells.text, cells.whole_number, cells.number, cells.day, cells.moment, cells.yes_no,
           KIND, cells.member_of(Colour), cells.percentage, cells.pounds, cells.identifier, DATED,
           FIGURE, LABELLED, cells.code("a ward")]


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
    pytest.param(cells.pounds, "1234.5", Decimal("1234.5"), id="pounds as Excel saves them"),
    pytest.param(cells.pounds, "£1,234.50", Decimal("1234.50"), id="pounds with their sign"),
    pytest.param(cells.pounds, "-£250", Decimal("-250"), id="pounds below zero"),
    pytest.param(cells.day, "03/04/2014", date(2014, 4, 3), id="day first"),
    pytest.param(cells.day, "3/4/2014", date(2014, 4, 3), id="day first without zeros"),
    pytest.param(cells.day, "2014-04-03", date(2014, 4, 3), id="ISO is not day first"),
    pytest.param(cells.day, "2014-04-03 00:00:00", date(2014, 4, 3), id="a day as Excel saves it"),
    pytest.param(cells.day, "2014-04-03 00:00:00.000", date(2014, 4, 3),
                 id="a day of SQL Server's"),
    pytest.param(cells.day, "2014/4/3", date(2014, 4, 3), id="the year first"),
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
    *(pytest.param(FIGURE, mark, Absence.SUPPRESSED, id=f"{mark} is suppressed") for mark in (
        "[c]", "[C]", "[ c ]", "(c)", "*", "[low]", "low", "k", "≤5", "<=5", "=<5", "< 5", "<5%",
        "fewer than 5", "less than 5", "Less than five", "(fewer than 5)", "under 5", "up to 4",
        "5 or fewer", "no more than 5", "between 1 and 4", "1-4", "1\u20134", "1 to 4", "1 - 4",
        "fewer\u00a0than\u20095", "<\u200b5", "Confidential", "fewer than 5 children", "<5*",
        "less than or equal to 5", "less than 5 (suppressed)", "small numbers")),
    *(pytest.param(FIGURE, mark, Absence.NOT_SUPPLIED, id=f"{mark} is not supplied") for mark in (
        "[x]", "..", "not available", "Not known", "tbc", "\ufeffx")),
    pytest.param(FIGURE, "[z]", Absence.DOES_NOT_APPLY, id="z in brackets"),
    pytest.param(cells.whole_number, "1\u2009234", 1234, id="a thin space between thousands"),
    pytest.param(cells.whole_number, "1\u202f234", 1234, id="a narrow no-break space"),
    pytest.param(cells.whole_number, "\ufeff27\u200b", 27, id="marks that nobody sees"),
    pytest.param(cells.whole_number, "２７", 27, id="digits of full width"),
    pytest.param(cells.day, "30.09.2014", date(2014, 9, 30), id="a day with dots"),
    pytest.param(cells.day, "30\u201109\u20112014", date(2014, 9, 30), id="no-break hyphens"),
    pytest.param(cells.day, "30 Sept 2014", date(2014, 9, 30), id="Sept"),
    pytest.param(cells.day, "30\u00a0September\u00a02014", date(2014, 9, 30), id="in words"),
    pytest.param(cells.day, "Tuesday 30th September, 2014", date(2014, 9, 30), id="in a letter"),
    pytest.param(DATED, "14-Sep-14", date(2014, 9, 14), id="a day as Excel shows it"),
    pytest.param(cells.moment, "30/09/2014\u00a019:30", datetime(2014, 9, 30, 19, 30),
                 id="a no-break space before the time"),
    pytest.param(cells.day, "2014\u201109\u201130", date(2014, 9, 30), id="ISO, no-break hyphens"),
    pytest.param(cells.identifier, "MC\u2011001", "MC-001", id="an id with a no-break hyphen"),
    pytest.param(cells.text, "\u200bPolice\ufeff", "Police", id="text between unseen marks"),
    pytest.param(cells.text, "a child\u2019s plan", "a child\u2019s plan", id="its apostrophes"),
    pytest.param(cells.one_of("child's home", "other"), "Child\u2019s  Home", "child's home",
                 id="a word with another apostrophe"),
    pytest.param(cells.yes_no, "yes\u00a0", True, id="yes and a no-break space"),
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
    pytest.param(DATED, "20/01/1015", "is a day of the year 1015, too long ago for a return",
                 id="a year with a wrong first digit"),
    pytest.param(cells.day, "31/02/2014", "is not a date", id="no such day"),
    pytest.param(cells.day, "09/14/2014", "is not a date", id="never month first"),
    pytest.param(cells.day, "14/09/14", "is not a date", id="a year of two digits"),
    pytest.param(cells.day, "41912", "is not a date", id="an Excel serial"),
    pytest.param(cells.day, "2014-04-03 22:00", "is a date with a time of day",
                 id="a day with a time"),
    pytest.param(cells.day, "03/04/2014 9:15 am", "is a date with a time of day",
                 id="a day with a time in half a day"),
    pytest.param(cells.day, "31/02/2014 22:00", "is not a date", id="no such day with a time"),
    pytest.param(cells.day, "2014/30/09", "is not a date", id="year, day and month"),
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
    *(pytest.param(FIGURE, mark, DASH, id=f"{mark} has no one meaning") for mark in (
        "\u2212", "--", ":", "~", "u", "[u]", "nil", "none", "NULL", "n/a", "...", "\u2026")),
    pytest.param(FIGURE, "(5)", "is not a whole number", id="a number in brackets"),
    pytest.param(FIGURE, "10-14", "is not a whole number", id="an age band is not a count"),
    pytest.param(FIGURE, "4-1", "is not a whole number", id="a range that runs backwards"),
    pytest.param(FIGURE, "2014-04-01", RANGE, id="a range that Excel turned into a date"),
    pytest.param(cells.pounds, "12.345", NO_AMOUNT, id="parts of a penny"),
    pytest.param(cells.pounds, "(250.00)", NO_AMOUNT, id="pounds in brackets"),
    pytest.param(cells.pounds, "12,5", COMMA, id="pounds with a decimal comma"),
    pytest.param(cells.percentage, "27,0", COMMA, id="a decimal comma"),
    pytest.param(cells.percentage, "27,5%", COMMA, id="a decimal comma before the sign"),
    pytest.param(cells.percentage, numbers.MaybeDecimal("27,003"), EITHER, id="which comma?"),
    pytest.param(cells.whole_number, numbers.MaybeDecimal("2,318"), EITHER, id="of a count"),
    pytest.param(cells.identifier, "\u200b123.0", LOST, id="a number behind an unseen mark"),
    pytest.param(cells.day, "09.14.2014", "is not a date", id="never month first, with dots"),
    pytest.param(cells.day, "31 Septober 2014", "is not a date", id="no such month"),
    pytest.param(cells.text, "\ufeff\u200b", "must not be blank", id="text that nobody sees"),
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
            NO_AMOUNT,
            "is not a date with a time", "is neither yes nor no", "is not one of M, A",
            "is not one of dark blue, red", "is neither a number nor a percentage", LOST, TURNED,
            NO_DAY, DASH, RANGE, COMMA}


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
    pytest.param(DATED, "30 Sept 2014", "30 Sept 2014 read as 30/09/2014", True, id="a month"),
    pytest.param(cells.identifier, "MC\u2011001", "MC\u2011001 read as MC-001", True, id="an id"),
    pytest.param(FIGURE, "fewer than 5", "suppressed at source: there is no figure", False,
                 id="in words"),
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
