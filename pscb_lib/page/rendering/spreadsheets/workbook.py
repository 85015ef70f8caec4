"""``tables.xlsx``: a cover, the contents, a sheet for each table, notes and a data dictionary.

Checklist, besides what :mod:`.sheets`, :mod:`.columns` and :mod:`.shorthand` quote: mark up tables;
one header row; no merged, split or nested cells; no blank rows or columns in a table; no filters
and no frozen panes; nothing hidden; tables at the left edge, from column A; nothing below a table;
no headers or footers, fills, images or macros; document information; the cursor in A1 of the first
sheet. The date is the report's day, never the clock's.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.spreadsheets.cover import cover_of
from pscb_lib.page.rendering.spreadsheets.extra import contents_of, dictionary_of, notes_of
from pscb_lib.page.rendering.spreadsheets.headings import with_headings
from pscb_lib.page.rendering.spreadsheets.layout import height_of, pages_wide, widths_of
from pscb_lib.page.rendering.spreadsheets.neutral import neutralised
from pscb_lib.page.rendering.spreadsheets.sheets import Sheet, sheets_of
from pscb_lib.page.rendering.spreadsheets.values import Link, Typed, is_number, typed_rows
from pscb_lib.page.rendering.workbooks import print_wide
from pscb_lib.writing.whole import draft_bytes

OPTIONS: dict[str, Any] = {"in_memory": True, "strings_to_formulas": False,
                           "strings_to_urls": False, "strings_to_numbers": False}
FONT = {"font_name": "Arial", "font_size": 12}
FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16}, "strong": {"bold": True, "text_wrap": True},
    "heading": {"bold": True, "font_size": 14, "text_wrap": True},
    "text": {"text_wrap": True}, "link": {"hyperlink": True},
    "code": {"align": "right", "indent": 1},
    "head": {"bold": True, "text_wrap": True, "bottom": 1},
    "head of numbers": {"bold": True, "text_wrap": True, "bottom": 1, "align": "right",
                        "indent": 1},
    "count": {"num_format": "#,##0", "align": "right", "indent": 1},
    "decimal": {"num_format": "#,##0.0", "align": "right", "indent": 1},
    "pounds": {"num_format": '"£"#,##0.00', "align": "right", "indent": 1},
    "day": {"num_format": "d mmmm yyyy", "align": "left"},
}
HEADINGS = {"Heading 1": "title", "Heading 2": "heading"}  # Excel's cell styles, and their formats
STRONG = 0.8  # what strong words have of the room that plain ones have
COVER = 90  # the width of its only column, in characters


def write_workbook(paper: Paper, path: Path) -> Path:
    """Write the workbook of *paper*, a sheet for each figure and table; return its path."""
    made = io.BytesIO()
    sheets = sheets_of(paper)
    last = [*notes_of(sheets), dictionary_of(sheets)] if sheets else []
    with xlsxwriter.Workbook(made, _options()) as book:
        book.set_properties({
            "title": paper.page_title, "subject": paper.front["period_words"],
            "author": paper.front["board"],
            "created": datetime.fromisoformat(paper.front["as_of"])})
        formats = {name: book.add_format({"valign": "top", **properties})
                   for name, properties in FORMATS.items()}
        _write_cover(book.add_worksheet("Cover"), cover_of(paper), formats)
        for sheet in (*contents_of(paper, [*sheets, *last]), *sheets, *last):
            _write_sheet(book.add_worksheet(sheet.name), sheet, formats)
    indices = {style: formats[name].xf_index for style, name in HEADINGS.items()}
    draft_bytes(path, with_headings(made.getvalue(), indices))
    return path


def _options() -> dict[str, Any]:
    # XlsxWriter changes the font that it is given, so that each workbook has its own.
    return {**OPTIONS, "default_format_properties": {**FONT}}


def _write_cover(page: Any, lines: Sequence[tuple[str, str]], formats: dict[str, Any]) -> None:
    """Write each line of the cover, with its format, in column A."""
    page.set_column(0, 0, COVER)
    for row, (kind, words) in enumerate(lines):
        page.set_row(row, height_of([(words, COVER)], kind in HEADINGS.values()))
        page.write_string(row, 0, neutralised(words), formats[kind])
    print_wide(page)


def _write_sheet(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    rows = typed_rows(sheet.rows, sheet.headings)
    widths = widths_of(sheet.headings, rows)
    for across, width in enumerate(widths):
        page.set_column(across, across, width)
    page.set_row(0, height_of([], is_title=True))
    page.write_string(0, 0, neutralised(sheet.title), formats["title"])
    for down, note in enumerate(sheet.notes, start=1):
        page.set_row(down, height_of([(note, widths[0])]))
        page.write_string(down, 0, neutralised(note), formats["text"])
    _write_table(page, sheet, rows, widths, formats)
    print_wide(page)
    page.fit_to_pages(pages_wide(widths), 0)


def _write_table(page: Any, sheet: Sheet, rows: Sequence[Sequence[Typed]],
                 widths: Sequence[float], formats: dict[str, Any]) -> None:
    """Write the marked-up table of a sheet, below its title and its notes."""
    first = 1 + len(sheet.notes)
    numeric = [any(map(is_number, column)) for column in zip(*rows, strict=True)]
    heads = [formats["head of numbers" if is_numeric else "head"] for is_numeric in numeric]
    page.set_row(first, height_of([(head, STRONG * width) for head, width in zip(
        sheet.headings, widths, strict=True)]))
    page.add_table(first, 0, first + len(rows), len(widths) - 1, {
        "name": sheet.table, "autofilter": False, "style": None, "banded_rows": False,
        "columns": [{"header": neutralised(one), "header_format": head}
                    for one, head in zip(sheet.headings, heads, strict=True)]})
    for down, row in enumerate(rows, start=first + 1):
        page.set_row(down, height_of(list(zip(row, widths, strict=True))))
        for across, (value, is_numeric) in enumerate(zip(row, numeric, strict=True)):
            _write_cell(page, (down, across), value, formats, is_numeric)


def _write_cell(page: Any, place: tuple[int, int], value: Typed, formats: dict[str, Any],
                is_numeric: bool) -> None:
    if isinstance(value, Link):
        page.write_url(*place, f"internal:'{value.sheet}'!A1", formats["link"], value.sheet)
    elif isinstance(value, date):
        page.write_datetime(*place, value, formats["day"])
    elif isinstance(value, str):
        page.write_string(*place, neutralised(value), formats["code" if is_numeric else "text"])
    else:
        page.write_number(*place, value, formats[_format_of(value)])


def _format_of(value: int | float | Decimal | None) -> str:
    """The format of a number; Excel has an amount of money to the penny."""
    return ("pounds" if isinstance(value, Decimal) else
            "count" if isinstance(value, int) else "decimal")
