"""Each rule for accessible spreadsheets, proved on a finished workbook.

The rules are the Government Analysis Function's: "Releasing statistics in spreadsheets" and "Making
spreadsheets accessible: a brief checklist of the basics". Each test's name says one of them.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from specimen import FRONT, notebook_of, said, shown

from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.spreadsheets import write_tables

LONG = "The family moved twice in the half-year and each school learnt of it weeks later. " * 3
NOTE = "Children placed here by others are not counted. See [the definition](#definitions)."


def block(kind: str, id: str, columns: list[str], rows: list[list[Any]], **more: Any
          ) -> dict[str, Any]:
    """A block with data, as a paper has it."""
    picture = {"svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "alt": "A",
               "caption": "Return interviews fell to 88.9%, below the usual range"}
    own = picture if kind == "chart" else {"empty": "None.", "caption": "Agencies' work in time"}
    groups = [{"label": None, "rows": [[[{"text": row[0], "tone": "plain"}]] for row in rows]}]
    column = {"label": "What", "align": "start", "width": 1}
    printed = {"columns": [column], "groups": groups} if kind == "table" else {}
    return {"kind": kind, "id": id, "note": None, "data": {"columns": columns, "rows": rows},
            **printed, **own, **more}


BLOCKS = [
    block("table", "work", ["indicator", "due_on", "period", "actual", "numerator", "target"], [
        ["Return interviews", "2014-11-05", "2014-15 Q3", 88.888889, 1240, 95],
        ["Health checks", "2015-02-04", "2014-15 Q2", "Not shown: small numbers", None, 90],
        ["Visits", None, "2014-15 Q3", "Not supplied", 12, 20]], note=NOTE),
    block("table", "answers", ["question", "answer", "Answer"], [["Where?", LONG, "–"]]),
    block("table", "empty", ["agency", "number"], []),
    block("chart", "interviews", ["quarter", "actual"], [["2014-15 Q3", 88.888889]],
          subtitle="Peterborough, per cent by quarter"),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of a paper with three tables and a chart."""
    folder = tmp_path_factory.mktemp("set")
    paper = notebook_of(said("t", "# Children missing"), shown("f", FRONT), shown("b", *BLOCKS),
                        said("d", "## Definitions"))
    write_tables(read_paper(paper), folder)
    return folder / "tables.xlsx"


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    """The workbook, opened."""
    return openpyxl.load_workbook(path)


def tables(book: Any) -> Iterator[tuple[Any, Any]]:
    """Each sheet but the cover with its one table."""
    for sheet in book.worksheets[1:]:
        (table,) = sheet.tables.values()
        yield sheet, table


def body(sheet: Any, table: Any) -> Iterator[Any]:
    """The cells of a table below its heads."""
    for row in list(sheet[table.ref])[1:]:
        yield from row


def parts(path: Path) -> dict[str, str]:
    """The parts of the workbook as text."""
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_mark_up_tables_one_a_sheet(book):
    tables_by_sheet = [len(sheet.tables) for sheet in book]
    assert tables_by_sheet == [0, *[1] * (len(book.sheetnames) - 1)]


def test_give_tables_meaningful_names(book):
    assert [table.displayName for _, table in tables(book)] == [
        "Contents", "Table_1_work", "Table_2_answers", "Table_empty", "Figure_1_interviews",
        "Notes", "Data_dictionary"]


def test_remove_merged_split_and_nested_cells(book):
    assert not any(sheet.merged_cells.ranges for sheet in book)


def test_remove_blank_rows_and_columns_within_tables(book):
    for sheet, table in tables(book):
        lines = [[cell.value for cell in line] for line in sheet[table.ref]]
        assert all(any(line) for line in (*lines, *zip(*lines, strict=True)))


def test_all_tables_have_one_header_row_with_unique_names(book):
    for sheet, table in tables(book):
        heads = [cell.value for cell in sheet[table.ref][0]]
        assert (table.headerRowCount, len({head.lower() for head in heads})) == (1, len(heads))


def test_column_headings_are_in_words(book):
    heads = [cell.value for sheet, table in tables(book) for cell in sheet[table.ref][0]]
    assert [head for head in heads if "_" in head or head[0].islower()] == []
    assert {"Due on", "Answer", "Answer (2)"} <= {*heads}


def test_wrap_text_within_cells(book):
    for sheet, table in tables(book):
        assert all(cell.alignment.wrap_text for cell in body(sheet, table)
                   if cell.data_type == "s" and len(cell.value) > sheet.column_dimensions[
                       cell.column_letter].width)


def test_a_row_is_as_high_as_its_wrapped_text(book):
    cell = next(cell for cell in book["Table 2"]["B"] if cell.value == LONG)
    lines = len(LONG) / (1.2 * book["Table 2"].column_dimensions["B"].width)
    assert book["Table 2"].row_dimensions[cell.row].height >= 12 * lines


