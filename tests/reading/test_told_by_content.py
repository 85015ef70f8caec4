"""Files are read by what they hold, not by their names or by lists of words."""

from __future__ import annotations

import io
import shutil
import struct
import time
import warnings
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter
from packages import ods, ods_row, packed

from pscb_lib.reading.files import read_table
from pscb_lib.reading.files.formats.encoded import decoded
from pscb_lib.reading.files.formats.number_format import is_percentage
from pscb_lib.reading.findings import InputError

SENT = Path(__file__).parents[1] / "files" / "sent"
DATA_SET = ("agency", "indicator", "period", "numerator", "actual")
NAMED = "whatever its name says, and was read so; name it"


def parts(*rows, number_format: str = "General") -> dict[str, bytes]:
    """The parts of a workbook with these rows, all numbers in one format."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written)
    sheet, shown = book.add_worksheet("Return"), book.add_format({"num_format": number_format})
    for number, row in enumerate(rows or (("id", "on"), ("a", "b"))):
        for place, value in enumerate(row):
            sheet.write(number, place, value, shown)
    book.close()
    with zipfile.ZipFile(written) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def texts(path: Path, required=("id", "on")) -> list[tuple[str, ...]]:
    return [tuple(row.cells.values()) for row in read_table(path, required).rows]


def refusal(path: Path, content: bytes | None = None) -> str:
    if content is not None:
        path.write_bytes(content)
    began = time.monotonic()
    with pytest.raises(InputError) as refused:
        read_table(path, ("id", "on"))
    assert time.monotonic() - began < 10
    return str(refused.value)


@pytest.mark.parametrize("name", ["form_saved_by_excel", "x14", "strict", "case_parts",
                                  "pct_quoted", "pct_escaped", "num_pct_note", "fmt_days",
                                  "fmt_esc", "fmt_months", "fmt_red", "date_long", "date_yy",
                                  "big_epoch"])
def test_a_real_workbook_is_read_without_a_warning(name):
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        table = read_table(SENT / f"{name}.xlsx", DATA_SET)
    assert warned == []
    assert [row.cells["indicator"] for row in table.rows] != []


@pytest.mark.parametrize(("name", "column", "expected"), [
    pytest.param("pct_quoted", "actual", "27", id="a % in quotes"),
    pytest.param("pct_escaped", "actual", "27", id="a % after a backslash"),
    pytest.param("num_pct_note", "numerator", "182", id="a % in a remark"),
    pytest.param("strict", "actual", "27.003%", id="Strict Open XML"),
    pytest.param("case_parts", "actual", "27.003%", id="a part in other capitals"),
])
def test_what_a_real_workbook_says(name, column, expected):
    rows = read_table(SENT / f"{name}.xlsx", DATA_SET).rows
    assert rows[0].cells[column] == expected


@pytest.mark.parametrize(("value", "number_format", "expected"), [
    (0.27, "0%", True), (0.27, "0.0%;-0.0%", True), (-0.27, "0;-0%", True), (27, "0;-0%", False),
    (27, '0.0"%"', False), (27, r"0.0\%", False), (27, "0_%", False), (27, "0*%", False),
    (27, '0" (100% checked)"', False), (0.5, "[<=1]0%;0", True), (27, "[<=1]0%;0", False),
    (0, "0%;0%;0", False), (0.27, "[Red]0%", True), (27, '"never closed 0%', False),
    (0.27, '0"%"%', True), (27, "General", False),
])
def test_a_percentage_is_told_by_its_format(value, number_format, expected):
    assert is_percentage(value, number_format) is expected


@pytest.mark.parametrize(("written", "expected"), [
    ("a_x000D_b", "a\rb"), ("_x000d__x000A_", "\r\n"), ("_x005F_x000D_", "_x000D_"),
    ("_xD83D__xDE00_", "\U0001f600"), ("max_x0y_", "max_x0y_"), ("a_x2013_b", "a–b"),
])
def test_encoded_characters_are_decoded(written, expected):
    assert decoded(written) == expected


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".ods"])
def test_encoded_characters_in_a_header_and_a_cell(tmp_path, suffix):
    path, rows = tmp_path / f"sent{suffix}", (("id_x000D_", "on"), ("a_x000D_b", "c"))
    if suffix == ".xlsx":
        path.write_bytes(packed(parts(*rows)).replace(b"_x005F_", b""))
    elif suffix == ".ods":
        path.write_bytes(ods("".join(ods_row(*row) for row in rows)))
    else:
        path.write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
    assert texts(path) == [("a\rb", "c")]


@pytest.mark.parametrize("change", [
    pytest.param(lambda name: name.upper(), id="capitals"),
    pytest.param(lambda name: name.replace("/", "\\"), id="backslashes"),
    pytest.param(lambda name: f"/{name}", id="leading slashes"),
    pytest.param(lambda name: name.replace("sharedStrings", "SharedStrings"), id="one name"),
])
def test_parts_that_are_named_otherwise_are_found(tmp_path, change):
    path = tmp_path / "sent.xlsx"
    path.write_bytes(packed({change(name): part for name, part in parts().items()}))
    assert texts(path) == [("a", "b")]


@pytest.mark.parametrize(("source", "name", "expected"), [
    pytest.param("strict.xlsx", "a.xls", f"an Excel workbook (xlsx), {NAMED} .xlsx", id="xlsx"),
    pytest.param("strict.xlsx", "a.csv", f"an Excel workbook (xlsx), {NAMED} .xlsx",
                 id="xlsx as csv"),
    pytest.param("dec_comma.csv", "a.xls", f"a text file (CSV), {NAMED} .csv", id="csv"),
    pytest.param("dec_comma.csv", "a.xlsx", f"a text file (CSV), {NAMED} .csv", id="csv as xlsx"),
])
def test_a_file_under_another_name_is_read_by_its_content(tmp_path, source, name, expected):
    shutil.copy(SENT / source, tmp_path / name)
    table = read_table(tmp_path / name, DATA_SET)
    assert f"{name}: is {expected}" in map(str, table.notes)
    assert len(table.rows) == 1


@pytest.mark.parametrize(("source", "name", "expected"), [
    pytest.param("rhi_na.xls", "a.xlsx", "an Excel 97-2003 workbook (xls)", id="xls as xlsx"),
    pytest.param("rhi_na.xls", "a.ods", "an Excel 97-2003 workbook (xls)", id="xls as ods"),
    pytest.param("rhi_na.ods", "a.xls", "an OpenDocument workbook (ods)", id="ods as xls"),
    pytest.param("rhi_na.ods", "a.csv", "an OpenDocument workbook (ods)", id="ods as csv"),
    pytest.param("rhi_na.xlsx", "a.ods", "an Excel workbook (xlsx)", id="xlsx as ods"),
])
def test_a_workbook_under_another_name_has_the_same_errors(tmp_path, source, name, expected):
    shutil.copy(SENT / source, tmp_path / name)
    table = read_table(tmp_path / name, ("episode_id", "rhi_completed_at"))
    assert str(table.notes[0]) == (
        f"{name}: is {expected}, {NAMED} {Path(source).suffix}")
    assert [one.rule for one in table.faults[2]] == ["is an error of Excel's (#N/A)"]


@pytest.mark.parametrize(("content", "message"), [
    pytest.param((SENT / "html.xls").read_bytes(), "is a web page named .xls; open it in Excel and "
                 "save it as xlsx", id="a web page"),
    pytest.param("\ufeff <TABLE><tr><td>id</td></tr></TABLE>".encode(), "is a web page named .xls; "
                 "open it in Excel and save it as xlsx", id="a table of a page"),
    pytest.param(b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n", "is a web page named .xls; "
                 "open it in Excel and save it as xlsx", id="a web archive"),
    pytest.param(b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns='
                 b'"urn:schemas-microsoft-com:office:spreadsheet"/>', "is an XML Spreadsheet 2003 "
                 "named .xls; open it in Excel and save it as xlsx", id="Excel 2003"),
    pytest.param(b"Received: from a\r\nSubject: Our return\r\nMessage-ID: <1@a>\r\n\r\nid,on\r\n",
                 "is an e-mail; send the table as xlsx or CSV", id="an e-mail"),
    pytest.param(b'[\n  {"id": 1}\n]', "is a JSON file; send the table as xlsx or CSV", id="JSON"),
    pytest.param(b"%PDF-1.7\n", "is a PDF; send the table as xlsx or CSV", id="a PDF"),
    pytest.param(packed({"[Content_Types].xml": b"application/vnd.openxmlformats-officedocument."
                         b"wordprocessingml.document.main+xml"}),
                 "is a Word document; send the table as xlsx or CSV", id="Word"),
    pytest.param(packed({"[Content_Types].xml": b"application/vnd.ms-excel.sheet.binary."
                         b"macroEnabled.main"}), "is an Excel Binary Workbook (xlsb); open it in "
                 "Excel and save it as xlsx", id="a binary workbook"),
    pytest.param(packed({"a.csv": b"id,on\n"}), "is a compressed folder (zip), and not a "
                 "workbook; send each file in it by itself", id="a zip"),
    pytest.param(packed({"Index/Document.iwa": b"x"}), "is a Numbers document; choose File, Export "
                 "To, Excel in Numbers, and send that", id="a document of Numbers"),
    pytest.param(b"ID;PWXL;N;E\r\n", "is a SYLK file; send the table as xlsx or CSV", id="SYLK"),
    pytest.param(b"PAR1\0\0", "is a Parquet file; send the table as xlsx or CSV", id="Parquet"),
])
def test_what_is_no_table_is_refused_by_what_it_is(tmp_path, content, message):
    assert refusal(tmp_path / "sent.xls", content) == f"sent.xls: {message}"


def test_a_title_above_a_table_is_no_e_mail(tmp_path):
    path = tmp_path / "sent.csv"
    path.write_text("From: Housing\nDate: 1 May 2014\n\nid,on\na,b\n", encoding="utf-8")
    assert texts(path) == [("a", "b")]


def numbered(row: str, cell: str = "A1") -> bytes:
    """A workbook whose last row has this number and whose cell this place."""
    made = parts()
    name = "xl/worksheets/sheet1.xml"
    last = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    return packed(made | {name: made[name].replace(b"</sheetData>", last)})


@pytest.mark.parametrize(("content", "message"), [
    pytest.param(numbered("99999999"), "numbers a row 99,999,999, and its format ends at row "
                 "1,048,576", id="a row in the millions"),
    pytest.param(numbered("3e9"), "numbers a row 3,000,000,000, and its format ends at row "
                 "1,048,576", id="written with an exponent"),
    pytest.param(numbered("1048577"), "numbers a row 1,048,577, and its format ends at row "
                 "1,048,576", id="one beyond the last"),
    pytest.param(numbered("3", "XFE3"), "has a cell in column 16,385, and its format ends at "
                 "column 16,384", id="a column beyond the last"),
    pytest.param(numbered("1"), "has row 1 after row 2", id="a row that stands before the last"),
])
def test_rows_and_columns_are_believed_within_the_format(tmp_path, content, message):
    assert len(content) < 10_000
    assert refusal(tmp_path / "a.xlsx", content) == (
        f"a.xlsx, sheet Return: {message}; copy the table into a new workbook")


@pytest.mark.parametrize(("row", "message"), [
    pytest.param('<table:table-row table:number-rows-repeated="99999999"><table:table-cell/>'
                 "</table:table-row>" + ods_row("a"),
                 "spans 200,000,004 cells; at most 20,000,000 are read", id="blank rows repeated"),
    pytest.param(ods_row("a").replace("<table:table-cell ", '<table:table-cell table:'
                 'number-columns-repeated="20000" '), "has a cell in column 20,000, and its format "
                 "ends at column 16,384", id="a cell repeated"),
])
def test_an_ods_is_believed_within_its_format(tmp_path, row, message):
    content = ods(ods_row("id", "on") + ods_row("a", "b") + row)
    assert message in refusal(tmp_path / "a.ods", content)


def test_an_xls_with_a_cell_in_its_last_corner_is_refused():
    assert refusal(SENT / "corner.xls") == (
        "corner.xls: spans 16,777,216 cells, of which 3 are filled; copy the table into a new "
        "workbook")


def test_the_size_that_an_xls_states_is_not_believed(tmp_path):
    """calamine takes memory for it before it reads a cell, and a process that cannot is ended."""
    content = (SENT / "mess.xls").read_bytes()
    stated = content.index(struct.pack("<HHIIHH", 0x200, 14, 0, 6, 0, 4)) + 4
    (tmp_path / "a.xls").write_bytes(
        content[:stated] + struct.pack("<IIHH", 0, 2_000_000_000, 0, 65_535)
        + content[stated + 12:])
    assert [row.number for row in read_table(tmp_path / "a.xls", ("id",)).rows] == [2, 3, 4, 5, 6]


def test_a_panic_of_the_reader_of_an_xls_is_one_line(tmp_path, capfd):
    content = (SENT / "rhi_na.xls").read_bytes()
    for cut in range(1, 400, 7):
        path = tmp_path / "a.xls"
        path.write_bytes(content[:-cut])
        with suppress(InputError):
            read_table(path, ("episode_id",))
    assert capfd.readouterr().err == ""


def test_rows_in_the_gaps_of_a_format_are_read(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(numbered("1048575", "A1048575"))
    assert [row.number for row in read_table(path, ("id", "on")).rows] == [2, 1_048_575]


def test_a_number_formatted_as_a_date_that_is_no_day(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(packed(parts(("id", "on"), ("a", 99999999), number_format="dd/mm/yyyy")))
    assert [str(one) for one in read_table(path, ("id", "on")).faults[2]] == [
        "a.xlsx, sheet Return, row 2, column on: is formatted as a date, and 99999999 is no day "
        "that a spreadsheet knows; correct the formula, or write the value"]


@pytest.mark.parametrize("error", ["#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#NEW!"])
def test_an_error_is_told_by_its_type(tmp_path, error):
    path = tmp_path / "a.xlsx"
    made = parts(("id", "on"), ("a", 1))
    name = "xl/worksheets/sheet1.xml"
    made[name] = made[name].replace(b'<c r="B2" s="1"><v>1</v>',
                                    b'<c r="B2" t="e"><v>' + error.encode() + b"</v>")
    path.write_bytes(packed(made))
    assert [one.rule for one in read_table(path, ("id", "on")).faults[2]] == [
        f"is an error of Excel's ({error})"]
