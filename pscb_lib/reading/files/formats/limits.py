"""How many rows and columns each format has; a file that numbers more is not believed.

Microsoft, "Excel specifications and limits"; the OpenDocument programs have the limits of xlsx.
A few bytes can number a row in the millions, or say that a cell is repeated so often.
"""

from __future__ import annotations

from dataclasses import dataclass

from pscb_lib.reading.files.content import Content

NEW_BOOK = "copy the table into a new workbook"
MOST_CELLS, LARGE_AREA = 20_000_000, 1_000_000


@dataclass(frozen=True)
class Limits:
    """The last row and the last column of a format."""

    rows: int
    columns: int


XLSX = ODS = Limits(1_048_576, 16_384)
XLS = Limits(65_536, 256)


def within(content: Content, sheet: str, limits: Limits, row: int, column: int,
           after: int = -1) -> None:
    """Raise InputError if a sheet has no such row or column, or the row is not *after* one."""
    if row > limits.rows:
        raise content.refusal(f"numbers a row {row:,}, and its format ends at row {limits.rows:,}",
                              NEW_BOOK, sheet=sheet)
    if column > limits.columns:
        raise content.refusal(f"has a cell in column {column:,}, and its format ends at column "
                              f"{limits.columns:,}", NEW_BOOK, sheet=sheet)
    if row <= after:
        raise content.refusal(f"has row {row:,} after row {after:,}", NEW_BOOK, sheet=sheet)


def spans(content: Content, cells: int, filled: int | None = None) -> None:
    """Raise InputError if the used areas of a file are more than a reader can hold.

    An area of a million cells is believed only if one in a hundred of them is *filled*.
    """
    if cells > MOST_CELLS:
        raise content.refusal(f"spans {cells:,} cells; at most {MOST_CELLS:,} are read", NEW_BOOK)
    if filled is not None and cells > max(LARGE_AREA, 100 * filled):
        raise content.refusal(f"spans {cells:,} cells, of which {filled:,} are filled", NEW_BOOK)
