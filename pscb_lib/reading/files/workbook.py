"""Read an xlsx or xlsm workbook, cell by cell. Its macros and formulas are not run."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any

from pscb_lib.reading.files.content import Content, check_archive, unreadable
from pscb_lib.reading.files.formats.encoded import decoded
from pscb_lib.reading.files.formats.limits import XLSX, within
from pscb_lib.reading.files.formats.number_format import is_percentage, text_instead
from pscb_lib.reading.files.formats.quiet import dates_beyond, quietly
from pscb_lib.reading.files.formats.rich import is_all_struck, text_of_runs
from pscb_lib.reading.files.formats.seen import (
    ErrorCell,
    Seen,
    beyond_days,
    letters,
    not_shown,
)
from pscb_lib.reading.files.sheet_parts import look_at_sheet
from pscb_lib.reading.files.table import Line, Sheet
from pscb_lib.reading.files.values import as_text

Cell = dict[str, Any]  # openpyxl's: row, column, value, data_type and style_id


def read_workbook(content: Content) -> list[Sheet]:
    """The sheets of a workbook. Raises InputError if it cannot be opened."""
    check_archive(content)
    try:
        with quietly():
            book = _open(content)
    except Exception as fault:  # a damaged file can raise anything
        raise unreadable(content, fault) from None
    return [_Reader(content, book, one).sheet() for one in book.worksheets]


def _open(content: Content) -> Any:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(content.data), read_only=True, data_only=True,
                         rich_text=True)


class _Reader:
    """Reads one sheet with openpyxl's own parser, which keeps each row's number."""

    def __init__(self, content: Content, book: Any, sheet: Any) -> None:
        self.content, self.book, self.of_book = content, book, sheet
        self.since_1904 = book.epoch.year == 1904
        self.number_format = cache(self._number_format)
        self.is_struck = cache(self._is_struck)
        self.struck: dict[str, None] = {}

    def sheet(self) -> Sheet:
        one = self.of_book
        return Sheet(one.title, self._lines, one.sheet_state != "visible",
                     seen=lambda: self._seen, most_rows=XLSX.rows)

    @cached_property
    def _seen(self) -> Seen:
        seen = look_at_sheet(self.content, self.of_book._worksheet_path)
        seen.struck = [*self.struck]
        return seen

    def _lines(self) -> Iterator[Line]:
        last = 0
        with self.book._archive.open(self.of_book._worksheet_path) as opened:
            rows = self._parser(opened).parse()
            while row := self._next(rows):
                number, cells = row
                within(self.content, self.of_book.title, XLSX, number, len(cells), after=last)
                for blank in range(last + 1, number):
                    yield blank, ()
                last = number
                yield number, cells

    def _parser(self, opened: Any) -> Any:
        from openpyxl.worksheet._reader import WorkSheetParser

        book = self.book
        return WorkSheetParser(opened, self.of_book._shared_strings, data_only=True,
                               epoch=book.epoch, date_formats=book._date_formats,
                               timedelta_formats=book._timedelta_formats, rich_text=True)

    def _next(self, rows: Iterator[tuple[int, list[Cell]]]) -> tuple[int, list[str]] | None:
        try:
            with quietly() as warned:
                row = next(rows, None)
            beyond = dates_beyond(warned) if warned else {}
            return row and (row[0], self._texts(row[1], beyond))
        except Exception as fault:
            raise unreadable(self.content, fault) from None

    def _texts(self, cells: list[Cell], beyond: dict[str, str]) -> list[str]:
        texts = [""] * max((cell["column"] for cell in cells), default=0)
        for cell in cells:
            texts[cell["column"] - 1] = self._text(cell, beyond)
        return texts

    def _text(self, cell: Cell, beyond: dict[str, str]) -> str:
        value, kind = cell["value"], cell["data_type"]
        if value is not None and (self.is_struck(cell["style_id"]) or is_all_struck(value)):
            self.struck[f"{letters(cell['column'])}{cell['row']}"] = None
        if kind == "e":
            serial = beyond.get(f"{letters(cell['column'])}{cell['row']}")
            return beyond_days(serial) if serial else ErrorCell.of(str(value or "#ERROR!"))
        if value is None or isinstance(value, str):
            return decoded(value or "")
        if isinstance(value, list):
            return text_of_runs(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return as_text(value)
        number_format = self.number_format(cell["style_id"])
        instead = text_instead(value, number_format)
        return not_shown(instead) if instead is not None else as_text(
            value, is_percentage(value, number_format), self.since_1904)

    def _number_format(self, style: int) -> str:
        return str(self._styled(style).number_format)

    def _is_struck(self, style: int) -> bool:
        return bool(self._styled(style).font.strike)

    def _styled(self, style: int) -> Any:
        from openpyxl.cell.read_only import ReadOnlyCell

        return ReadOnlyCell(self.of_book, 1, 1, None, style_id=style)
