"""Read an xlsx or xlsm workbook, cell by cell. Its macros and formulas are not run."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from pscb_lib.reading.files.content import Content, check_archive, not_a_workbook
from pscb_lib.reading.files.sheet_parts import Seen, look_at_sheets
from pscb_lib.reading.files.table import Line, Sheet
from pscb_lib.reading.files.values import as_text
from pscb_lib.reading.findings import Finding

ROWS_OF_XLSX = 1_048_576
Numbered = tuple[int, tuple[Any, ...]]  # a row's number and openpyxl's cells


def read_workbook(content: Content) -> list[Sheet]:
    """The sheets of a workbook. Raises InputError if it cannot be opened."""
    check_archive(content)
    book = _Book(content)
    return [book.sheet(one.title, one.sheet_state != "visible") for one in book.book.worksheets]


class _Book:
    """A workbook, opened once for all its sheets."""

    def __init__(self, content: Content) -> None:
        from openpyxl import load_workbook

        self.content = content
        try:
            self.book = load_workbook(io.BytesIO(content.data), read_only=True, data_only=True)
        except Exception:  # a damaged file can raise anything
            raise not_a_workbook(content) from None

    def sheet(self, name: str, is_hidden: bool) -> Sheet:
        return Sheet(name, lambda: self._lines(name), is_hidden,
                     notes=lambda: self._notes(name), most_rows=ROWS_OF_XLSX,
                     unsaved=lambda: self._seen[name].unsaved if name in self._seen else set())

    @cached_property
    def _seen(self) -> dict[str, Seen]:
        return look_at_sheets(self.content)

    def _notes(self, name: str) -> list[Finding]:
        seen = self._seen.get(name)
        return [seen.note(self.content.name, name)] if seen and seen.hidden_rows else []

    def _lines(self, name: str) -> Iterator[Line]:
        sheet = self.book[name]
        sheet.reset_dimensions()  # the size that the file states may be too small and hide rows
        since_1904 = self.book.epoch.year == 1904
        lines = enumerate(sheet.iter_rows(), 1)
        while line := self._next(lines):
            yield line[0], [_text(cell, since_1904) for cell in line[1]]

    def _next(self, lines: Iterator[Numbered]) -> Numbered | None:
        try:
            return next(lines, None)
        except Exception:
            raise not_a_workbook(self.content) from None


def _text(cell: Any, since_1904: bool) -> str:
    value = cell.value
    if value is None or isinstance(value, str):
        return value or ""
    is_percent = isinstance(value, int | float) and "%" in cell.number_format
    return as_text(value, is_percent, since_1904)
