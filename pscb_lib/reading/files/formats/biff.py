"""What an xls workbook holds besides the values that calamine reads: Microsoft, [MS-XLS].

calamine gives an error as a blank cell and a percentage as a fraction, and nothing of what is
hidden. The workbook is a stream of records, each a number, a length and its bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from pscb_lib.reading.files.formats.compound import stream_of
from pscb_lib.reading.files.formats.number_format import hides_some
from pscb_lib.reading.files.formats.seen import Seen, letters

STREAMS = ("Workbook", "Book")
BOF, END_OF, SHEET, PASSWORD, FORMAT, STYLE = 0x809, 0x0A, 0x85, 0x2F, 0x41E, 0xE0
STATED_SIZE, STRINGS = 0x200, 0xFC
ROW, COLUMNS, MERGED, COMMENT = 0x208, 0x7D, 0xE5, 0x1C
FORMULA, ERROR, MANY_NUMBERS = 0x06, 0x205, 0xBD
NUMBERS = (0x203, 0x27E)  # a number in eight bytes, or in four
TEXTS = (0xFD, 0x204, 0xD6)
SHOWN = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?",
         0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA"}
PERCENTAGES = {9: "0%", 10: "0.00%"}  # the formats that every workbook has
Record = tuple[int, int, bytes]  # where its bytes begin in the stream, its number, its bytes
Place = tuple[int, int]


@dataclass
class Marks:
    """What was seen in a sheet: its errors and the number formats that matter, by place from 1.

    ``last`` is the last row and the last column that have a cell, and ``filled`` how many have.
    """

    seen: Seen = field(default_factory=Seen)
    errors: dict[Place, str] = field(default_factory=dict)
    formats: dict[Place, str] = field(default_factory=dict)
    last: Place = (0, 0)
    filled: int = 0


class Protected(Exception):
    """The workbook is encrypted with a password."""


def marks_of(data: bytes) -> tuple[list[Marks], bytes]:
    """What was seen in each sheet of a workbook, in its order, and the file as it is believed.

    A sheet states its size, and calamine takes memory for it: the size of its cells is written
    there instead. Raises Protected, or any error if the file is damaged.
    """
    whole = stream_of(data, STREAMS)
    stream, believed = whole.content, bytearray(data)
    formats, styles, sheets = dict(PERCENTAGES), [], []
    for _, kind, content in _records(stream, 0):
        if kind == PASSWORD:
            raise Protected
        if kind == SHEET:
            sheets.append(struct.unpack_from("<I", content)[0])
        elif kind == FORMAT:
            formats[struct.unpack_from("<H", content)[0]] = _text(content[2:])
        elif kind == STRINGS and struct.unpack_from("<I", content, 4)[0] > len(stream):
            raise ValueError("states more texts than it has bytes")
        elif kind == STYLE:
            styles.append(struct.unpack_from("<H", content, 2)[0])
    shown = [formats.get(style, "") for style in styles]
    found = []
    for begin in sheets:
        found.append(_Looker(shown).look(_records(stream, begin)))
        for at, kind, content in _records(stream, begin):
            if kind == STATED_SIZE:
                whole.changed(believed, at, _size(content, *found[-1].last))
    return found, bytes(believed)


def _size(stated: bytes, rows: int, columns: int) -> bytes:
    """A stated size, with rows in four bytes or (Excel 95) in two."""
    form = "<IIHH" if len(stated) >= 14 else "<HHHH"
    return struct.pack(form, 0, rows, 0, columns)


def _records(stream: bytes, at: int) -> Iterator[Record]:
    """The records of one part of the stream, without those of charts inside it."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        depth += (kind == BOF) - (kind == END_OF)
        if depth == 0:
            return
        if depth == 1:
            yield at + 4, kind, stream[at + 4:at + 4 + length]
        at += 4 + length


def _text(content: bytes) -> str:
    """A number format: its length in one byte (Excel 95) or two, and what it is written in."""
    if len(content) == content[0] + 1:
        return content[1:].decode("cp1252", "replace")
    return content[3:].decode("utf-16-le" if content[2] & 1 else "latin-1", "replace")


class _Looker:
    """Goes through the records of one sheet."""

    def __init__(self, shown: list[str]) -> None:
        self.shown, self.marks = shown, Marks()

    def look(self, records: Iterator[Record]) -> Marks:
        for _, kind, content in records:
            if kind in (FORMULA, ERROR, MANY_NUMBERS, *NUMBERS, *TEXTS):
                self._cell(kind, content)
            elif kind in (ROW, COLUMNS, MERGED, COMMENT):
                self._part(kind, content, self.marks.seen)
        return self.marks

    def _cell(self, kind: int, content: bytes) -> None:
        row, column, style = (number + 1 for number in struct.unpack_from("<HHH", content))
        error = _error(kind, content)
        if error is not None:
            self.marks.errors[row, column] = SHOWN.get(error, "#ERROR!")
        if kind == MANY_NUMBERS:
            styles = [found[0] for found in struct.iter_unpack("<HI", content[4:-2])]
            for place, each in enumerate(styles):
                self._format(row, column + place, each)
            column += max(len(styles) - 1, 0)
            self.marks.filled += max(len(styles) - 1, 0)
        elif kind in NUMBERS or kind == FORMULA:
            self._format(row, column, style - 1)
        last = self.marks.last
        self.marks.filled += 1
        self.marks.last = max(last[0], row), max(last[1], column)

    def _format(self, row: int, column: int, style: int) -> None:
        shown = self.shown[style] if style < len(self.shown) else ""
        if "%" in shown or shown and hides_some(shown):
            self.marks.formats[row, column] = shown

    def _part(self, kind: int, content: bytes, seen: Seen) -> None:
        if kind == ROW and content[12] & 0x20:
            seen.hidden_rows.append(struct.unpack_from("<H", content)[0] + 1)
        elif kind == COLUMNS and content[8] & 1:
            first, last = struct.unpack_from("<HH", content)
            seen.hide_columns(first + 1, last + 1)
        elif kind == MERGED:
            for first, end, left, right in struct.iter_unpack("<HHHH", content[2:]):
                seen.merged.append((first + 1, left + 1, end + 1, right + 1))
        elif kind == COMMENT:
            row, column = struct.unpack_from("<HH", content)
            seen.commented.append(f"{letters(column + 1)}{row + 1}")


def _error(kind: int, content: bytes) -> int | None:
    """The code of the error that a cell holds, or that its formula gave."""
    if kind == ERROR and content[7]:
        return content[6]
    if kind == FORMULA and content[12:14] == b"\xff\xff" and content[6] == 2:
        return content[8]
    return None
