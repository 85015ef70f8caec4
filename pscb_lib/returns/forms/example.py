"""Write the example row of a form, typed as a clerk would type it, and marked as an example."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date

from pscb_lib.board.wording import named
from pscb_lib.page import style
from pscb_lib.reading import cells
from pscb_lib.reading.files.examples import EXAMPLE
from pscb_lib.returns.forms.plan import Form
from pscb_lib.returns.forms.validation import TIME, Allowed

MARK = "example: left out"
LOOK = {"italic": True, "font_color": style.GREY, "bg_color": style.PALE, "locked": False}


def write_example(book, sheet, form: Form, columns: Sequence[Allowed]) -> None:
    """Write the return's own example, in this board's words, into the row below the headings."""
    looks = {column.number_format: book.add_format({**LOOK, "num_format": column.number_format})
             for column in columns}
    sheet.write_string(1, 0, MARK, book.add_format(LOOK))
    for place, column in enumerate(columns, 1):
        look = looks[column.number_format]
        text = _in_own_words(form, column, form.kind.example.get(column.field.name, ""))
        value = named(typed(column, text))
        if isinstance(value, str):
            sheet.write_string(1, place, value, look)
        elif isinstance(value, date):
            sheet.write_datetime(1, place, value, look)
        else:
            sheet.write_number(1, place, value, look)


def _in_own_words(form: Form, column: Allowed, text: str) -> str:
    """Return the example with this form's period, and a name that this board's registers have."""
    if column.shape.kind == "period":
        return form.context.period.label
    words = {word.casefold() for word in column.words}
    if not text or not words or text.casefold() in words:
        return text
    with suppress(ValueError):  # a role is this board's id of it
        value = cells.value_of(column.field.parse(text))
        return value if value in column.words else column.words[0]
    return column.words[0]


def typed(column: Allowed, text: str) -> object:
    """Return a day as a day and a number as a number; any other text stays text."""
    if not text or column.shape.kind in ("text", "choice", "yes or no", "period"):
        return text
    if column.number_format == TIME:
        return cells.moment(text)
    value = cells.value_of(column.field.parse(text))
    return value if isinstance(value, int | date) or column.shape.kind == "pounds" else text


__all__ = ["EXAMPLE", "LOOK", "MARK", "typed", "write_example"]