def test_columns_are_a_sensible_width(book):
    widths = [column.width for sheet in book.worksheets[1:]
              for column in sheet.column_dimensions.values()]
    assert min(widths) >= 12
    assert max(widths) <= 60


def test_avoid_filters_and_freeze_panes(book):
    assert [sheet.freeze_panes for sheet in book] == [None] * len(book.sheetnames)
    assert all(table.autoFilter is None for _, table in tables(book))


def test_no_cell_is_empty_and_its_shorthand_is_explained_above_the_table(book):
    for sheet, table in tables(book):
        assert all(cell.value not in (None, "") for cell in body(sheet, table))
        first = int(re.search(r"\d+", table.ref)[0])
        above = " ".join(str(sheet.cell(row, 1).value) for row in range(1, first))
        if sheet.title not in ("Notes", "Data dictionary"):
            assert {cell.value for cell in body(sheet, table)
                    if str(cell.value).startswith("[")} <= {*re.findall(r"\[[a-z ]+\]", above)}


@pytest.mark.parametrize(("place", "code"), [
    pytest.param("D3", "[c]", id="hidden, because numbers are small"),
    pytest.param("D4", "[x]", id="not supplied"),
    pytest.param("B4", "[z]", id="does not apply"),
])
def test_missing_figures_have_the_shorthand_of_government_statistics(book, place, code):
    (table,) = book["Table 1"].tables.values()
    first = int(re.search(r"\d+", table.ref)[0])
    assert book["Table 1"].cell(first + int(place[1]) - 1, ord(place[0]) - 64).value == code


def test_nothing_is_hidden(book):
    assert {sheet.sheet_state for sheet in book} == {"visible"}
    assert not any(line.hidden for sheet in book for line in (
        *sheet.row_dimensions.values(), *sheet.column_dimensions.values()))


def test_notes_are_words_above_the_table_and_no_symbols(book):
    column = [cell.value for cell in book["Table 1"]["A"]]
    assert "Note: Children placed here by others are not counted. See the definition." in column
    assert not any(mark in str(value) for value in column for mark in "*†‡¹²³")


def test_put_note_text_in_a_notes_table_on_a_notes_worksheet(book):
    sheet, table = next(one for one in tables(book) if one[0].title == "Notes")
    assert [cell.value for cell in body(sheet, table)][::2] == ["[c]", "[x]", "[z]"]


def test_all_worksheets_have_descriptive_titles(book):
    assert [sheet["A1"].value for sheet in book] == [
        "Children missing, Quarter 3 2014/15: tables", "Contents",
        "Table 1: Agencies' work in time", "Table 2: Agencies' work in time",
        "Agencies' work in time",
        "Figure 1: Return interviews fell to 88.9%, below the usual range",
        "Notes: shorthand in cells without a figure",
        "Data dictionary: what each column means"]
    assert all(sheet["A1"].font.bold and sheet["A1"].font.size > 12 for sheet in book)


def test_do_not_use_headers_footers_images_macros_or_fills(book, path):
    found = parts(path)
    assert not any("headerFooter" in part or "<drawing" in part for part in found.values())
    assert not any(word in name for name in found for word in ("vba", "media", "drawing"))
    assert {cell.fill.fill_type for sheet in book for row in sheet for cell in row} == {None}


def test_text_is_at_least_12_points_in_a_plain_font(book):
    fonts = {(cell.font.name, cell.font.size) for sheet in book for row in sheet for cell in row}
    assert {name for name, _ in fonts} == {"Arial"}
    assert min(size for _, size in fonts) == 12


def test_colour_is_not_the_only_way_to_tell_anything(book):
    coloured = {cell.font.color.theme for sheet in book for row in sheet for cell in row
                if cell.font.color is not None and not cell.hyperlink}
    assert coloured == {1}  # of text


def test_the_titles_of_sheets_are_tagged_as_headings(book, path):
    named = {style.get("name"): style.get("builtinId") for style in
             etree.fromstring(parts(path)["xl/styles.xml"].encode()).iter("{*}cellStyle")}
    assert named == {"Heading 1": "16", "Heading 2": "17", "Hyperlink": "8", "Normal": "0"}
    assert {sheet["A1"].style for sheet in book} == {"Heading 1"}
    lines = [*book["Cover"]["A"]]
    assert [cell.value for cell in lines if cell.style == "Heading 2"] == [
        cell.value for cell in lines[3::2]]
    others = [cell for sheet in book for row in sheet for cell in row
              if cell.coordinate != "A1" and cell.style.startswith("Head")]
    assert {cell.parent.title for cell in others} == {"Cover"}


def test_give_worksheets_unique_names_that_say_what_is_in_them(book):
    assert book.sheetnames == [
        "Cover", "Contents", "Table 1", "Table 2", "Empty",
        "Figure 1", "Notes", "Data dictionary"]


