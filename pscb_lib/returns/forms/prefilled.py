"""Write the sheet of a prefilled form: its content is locked, only the boxes to fill are open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import Any

from pscb_lib.page import style
from pscb_lib.returns.forms.columns import MAY, Listed, write_head
from pscb_lib.returns.forms.plan import Form
from pscb_lib.returns.forms.validation import Allowed
from pscb_lib.returns.prefilled import Prefilled

LINE = 15  # points
NARROW, WIDE, BOX = 12, 26, 34  # letters
CELL = {"text_wrap": True, "valign": "top", "border": 1, "border_color": style.GREY}
LOCKED, OPEN = {**CELL, "bg_color": style.PALE}, {**CELL, "locked": False}


def open_in(form: Form, columns: Sequence[Allowed]) -> list[Allowed]:
    """Return the columns to fill in: all of them, or those that are not prefilled."""
    filled = {name for row in form.prefilled.rows for name in row} if form.prefilled else ()
    return [column for column in columns if column.field.name not in filled]


def write_prefilled(book: Any, sheet: Any, form: Form, prefilled: Prefilled,
                    columns: Sequence[Listed]) -> None:
    """Write the extra columns, the boxes to fill, and last the prefilled columns of the return."""
    extra, rows = prefilled.extra, prefilled.rows
    head = book.add_format(MAY)
    for place, name in enumerate(extra):
        width = max(len(str(row[name] or "")) for row in rows)
        sheet.set_column(place, place, min(max(NARROW, width), WIDE))
        sheet.write_string(0, place, name, head)
    boxes = {column.field.name: book.add_format({**OPEN, "num_format": column.number_format})
             for column in open_in(form, [column for column, _ in columns])}
    ordered = sorted(columns, key=lambda listed: listed[0].field.name not in boxes)
    for place, (column, words) in enumerate(ordered, len(extra)):
        is_text = column.field.name in boxes and column.shape.kind == "text"
        sheet.set_column(place, place, BOX if is_text else NARROW)
        write_head(book, sheet, place, (column, words), form.context.period, len(rows))
    names = (*extra, *(column.field.name for column, _ in ordered))
    _write_rows(book, sheet, rows, names, boxes)
    sheet.freeze_panes(1, 1)


def _write_rows(book: Any, sheet: Any, rows: Iterable[Mapping[str, object]], names: Sequence[str],
                boxes: Mapping[str, Any]) -> None:
    locked = book.add_format(LOCKED)
    for number, row in enumerate(rows, 1):
        longest = max(len(str(value or "")) for value in row.values())
        sheet.set_row(number, LINE * max(4, 1 + ceil(longest / WIDE)))
        for place, name in enumerate(names):
            if name in boxes:
                sheet.write_blank(number, place, None, boxes[name])
            elif isinstance(row[name], int):
                sheet.write_number(number, place, row[name], locked)
            else:
                sheet.write_string(number, place, row[name] or "", locked)
