"""Write the workbook of decisions. The same decisions give the same bytes.

Every cell is text, so that Excel makes no date of 2011-12 and no number of 874. A closed list is a
drop-down, headings are frozen and have a remark each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_range_abs

from pscb_lib.page import style
from pscb_lib.page.rendering.workbooks import new_workbook, print_wide
from pscb_lib.returns.forms.columns import LAST_ROW
from pscb_lib.returns.forms.validation import TEXT
from pscb_lib.running.params_book.guide import (
    DICTIONARY,
    DICTIONARY_HEADINGS,
    GUIDE,
    MARKS,
    STEPS,
    WORDS,
    dictionary_of,
    marks_of,
    remark_on,
    widths_of,
)
from pscb_lib.running.params_book.pages import Column, Page

CREATED = datetime(2014, 5, 1)  # of the framework: the clock's day would change the bytes
LINE, WIDEST, WIDEST_HELP = 15, 44, 60  # points, letters
REMARK = {"x_scale": 2.5, "y_scale": 2, "author": ""}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16}, "label": {"bold": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top", "num_format": TEXT},
    "cell": {"valign": "top", "num_format": TEXT},
    "must": {"bold": True, "bg_color": style.PALE, "bottom": 2, "num_format": TEXT},
    "may": {"bg_color": style.PALE, "bottom": 1, "num_format": TEXT},
}
NOT_IN_LIST = {"error_title": "Not in the list", "ignore_blank": True}


def write_book(pages: Sequence[Page], board: str, path: Path) -> None:
    """Write the workbook of the *pages* to *path*. Raises InputError if it cannot be written."""
    with new_workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": f"Decisions of {board}", "author": board,
                             "created": CREATED})
        looks = {name: book.add_format(look) for name, look in LOOKS.items()}
        guide = book.add_worksheet(GUIDE)
        sheets = [book.add_worksheet(page.name) for page in pages]
        dictionary, words = (book.add_worksheet(name) for name in (DICTIONARY, WORDS))
        ranges = _write_words(words, pages, looks)
        _write_guide(guide, pages, board, looks)
        _write_table(dictionary, DICTIONARY_HEADINGS, [*dictionary_of(pages)], looks)
        for sheet, page in zip(sheets, pages, strict=True):
            _write_page(sheet, page, ranges, looks)


def _write_guide(sheet: Any, pages: Sequence[Page], board: str, looks: dict[str, Any]) -> None:
    sheet.write_string(0, 0, f"Decisions of {board}", looks["title"])
    for row, (label, text) in enumerate(STEPS, 2):
        sheet.write_string(row, 0, label, looks["label"])
        sheet.write_string(row, 1, text)
    first, rows = len(STEPS) + 3, [*marks_of(pages)]
    for place, width in enumerate(widths_of(MARKS, rows, WIDEST)):
        sheet.set_column(place, place, width)
    for place, heading in enumerate(MARKS):
        sheet.write_string(first, place, heading, looks["must"])
    for row, texts in enumerate(rows, first + 1):
        sheet.write_url(row, 0, f"internal:'{texts[0]}'!A1", None, texts[0])
        for place, text in enumerate(texts[1:], 1):
            sheet.write_string(row, place, text, looks["cell"])
    print_wide(sheet)


def _write_table(sheet: Any, headings: Sequence[str], rows: Sequence[Sequence[str]],
                 looks: dict[str, Any]) -> None:
    widths = widths_of(headings, rows, WIDEST)
    for place, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, heading, looks["must"])
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, LINE * max(ceil(len(text) / (width - 2))
                                         for text, width in zip(row, widths, strict=True)))
        for place, text in enumerate(row):
            sheet.write_string(number, place, text, looks["text"])
    sheet.freeze_panes(1, 2)
    print_wide(sheet)


def _write_words(sheet: Any, pages: Iterable[Page], looks: dict[str, Any]
                 ) -> dict[tuple[str, ...], str]:
    """Write each list of words in a column of its own; return their ranges."""
    ranges: dict[tuple[str, ...], str] = {}
    for page in pages:
        for column in (*page.columns, *page.cells_of.values()):
            if column.words and column.words not in ranges:
                place = len(ranges)
                sheet.set_column(place, place, min(WIDEST, 2 + max(map(len, column.words))))
                sheet.write_string(0, place, column.name, looks["may"])
                for row, word in enumerate(column.words, 1):
                    sheet.write_string(row, place, word, looks["cell"])
                cells = xl_range_abs(1, place, len(column.words), place)
                ranges[column.words] = f"='{WORDS}'!{cells}"
    sheet.freeze_panes(1, 0)
    return ranges


def _write_page(sheet: Any, page: Page, ranges: dict[tuple[str, ...], str],
                looks: dict[str, Any]) -> None:
    widths = widths_of(page.names, page.rows, WIDEST)
    for place, (column, width) in enumerate(zip(page.columns, widths, strict=True)):
        sheet.set_column(place, place, width, looks["cell"])
        sheet.write_string(0, place, column.name, looks["may" if column.may_be_blank else "must"])
        sheet.write_comment(0, place, remark_on(column), REMARK)
        if column.words:
            sheet.data_validation(1, place, LAST_ROW, place, _list(column, ranges))
    for row, texts in enumerate(page.rows, 1):
        for place, text in enumerate(texts):
            sheet.write_string(row, place, text, looks["cell"])
        own = page.cells_of.get(texts[0])
        if own and own.words:
            sheet.data_validation(row, 1, row, 1, _list(own, ranges))
    sheet.ignore_errors({"number_stored_as_text": xl_range_abs(
        0, 0, LAST_ROW, len(page.columns) - 1).replace("$", "")})
    sheet.freeze_panes(1, 1)
    print_wide(sheet)


def _list(column: Column, ranges: dict[tuple[str, ...], str]) -> dict[str, Any]:
    """The drop-down of a column: words outside it are refused, or only asked about."""
    return {**NOT_IN_LIST, "validate": "list", "source": ranges[column.words],
            "error_type": "stop" if column.must_be_one else "warning",
            "error_message": "Choose a word of the list" if column.must_be_one
            else "The word is not in the register that has them. Keep it?"}