def test_remove_blank_worksheets(book):
    assert "None." in [cell.value for cell in book["Empty"]["A"]]
    assert all(sheet.max_row > 1 for sheet in book)


def test_position_tables_against_the_left_edge_with_nothing_below_or_beside(book):
    for sheet, table in tables(book):
        assert (table.ref.startswith("A"), table.ref.split(":")[1]) == (
            True, sheet.dimensions.split(":")[1])


def test_only_column_a_has_text_above_a_table(book):
    for sheet, table in tables(book):
        first = int(re.search(r"\d+", table.ref)[0])
        assert not any(cell.value for row in sheet.iter_rows(max_row=first - 1)
                       for cell in row[1:])


def test_add_document_information(book):
    about = book.properties
    assert (about.title, about.creator, about.subject, about.created) == (
        "Children missing, Quarter 3 2014/15 – Peterborough Safeguarding Children Board",
        "Peterborough Safeguarding Children Board",
        "Quarter 3 2014/15 (October to December 2014)", datetime(2015, 1, 31))


def test_the_cursor_is_in_a1_of_each_sheet_and_the_first_is_active(book):
    assert book.active.title == "Cover"
    assert {sheet.sheet_view.selection[0].activeCell for sheet in book} == {"A1"}
    assert [bool(sheet.sheet_view.tabSelected) for sheet in book].count(True) == 1


def test_the_cover_says_what_it_is_of_when_for_whom_and_how_to_use_it(book):
    lines = [cell.value for cell in book["Cover"]["A"]]
    assert lines[:3] == ["Children missing, Quarter 3 2014/15: tables", FRONT["board"],
                         FRONT["marking"]]
    assert lines[3::2] == ["What this is", "Period", "Date", "Source", "Contact", "Licence",
                           "How to use it"]
    assert book["Cover"].max_column == 1


def test_the_contents_link_to_each_sheet(book):
    links = {cell.value: cell.hyperlink.location for cell in book["Contents"]["A"]
             if cell.hyperlink}
    assert links == {name: f"'{name}'!A1" for name in book.sheetnames[2:]}


@pytest.mark.parametrize(("value", "number_format"), [
    pytest.param(88.888889, "#,##0.0", id="a percentage is shown as 88.9"),
    pytest.param(1240, "#,##0", id="a count as 1,240"),
    pytest.param(95, "#,##0", id="a target is a number"),
    pytest.param(datetime(2014, 11, 5), "d mmmm yyyy", id="a day as 5 November 2014"),
])
def test_numbers_have_formats(book, value, number_format):
    cells = [cell for row in book["Table 1"].iter_rows() for cell in row
             if cell.value == value]
    assert {cell.number_format for cell in cells} == {number_format}


def test_money_is_a_number_of_pounds_exact_to_the_penny(tmp_path):
    rows = [["Reviews", "£1234.10"], ["Staff", "-£0.20"]]
    write_tables(read_paper(notebook_of(said("t", "# Budget"), shown("f", FRONT), shown(
        "b", block("table", "money", ["line", "forecast"], rows)))), tmp_path)
    book = openpyxl.load_workbook(tmp_path / "tables.xlsx")
    cells = [cell for row in book["Table 1"].iter_rows() for cell in row
             if isinstance(cell.value, float)]
    assert [(str(cell.value), cell.number_format) for cell in cells] == [
        ("1234.1", '"£"#,##0.00'), ("-0.2", '"£"#,##0.00')]
    unit = next(row for row in book["Data dictionary"].iter_rows(values_only=True)
                if row[1] == "Forecast")
    assert unit[3] == "pounds"
    csv = (tmp_path / "tables" / "money.csv").read_text(encoding="utf-8-sig")
    assert csv.splitlines() == ["line,forecast", "Reviews,1234.10", "Staff,-0.20"]


def test_a_period_is_said_as_people_say_it(book):
    assert "Quarter 3 2014/15" in [cell.value for cell in book["Table 1"]["C"]]


def test_the_dictionary_has_each_column_with_its_meaning_and_its_unit(book):
    sheet, table = next(one for one in tables(book) if one[0].title == "Data dictionary")
    rows = [tuple(cell.value for cell in row) for row in list(sheet[table.ref])[1:]]
    named = [(one.title, cell.value) for one, own in tables(book) for cell in one[own.ref][0]
             if one.title not in ("Contents", "Notes", "Data dictionary")]
    assert [row[:2] for row in rows] == named
    assert ("Table 1", "Due on", "The day by which it is due", "day") in rows


def test_a_second_workbook_of_a_process_has_the_same_bytes(path, tmp_path):
    paper = notebook_of(said("t", "# Children missing"), shown("f", FRONT), shown("b", *BLOCKS),
                        said("d", "## Definitions"))
    write_tables(read_paper(paper), tmp_path)
    assert (tmp_path / "tables.xlsx").read_bytes() == path.read_bytes()
