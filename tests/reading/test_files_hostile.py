"""Files that could do harm: each gets one clear line, in a bounded time and memory."""

from __future__ import annotations

import io
import os
import time
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook
from packages import ods, ods_row, packed
from sent import NO_WORKBOOK

from pscb_lib.reading.files import read_table
from pscb_lib.reading.files.content import MOST_BYTES, OLD_OFFICE
from pscb_lib.reading.findings import InputError

REQUIRED = ("id", "on")
NEW_BOOK = "copy the table into a new workbook"
SECONDS = 20  # a busy machine is slow
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def parts_of(*rows) -> dict[str, bytes]:
    """The parts of a small workbook by their names."""
    book, written = Workbook(), io.BytesIO()
    for row in rows or (["id", "on"], ["a", "b"]):
        book.active.append(row)
    book.save(written)
    with zipfile.ZipFile(written) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def refused(path: Path, content: bytes | None = None) -> str:
    """The one line that refuses a file, which is given in a bounded time."""
    if content is not None:
        path.write_bytes(content)
    began = time.monotonic()
    with pytest.raises(InputError) as refusal:
        read_table(path, REQUIRED)
    assert time.monotonic() - began < SECONDS
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def with_sheet(change) -> bytes:
    """A workbook whose sheet's XML is changed."""
    parts = parts_of()
    name = "xl/worksheets/sheet1.xml"
    return packed(parts | {name: change(parts[name])})


def test_defusedxml_guards_openpyxl():
    assert openpyxl.DEFUSEDXML


@pytest.mark.parametrize("size", [
    pytest.param(20_000_000, id="swollen"),
    pytest.param(400_000_000, id="too large", marks=pytest.mark.slow)])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path, size):
    parts = parts_of()
    bomb = packed(parts | {"xl/media/bomb.xml": b" " * size})
    unpacked = size + sum(map(len, parts.values()))
    tracemalloc.start()
    message = refused(tmp_path / "bomb.xlsx", bomb)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 10_000_000
    assert message == (
        f"bomb.xlsx: would unpack to {unpacked:,} bytes in {len(parts) + 1} parts, from "
        f"{len(bomb):,}; at most 300,000,000 are read, and no part of more than 150 times its "
        f"packed size; {NEW_BOOK}")


@pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype"])
def test_a_part_that_tells_the_format_is_not_unpacked_whole(tmp_path, name):
    bomb = packed(parts_of() | {name: b" " * 30_000_000})
    tracemalloc.start()
    message = refused(tmp_path / "bomb.xlsx", bomb)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 5_000_000
    assert message.startswith("bomb.xlsx: would unpack to ")


@pytest.mark.parametrize("step", [
    pytest.param("openpyxl.reader.excel.ExcelReader.read", id="opening it"),
    pytest.param("pscb_lib.reading.files.workbook._Reader._text_of_plain", id="reading its rows")])
def test_a_workbook_that_takes_too_much_memory_is_not_called_damaged(tmp_path, monkeypatch, step):
    def fill(*arguments, **options):
        raise MemoryError

    monkeypatch.setattr(step, fill)
    assert refused(tmp_path / "large.xlsx", packed(parts_of())) == (
        "large.xlsx: takes more memory to read than this process may have; copy the table alone "
        "into a new file, or ask for it in parts; the setting limits has what one file may take")


def test_a_file_of_200_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(b"id,on\n")
        file.truncate(200_000_000)
    assert refused(path) == (f"large.csv: has 200,000,000 bytes; at most {MOST_BYTES:,} are read; "
                             "send one period in one file")


def test_a_line_without_an_end_is_refused(tmp_path):
    assert refused(tmp_path / "long.csv", b"id,on\n" + b"," * 5_000_000) == (
        "long.csv: has a line of more than 1,000,000 characters; save it again as CSV UTF-8")


def test_16384_columns_are_refused(tmp_path):
    names = ["id", "on", *(f"c{number}" for number in range(16_382))]
    book = packed(parts_of(names, ["a", "b"]))
    assert refused(tmp_path / "wide.xlsx", book) == (
        "wide.xlsx, sheet Sheet, row 1: has 16,384 columns; at most 1,000 are read; send the "
        "columns of the return")


def test_one_cell_in_the_last_corner_is_refused_cheaply(tmp_path):
    last = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    book = with_sheet(lambda xml: xml.replace(b"</sheetData>", last))
    assert refused(tmp_path / "corner.xlsx", book).startswith("corner.xlsx")


@pytest.mark.parametrize("prolog", [ENTITIES, OUTSIDE], ids=["entities", "an external entity"])
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml",
                                  "[Content_Types].xml"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(tmp_path, prolog, part, coding):
    parts = parts_of()
    body = parts[part].partition(b"?>")[2] or parts[part]
    parts[part] = (prolog.replace(b'"1.0"', f'"1.0" encoding="{coding}"'.encode()) + body
                   ).decode().encode(coding)
    assert refused(tmp_path / "entities.xlsx", packed(parts)) == (
        "entities.xlsx: holds an XML document type, which no spreadsheet needs; " + NEW_BOOK)


