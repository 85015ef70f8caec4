"""Write the sheet of a prefilled form: its content is locked, only the boxes to fill are open.

Example rows come first, marked in the column ``example``; open rows for whatever else is to be
sent come last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

from pscb_lib.page import style
from pscb_lib.returns.forms.columns import MAY, Listed, write_head
from pscb_lib.returns.forms.example import EXAMPLE, LOOK, MARK, typed
from pscb_lib.returns.forms.plan import Form
from pscb_lib.returns.forms.validation import Allowed
from pscb_lib.returns.prefilled import Offered, Prefilled

LINE = 15  # points
FIGURES, TEXTS = 2, 4  # the fewest lines of a row to be filled in with either
NARROW, WIDE, BOX = 12, 26, 34  # letters
CELL = {"text_wrap": True, "valign": "top", "border": 1, "border_color": style.GREY}
LOCKED, OPEN = {**CELL, "bg_color": style.PALE}, {**CELL, "locked": False}


def open_in(form: Form, columns: Sequence[Allowed]) -> list[Allowed]:
    """Return the columns to fill in: all of them, or those not prefilled in every row."""
    rows = form.prefilled.rows if form.prefilled else ()
    return [column for column in columns if not rows or any(
        _is_open(row, column.field.name) for row in rows)]


def listed_in(form: Form, columns: Sequence[Allowed]) -> list[Allowed]:
    """Return the columns whose allowed words are listed: also those of open rows below."""
    return [*columns] if form.prefilled and form.prefilled.more else open_in(form, columns)


def write_prefilled(book: Any, sheet: Any, form: Form, prefilled: Prefilled,
                    columns: Sequence[Listed]) -> None:
    """Write the extra columns, the boxes to fill, and last the prefilled columns of the return."""
    extra, rows = prefilled.extra, prefilled.rows
    first = (EXAMPLE, *extra) if prefilled.examples else extra
    for place, name in enumerate(first):
        width = max(len(str(row.get(name) or "")) for row in (*rows, {EXAMPLE: MARK}))
        sheet.set_column(place, place, min(max(NARROW, width), WIDE))
        sheet.write_string(0, place, name, book.add_format(MAY))
    boxes = {column.field.name for column in open_in(form, [column for column, _ in columns])}
    ordered = sorted(columns, key=lambda listed: listed[0].field.name not in boxes)
    last = len(prefilled.examples) + len(rows) + prefilled.more
    for place, (column, words) in enumerate(ordered, len(first)):
        is_text = column.field.name in boxes and column.shape.kind == "text"
        is_long = is_text and not prefilled.more
        sheet.set_column(place, place, BOX if is_long else NARROW)
        write_head(book, sheet, place, (column, words), form.context.period, last)
    _Rows(book, sheet, first, [column for column, _ in ordered]).write(prefilled)
    sheet.freeze_panes(1, 2 if prefilled.examples else 1)


def _is_open(row: Mapping[str, object], name: str) -> bool:
    return name not in row or isinstance(row[name], Offered)


class _Rows:
    """The rows below the headings, in the order in which they are written."""

    def __init__(self, book: Any, sheet: Any, first: Sequence[str], columns: Sequence[Allowed]
                 ) -> None:
        self.sheet, self.first, self.columns = sheet, first, columns
        self.names = (*first, *(column.field.name for column in columns))
        self.locked, self.example = book.add_format(LOCKED), {}
        self.open = {}
        for column in columns:
            number_format = {"num_format": column.number_format}
            self.open[column.field.name] = book.add_format({**OPEN, **number_format})
            self.example[column.field.name] = book.add_format({**CELL, **LOOK, **number_format})
        self.said = book.add_format({**CELL, **LOOK})

    def write(self, prefilled: Prefilled) -> None:
        """Write the examples, the rows of the form and the open rows."""
        number = 1
        for example in prefilled.examples:
            self._write_example(number, example)
            number += 1
        fewest = FIGURES if prefilled.more else TEXTS
        for row in prefilled.rows:
            longest = max(len(str(value or "")) for value in row.values())
            self.sheet.set_row(number, LINE * max(fewest, 1 + ceil(longest / WIDE)))
            self._write_row(number, row)
            number += 1
        for below in range(number, number + prefilled.more):
            self._write_row(below, dict.fromkeys(self.first, ""))

    def _write_row(self, number: int, row: Mapping[str, object]) -> None:
        for place, name in enumerate(self.names):
            value = row.get(name)
            if name in self.open and _is_open(row, name):
                if value is None:
                    self.sheet.write_blank(number, place, None, self.open[name])
                else:
                    self.sheet.write_string(number, place, value, self.open[name])
            elif isinstance(value, int):
                self.sheet.write_number(number, place, value, self.locked)
            else:
                self.sheet.write_string(number, place, value or "", self.locked)

    def _write_example(self, number: int, row: Mapping[str, str]) -> None:
        for place, name in enumerate(self.first):
            self.sheet.write_string(number, place, MARK if name == EXAMPLE else row.get(name, ""),
                                    self.said)
        for place, column in enumerate(self.columns, len(self.first)):
            name = column.field.name
            value, look = typed(column, row.get(name, "")), self.example[name]
            if isinstance(value, str):
                self.sheet.write_string(number, place, value, look)
            else:
                self.sheet.write(number, place, value, look)
