"""The cells of a published file: years, dates, numbers, and the marks for absent numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pscb_lib.board.comparators.register import Mark, Printed
from pscb_lib.framework.periods import ReportingPeriod, year_label
from pscb_lib.framework.spellings import parse_year
from pscb_lib.reading import cells
from pscb_lib.reading.files import Table
from pscb_lib.reading.findings import InputError

MARKS = {
    "c": Mark.SUPPRESSED, "*": Mark.SUPPRESSED, "x": Mark.NOT_AVAILABLE, ":": Mark.NOT_AVAILABLE,
    "..": Mark.NOT_AVAILABLE, "-": Mark.NOT_AVAILABLE, "z": Mark.NOT_APPLICABLE,
    ".": Mark.NOT_APPLICABLE, "low": Mark.LOW, "k": Mark.LOW, "~": Mark.LOW, "u": Mark.UNRELIABLE,
}


def year_of(text: str) -> ReportingPeriod | None:
    """The financial year of a cell: 2014, 201314 and 2013-14 all end in March 2014.

    None if the text is not one financial year, such as three years pooled.
    """
    if len(text) == 4 and text.isdecimal():
        text = year_label(int(text) - 1)
    elif len(text) == 6 and text.isdecimal():
        text = f"{text[:4]}-{text[4:]}"
    try:
        return parse_year(text)
    except ValueError:
        return None


def printed_cell(cell: str) -> Printed:
    """The number or mark of a cell, c or [c]; a spreadsheet's 574.79999999999995 is 574.8.

    Raises ValueError if the cell is neither.
    """
    bare = cell.casefold().removeprefix("[").removesuffix("]")
    if bare in MARKS:
        return MARKS[bare]
    number: Decimal = cells.value_of(cells.number(cell))
    return Decimal(str(float(number))) if "." in cell else number


def printed_in(table: Table, row: int, column: str, cell: str) -> Printed:
    """The number or mark of a cell of a file. Raises InputError if the cell is neither."""
    try:
        return printed_cell(cell)
    except ValueError:
        raise InputError.at(table.file, "is neither a number nor one of the marks "
                            f"{' '.join(MARKS)}", "ask the publisher, or "
                                "correct the cell by the publication", row=row,
                            column=column, value=cell) from None


def day_in(table: Table, row: int, column: str, cell: str) -> date:
    """The date of a cell. Raises InputError if it is not a date."""
    try:
        return cells.day(cell)
    except ValueError as fault:
        raise InputError.at(table.file, str(fault), "write the day of the release", row=row,
                            column=column, value=cell) from None