def test_a_document_type_behind_a_long_comment_is_refused_by_the_parser(tmp_path):
    hidden = ENTITIES.replace(b"<!DOCTYPE", b"<!--" + b"x" * 9_000 + b"--><!DOCTYPE")
    book = with_sheet(lambda xml: hidden + xml.partition(b"?>")[2].replace(b">b<", b">&b;<"))
    assert refused(tmp_path / "hidden.xlsx", book) == f"hidden.xlsx: {NO_WORKBOOK}"


def test_a_formula_that_was_never_saved_is_refused_by_its_cell(tmp_path):
    book = Workbook()
    for row in (["id", "on"], ["a", "=1+1"], ["b", "c"]):
        book.active.append(row)
    book.save(tmp_path / "formula.xlsx")
    table = read_table(tmp_path / "formula.xlsx", REQUIRED)
    assert {row: [str(one) for one in found] for row, found in table.faults.items()} == {2: [
        "formula.xlsx, sheet Sheet, row 2, column on: is a formula whose value was not saved; open "
        "the workbook in Excel and save it, or write the value"]}


@pytest.mark.parametrize("suffix", [".xlsx", ".xlsm", ".xls", ".ods"])
@pytest.mark.parametrize(("content", "message"), [
    pytest.param(OLD_OFFICE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
                 "is protected by a password; open it in Excel, remove the password and save it",
                 id="password"),
    pytest.param(packed(parts_of())[:900], NO_WORKBOOK, id="cut short"),
    pytest.param(OLD_OFFICE + b"\0" * 900, NO_WORKBOOK, id="only a beginning"),
    pytest.param(packed({"a.txt": b"a"}), "is a compressed folder (zip), and not a workbook; send "
                 "each file in it by itself", id="another archive"),
])
def test_a_file_that_cannot_be_opened_is_refused(tmp_path, suffix, content, message):
    path = tmp_path / f"sent{suffix}"
    assert refused(path, content) == f"sent{suffix}: {message}"


def test_the_lock_file_of_an_open_workbook_is_refused(tmp_path):
    assert refused(tmp_path / "~$sent.xlsx", b"\x05Clerk") == (
        "~$sent.xlsx: is the lock file of a workbook that is open elsewhere; close the workbook "
        "and send that")


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0,
                    reason="whoever runs this may read everything")
def test_a_locked_file_is_refused(tmp_path):
    path = tmp_path / "sent.csv"
    path.write_text("id,on\na,b\n", encoding="utf-8")
    path.chmod(0)
    assert refused(path) == ("sent.csv: the file cannot be read (Permission denied); close it in "
                             "other programs and check who may read it")


@pytest.mark.parametrize("table", [
    pytest.param(ods_row("id", "on") + ods_row("a", "b", repeated=' table:number-rows-repeated='
                                               '"1048576"').replace(
        "<table:table-cell ", '<table:table-cell table:number-columns-repeated="16384" '),
        id="cells repeated"),
    pytest.param(ods_row("id", "on") + '<table:table-row table:number-rows-repeated="1000000">'
                 '<table:table-cell/></table:table-row>' + ods_row("a").replace(
        "<table:table-row>", '<table:table-row><table:table-cell '
        'table:number-columns-repeated="16000"/>'), id="one cell in the last corner"),
])
def test_an_ods_whose_few_cells_span_millions_is_refused(tmp_path, table):
    message = refused(tmp_path / "swollen.ods", ods(table))
    assert message.startswith("swollen.ods: spans ")
    assert message.endswith(" cells; at most 20,000,000 are read; " + NEW_BOOK)


def test_an_ods_is_read_like_any_other(tmp_path):
    path = tmp_path / "sent.ods"
    rows = (("A return",), ("id", "on"), ("00123", "2014-09-30"))
    path.write_bytes(ods("".join(ods_row(*row) for row in rows)))
    table = read_table(path, REQUIRED)
    assert [(row.number, row.cells) for row in table.rows] == [
        (3, {"id": "00123", "on": "2014-09-30"})]


def test_an_xls_is_read_like_any_other():
    table = read_table(Path(__file__).parents[1] / "files" / "old.xls", REQUIRED)
    assert [(row.number, *row.cells.values()) for row in table.rows] == [
        (3, "00123", "05/04/2014", "12"), (4, "00124", "", "3.5"), (5, "00125", "2014-09-30", "7")]
    assert [str(note) for note in table.notes] == [
        "old.xls: 1 sheet is hidden and not read (Hidden); send what is meant in a visible sheet",
        "old.xls, sheet Return, row 2: the header was found in row 2; the rows above it are not "
        "part of the table; put the names of the columns into row 1"]
