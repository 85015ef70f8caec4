"""Read the plain XML that nearly every program writes, by patterns instead of a parser.

openpyxl makes an element for each tag, which takes three quarters of the check of a large
workbook. Here each byte must fit a pattern, in a form that no two parsers read differently:
UTF-8, no entity, no comment, known attributes in the usual order. Whatever does not fit is
given to openpyxl, one row or one text at a time, or from the beginning.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import IO, cast

Row = tuple[int, list[str]]  # its number, and its texts from the first column
Parse = Callable[[IO[bytes]], Iterator[Row]]  # openpyxl's rows of a sheet's XML
TextOf = Callable[[int, str, str | None, str], tuple[str, bool]]

PROLOG = rb"""(?:<\?xml version=["']1\.0["'](?: encoding=["'](?i:utf-8)["'])?""" \
         rb"""(?: standalone=["'](?:yes|no)["'])? ?\?>\s*)?"""
CONTROLS = bytes({*range(32)} - {*b"\t\n"})  # a parser refuses them, or changes them
MARKUP = (b"<!", b"<?")
CHUNK = 1 << 14
LONGEST = 1 << 22  # bytes without the end of a row
MOST_HEAD = 1 << 16  # it is parsed again with each row that is not plain
MOST_ODD = 200  # rows that openpyxl is given one by one
MOST_KNOWN = 200_000  # texts

SHEET = re.compile(PROLOG + rb"<worksheet(?: [^<>]*)?>")
DATA, END = b"<sheetData>", b"</row>"
ENDS = END + b"</sheetData></worksheet>"
ROW = re.compile(
    rb'<row r="(\d{1,7})"(?: spans="[\d: ]*")?(?: s="\d+")?(?: customFormat="\w+")?'
    rb'(?: ht="[\d.]+")?(?: hidden="\w+")?(?: customHeight="\w+")?(?: outlineLevel="\d+")?'
    rb'(?: collapsed="\w+")?( x14ac:dyDescent="[\d.]+")?(/?)>')
FORMULA = rb'(?:<f(?: t="shared")?(?: ref="[A-Z\d:]+")?(?: si="\d+")?(?:>[^<>&]*</f>|/>))?'
VALUE = FORMULA + rb'<v>([^<>&]*)</v>|<is><t(?: xml:space="preserve")?>([^<>&]*)</t></is>'
WRITTEN = re.compile(rb'(?: s="(\d{1,6})")?(?: t="(n|s|str|b|e|inlineStr)")?'
                     rb'(?:/>|>(?:' + VALUE + rb')?</c>)')
CELL = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"((?: s="\d{1,6}")?(?: t="\w+")?'
    rb'(?:/>|>(?:' + VALUE.replace(b"([^<>&]*)", b"[^<>&]*") + rb')?</c>))|(.+)', re.DOTALL)


class NotPlain(Exception):
    """The XML is not written in the plain way; it may be sound or not."""


class PlainRows:
    """The rows of one sheet.

    *text_of* makes the text of a cell from its style, type, value and place, and says whether an
    equal cell elsewhere has the same; *parse* is openpyxl's reader, for all else.
    """

    def __init__(self, parse: Parse, text_of: TextOf) -> None:
        self.parse, self.text_of = parse, text_of
        self.known: dict[bytes, str] = {}
        self.columns = _Columns()
        self.head = b""
        self.odd = 0

    def rows(self, open_sheet: Callable[[], IO[bytes]]) -> Iterator[Row]:
        """Yield each row; from where the XML is not plain, as openpyxl reads it."""
        given = 0
        try:
            with open_sheet() as source:
                for row in self._plain(source):
                    yield row
                    given += 1
            return
        except NotPlain:
            pass
        with open_sheet() as source:
            yield from islice(self.parse(source), given, None)

    def _plain(self, source: IO[bytes]) -> Iterator[Row]:
        chunk = left = self._begin(source)
        while chunk:
            whole, end, left = left.rpartition(END)
            if end:
                plain_text(whole)
                for piece in whole.split(END):
                    yield from self._row(piece)
            if len(left) > LONGEST:
                raise NotPlain
            chunk = source.read(CHUNK)
            left += chunk
        yield from self.parse(io.BytesIO(self.head + left))  # the end of the XML, or the lack of it

    def _begin(self, source: IO[bytes]) -> bytes:
        """Read the head of a sheet, up to its rows; return what was read of them."""
        data = b""
        while DATA not in data and len(data) < MOST_HEAD and (chunk := source.read(CHUNK)):
            data += chunk
        before, data_begins, left = data.partition(DATA)
        inside = before[len(head_of(SHEET, before)):]
        if not data_begins or any(mark in inside for mark in MARKUP):
            raise NotPlain
        plain_text(inside)
        self.head = before + data_begins
        self._alone(b'<row r="7">', 7)
        return left

    def _row(self, piece: bytes) -> Iterator[Row]:
        """Yield the row in *piece*, which is without its end, and rows without cells before it."""
        begun = self._begun(piece, 0)
        while begun[3]:
            yield int(begun[1]), []
            begun = self._begun(piece, begun.end())
        yield int(begun[1]), self._texts(piece, begun)

    def _begun(self, piece: bytes, place: int) -> re.Match[bytes]:
        found = ROW.match(piece, place)
        if not found or found[2] and b"xmlns:x14ac=" not in self.head:
            raise NotPlain
        return found

    def _texts(self, piece: bytes, begun: re.Match[bytes]) -> list[str]:
        cells = CELL.findall(piece, begun.end())
        if not cells:
            return []
        columns, rows, written, strays = zip(*cells, strict=True)
        texts = [*map(self.known.get, written)]
        is_odd = strays[-1] or rows.count(begun[1]) != len(rows)
        for place in () if is_odd or None not in texts else range(len(texts)):
            if texts[place] is None:
                texts[place] = self._new(written[place], (columns[place] + rows[place]).decode())
        if is_odd or None in texts:
            return self._parsed(piece[begun.start():], begun)
        places = [*map(self.columns.__getitem__, columns)]
        line = [""] * max(places)
        for at, text in zip(places, texts, strict=True):
            line[at - 1] = cast("str", text)
        return line

    def _new(self, written: bytes, place: str) -> str | None:
        """The text of a cell as written; None if only openpyxl can tell."""
        found = WRITTEN.fullmatch(written)
        if not found or found[4] is not None and found[2] != b"inlineStr":
            return None
        value = found[4] if found[2] == b"inlineStr" else found[3] or None
        try:
            text, is_alike = self.text_of(int(found[1] or 0), (found[2] or b"n").decode(),
                                          None if value is None else value.decode(), place)
        except NotPlain:
            return None
        if is_alike:
            if len(self.known) >= MOST_KNOWN:
                self.known.clear()
            self.known[written] = text
        return text

    def _parsed(self, piece: bytes, begun: re.Match[bytes]) -> list[str]:
        """The texts of a row as openpyxl reads it."""
        self.odd += 1
        if self.odd > MOST_ODD or any(mark in piece for mark in MARKUP):
            raise NotPlain
        return self._alone(piece, int(begun[1]))

    def _alone(self, piece: bytes, number: int) -> list[str]:
        try:
            ((found, texts),) = self.parse(io.BytesIO(self.head + piece + ENDS))
        except MemoryError:
            raise
        except Exception:  # it is damaged, or was cut in the wrong place
            raise NotPlain from None
        if found != number:
            raise NotPlain
        return texts


class _Columns(dict[bytes, int]):
    """The numbers of columns, from 1, by their letters."""

    def __missing__(self, letters: bytes) -> int:
        number = 0
        for letter in letters:
            number = 26 * number + letter - 64
        self[letters] = number
        return number


def head_of(begins: re.Pattern[bytes], data: bytes) -> bytes:
    found = begins.match(data)
    if not found:
        raise NotPlain
    return found[0]


def plain_text(data: bytes) -> str:
    """The text of bytes that every parser reads as they are."""
    if len(data.translate(None, CONTROLS)) != len(data):
        raise NotPlain
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise NotPlain from None
    if not data.isascii() and ("\ufffe" in text or "\uffff" in text):
        raise NotPlain
    return text
