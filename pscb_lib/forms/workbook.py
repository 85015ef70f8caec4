"""Write the workbook of a form: instructions, the sheet to fill in, the allowed words.

Headings are locked, all cells below them are open. The example row is marked in the column
``example``, which the reader takes for what it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from math import ceil
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from pscb_lib import style
from pscb_lib.forms.example import EXAMPLE, write_example
from pscb_lib.forms.instructions import HEADINGS, WIDTHS, lines_of, table_of
from pscb_lib.forms.plan import Form
from pscb_lib.forms.validation import TEXT, Allowed, allowed_in, validation
from pscb_lib.rendering.workbooks import print_wide, writing

GUIDE, SHEET, WORDS, NIL = "Instructions", "Return", "Allowed words", "nil_return"
LAST_ROW = 1_048_575
LINE, WIDEST = 15, 36  # points, letters
OPEN_TO_CLERKS = {"format_columns": True, "format_rows": True, "insert_rows": True,
                  "delete_rows": True, "sort": True, "autofilter": True}
NIL_CHECK = {"validate": "list", "source": ["yes"], "input_title": "Nothing to report?",
             "input_message": "Choose yes here in one row and write nothing else."}
LOOKS = {
    "title": {"bold": True, "font_size": 16},
    "label": {"bold": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "heading": {"bold": True, "bg_color": style.PALE, "bottom": 1},
    "must": {"bold": True, "bg_color": style.PALE, "bottom": 2},
    "may": {"bg_color": style.PALE, "bottom": 1},
    "word": {"num_format": TEXT},
}


def write_form(form: Form, path: Path) -> None:
    """Write a form to *path*, the same bytes for the same form; InputError where it cannot."""
    columns = [allowed_in(field, form.context.period) for field in form.fields]
    with writing(path), xlsxwriter.Workbook(str(path)) as book:
        created = datetime.combine(form.context.as_of, time())
        book.set_properties({"title": f"{form.kind.title}, {form.context.period.label}",
                             "author": form.context.settings.board, "created": created})
        looks = {name: book.add_format(look) for name, look in LOOKS.items()}
        guide, sheet, words = (book.add_worksheet(name) for name in (GUIDE, SHEET, WORDS))
        _write_guide(guide, form, columns, looks)
        ranges = _write_words(words, columns, looks)
        _write_return(book, sheet, form, columns, ranges, looks)


def _write_guide(sheet, form: Form, columns: Sequence[Allowed], looks: dict) -> None:
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, f"{form.kind.title}: {form.context.period.words}", looks["title"])
    row = 2
    for label, text in lines_of(form, columns, SHEET, WORDS):
        sheet.write_string(row, 0, label, looks["label"])
        sheet.write_string(row, 1, text)
        row += 1
    sheet.write_row(row + 1, 0, HEADINGS, looks["heading"])
    for number, cells in enumerate(table_of(columns), row + 2):
        sheet.set_row(number, LINE * max(ceil(len(cell) / width)
                                         for cell, width in zip(cells, WIDTHS)))
        for column, cell in enumerate(cells):
            sheet.write_string(number, column, cell, looks["text"])
    sheet.protect("", OPEN_TO_CLERKS)
    print_wide(sheet)


def _write_words(sheet, columns: Sequence[Allowed], looks: dict) -> dict[str, str]:
    """Write each list in a column of its own, and tell its range by the name of the field."""
    ranges = {}
    listed = [column for column in columns if column.words]
    for place, column in enumerate(listed):
        sheet.set_column(place, place, 2 + max(map(len, (column.field.name, *column.words))))
        sheet.write_string(0, place, column.field.name, looks["heading"])
        for row, word in enumerate(column.words, 1):
            sheet.write_string(row, place, word, looks["word"])
        cells = xl_range_abs(1, place, len(column.words), place)
        ranges[column.field.name] = f"'{WORDS}'!{cells}"
    sheet.freeze_panes(1, 0)
    sheet.protect("", OPEN_TO_CLERKS)
    return ranges


def _write_return(book, sheet, form: Form, columns: Sequence[Allowed], ranges: dict[str, str],
                  looks: dict) -> None:
    formats = {one: book.add_format({"num_format": one, "locked": False})
               for one in {TEXT, *(column.number_format for column in columns)}}
    sheet.set_column(0, 0, len(EXAMPLE) + 12)
    sheet.write_string(0, 0, EXAMPLE, looks["may"])
    for place, column in enumerate(columns, 1):
        name = column.field.name
        example = form.kind.example.get(name, "")
        sheet.set_column(place, place, min(max(14, len(name) + 2, len(example)), WIDEST),
                         formats[column.number_format])
        sheet.write_string(0, place, name, looks["may" if column.may_be_blank else "must"])
        check = validation(column, xl_rowcol_to_cell(1, place), ranges.get(name),
                           form.context.period)
        sheet.data_validation(1, place, LAST_ROW, place, check)
    last = len(columns) + 1
    sheet.set_column(last, last, 12, formats[TEXT])
    sheet.write_string(0, last, NIL, looks["may"])
    sheet.data_validation(1, last, LAST_ROW, last, NIL_CHECK)
    write_example(book, sheet, form, columns)
    sheet.freeze_panes(1, 1)
    print_wide(sheet)
    sheet.protect("", OPEN_TO_CLERKS)
