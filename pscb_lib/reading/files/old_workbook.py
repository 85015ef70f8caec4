"""Read an xls workbook: its values with calamine, and what calamine leaves out from its records."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from pscb_lib.reading.files.content import (
    OLD_OFFICE,
    Content,
    check_password,
    not_a_workbook,
    protected,
    unreadable,
)
from pscb_lib.reading.files.formats.biff import Marks, Protected, marks_of
from pscb_lib.reading.files.formats.encoded import decoded
from pscb_lib.reading.files.formats.limits import XLS, spans, within
from pscb_lib.reading.files.formats.number_format import is_percentage, text_instead
from pscb_lib.reading.files.formats.quiet import without_panic
from pscb_lib.reading.files.formats.seen import ErrorCell, not_shown
from pscb_lib.reading.files.table import Line, Sheet
from pscb_lib.reading.files.values import as_text

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook, SheetMetadata

Found = TypeVar("Found")


def read_old_workbook(content: Content) -> list[Sheet]:
    """The sheets of an xls workbook. Raises InputError if it cannot be opened."""
    check_password(content)
    if not content.data.startswith(OLD_OFFICE):
        raise not_a_workbook(content)
    found, believed = _guarded(content, lambda: marks_of(content.data))
    # calamine holds every cell of the used areas, so they are measured first
    for one in found:
        within(content, "", XLS, *one.last)
    spans(content, sum(one.last[0] * one.last[1] for one in found),
          sum(one.filled for one in found))
    book = _guarded(content, lambda: _open(believed))
    both = _guarded(content, lambda: [*zip(book.sheets_metadata, found, strict=True)])
    return [_sheet(content, book, one, marks) for one, marks in both
            if str(one.typ).endswith("WorkSheet")]


def _sheet(content: Content, book: CalamineWorkbook, one: SheetMetadata, marks: Marks) -> Sheet:
    return Sheet(one.name, partial(_lines, content, book, one.name, marks),
                 str(one.visible).rpartition(".")[2] != "Visible", seen=lambda: marks.seen,
                 most_rows=XLS.rows)


def _open(data: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def _lines(content: Content, book: CalamineWorkbook, name: str, marks: Marks) -> Iterator[Line]:
    lines = _guarded(content, lambda: book.get_sheet_by_name(name).to_python(
        skip_empty_area=False))
    for row, line in enumerate(lines, 1):
        yield row, [_text(value, marks, row, column) for column, value in enumerate(line, 1)]


def _text(value: object, marks: Marks, row: int, column: int) -> str:
    if (row, column) in marks.errors:
        return ErrorCell.of(marks.errors[row, column])
    if isinstance(value, str):
        return decoded(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return as_text(value)
    number_format = marks.formats.get((row, column), "General")
    instead = text_instead(value, number_format)
    return not_shown(instead) if instead is not None else as_text(
        value, is_percentage(value, number_format))


def _guarded(content: Content, call: Callable[[], Found]) -> Found:
    try:
        with without_panic():
            return call()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # a panic in calamine is not an Exception
        if isinstance(fault, Protected) or "password" in type(fault).__name__.lower():
            raise protected(content) from None
        raise unreadable(content, fault) from None
