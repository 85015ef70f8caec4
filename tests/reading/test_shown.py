"""What a cell shows and what it holds: formats that hide a number, and letters that are set apart.

ECMA-376 part 1, 18.8.31 (number formats) and 18.4.7 (properties of a run); OpenDocument 1.3,
part 3, 20.364 (line through) and 20.384 (text position).
"""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter
from packages import ods, ods_row, packed

from pscb_lib.reading.files import read_table
from pscb_lib.reading.files.formats.number_format import text_instead

HIDDEN = ("is shown as <6 by its number format, and holds a number that is not shown; write what "
          "is meant into the cell itself, c if the number may not be sent")
STRUCK = ("has characters that are struck through: it cannot be told what is meant; delete them, "
          "or write the cell again")
ALL_STRUCK = ["1 cell is struck through and was read (B2); delete what does not belong to the "
              "return"]
CELL = ('<table:table-cell office:value-type="{}" office:{}value="{}"><text:p>{}</text:p>'
        "</table:table-cell>")


def read(path):
    """The second cell of the only row, what is wrong with it, and the notes."""
    table = read_table(path, ("id", "count"))
    faults = [str(one).partition(": ")[2] for one in table.faults.get(2, ())]
    return [*table.rows[0].cells.values()][1], faults, [str(one).partition(": ")[2]
                                                         for one in table.notes]


def excel(tmp_path, write):
    """Read a workbook of Excel's, whose cell B2 *write* has written."""
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Return")
    for row, texts in enumerate((["id", "count"], ["a"])):
        sheet.write_row(row, 0, texts)
    write(book, sheet)
    book.close()
    return read(path)


def number(tmp_path, value, form):
    return excel(tmp_path, lambda book, sheet: sheet.write_number(
        1, 1, value, book.add_format({"num_format": form})))


def open_document(tmp_path, cell, style=""):
    path = tmp_path / "a.ods"
    first = ods_row("a").removesuffix("</table:table-row>")
    content = ods(f"{ods_row('id', 'count')}{first}{cell}</table:table-row>")
    path.write_bytes(with_style(content, style))
    return read(path)


