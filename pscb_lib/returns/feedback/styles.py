"""The formats of a feedback workbook, and how text from an agency is written into it.

Such text is never written as a formula or a link, whatever it begins with.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from pscb_lib.page import style
from pscb_lib.page.rendering.spreadsheets import STARTERS
from pscb_lib.reading.files.values import as_text
from pscb_lib.reading.findings import Reaction
from pscb_lib.returns.feedback.copies import GENERAL

LONGEST_TEXT = 32_767
MARKED = {"font_color": style.INK, "border": 1, "valign": "top"}
LOOKS = {
    "": {},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "heading": {"bold": True, "bg_color": style.PALE, "bottom": 1},
    Reaction.REJECTED: MARKED | {"bg_color": style.AMBER},
    Reaction.NORMALISED: MARKED | {"bg_color": style.BAND},
    Reaction.NOTED: MARKED | {"bg_color": style.BAND},
}


class Styles:
    """The formats of one workbook; each is made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[object, str, bool], Any] = {}
        self.plain = self.of("")
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.heading = self.of("heading")
        self.wrong, self.noted = self.of(Reaction.REJECTED), self.of(Reaction.NOTED)

    def of(self, look: object, number_format: str = GENERAL, is_quoted: bool = False):
        """Return the format of a *look* with a number format."""
        key = look, number_format, is_quoted
        if key not in self._made:
            self._made[key] = self._book.add_format({
                **LOOKS[look], "num_format": number_format,
                **({"quote_prefix": True} if is_quoted else {})})
        return self._made[key]

    def put_text(self, sheet, row: int, column: int, text: str, look: object = "") -> None:
        """Write text as text, so that no spreadsheet runs it as a formula."""
        is_quoted = text.startswith(STARTERS)
        sheet.write_string(row, column, text[:LONGEST_TEXT], self.of(look, "@", is_quoted))

    def write(self, sheet, row: int, column: int, value: object, number_format: str,
              look: object = "") -> None:
        """Write a value with the type that was sent: a number as a number, a day as a day."""
        form = self.of(look, number_format)
        if value is None or value == "":
            if look:
                sheet.write_blank(row, column, None, form)
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, form)
        elif isinstance(value, int | float) and Decimal(str(value)).is_finite():
            sheet.write_number(row, column, value, form)
        elif isinstance(value, date | datetime | time | timedelta) and _can_be_day(value):
            sheet.write_datetime(row, column, value, form)
        else:
            self.put_text(sheet, row, column, as_text(value), look)


def _can_be_day(value: object) -> bool:
    return not isinstance(value, date) or value.year >= 1900
