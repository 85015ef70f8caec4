"""Read a Word document back: its tables by header row, its pictures, and every text and name."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from pscb_lib.disclosure.outsider.closed.documents import (
    RELATIONS,
    Parts,
    parts_in,
    strange_in_document,
)
from pscb_lib.disclosure.outsider.closed.pages import strange_in_picture
from pscb_lib.disclosure.outsider.finished_html import parsed, words_of
from pscb_lib.disclosure.outsider.found import Cell, Drawing, Finished, Row, Sentence
from pscb_lib.disclosure.outsider.logos import logos_of
from pscb_lib.disclosure.written.word import MAIN, READ
from pscb_lib.writing.rasters import rasterise

BODY = "word/document.xml"
Pictures = dict[Any, Drawing]  # by the element that shows each


def read_word(path: Path, name: str, found: Finished) -> None:
    """Add the contents of the document at *path* to *found*."""
    with zipfile.ZipFile(path) as packed:
        parts = parts_in(packed)
        found.strange |= {(name, place) for place in
                          strange_in_document(packed, parts, path.stat().st_size)}
    body = parts[BODY]
    pictures = dict(_pictures(parts, path, name, found))
    for table in body.iter("{*}tbl"):
        if _is_data(table):
            found.rows += _rows(table, name, pictures, found)
    for drawing in pictures.values():
        if not drawing.labels:
            found.drawings.append(drawing)
            found.sentences.append(Sentence(name, "alt text", words_of(drawing)))
    for part in MAIN:
        found.sentences += _said(parts[part], name)
    found.sentences += [Sentence(name, f"metadata {part}", text) for part, text in _beside(parts)]


def _said(part: Any, name: str) -> Iterator[Sentence]:
    """The paragraphs outside tables of data, and the names of places and tables."""
    for paragraph in part.iter("{*}p"):
        if not any(map(_is_data, paragraph.iterancestors("{*}tbl"))):
            yield Sentence(name, "a paragraph", _text(paragraph))
    for element in part.iter(etree.Element):
        tag = etree.QName(element).localname
        for attribute, value in element.items():
            if (tag, etree.QName(attribute).localname) in READ:
                said = value if tag in ("docPr", "tblCaption") else re.sub(r"\W|_", " ", value)
                yield Sentence(name, "alt text" if said == value else "the name of a place", said)


def _beside(parts: Parts) -> Iterator[tuple[str, str]]:
    """The texts and attributes of the other parts, each with the part's name."""
    for name, part in parts.items():
        if isinstance(part, bytes) or name in MAIN:
            continue
        for element in part.iter(etree.Element):
            said = (element.text, element.tail, *element.attrib.values())
            yield from ((name, text) for text in said if text and re.search("[a-zA-Z]", text))


def _rows(table: Any, name: str, pictures: Pictures, found: Finished) -> Iterator[Row]:
    place, group = _id_of(table), ""
    head, *lines = [line.findall("{*}tc") for line in table.findall("{*}tr")]
    heads = [_text(cell) for cell in head]
    found.sentences += [Sentence(name, "the head of a column", one) for one in heads]
    for cells in lines:
        if len(cells) == 1:
            group = _text(cells[0])
            found.sentences.append(Sentence(name, "a heading in a table", group))
            continue
        first, *below = _lines(cells[0]) or [""]
        labels = (first,) if first else ()
        found.sentences += [Sentence(name, "the head of a row", label) for label in labels]
        printed = [Cell("", "\n".join(below))]
        for head, cell in zip(heads[1:], cells[1:], strict=True):
            printed.append(Cell(head, "\n".join(_lines(cell))))
        for head, cell in zip(heads, cells, strict=True):
            for element in (one for one in cell.iter("{*}inline") if one in pictures):
                drawing = Drawing(name, place, group, labels, pictures[element].svg)
                pictures[element] = drawing
                found.drawings.append(drawing)
                printed.append(Cell(head, words_of(drawing), is_picture=True))
        yield Row(name, place, group, labels, tuple(printed))


def _is_data(table: Any) -> bool:
    return table.find("{*}tr/{*}trPr/{*}tblHeader") is not None


def _id_of(element: Any) -> str:
    """The id of a table or a picture: the name of the last place before it."""
    places = element.xpath("preceding::*[local-name() = 'bookmarkStart'][1]")
    return next((value for place in places for key, value in place.items()
                 if etree.QName(key).localname == "name"), "")


def _pictures(parts: Parts, path: Path, name: str, found: Finished
              ) -> Iterator[tuple[Any, Drawing]]:
    """Each picture by the element that shows it; its pixels must be those of its drawing.

    The Board's logo may be pixels alone: then they are those that the front sheet carries.
    """
    targets = {one.get("Id"): posixpath.join("word", one.get("Target"))
               for one in parts[RELATIONS]}
    drawn = {element: _embedded(element, targets) for element in parts[BODY].iter("{*}inline")}
    shown = {part for pair in drawn.values() for part in pair if part}
    if {part for part in parts if part.startswith("word/media/")} != shown:
        found.strange.add((name, "a picture that nothing shows"))
    svgs = {part: parts[part].decode() for _, part in drawn.values() if part}
    pixels = rasterise(svgs.values())
    for element, (png, svg) in drawn.items():
        if parts[png] not in ({pixels[svgs[svg]]} if svg else logos_of(path)):
            found.strange.add((name, f"the pixels of {png}"))
        picture = next(parsed(svgs[svg] if svg else "<svg/>").iter("svg"))
        found.strange |= {(name, f"{svg}, {one}") for one in strange_in_picture(picture)}
        picture.set("aria-label", element.find("{*}docPr").get("descr", ""))
        yield element, Drawing(name, _id_of(element), "", (), picture)


def _embedded(element: Any, targets: dict[str, str]) -> tuple[str, str]:
    """The names of a picture's two parts: its pixels, and its drawing if it has one."""
    pixels, drawing = (element.xpath(f".//*[local-name() = '{kind}']/@*[local-name() = 'embed']")
                       for kind in ("blip", "svgBlip"))
    if len(pixels) != 1 or len(drawing) > 1:
        raise ValueError("a picture is not one")
    return targets[pixels[0]], targets[drawing[0]] if drawing else ""


def _lines(cell: Any) -> list[str]:
    return [*filter(None, map(_text, cell.iter("{*}p")))]


def _text(element: Any) -> str:
    """The text of an element, its paragraphs and tabs apart."""
    pieces = []
    for one in element.iter("{*}t", "{*}tab", "{*}br", "{*}p"):
        pieces.append((one.text or "") if etree.QName(one).localname == "t" else " ")
    return " ".join("".join(pieces).split())