def with_style(content: bytes, properties: str) -> bytes:
    """An ods file with a style S1 of these text properties."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    styles = ("<office:automatic-styles "
              'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">'
              f'<style:style style:name="S1"><style:text-properties {properties}/></style:style>'
              "</office:automatic-styles><office:body>")
    parts["content.xml"] = parts["content.xml"].replace(b"<office:body>", styles.encode(), 1)
    return packed(parts)


def text(shown: str, more: str = "") -> str:
    return (f'<table:table-cell office:value-type="string" {more}><text:p>{shown}</text:p>'
            "</table:table-cell>")


@pytest.mark.parametrize(("value", "form", "shown"), [
    (3, '[<6]"<6";General', "<6"), (3, '[Red][<6]"<6";[Blue]0', "<6"), (3, "\\c", "c"),
    (3, ";;;", ""), (3, '[>5]0;"s; t"', "s; t"), (-3, '0;"none"', "none"),
    (6, '[<6]"<6";General', None), (0, '0;-0;"-"', None), (0, '#,##0;-#,##0;""', None),
    (79, '_-£* #,##0_-;-£* #,##0_-;_-£* "-"??_-;_-@_-', None), (79, "@", None),
    (79, "General", None), (79, "[h]:mm", None), (79, "mmm", None), (79, '0 "days"', None),
    (79, "[$£-809]0;[$£-809]-0", None)])
def test_a_text_in_place_of_a_number_is_known_by_the_format(value, form, shown):
    assert text_instead(value, form) == shown


def test_a_number_hidden_by_its_format_is_refused_in_excel(tmp_path):
    assert number(tmp_path, 3, '[<6]"<6";General') == ("<6", [HIDDEN], [])
    assert number(tmp_path, 0, '0;-0;"-"') == ("0", [], [])


def test_a_number_hidden_by_its_format_is_refused_in_open_document(tmp_path):
    def cell(value, shown):
        return CELL.format("float", "", value, shown)

    assert open_document(tmp_path, cell(3, "&lt;6")) == ("<6", [HIDDEN], [])
    assert open_document(tmp_path, cell(3, "-"))[1] == [HIDDEN.replace("<6", "-")]
    assert open_document(tmp_path, cell(3, "###")) == ("3", [], [])
    assert open_document(tmp_path, cell(0, "-")) == ("0", [], [])


def test_a_raised_digit_is_no_part_of_a_number(tmp_path):
    def write(book, sheet):
        sheet.write_rich_string(1, 1, "79", book.add_format({"font_script": 1}), "1")

    assert excel(tmp_path, write) == ("79¹", [], [])
    span = text('79<text:span text:style-name="S1">1</text:span>')
    assert open_document(tmp_path, span, 'style:text-position="super 58%"') == ("79¹", [], [])
    assert open_document(tmp_path, span, 'style:text-position="-33% 58%"') == ("79₁", [], [])
    assert open_document(tmp_path, span) == ("791", [], [])


def test_a_part_that_is_struck_through_is_refused(tmp_path):
    def write(book, sheet):
        sheet.write_rich_string(1, 1, book.add_format({"font_strikeout": True}), "14", "79")

    assert excel(tmp_path, write) == ("1479", [STRUCK], [])
    span = text('<text:span text:style-name="S1">14</text:span>79')
    assert open_document(tmp_path, span, 'style:text-line-through-style="solid"') == (
        "1479", [STRUCK], [])


@pytest.mark.parametrize("is_first", [True, False])
def test_the_same_letters_in_another_cell_are_not_struck_through(tmp_path, is_first):
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    sheet = book.add_worksheet()
    struck = book.add_format({"font_strikeout": True})
    for row, texts in enumerate((["id", "count"], ["a"], ["b"])):
        sheet.write_row(row, 0, texts)
    sheet.write_rich_string(1 if is_first else 2, 1, struck, "14", "79")
    sheet.write_string(2 if is_first else 1, 1, "1479")
    book.close()
    faults = read_table(tmp_path / "a.xlsx", ("id", "count")).faults
    assert list(faults) == [2 if is_first else 3]


def test_a_cell_that_is_struck_through_is_noted(tmp_path):
    assert excel(tmp_path, lambda book, sheet: sheet.write_number(
        1, 1, 79, book.add_format({"font_strikeout": True}))) == ("79", [], ALL_STRUCK)
    assert open_document(tmp_path, text("79", 'table:style-name="S1"'),
                         'style:text-line-through-type="single"') == ("79", [], ALL_STRUCK)


def test_a_formula_that_gives_no_text_has_a_value(tmp_path):
    """Excel and LibreOffice save the "" of ``=IF(A2="", "", 1)`` so."""
    excel(tmp_path, lambda book, sheet: sheet.write_number(1, 1, 79))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    part = "xl/worksheets/sheet1.xml"
    filled = b'<c r="B2"><v>79</v></c>'
    for cell, faults in ((b'<c r="B2" t="str"><f>IF(A2="","","")</f><v></v></c>', []),
                         (b'<c r="B2"><f>A1</f><v></v></c>', [
                             "is a formula whose value was not saved; open the workbook in Excel "
                             "and save it, or write the value"])):
        assert filled in parts[part]
        (tmp_path / "b.xlsx").write_bytes(packed(parts | {part: parts[part].replace(filled, cell)}))
        assert read(tmp_path / "b.xlsx") == ("", faults, [])


def test_a_number_has_the_fifteen_digits_of_a_spreadsheet(tmp_path):
    assert number(tmp_path, 3.0000000000000004, "0")[0] == "3"
    assert number(tmp_path, 0.5700000000000001, "0%")[0] == "57%"
    assert number(tmp_path, 78.6, "0")[0] == "78.6"


def test_a_length_of_time_is_shown_in_hours(tmp_path):
    assert number(tmp_path, 12, "[h]:mm")[0] == "288:00"
    for written, shown in (("PT288H00M00S", "288:00"), ("-PT1H30M05S", "-1:30:05")):
        assert open_document(tmp_path, CELL.format("time", "time-", written, shown))[0] == shown


def test_a_negative_number_is_no_day(tmp_path):
    assert number(tmp_path, -5, "dd/mm/yyyy")[1] == [
        "is formatted as a date, and -5 is no day that a spreadsheet knows; correct the formula, "
        "or write the value"]
    assert number(tmp_path, (date(2015, 1, 20) - date(1899, 12, 30)).days, "dd/mm/yyyy")[0] == (
        "2015-01-20")
