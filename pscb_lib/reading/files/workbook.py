"""Read an xlsx or xlsm workbook, cell by cell. Its macros and formulas are not run."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import IO, Any

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
from pscb_lib.reading.files.plain_strings import read_strings
from pscb_lib.reading.files.plain_xml import NotPlain, PlainRows, Row
from pscb_lib.reading.files.sheet_parts import look_at_sheet
from pscb_lib.reading.files.table import Line, Sheet
from pscb_lib.reading.files.values import as_text

Cell = dict[str, Any]  # openpyxl's: row, column, value, data_type and style_id
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", re.ASCII)


def read_workbook(content: Content, is_quick: bool = True) -> list[Sheet]:
    """The sheets of a workbook. Raises InputError if it cannot be opened.

    If it *is_quick*, plain XML is read by patterns; the texts are the same.
    """
    check_archive(content)
    try:
        with quietly():
            book = _open(content, is_quick)
    except Exception as fault:  # a damaged file can raise anything
        raise unreadable(content, fault) from None
    return [_Reader(content, book, one, is_quick).sheet() for one in book.worksheets]


def _open(content: Content, is_quick: bool) -> Any:
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.reader.strings import read_rich_text
    from openpyxl.xml.constants import SHARED_STRINGS

    class Reader(ExcelReader):
        def read_strings(self) -> None:
            part = self.package.find(SHARED_STRINGS)
            if part is not None:
                with self.archive.open(part.PartName[1:]) as source:
                    strings: list[Any] = (read_strings(source, read_rich_text) if is_quick
                                          else read_rich_text(source))
                    self.shared_strings = strings

    reader = Reader(io.BytesIO(content.data), read_only=True, data_only=True, rich_text=True)
    reader.read()
    return reader.wb


class _Reader:
    """Reads one sheet as openpyxl's own parser does, which keeps each row's number."""

    def __init__(self, content: Content, book: Any, sheet: Any, is_quick: bool) -> None:
        self.content, self.book, self.of_book = content, book, sheet
        self.is_quick = is_quick
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
        rows = (PlainRows(self._parse, self._text_of_plain).rows(self._opened) if self.is_quick
                else self._parse(self._opened()))
        while row := self._next(rows):
            number, cells = row
            within(self.content, self.of_book.title, XLSX, number, len(cells), after=last)
            for blank in range(last + 1, number):
                yield blank, ()
            last = number
            yield number, cells

    def _opened(self) -> IO[bytes]:
        opened: IO[bytes] = self.book._archive.open(self.of_book._worksheet_path)
        return opened

    def _next(self, rows: Iterator[Row]) -> Row | None:
        try:
            return next(rows, None)
        except Exception as fault:
            raise unreadable(self.content, fault) from None

    def _parse(self, source: IO[bytes]) -> Iterator[Row]:
        """The rows of a sheet's XML by openpyxl's parser."""
        from openpyxl.worksheet._reader import WorkSheetParser

        book = self.book
        rows = WorkSheetParser(source, self.of_book._shared_strings, data_only=True,
                               epoch=book.epoch, date_formats=book._date_formats,
                               timedelta_formats=book._timedelta_formats, rich_text=True).parse()
        while True:
            with quietly() as warned:
                row = next(rows, None)
            if row is None:
                return
            beyond = dates_beyond(warned) if warned else {}
            yield row[0], self._texts(row[1], beyond)

    def _texts(self, cells: list[Cell], beyond: dict[str, str]) -> list[str]:
        texts = [""] * max((cell["column"] for cell in cells), default=0)
        for cell in cells:
            place = f"{letters(cell['column'])}{cell['row']}"
            texts[cell["column"] - 1] = self._text(
                cell["style_id"], cell["data_type"], cell["value"], place, beyond.get(place))
        return texts

    def _text_of_plain(self, style: int, kind: str, written: str | None, place: str
                       ) -> tuple[str, bool]:
        """The text of a cell, and whether each cell that is written so has it: none if struck."""
        kind, value, beyond = self._value(style, kind, written)
        if kind == "s" and isinstance(value, str) and not self.is_struck(style):
            return decoded(value), True  # nearly every cell
        return self._text(style, kind, value, place, beyond), not self._is_all_struck(style, value)

    def _value(self, style: int, kind: str, written: str | None) -> tuple[str, Any, str | None]:
        """The type and value of a cell as openpyxl has them, and the number that is no date."""
        if written is None or kind in ("str", "e"):
            return kind, written, None
        if kind == "inlineStr":
            return "s", written.replace("x005F_", ""), None  # as openpyxl does
        if not NUMBER.fullmatch(written) or kind != "n" and not written.isdecimal():
            raise NotPlain
        if kind == "s":
            return kind, self.of_book._shared_strings[int(written)], None
        return ("b", bool(int(written)), None) if kind == "b" else self._number(style, written)

    def _number(self, style: int, written: str) -> tuple[str, Any, str | None]:
        from openpyxl.utils.datetime import from_excel

        value: Any = int(written) if written.lstrip("-").isdecimal() else float(written)
        if style not in self.book._date_formats:
            return "n", value, None
        try:
            is_length = style in self.book._timedelta_formats
            return "d", from_excel(value, self.book.epoch, timedelta=is_length), None
        except (OverflowError, ValueError):
            return "e", "#VALUE!", str(value)

    def _text(self, style: int, kind: str, value: Any, place: str, beyond: str | None) -> str:
        if self._is_all_struck(style, value):
            self.struck[place] = None
        if kind == "e":
            return beyond_days(beyond) if beyond else ErrorCell.of(str(value or "#ERROR!"))
        if value is None or isinstance(value, str):
            return decoded(value or "")
        if isinstance(value, list):
            return text_of_runs(value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return as_text(value)
        number_format = self.number_format(style)
        instead = text_instead(value, number_format)
        return not_shown(instead) if instead is not None else as_text(
            value, is_percentage(value, number_format), self.since_1904)

    def _is_all_struck(self, style: int, value: Any) -> bool:
        return value is not None and (self.is_struck(style) or is_all_struck(value))

    def _number_format(self, style: int) -> str:
        return str(self._styled(style).number_format)

    def _is_struck(self, style: int) -> bool:
        return bool(self._styled(style).font.strike)

    def _styled(self, style: int) -> Any:
        from openpyxl.cell.read_only import ReadOnlyCell

        return ReadOnlyCell(self.of_book, 1, 1, None, style_id=style)
