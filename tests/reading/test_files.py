"""Files into rows of text: csv and xlsx alike, row numbers kept, nothing guessed or dropped."""

from __future__ import annotations

import hashlib
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from pscb_lib.reading.files import read_table
from pscb_lib.reading.findings import InputError

REQUIRED = ("id", "on")


@pytest.fixture
def read(tmp_path):
    """Read a csv file of this content."""
    def read_content(content, required=REQUIRED):
        path = tmp_path / "deaths.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read_table(path, required)

    return read_content


@pytest.fixture
def workbook(tmp_path):
    """Write a workbook of these rows and return its path."""
    def write(*rows):
        path, book = tmp_path / "deaths.xlsx", Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path)
        return path

    return write


def spoil(path, change):
    """Rewrite a workbook with its sheet's XML changed."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    with zipfile.ZipFile(path, "w") as book:
        for name, content in parts.items():
            book.writestr(name, change(content) if name.endswith("sheet1.xml") else content)
    return path


def cells_of(table):
    return [(row.number, *row.cells.values()) for row in table.rows]


def refusal_of(call, *arguments):
    with pytest.raises(InputError) as refusal:
        call(*arguments)
    return str(refusal.value)


@pytest.mark.parametrize(("content", "expected"), [
    pytest.param("id,on\n00123,1/4/2014\n", [(2, "00123", "1/4/2014")], id="text as it stands"),
    pytest.param("\ufeffid,on\na,b\n", [(2, "a", "b")], id="with a byte order mark"),
    pytest.param("id,on\r\nZoë,–\r\n", [(2, "Zoë", "–")], id="accents and Windows lines"),
    pytest.param("id,on\na,b\n\n , \nc,d\n", [(2, "a", "b"), (5, "c", "d")],
                 id="a blank row counts"),
    pytest.param('id,on\n"a\nb",c\nd,e\n', [(2, "a\nb", "c"), (3, "d", "e")],
                 id="a cell of two lines is one row, as in a spreadsheet"),
    pytest.param(" id ,ON\na,b\n", [(2, "a", "b")], id="spaces and capitals of a name"),
    pytest.param("id;on\na;b\n", [(2, "a", "b")], id="semicolons"),
    pytest.param("\nThe title,\nid,on\na,b\n", [(4, "a", "b")], id="a title above the header"),
    pytest.param("id,on\na,b\nc means suppressed\n", [(2, "a", "b")], id="a note below"),
    pytest.param("id,on\na,b\nTotal,3\n", [(2, "a", "b")], id="a row of totals"),
    pytest.param("id,on\na,b,,\n", [(2, "a", "b")], id="blank cells beyond the header"),
    pytest.param("id,on,\na,b,\n", [(2, "a", "b")], id="a blank column"),
    pytest.param("id,on\n", [], id="a header only"),
])
def test_csv(read, content, expected):
    assert cells_of(read(content)) == expected


def test_a_table_knows_its_file_columns_and_hash(read):
    table = read("id,on,note\n")
    assert (table.file, table.columns) == ("deaths.csv", ("id", "on", "note"))
    assert table.sha256 == hashlib.sha256(b"id,on,note\n").hexdigest()


@pytest.mark.parametrize(("content", "message"), [
    pytest.param("id,note\n", "deaths.csv, row 1: there is no column on; add it; the file has id",
                 id="a missing column"),
    pytest.param("", "deaths.csv: the file is empty; send a nil return (nil_return = yes)",
                 id="an empty file"),
    pytest.param("A Child,01/04/2001\n", "deaths.csv, row 1: there is no column id, on; add it; "
                 "the file has none of them", id="no header, and nothing of the child is repeated"),
    pytest.param("id,on,id\n", "deaths.csv, row 1: there are two columns id; remove or rename one",
                 id="a column twice"),
    pytest.param("id,on\na,b\n\nA Child,c,d\n", "deaths.csv, row 4: the row has 3 cells and the "
                 "header 2; put quotation marks around a text with a comma in it, or name the "
                 "last column", id="a row too wide"),
    pytest.param("id,on,\na,b,c\n", "deaths.csv, row 2: the row has 3 cells and the header 2; "
                 "put quotation marks around a text with a comma in it, or name the last column",
                 id="a cell under no name"),
    pytest.param(",id,on\n0,a,b\n", "deaths.csv, row 2: has a value in column 1 (A), which has no "
                 "name; name the column, or take it out", id="numbers of rows without a name"),
    pytest.param(b"id,on\nZo\xeb,\x81\n", "deaths.csv: byte 10 is not a character in UTF-8 or "
                 "Windows-1252; save the file as CSV UTF-8", id="a byte that is not a character"),
    pytest.param(b"\xff\xfei\0d\0,", "deaths.csv: byte 6 is not UTF-16; save the file as CSV "
                 "UTF-8", id="UTF-16 cut in a letter"),
    pytest.param('id,on\n"a,b\n', "deaths.csv: is not a CSV file (unexpected end of data); "
                 "save it again as CSV UTF-8", id="a quote that never ends"),
])
def test_a_csv_that_is_refused(read, content, message):
    assert refusal_of(read, content) == message


@pytest.mark.parametrize("name", [pytest.param("deaths.csv", id="csv"),
                                  pytest.param("deaths.xlsx", id="xlsx")])
def test_a_missing_file_is_refused(tmp_path, name):
    folder = tmp_path / "returns"
    assert refusal_of(read_table, folder / name, REQUIRED) == (
        f"{name}: the file is missing; put it in returns")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path):
    assert refusal_of(read_table, tmp_path, REQUIRED) == (
        f"{tmp_path.name}: is a folder, not a file; move it away, and put the file there")


@pytest.mark.parametrize(("value", "expected"), [
    pytest.param("00123", "00123", id="text"),
    pytest.param(3.0, "3", id="a whole number written as 3.0"),
    pytest.param(59.6, "59.6", id="a decimal"),
    pytest.param(0.00001, "0.00001", id="a small number has no exponent"),
    pytest.param(1e16, "10000000000000000", id="nor has a large one"),
    pytest.param(date(2014, 9, 30), "2014-09-30", id="a date"),
    pytest.param(datetime(2014, 9, 30, 8, 5), "2014-09-30 08:05", id="a date with a time"),
    pytest.param(None, "", id="an empty cell"),
])
def test_a_cell_of_a_workbook_as_text(workbook, value, expected):
    path = workbook(["id", "on"], ["a", value])
    assert cells_of(read_table(path, REQUIRED)) == [(2, "a", expected)]


def test_a_number_stored_as_12_point_0_reads_as_12(workbook):
    path = spoil(workbook(["id", "on"], ["a", 12]), lambda xml: xml.replace(b"<v>12<", b"<v>12.0<"))
    assert cells_of(read_table(path, REQUIRED)) == [(2, "a", "12")]


def test_rows_of_a_workbook_keep_their_numbers(workbook):
    path = workbook(["id", "on"], ["a"], [None], ["c", "d"])
    assert cells_of(read_table(path, REQUIRED)) == [(2, "a", ""), (4, "c", "d")]


def test_a_workbook_that_understates_its_size_loses_no_row(workbook):
    path = spoil(workbook(["id", "on"], ["a", "b"], ["c", "d"]),
                 lambda xml: xml.replace(b'ref="A1:B3"', b'ref="A1:A2"'))
    assert cells_of(read_table(path, REQUIRED)) == [(2, "a", "b"), (3, "c", "d")]


def test_a_cell_beyond_the_header_of_a_workbook_is_refused(workbook):
    path = workbook(["id", "on"], ["a", "b"], ["c", "d", "e"])
    assert refusal_of(read_table, path, REQUIRED) == (
        "deaths.xlsx, sheet Sheet, row 3: the row has 3 cells and the header 2; "
        "name the column, or move what is not part of the table to another sheet")


@pytest.mark.parametrize("damage", [
    pytest.param(lambda path: spoil(path, lambda xml: xml[:len(xml) // 2]), id="a sheet cut short"),
    pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-40]), id="a file cut short"),
])
def test_a_damaged_workbook_is_refused(workbook, damage):
    path = workbook(["id", "on"], ["a", "b"])
    damage(path)
    assert refusal_of(read_table, path, REQUIRED) == (
        "deaths.xlsx: is not a workbook that can be opened; "
        "open it in Excel, remove any password and save it as xlsx")


@pytest.mark.parametrize(("content", "message"), [
    pytest.param("id,on\na\n", "deaths.csv, row 2: the row has 1 cell and the header 2; see that "
                 "no cell is missing, and put a comma for each blank one", id="a row too narrow"),
    pytest.param("id,on\na,#REF!\n", "deaths.csv, row 2, column on: is an error of Excel's "
                 "(#REF!); correct the formula, or write the value", id="an error of Excel's"),
])
def test_a_row_that_cannot_be_used_is_a_fault(read, content, message):
    assert [str(fault) for fault in read(content).faults[2]] == [message]


def test_tabs_in_utf_16_as_excel_saves_unicode_text(read):
    table = read("id\ton\na\tb\n".encode("utf-16"))
    assert cells_of(table) == [(2, "a", "b")]
    assert [str(note) for note in table.notes] == [
        "deaths.csv: is written in UTF-16, and was read so; save the file as CSV UTF-8",
        "deaths.csv: is divided by a tab, and was read so; save the file as CSV UTF-8"]


def test_a_sheet_may_be_named(workbook):
    path = workbook(["id", "on"], ["a", "b"])
    assert cells_of(read_table(path, REQUIRED, sheet="Sheet")) == [(2, "a", "b")]
    assert refusal_of(read_table, path, REQUIRED, "Deaths") == (
        "deaths.xlsx: there is no visible sheet Deaths; the file has Sheet")


def test_a_nil_return_that_has_rows_is_refused(read):
    assert refusal_of(read, "nil_return,yes\nid,on\na,b\n") == (
        "deaths.csv: says that it is a nil return and has rows; remove the rows, or nil_return")


def test_the_mark_by_which_dos_ends_a_file_is_no_row(read):
    assert len(read("id,on\na,b\n\x1a").rows) == 1


def test_a_nil_return_is_not_told_to_move_its_header(read):
    assert [one.rule for one in read("nil_return,yes\nid,on\n").notes] == [
        "is a nil return: there was nothing to report"]
