"""Compare a workbook with the parts, elements and attributes that XlsxWriter gives ours."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from pscb_lib.disclosure.written.workbook import FORMATS, FROZEN, PARTS, SHEET

NUMBERED = re.compile(r"(xl/(?:worksheets|worksheets/_rels|tables)/(?:sheet|table))\d+(\.xml.*)")
CONTENT = ("xl/sharedStrings.xml",)  # its texts are read as cells
END = 22  # bytes of the end record of a zip file without a comment


def parts_of(packed: zipfile.ZipFile) -> dict[str, Any]:
    """Each part of a workbook as parsed XML, by its name. Raises ValueError for one twice."""
    names = packed.namelist()
    if len({*names}) < len(names):
        raise ValueError("a part is there twice")
    return {name: etree.fromstring(packed.read(name)) for name in names}


def strange_in_workbook(packed: zipfile.ZipFile, parts: dict[str, Any], size: int) -> Iterator[str]:
    """The places in a workbook of *size* bytes that our writer does not make."""
    yield from strange_in_zip(packed, size)
    for name, part in parts.items():
        words = PARTS.get(_kind(name))
        if words is None:
            yield "a part"
        elif any(not isinstance(one.tag, str) or not _names(one) <= words for one in part.iter()):
            yield name
    for sheet in (part for name, part in parts.items() if _kind(name) == SHEET):
        if any(one.get("state") != FROZEN for one in sheet.iter("{*}pane")):
            yield "the state of a sheet"
    if any("state" in sheet.attrib for sheet in parts["xl/workbook.xml"].iter("{*}sheet")):
        yield "the state of a sheet"
    if not {one.get("formatCode") for one in parts["xl/styles.xml"].iter("{*}numFmt")} <= FORMATS:
        yield "the format of a number"
    if _unused(parts):
        yield "a text that no cell has"


def texts_in(parts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The texts and the attributes of every part besides cells, each with the part's name."""
    for name, part in parts.items():
        is_sheet = _kind(name) == SHEET
        for element in part.iter(etree.Element) if name not in CONTENT else ():
            is_cell = is_sheet and _local(element.tag) in ("c", "v", "row")
            said = (element.tail, *(() if is_cell else (element.text, *element.attrib.values())))
            yield from ((name, text) for text in said if text and re.search("[a-zA-Z]", text))


def _kind(name: str) -> str:
    return NUMBERED.sub(r"\1\2", name)


def _names(element: Any) -> set[str]:
    return {_local(name) for name in (element.tag, *element.attrib)}


@lru_cache(10_000)  # our writer has fewer names; a hostile file may have any number
def _local(name: str) -> str:
    return str(etree.QName(name).localname)


def _unused(parts: dict[str, Any]) -> bool:
    texts = len(parts["xl/sharedStrings.xml"].findall("{*}si"))
    used = {cell.findtext("{*}v") for name, part in parts.items() if _kind(name) == SHEET
            for cell in part.iter("{*}c") if cell.get("t") == "s"}
    return len(used) < texts


def strange_in_zip(packed: zipfile.ZipFile, size: int) -> Iterator[str]:
    """Bytes before, between and after the parts, and comments."""
    at = 0
    for part in packed.infolist():
        if part.header_offset != at or part.extra or part.comment:
            yield "bytes beside its parts"
        at = part.header_offset + 30 + len(part.filename.encode()) + part.compress_size
    listed = sum(46 + len(part.filename.encode()) for part in packed.infolist())
    if packed.comment or packed.start_dir != at or at + listed + END != size:
        yield "bytes beside its parts"
