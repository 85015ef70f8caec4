"""Write the workbook of a form: instructions, the sheet to fill in, the allowed words.

Headings are locked. Below them all cells are open; in a prefilled form only the boxes are.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from math import ceil
from pathlib import Path

from xlsxwriter.utility import xl_range_abs

from pscb_lib.board.wording import named
from pscb_lib.page import style
from pscb_lib.page.rendering.workbooks import new_workbook, print_wide
from pscb_lib.returns.forms.counted import COUNTED, write_counted
from pscb_lib.returns.forms.empty import write_empty
from pscb_lib.returns.forms.instructions import GUIDE, HEADINGS, WIDTHS, lines_of, table_of
from pscb_lib.returns.forms.plan import Form
from pscb_lib.returns.forms.prefilled import listed_in, open_in, write_prefilled
from pscb_lib.returns.forms.validation import TEXT, Allowed, allowed_in

SHEET, WORDS = "Return", "Allowed words"
LINE = 15  # points
OPEN_TO_CLERKS = {"format_columns": True, "format_rows": True, "insert_rows": True,
                  "delete_rows": True, "sort": True, "autofilter": True}
LOOKS = {
    "title": {"bold": True, "font_size": 16},
    "label": {"bold": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "heading": {"bold": True, "bg_color": style.PALE, "bottom": 1},
    "word": {"num_format": TEXT},
}


def write_form(form: Form, path: Path) -> None:
    """Write a form to *path*; the same form gives the same bytes.

    Raises InputError if the file cannot be written.
    """
    columns = [allowed_in(field, form.context.period, form.words_of(field.name),
                          form.kind.applies.get(field.name, "")) for field in form.fields]
    with new_workbook(path) as book:
        created = datetime.combine(form.context.as_of, time())
        book.set_properties({"title": form.title,
                             "author": form.context.settings.board, "created": created})
        looks = {name: book.add_format(look) for name, look in LOOKS.items()}
        guide, sheet = (book.add_worksheet(name) for name in (GUIDE, SHEET))
        if form.prefilled and form.prefilled.explained:
            write_counted(book.add_worksheet(COUNTED), form.prefilled.explained, looks)
        words = book.add_worksheet(WORDS)
        _write_guide(guide, form, columns, looks)
        ranges = _write_words(words, listed_in(form, columns), looks)
        listed = [(column, ranges.get(column.field.name)) for column in columns]
        if form.prefilled:
            write_prefilled(book, sheet, form, form.prefilled, listed)
        else:
            write_empty(book, sheet, form, listed)
        print_wide(sheet)
        sheet.repeat_rows(0)
        sheet.protect("", OPEN_TO_CLERKS)


def _write_guide(sheet, form: Form, columns: Sequence[Allowed], looks: dict) -> None:
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, form.title, looks["title"])
    row = 2
    for label, text in named([*lines_of(form, columns, SHEET, WORDS)]):
        sheet.write_string(row, 0, label, looks["label"])
        sheet.write_string(row, 1, text)
        row += 1
    sheet.write_row(row + 1, 0, HEADINGS, looks["heading"])
    for number, cells in enumerate(named([*table_of(open_in(form, columns))]), row + 2):
        sheet.set_row(number, LINE * max(ceil(len(cell) / width)
                                         for cell, width in zip(cells, WIDTHS, strict=True)))
        for column, cell in enumerate(cells):
            sheet.write_string(number, column, cell, looks["text"])
    sheet.protect("", OPEN_TO_CLERKS)
    print_wide(sheet)


def _write_words(sheet, columns: Sequence[Allowed], looks: dict) -> dict[str, str]:
    """Write each list in a column of its own; return its range by the name of the field."""
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
