"""Read an ods workbook: the cells by their types, and what is hidden, merged or in error.

OASIS OpenDocument 1.3, part 3, 9 (tables) and 19.385 (types of values). The XML is read as a
stream. LibreOffice marks an error with a type of its own; other programs write one as a number
that is shown as an error's name.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from defusedxml.ElementTree import iterparse

from pscb_lib.reading.files.content import Content, check_archive, unreadable
from pscb_lib.reading.files.formats.limits import ODS, spans, within
from pscb_lib.reading.files.formats.ods_cells import STRUCK, how_styled, is_unsaved, text_of
from pscb_lib.reading.files.formats.seen import Seen, letters
from pscb_lib.reading.files.table import Line, Sheet
from pscb_lib.reading.findings import InputError

CELLS = ("table-cell", "covered-table-cell")
HIDDEN = ("collapse", "filter")


def read_ods(content: Content) -> list[Sheet]:
    """The sheets of an ods workbook. Raises InputError if it cannot be opened."""
    check_archive(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            with archive.open("content.xml") as opened:
                found = _Reader(content).read(opened)
    except InputError:
        raise
    except Exception as fault:  # a damaged file can raise anything
        raise unreadable(content, fault) from None
    return [one.sheet() for one in found if not one.is_linked]


@dataclass
class _Sheet:
    """One sheet: its rows that are not blank, with their number and how often they stand there."""

    name: str
    is_hidden: bool
    is_linked: bool = False
    seen: Seen = field(default_factory=Seen)
    rows: list[tuple[int, int, list[str]]] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0
    width: int = 0

    def sheet(self) -> Sheet:
        return Sheet(self.name, self.lines, self.is_hidden, seen=lambda: self.seen,
                     most_rows=ODS.rows)

    def lines(self) -> Iterator[Line]:
        last = 0
        for first, times, texts in self.rows:
            for blank in range(last + 1, first):
                yield blank, ()
            last = first + times - 1
            for number in range(first, last + 1):
                yield number, texts


class _Reader:
    """Goes through content.xml; a table within a cell or a drawing is not a sheet."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.sheets: list[_Sheet] = []
        self.hidden_styles: set[str] = set()
        self.styles: dict[str, str] = {}
        self.path: list[Any] = []
        self.texts: list[str] = []
        self.column = 0
        self.cells_before = 0
        self.elsewhere = 0  # tables that are open and no sheets: of a link, in a cell

    def read(self, opened: Any) -> list[_Sheet]:
        for event, element in iterparse(opened, events=("start", "end")):
            name = _name(element)
            if event == "start":
                self.path.append(element)
                self._start(name, element)
            else:
                self.path.pop()
                self._end(name, element)
        return self.sheets

    def _start(self, name: str, element: Any) -> None:
        if name == "table" and _name(self.path[-2]) == "spreadsheet":
            style = _get(element, "style-name")
            self.sheets.append(_Sheet(_get(element, "name"), style in self.hidden_styles))
        elif name == "table":
            self.elsewhere += 1
        elif name == "table-row":
            self.texts, self.column = [], 0

    def _end(self, name: str, element: Any) -> None:
        if self.elsewhere:
            self.elsewhere -= name == "table"
        elif name == "table-properties" and _get(element, "display") == "false":
            self.hidden_styles.add(_get(self.path[-1], "name"))
        elif name == "text-properties" and (how := how_styled(element)):
            self.styles[_get(self.path[-1], "name")] = how
        elif name == "table-source":  # what was last seen in another file
            self.sheets[-1].is_linked = True
        elif name == "table-column":
            self._take_columns(self.sheets[-1], element)
        elif name in CELLS:
            self._take_cell(self.sheets[-1], element)
            element.clear()
        elif name == "table-row":
            self._take_row(self.sheets[-1], element)
            self.path[-1].clear()
        elif name == "table":
            one = self.sheets[-1]
            self.cells_before += one.width * (one.rows[-1][0] if one.rows else 0)

    def _take_columns(self, sheet: _Sheet, element: Any) -> None:
        first = sheet.last_column + 1
        sheet.last_column += _times(element, "columns")
        if _get(element, "visibility") in HIDDEN:
            sheet.seen.hide_columns(first, sheet.last_column)

    def _take_cell(self, sheet: _Sheet, element: Any) -> None:
        row, column, times = sheet.last_row + 1, self.column + 1, _times(element, "columns")
        self.column += times
        down, across = (int(_get(element, f"number-{one}-spanned") or 1)
                        for one in ("rows", "columns"))
        if down > 1 or across > 1:
            sheet.seen.merged.append((row, column, row + down - 1, column + across - 1))
        if any(_name(child) == "annotation" for child in element):
            sheet.seen.commented.append(f"{letters(column)}{row}")
        if is_unsaved(element):
            sheet.seen.unsaved.add((row, column))
        text = text_of(element, self.styles)
        if text and self.styles.get(_get(element, "style-name")) == STRUCK:
            sheet.seen.struck.append(f"{letters(column)}{row}")
        if text:
            self._check(sheet, sheet.last_row + _times(self.path[-1], "rows"), self.column)
            self.texts += [""] * (column - 1 - len(self.texts)) + [text] * times

    def _take_row(self, sheet: _Sheet, element: Any) -> None:
        first, times = sheet.last_row + 1, _times(element, "rows")
        sheet.last_row += times
        if self.texts:
            self._check(sheet, sheet.last_row, len(self.texts))
            sheet.rows.append((first, times, self.texts))
            sheet.width = max(sheet.width, len(self.texts))
            if _get(element, "visibility") in HIDDEN:
                sheet.seen.hidden_rows += range(first, first + times)
        self.texts = []

    def _check(self, sheet: _Sheet, row: int, column: int) -> None:
        spans(self.content, self.cells_before + row * max(sheet.width, column))
        within(self.content, sheet.name, ODS, row, column)


def _name(element: Any) -> str:
    return str(element.tag.rpartition("}")[2])


def _get(element: Any, wanted: str) -> str:
    return next((value for key, value in element.attrib.items()
                 if key.rpartition("}")[2] == wanted), "")


def _times(element: Any, what: str) -> int:
    return max(int(_get(element, f"number-{what}-repeated") or 1), 1)
