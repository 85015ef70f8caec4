"""Write the heading of a column of a form, and Excel's check of the cells below it."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page import style
from pscb_lib.returns.forms.validation import Allowed, validation

LAST_ROW = 1_048_575
Listed = tuple[Allowed, str | None]  # a column, and the range of its allowed words
MUST = {"bold": True, "bg_color": style.PALE, "bottom": 2}
MAY = {"bg_color": style.PALE, "bottom": 1}


def write_head(book: Any, sheet: Any, place: int, listed: Listed, period: ReportingPeriod,
               last_row: int = LAST_ROW) -> None:
    """Write a column's name, bold if it must be filled, and its check down to *last_row*."""
    column, words = listed
    look = book.add_format(MAY if column.may_be_blank else MUST)
    sheet.write_string(0, place, column.field.name, look)
    sheet.data_validation(1, place, last_row, place, validation(
        column, xl_rowcol_to_cell(1, place), words, period))
