"""The cells and the marked-up tables of each sheet of a workbook, from its parsed parts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pscb_lib.reading.files.sheet_parts import place_of

BOOK = "xl/workbook.xml"
DAY = "d mmmm yyyy"  # the format of a number that is a day
BEFORE_FIRST = date(1899, 12, 30)  # Excel counts the days from here
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Parts = Mapping[str, Any]
Place = tuple[int, int]  # row and column, from 1


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells that have a value, and the places of each table by its name."""

    title: str
    cells: dict[Place, object]
    tables: dict[str, list[list[Place]]]

    def lines(self) -> list[list[object]]:
        """All cells from the first, row by row; None where there is no value."""
        if not self.cells:
            return [[]]
        return [[self.cells.get(place) for place in line] for line in _area(
            (1, 1), (max(row for row, _ in self.cells), max(column for _, column in self.cells)))]


def sheets_of(parts: Parts) -> Iterator[Sheet]:
    """Yield each sheet in its order. Raises ValueError or KeyError if one cannot be read."""
    targets = _targets(parts, BOOK)
    texts = ["".join(one.itertext()) for one in parts["xl/sharedStrings.xml"].iter("{*}si")]
    days = _styles_of_days(parts["xl/styles.xml"])
    for sheet in parts[BOOK].iter("{*}sheet"):
        part = targets[sheet.get(RELATION)]
        written = [(_place(cell.get("r")), _value(cell, texts, days))
                   for cell in parts[part].iter("{*}c")]
        cells = {place: value for place, value in written if value is not None}
        if len({place for place, _ in written}) < len(written):
            raise ValueError("a cell is there twice")
        tables = (parts[name] for name in _targets(parts, part).values() if "/tables/" in name)
        yield Sheet(sheet.get("name"), cells, {
            table.get("name"): _area(*map(_place, table.get("ref").split(":")))
            for table in tables})


def _targets(parts: Parts, part: str) -> dict[str, str]:
    """The names of the parts that a part refers to, by their ids."""
    folder, name = posixpath.split(part)
    related = parts.get(f"{folder}/_rels/{name}.rels", ())
    return {one.get("Id"): posixpath.normpath(posixpath.join(folder, one.get("Target")))
            for one in related}


def _styles_of_days(styles: Any) -> set[str]:
    days = {one.get("numFmtId") for one in styles.iter("{*}numFmt")
            if one.get("formatCode") == DAY}
    return {str(number) for number, one in enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
            if one.get("numFmtId") in days}


def _value(cell: Any, texts: list[str], days: set[str]) -> object:
    """The value of a cell: a day as a file has it, a number, or a text."""
    written = cell.findtext("{*}v")
    if written is None:
        return None
    kind = cell.get("t", "n")
    if kind == "s":
        return texts[int(written)]
    if kind != "n":
        return written
    if cell.get("s") in days:
        return (BEFORE_FIRST + timedelta(int(written))).isoformat()
    return int(written) if written.lstrip("-").isdecimal() else float(written)


def _area(first: Place, last: Place) -> list[list[Place]]:
    return [[(row, column) for column in range(first[1], last[1] + 1)]
            for row in range(first[0], last[0] + 1)]


def _place(reference: str) -> Place:
    place = place_of(reference)
    if not all(place):
        raise ValueError(f"{reference} is no cell")
    return place
