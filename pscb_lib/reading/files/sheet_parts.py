"""Hidden rows and formulas without a saved value, which openpyxl does not report.

A formula without a saved value looks blank to every program but Excel. The sheet's XML is read as
a stream, and only if it has a formula or something hidden.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import IO
from xml.parsers import expat

from defusedxml.ElementTree import fromstring

from pscb_lib.reading.files.content import Content, not_a_workbook
from pscb_lib.reading.findings import Finding, Reaction

WORTH_A_LOOK = re.compile(rb"<(\w+:)?f[\s>/]|hidden")
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CHUNK = 1 << 20


@dataclass
class Seen:
    """The hidden rows of a sheet by number, and its unsaved formulas by row and column from 0."""

    hidden_rows: list[int] = field(default_factory=list)
    unsaved: set[tuple[int, int]] = field(default_factory=set)

    def note(self, file: str, sheet: str) -> Finding:
        """The finding that notes the hidden rows."""
        rows = ", ".join(map(str, self.hidden_rows[:20]))
        more = " ..." if len(self.hidden_rows) > 20 else ""
        verb = "row is hidden and was" if len(self.hidden_rows) == 1 else "rows are hidden and were"
        says = f"{len(self.hidden_rows)} {verb} read ({rows}{more})"
        return Finding(file, says, "see that they belong to the return", sheet=sheet,
                       reaction=Reaction.NOTED)


def look_at_sheets(content: Content) -> dict[str, Seen]:
    """The hidden rows and unsaved formulas of every sheet of a workbook, by name."""
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            return {name: _look(archive, part) for name, part in _parts(archive).items()
                    if part in archive.namelist()}
    except Exception:  # a damaged file can raise anything
        raise not_a_workbook(content) from None


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    relations = {one.get("Id", ""): one.get("Target", "")
                 for one in fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
    book = fromstring(archive.read("xl/workbook.xml"))
    sheets = [one for one in book.iter() if one.tag.rpartition("}")[2] == "sheet"]
    found = {}
    for sheet in sheets:
        target = relations.get(sheet.get(RELATION, ""), "")
        whole = target.lstrip("/") if target.startswith("/") else join("xl", target)
        found[sheet.get("name", "")] = normpath(whole)
    return found


def _look(archive: zipfile.ZipFile, part: str) -> Seen:
    with archive.open(part) as opened:
        tail = b""
        while chunk := opened.read(CHUNK):
            if WORTH_A_LOOK.search(tail + chunk):
                break
            tail = chunk[-40:]
        else:
            return Seen()
    with archive.open(part) as opened:
        return _Looker().look(opened)


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
        if name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), -1
            if attributes.get("hidden") in ("1", "true"):
                self.seen.hidden_rows.append(self.row)
        elif name == "c":
            self.column = _column(attributes.get("r")) or self.column + 1
            self.has_formula = self.has_value = False
        elif name == "f":
            self.has_formula = True
        self.is_inside = name in ("v", "t")

    def _text(self, text: str) -> None:
        self.has_value = self.has_value or self.is_inside

    def _end(self, tag: str) -> None:
        self.is_inside = False
        if tag.rpartition(":")[2] == "c" and self.has_formula and not self.has_value:
            self.seen.unsaved.add((self.row, self.column))


def _column(place: str | None) -> int | None:
    letters = re.match("[A-Z]+", place or "")
    number = 0
    for letter in letters[0] if letters else "":
        number = 26 * number + ord(letter) - 64
    return number - 1 if letters else None
