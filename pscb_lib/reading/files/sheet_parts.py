"""What openpyxl does not report of a sheet: hidden and merged cells, comments, unsaved formulas.

A formula without a saved value looks blank to every program but Excel. The sheet's XML is read as
a stream, and only if it has a formula, something hidden or something merged.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath
from typing import IO
from xml.parsers import expat

from defusedxml.ElementTree import fromstring

from pscb_lib.reading.files.content import Content, unreadable
from pscb_lib.reading.files.formats.seen import OF_A_CHECK, Seen

WORTH_A_LOOK = re.compile(rb"<(\w+:)?f[\s>/]|hidden|mergeCell")
MARKS = (b"<f", b":f", b"hidden", b"mergeCell")  # found sooner than the pattern, which has them all
PLACE = re.compile(r"\$?([A-Z]+)\$?(\d+)")
CHUNK = 1 << 20


def look_at_sheet(content: Content, part: str) -> Seen:
    """What is hidden, merged, commented or unsaved in the sheet of this part."""
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            seen = _look(archive, part)
            seen.commented = _find_comments(archive, part)
            return seen
    except Exception as fault:  # a damaged file can raise anything
        raise unreadable(content, fault) from None


def _look(archive: zipfile.ZipFile, part: str) -> Seen:
    with archive.open(part) as opened:
        tail = b""
        while chunk := opened.read(CHUNK):
            if _is_worth_a_look(tail + chunk):
                break
            tail = chunk[-40:]
        else:
            return Seen()
    with archive.open(part) as opened:
        return _Looker().look(opened)


def _is_worth_a_look(xml: bytes) -> bool:
    return any(mark in xml for mark in MARKS) and bool(WORTH_A_LOOK.search(xml))


def _find_comments(archive: zipfile.ZipFile, part: str) -> list[str]:
    """The places of the comments of a sheet, without those of a check."""
    relations = join(dirname(part), "_rels", f"{basename(part)}.rels")
    if relations not in archive.namelist():
        return []
    parts = [normpath(join(dirname(part), one.get("Target", ""))).lstrip("/")
             for one in fromstring(archive.read(relations))
             if one.get("Type", "").endswith("/comments")]
    return [place for name in parts if name in archive.namelist()
            for place in _places(archive.read(name))]


def _places(content: bytes) -> Iterator[str]:
    comments = fromstring(content)
    authors = [one.text for one in comments.iter() if one.tag.endswith("}author")]
    own = {str(number) for number, author in enumerate(authors) if author == OF_A_CHECK}
    for one in comments.iter():
        if one.tag.endswith("}comment") and one.get("authorId") not in own:
            yield one.get("ref", "")


class _Looker:
    """Parses the XML of one sheet, element by element."""

    def __init__(self) -> None:
        self.seen = Seen()
        self.row = self.column = 0
        self.has_formula = self.has_value = self.is_inside = False

    def look(self, opened: IO[bytes]) -> Seen:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.ParseFile(opened)
        return self.seen

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        is_hidden = attributes.get("hidden") in ("1", "true")
        if name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
            if is_hidden:
                self.seen.hidden_rows.append(self.row)
        elif name == "c":
            self.column = place_of(attributes.get("r", ""))[1] or self.column + 1
            self.has_formula = False
            self.has_value = attributes.get("t") == "str"  # the text of a formula, if only ""
        elif name == "f":
            self.has_formula = True
        elif name == "col" and is_hidden:
            self.seen.hide_columns(int(attributes["min"]), int(attributes["max"]))
        elif name == "mergeCell":
            first_place, _, last_place = attributes.get("ref", "").partition(":")
            self.seen.merged.append((*place_of(first_place), *place_of(last_place or first_place)))
        self.is_inside = name in ("v", "t")

    def _text(self, text: str) -> None:
        self.has_value = self.has_value or self.is_inside

    def _end(self, tag: str) -> None:
        self.is_inside = False
        if tag.rpartition(":")[2] == "c" and self.has_formula and not self.has_value:
            self.seen.unsaved.add((self.row, self.column))


def place_of(written: str) -> tuple[int, int]:
    """The row and column of a place such as B2, from 1; zeros if it is none."""
    found = PLACE.fullmatch(written)
    number = 0
    for letter in found[1] if found else "":
        number = 26 * number + ord(letter) - 64
    return (int(found[2]), number) if found else (0, 0)
