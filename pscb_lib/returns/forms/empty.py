"""Write the sheet of a form that has only headings and an example row, for any number of rows.

The example row is marked in the column ``example``, so that the reader leaves it out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pscb_lib.returns.forms.columns import LAST_ROW, MAY, Listed, write_head
from pscb_lib.returns.forms.example import EXAMPLE, write_example
from pscb_lib.returns.forms.plan import Form
from pscb_lib.returns.forms.validation import TEXT

NIL = "nil_return"
WIDEST = 36  # letters
NIL_CHECK = {"validate": "list", "source": ["yes"], "input_title": "Nothing to report?",
             "input_message": "Choose yes here in one row and write nothing else."}


def write_empty(book: Any, sheet: Any, form: Form, columns: Sequence[Listed]) -> None:
    """Write the headings, the example, and a column to say that there is nothing to report."""
    formats = {one: book.add_format({"num_format": one, "locked": False})
               for one in sorted({TEXT, *(column.number_format for column, _ in columns)})}
    sheet.set_column(0, 0, len(EXAMPLE) + 12)
    sheet.write_string(0, 0, EXAMPLE, book.add_format(MAY))
    for place, (column, words) in enumerate(columns, 1):
        name = column.field.name
        example = form.kind.example.get(name, "")
        sheet.set_column(place, place, min(max(14, len(name) + 2, len(example)), WIDEST),
                         formats[column.number_format])
        write_head(book, sheet, place, (column, words), form.context.period)
    last = len(columns) + 1
    sheet.set_column(last, last, 12, formats[TEXT])
    sheet.write_string(0, last, NIL, book.add_format(MAY))
    sheet.data_validation(1, last, LAST_ROW, last, NIL_CHECK)
    write_example(book, sheet, form, [column for column, _ in columns])
    sheet.freeze_panes(1, 1)
