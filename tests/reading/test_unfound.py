"""A file without a table that can be found is told why, and nothing that is seen to be false."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from pscb_lib.reading.files import read_table
from pscb_lib.reading.findings import InputError

NAMES = ("agency", "indicator", "period", "numerator")
ROW = ("Police", "MS1", "2014-15 Q3", "79")
LINES = "the names of its columns"


def refusal_of(path) -> str:
    with pytest.raises(InputError) as refusal:
        read_table(path, NAMES)
    return str(refusal.value)


def csv_of(folder, *lines, encoding="utf-8"):
    path = folder / "police.csv"
    path.write_bytes("".join(f"{line}\n" for line in lines).encode(encoding))
    return path


def book_of(folder, *rows, hidden=()):
    path, book = folder / "police.xlsx", Workbook()
    for row in rows:
        book.active.append(row)
    if hidden:
        sheet = book.create_sheet("Working")
        sheet.sheet_state = "hidden"
        for row in hidden:
            sheet.append(row)
    book.save(path)
    return path


def table_of(path):
    return [tuple(row.cells.values()) for row in read_table(path, NAMES).rows]


@pytest.mark.parametrize(("lines", "message"), [
    pytest.param(("\ufeff", "", " \u200b"), ": has nothing in any cell; send a nil return "
                 "(nil_return = yes), or the sheet with the table", id="nothing that is seen"),
    pytest.param((",,,", ",,,"), ": has nothing in any cell; send a nil return "
                 "(nil_return = yes), or the sheet with the table", id="commas alone"),
    pytest.param((*["About this file,,,"] * 24, ",".join(NAMES), ",".join(ROW)), ", row 25: "
                 f"has {LINES} below its first 20 rows; delete the rows above them",
                 id="a header further down"),
    pytest.param(("agency,indicator,,", ",,Period,Numerator", ",".join(ROW)), ", row 1: has "
                 f"{LINES} in two rows; write each name whole into one cell of one row",
                 id="a header in two rows"),
    pytest.param(("agency,Police", "indicator,MS1", "period,2014-15 Q3", "numerator,79"),
                 f": has {LINES} below one another; turn the table: copy it, and choose "
                 "Paste Special, Transpose", id="a table on its side"),
    pytest.param(("^".join(NAMES), "^".join(ROW)), ", row 1: has the names of all its "
                 "columns in one cell; divide the columns by commas, or save the file as CSV UTF-8",
                 id="another separator"),
    pytest.param(("agency      indicator  period      numerator", "Police      MS1        Q3 79"),
                 ", row 1: has the names of all its columns in one cell; divide the "
                 "columns by commas, or save the file as CSV UTF-8", id="columns by spaces"),
    pytest.param(("Beh\u00f6rde,Kennzahl,Zeitraum,Z\u00e4hler", ",".join(ROW)), ", row 1: there is "
                 "no column agency, indicator, period, numerator; add it; the file has none of "
                 "them", id="another language"),
    pytest.param(("agency,indicator,period", "Police,MS1,2014-15 Q3"), ", row 1: there is no "
                 "column numerator; add it; the file has agency, indicator, period",
                 id="a column that is really missing"),
])
def test_a_text_file_is_told_why(tmp_path, lines, message):
    assert refusal_of(csv_of(tmp_path, *lines)) == f"police.csv{message}"


def test_a_hidden_sheet_with_the_table_is_named(tmp_path):
    path = book_of(tmp_path, ["See the other sheet"], hidden=[NAMES, ROW])
    assert refusal_of(path) == (
        "police.xlsx: has its table in a sheet that is hidden (Working); right-click a sheet's "
        "name, unhide it and save")


def test_a_table_that_lacks_a_column_is_not_looked_for_in_hidden_sheets(tmp_path):
    path = book_of(tmp_path, NAMES[:3], ROW[:3], hidden=[NAMES, ROW])
    assert refusal_of(path) == (
        "police.xlsx, sheet Sheet, row 1: there is no column numerator; add it; the file has "
        "agency, indicator, period")


def test_a_csv_file_pasted_into_one_column_of_a_workbook(tmp_path):
    path = book_of(tmp_path, [";".join(NAMES)], [";".join(ROW)])
    assert refusal_of(path) == (
        "police.xlsx, sheet Sheet, row 1: has the names of all its columns in one cell; select the "
        "column, choose Data, Text to Columns, and save")


def test_a_heading_above_two_merged_columns_is_no_fault(tmp_path):
    path = book_of(tmp_path, ["Who", "", "Figures", ""], NAMES, ROW)
    assert table_of(path) == [ROW]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_each_separator_is_tried_whatever_a_note_holds(tmp_path, separator):
    prose = " ".join(f"{word}{other}" for other in ",;\t|" if other != separator
                     for word in ["one"] * 30)
    path = csv_of(tmp_path, separator.join([*NAMES, "note"]), separator.join([*ROW, prose]))
    assert table_of(path) == [(*ROW, prose)]


def test_the_separator_is_the_one_with_a_header_though_another_divides_more_evenly(tmp_path):
    path = csv_of(tmp_path, ";".join([*NAMES, "note"]),
                  *[f"{';'.join(ROW)};one, two, three{';' * more}" for more in range(6)])
    assert table_of(path) == [(*ROW, "one, two, three")] * 6


@pytest.mark.parametrize(("content", "encoding"), [
    pytest.param("\ufeff\ufeff{0}\n{1}\n", "utf-8", id="two byte order marks"),
    pytest.param("{0}\n\ufeff{1}\u200b\n", "utf-8", id="a mark in the middle, as of joined files"),
    pytest.param("\ufeff\"{0}\"\n{1}\n", "utf-8-sig", id="two marks before a quote"),
    pytest.param("{0}\n{1}\n", "utf-16-le", id="UTF-16 without a mark"),
    pytest.param("{0}\n{1}\n", "utf-16-be", id="UTF-16 with its bytes the other way"),
    pytest.param("{0}\n{1}\n", "utf-32", id="UTF-32"),
    pytest.param("sep=;\r{0}\r{1}\r", "utf-8", id="Excel's line and old line ends"),
])
def test_marks_and_encodings_are_nothing(tmp_path, content, encoding):
    separator = ";" if "sep" in content else ","
    named = '","' if '"' in content else separator
    path = tmp_path / "police.csv"
    path.write_bytes(content.format(named.join(NAMES), separator.join(ROW)).encode(encoding))
    assert table_of(path) == [ROW]


@pytest.mark.parametrize("names", [
    pytest.param("Agency,INDICATOR,Period ,numerator", id="capitals and spaces"),
    pytest.param("agency:,indicator*,period (2014/15),Numerator [children]", id="brackets"),
    pytest.param("\u200bagency,indi\u00adcator,per\ufeffiod,numerator\u00a0",
                 id="what nobody sees"),
])
def test_a_name_that_looks_the_same_is_the_column(tmp_path, names):
    assert read_table(csv_of(tmp_path, names, ",".join(ROW)), NAMES).columns == NAMES


def test_an_optional_column_is_found_in_any_spelling_too(tmp_path):
    path = csv_of(tmp_path, ",".join([*NAMES, "Submitted On"]), ",".join([*ROW, "x"]))
    assert read_table(path, NAMES, optional=("submitted_on",)).columns == (*NAMES, "submitted_on")


def test_the_very_name_comes_before_one_with_brackets(tmp_path):
    path = csv_of(tmp_path, ",".join([*NAMES, "numerator (last year)"]), ",".join([*ROW, "70"]))
    assert read_table(path, NAMES).columns == (*NAMES, "numerator (last year)")
