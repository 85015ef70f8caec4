"""Read an xls or ods workbook with calamine, into the same rows of text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from typing import IO, TYPE_CHECKING, TypeVar

from defusedxml.ElementTree import iterparse

from pscb_lib.reading.files.content import (
    OLD_OFFICE,
    Content,
    check_archive,
    check_password,
    not_a_workbook,
    protected,
)
from pscb_lib.reading.files.table import Line, Sheet
from pscb_lib.reading.files.values import as_text

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

ROWS = {".xls": 65_536, ".ods": 1_048_576}
MOST_CELLS = 20_000_000
Found = TypeVar("Found")


def read_old_workbook(content: Content) -> list[Sheet]:
    """The sheets of an xls or ods workbook. Raises InputError if it cannot be opened."""
    check_password(content)
    if content.suffix == ".ods":
        check_archive(content)
        _check_repeats(content)
    elif not content.data.startswith(OLD_OFFICE):
        raise not_a_workbook(content)
    book = _guarded(content, lambda: _open(content))
    names = [(one.name, str(one.visible).rpartition(".")[2] != "Visible")
             for one in book.sheets_metadata if str(one.typ).endswith("WorkSheet")]
    return [Sheet(name, partial(_lines, content, book, name), is_hidden,
                  most_rows=ROWS[content.suffix]) for name, is_hidden in names]


def _open(content: Content) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(content.data))


def _lines(content: Content, book: CalamineWorkbook, name: str) -> Iterator[Line]:
    lines = _guarded(content, lambda: book.get_sheet_by_name(name).to_python(
        skip_empty_area=False))
    for number, line in enumerate(lines, 1):
        yield number, [as_text(value) for value in line]


def _guarded(content: Content, call: Callable[[], Found]) -> Found:
    try:
        return call()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # a panic in calamine is not an Exception
        if "password" in type(fault).__name__.lower():
            raise protected(content) from None
        raise not_a_workbook(content) from None


def _check_repeats(content: Content) -> None:
    """Refuse an ods file in which repeated cells add up to more than a reader can hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            with archive.open("content.xml") as opened:
                cells = _count_cells(opened)
    except Exception:  # a damaged file can raise anything
        raise not_a_workbook(content) from None
    if cells > MOST_CELLS:
        raise content.refusal(f"spans {cells:,} cells; at most {MOST_CELLS:,} are read",
                              "copy the table into a new workbook")


def _count_cells(opened: IO[bytes]) -> int:
    """The number of cells of the used areas of all sheets."""
    total = height = width = row = column = 0
    is_filled = False
    for event, element in iterparse(opened, events=("start", "end")):
        name = element.tag.rpartition("}")[2]
        if event == "start":
            row, height, width = (0, 0, 0) if name == "table" else (row, height, width)
            column = 0 if name == "table-row" else column
            continue
        times = max((int(value) for key, value in element.attrib.items()
                     if key.endswith("-repeated")), default=1)
        if name in ("table-cell", "covered-table-cell"):
            column += times
            width = max(width, column) if len(element) else width
            is_filled = is_filled or len(element) > 0
        elif name == "table-row":
            row += times
            height, is_filled = row if is_filled else height, False
            element.clear()
        elif name == "table":
            total += height * width
    return total
