"""Plain XML is read by patterns: each cell and each finding is as by openpyxl's parser alone."""

from __future__ import annotations

import hashlib
import io
import random
import re
import zipfile
from datetime import datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from packages import packed

from pscb_lib.reading.files.content import Content
from pscb_lib.reading.files.formats.package import as_read
from pscb_lib.reading.files.formats.seen import ErrorCell
from pscb_lib.reading.files.plain_strings import read_strings
from pscb_lib.reading.files.plain_xml import MOST_ODD, PlainRows
from pscb_lib.reading.files.workbook import read_workbook
from pscb_lib.reading.findings import InputError

FILES = Path(__file__).parents[1] / "files"
WORKBOOKS = sorted(path for path in FILES.rglob("*.xls[xm]"))
SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
SNIPPETS = (
    b"<", b">", b"&", b"&amp;", b"&#10;", b"\r\n", b"\x00", b"\xff", b"\xef\xbf\xbf", b"]]>",
    b"<!-- x -->", b"<![CDATA[5]]>", b"<?x?>", b"<!DOCTYPE x>", b"</row>", b"</c>", b"<v>", b"</v>",
    b'<c r="A9"><v>1</v></c>', b'<c r="ZZZ3"/>', b'<row r="4"/>', b'<row r="99">', b' s="2"',
    b' t="s"', b' t="e"', b' t="str"', b' t="d"', b' t="inlineStr"', b' r="7"', b"0", b"9" * 20,
    b"-1", b"1e400", b"1_0", b" ", b"\xc2\xa0", b"_x000D_", b"_x005F_x0041_", b"x005F_",
    b"<is><t>in</t></is>", b"<f>A1</f>", b'<f t="shared" si="0"/>', b"<r><t>run</t></r>",
    b"<t/>", b"</si>", b"<si/>", b"</sst>", b"</sheetData>", b"<sheetData/>", b' xmlns="x"',
    b' xml:space="preserve"', b' x14ac:dyDescent="0.25"', b' hidden="1"', b' r="1"',
)


def content_of(data: bytes) -> Content:
    return Content("a.xlsx", ".xlsx", as_read(data), hashlib.sha256(data).hexdigest())


def seen_by(data: bytes, is_quick: bool) -> list:
    """All that a reader makes of a workbook: each text with what is wrong with it, and the notes.
    """
    try:
        return [_sheet(one) for one in read_workbook(content_of(data), is_quick)]
    except InputError as refusal:
        return [str(refusal)]


def _sheet(sheet) -> list:
    rows: list = [sheet.name, sheet.is_hidden]
    try:
        for number, cells in sheet.lines():
            rows.append((number, [(type(cell).__name__, str(cell), *_wrong(cell))
                                  for cell in cells]))
        rows += [sheet.seen(), sheet.notes()]
    except InputError as refusal:
        rows.append(str(refusal))
    return rows


def _wrong(cell: str) -> tuple[str, ...]:
    return (cell.says, cell.remedy) if isinstance(cell, ErrorCell) else ()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def by_excel_writer(**options) -> bytes:
    """A workbook with every kind of cell that changes how it is read."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, **options})
    sheet = book.add_worksheet("Return")
    form = {name: book.add_format({"num_format": name}) for name in (
        "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "hh:mm", "[h]:mm", "0%", "0.0", '[<6]"<6";0', "@")}
    struck, raised = book.add_format({"font_strikeout": True}), book.add_format({"font_script": 1})
    sheet.write_row(0, 0, ["id", "on", "count", "share", "said", "note"])
    for row in range(1, 40):
        sheet.write_string(row, 0, f"E{row:04}")
        sheet.write_datetime(row, 1, datetime(2014, 4, 1, row % 24, 59, 59, 999_600),
                             form["dd/mm/yyyy hh:mm"])
        sheet.write_number(row, 2, row * 1.1 if row % 3 else row, form['[<6]"<6";0'])
        sheet.write_number(row, 3, row / 7, form["0%" if row % 2 else "0.0"])
        sheet.write_string(row, 4, "said again", struck if row % 10 == 0 else None)
    for row, value in enumerate((time(7, 30), datetime(1900, 2, 28), timedelta(hours=30)), 1):
        sheet.write_datetime(row, 5, value, form[("hh:mm", "dd/mm/yyyy", "[h]:mm")[row - 1]])
    sheet.write_number(4, 5, 9e9, form["dd/mm/yyyy"])
    sheet.write_number(5, 5, -1, form["dd/mm/yyyy"])
    sheet.write_boolean(6, 5, True)
    sheet.write_formula(7, 5, "=NA()", None, "#N/A")
    sheet.write_formula(8, 5, "=1+1", None, 2)
    sheet.write_formula(9, 5, '="a"&"b"', None, "ab")
    sheet.write_rich_string(10, 5, "79", raised, "1")
    sheet.write_rich_string(11, 5, "all but ", struck, "this")
    sheet.write_string(12, 5, "R&D <5 \u2019 \U0001f600 _x000D_ _x005F_x0041_")
    sheet.write_string(13, 5, " two\nlines ")
    sheet.write_number(14, 5, 1234567890123456789)
    sheet.write_blank(15, 5, None, struck)
    sheet.write_string(16, 5, "")
    sheet.set_row(16, None, None, {"hidden": True})
    sheet.merge_range(17, 4, 18, 5, "both")
    book.close()
    return written.getvalue()


def by_openpyxl() -> bytes:
    """A workbook whose rows have gaps and whose texts are in the cells."""
    book, written = openpyxl.Workbook(write_only=False), io.BytesIO()
    sheet = book.active
    for row in range(1, 30):
        sheet.cell(2 * row, 1 + row % 5, row)
        sheet.cell(2 * row, 7, f"text {row}")
    sheet.cell(3, 2, "=1+1")
    book.save(written)
    made = parts(written.getvalue())
    made[SHEET] = made[SHEET].replace(b't="s"><v>5</v>', b't="inlineStr"><is><t>in it</t></is>')
    return packed(made)


MADE = {"typed": by_excel_writer, "without shared strings": lambda: by_excel_writer(
    constant_memory=True), "from 1904": lambda: by_excel_writer(date_1904=True),
    "with gaps": by_openpyxl}


@pytest.mark.parametrize("path", WORKBOOKS, ids=lambda path: path.name)
def test_every_workbook_that_was_sent_reads_the_same(path):
    assert seen_by(path.read_bytes(), True) == seen_by(path.read_bytes(), False)


@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_every_kind_of_cell_reads_the_same(make):
    data = make()
    assert seen_by(data, True) == seen_by(data, False)


@pytest.mark.parametrize("number", [20, pytest.param(500, marks=pytest.mark.slow)])
@pytest.mark.parametrize("part", [SHEET, STRINGS])
@pytest.mark.parametrize("make", MADE.values(), ids=MADE)
def test_spoilt_xml_reads_the_same_or_is_refused_the_same(make, part, number):
    sound, chance = parts(make()), random.Random(part)
    for _ in range(number if part in sound else 0):
        data = packed(sound | {part: spoilt(sound[part], chance)})
        assert seen_by(data, True) == seen_by(data, False)


def spoilt(xml: bytes, chance: random.Random) -> bytes:
    """XML with some bytes left out, put in or changed, most of them where a tag begins or ends."""
    for _ in range(chance.randint(1, 3)):
        places = [place for place, byte in enumerate(xml) if byte in b"<>\""] + [0, len(xml)]
        place = chance.choice(places) + chance.randint(0, 1)
        gap = chance.choice((0, 0, 1, 1, 3, 10, len(xml)))
        xml = xml[:place] + chance.choice((b"", *SNIPPETS)) + xml[place + gap:]
    return xml


def test_plain_rows_are_not_parsed():
    """openpyxl's parser has the head and the end of a sheet, and the row with an entity."""
    given = []

    def parse(source):
        given.append(source.read())
        rows = [int(number) for number in re.findall(rb'<row r="(\d+)"', given[-1])]
        return iter([(number, []) for number in rows])

    sheet = parts(by_excel_writer())[SHEET]
    rows = PlainRows(parse, lambda style, kind, value, place: (value or "", True))
    assert len([*rows.rows(lambda: io.BytesIO(sheet))]) == 40
    assert [one.count(b"<c ") for one in given] == [0, 6, 0]


def test_a_text_without_runs_is_not_parsed():
    given = []

    def parse(source):
        given.append(source.read())
        return ["probe", "79", "all but this", "R&D"]

    strings = read_strings(io.BytesIO(parts(by_excel_writer())[STRINGS]), parse)
    assert "said again" in strings and "R&D" in strings
    assert len(given) == 1 and b"said again" not in given[0]


def test_a_sheet_of_odd_rows_is_parsed_once_and_not_row_by_row():
    """A row that is not plain costs more to parse alone."""
    head = parts(by_openpyxl())[SHEET].partition(b"<sheetData>")[0] + b"<sheetData>"
    odd = b"".join(b'<row r="%d"><c t="str" r="A%d"><v>1</v></c></row>' % (row, row)
                   for row in range(1, 2 * MOST_ODD))
    parsed = 0

    def parse(source):
        nonlocal parsed
        parsed += 1
        numbers = map(int, re.findall(rb'<row r="(\d+)"', source.read()))
        return iter([(number, ["1"]) for number in numbers])

    rows = PlainRows(parse, lambda style, kind, value, place: (value or "", True))
    sheet = head + odd + b"</sheetData></worksheet>"
    assert [number for number, _ in rows.rows(lambda: io.BytesIO(sheet))] == [
        *range(1, 2 * MOST_ODD)]
    assert parsed == MOST_ODD + 2  # the head, each of the first, and the whole sheet
