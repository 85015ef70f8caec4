"""Read a PDF back by its structure, as a screen reader does: rows, alt texts, sentences.

The text of each marked content is decoded by the table of characters of its font.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pikepdf
from lxml import etree

from pscb_lib.disclosure.outsider.closed.pdfs import (
    STRING,
    TEXT,
    images_of,
    strange_in_content,
    strange_in_pdf,
    texts_of,
)
from pscb_lib.disclosure.outsider.found import Cell, Finished, Row, Sentence
from pscb_lib.disclosure.outsider.logos import is_logo_of_pdf, logos_of

TOKEN = re.compile(rb"""
    /\S+?\s*<<(?P<begin>.*?)>>\s*BDC | (?P<plain>/\S+\s+BMC) | (?P<end>\bEMC\b) | (?P<new>\bBT\b)
    | /(?P<font>\S+)\s+[-\d.]+\s+Tf | \((?P<text>""" + TEXT + rb""")\) | <(?P<hex>[0-9A-Fa-f]+)>
    """, re.VERBOSE | re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
UNESCAPED = {bytes([code]): bytes([code]) for code in range(256) if not chr(code).isdigit()} | {
    b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"} | {
    f"{code:03o}".encode(): bytes([code]) for code in range(256)}
NUMBERED = re.compile(r"Table \d+\. ")  # before a caption
LOOSE = -1  # in place of the number of a marked content
READ = ("/P", "/H1", "/H2", "/H3", "/H4", "/Caption", "/LBody", "/Span", "/Title")


class Texts(dict[tuple[Any, int], str]):
    """The texts of marked contents by page and number, and which of them were asked for."""

    def __init__(self, texts: dict[tuple[Any, int], str]) -> None:
        super().__init__(texts)
        self.asked: set[tuple[Any, int]] = set()

    def ask(self, page: Any, number: int) -> str:
        """The text of a marked content, empty if it has none."""
        self.asked.add((page, number))
        return self.get((page, number), "")


def read_pdf(path: Path, name: str, found: Finished) -> None:
    """Add the contents of the PDF at *path* to *found*."""
    content = path.read_bytes()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        written = texts_of(pdf)
        found.strange |= {(name, place) for place in strange_in_pdf(content, pdf, written)}
        images = images_of(pdf)
        logos = logos_of(path, found.papers) if images else set[bytes]()
        if not all(is_logo_of_pdf(image, logos) for image in images):
            found.strange.add((name, "a picture that is no logo"))
        found.sentences += [Sentence(name, f"metadata {key}", text) for key, text in _metadata(pdf)]
        found.sentences += [Sentence(name, "alt text", text) for _, text in sorted(written)]
        pictures = (thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)
                    and thing.get("/Subtype") == "/Form")
        texts = Texts({})
        for drawn, contents in (*((page, page.Contents) for page in pdf.pages),
                                *((picture, picture) for picture in pictures)):
            _add_drawn(drawn, contents, name, texts, found)
        for element in _below(pdf.Root.StructTreeRoot):
            if element.S == "/Table":
                found.rows += _rows(element, name, texts, found)
            elif element.S in READ:
                found.sentences.append(Sentence(name, str(element.S)[1:], _text(element, texts)))
        found.sentences += [Sentence(name, "outside its structure", text)
                            for place, text in texts.items() if place not in texts.asked]


def _metadata(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """The texts of a PDF's own metadata, of its identifiers and of its XMP, each with its name."""
    for key, value in (*pdf.docinfo.items(), *(("/ID", one) for one in pdf.trailer.get("/ID", ()))):
        yield str(key), str(value)
    for element in etree.fromstring(pdf.Root.Metadata.read_bytes()).iter(etree.Element):
        texts = (element.text, element.tail, *element.attrib.values())
        for text in filter(None, map(str.strip, filter(None, texts))):
            yield etree.QName(element).localname, text


def _add_drawn(drawn: Any, contents: Any, name: str, texts: Texts, found: Finished) -> None:
    """Add what a page or a picture draws: its texts by their number, and those of its marks."""
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    content = b"\n".join(part.read_bytes() for part in parts)
    if strange_in_content(content):
        found.strange.add((name, "what a page draws"))
    marks, said = _marked(content, drawn.get("/Resources", {}))
    found.sentences += [Sentence(name, "alt text", text) for text in marks]
    texts |= {(drawn.objgen, number): text for number, text in said.items()}


def _rows(table: Any, name: str, texts: Texts, found: Finished) -> Iterator[Row]:
    caption = next((_text(one, texts) for one in _below(table) if one.S == "/Caption"), "")
    lines = [list(_children(one)) for one in _below(table) if one.S == "/TR"]
    heads = [_text(cell, texts) for cell in lines[0]] if lines else []
    its_name, group = NUMBERED.sub("", caption, 1), ""
    for line in lines[1:]:
        if len(line) == 1:
            group = _text(line[0], texts)
        elif len(line) == len(heads):
            # A label may fill several lines, with other text below it, so any may be its end.
            labels = tuple(accumulate(_pieces(line[0], texts), "{} {}".format))
            cells = [Cell(head, _text(cell, texts))
                     for head, cell in zip(heads[1:], line[1:], strict=True)]
            alts = [Cell(head, str(one.Alt), is_picture=True)
                    for head, cell in zip(heads[1:], line[1:], strict=True)
                    for one in _below(cell) if "/Alt" in one]
            yield Row(name, its_name, group, labels, (*cells, *alts))
        else:
            found.strange.add((name, f"table {caption}"))
        found.sentences.append(Sentence(name, "the head of a row", _text(line[0], texts)))
    found.sentences += [Sentence(name, "a table", text) for text in (caption, *heads)]


def _marked(content: bytes, resources: Any) -> tuple[list[str], dict[int, str]]:
    """The texts in the marks of a content, and its own by their number or ``LOOSE``."""
    fonts = {name[1:]: _characters(font) for name, font in resources.get("/Font", {}).items()}
    open_marks, letters = [LOOSE], dict[bytes, str]()
    marks, said = list[str](), dict[int, list[str]]()
    for token in TOKEN.finditer(content):
        if token["begin"] is not None or token["plain"]:
            number = re.search(rb"/MCID\s+(\d+)", token["begin"] or b"")
            open_marks.append(int(number[1]) if number else open_marks[-1])
            marks += [_text_string(one) for one in STRING.findall(token["begin"] or b"")]
        elif token["end"]:
            open_marks[1:] = open_marks[1:-1]
        elif token["new"]:
            said.setdefault(open_marks[-1], []).append("\n" if open_marks[-1] == LOOSE else "")
        elif token["font"]:
            letters = fonts.get(token["font"].decode(), {})
        else:
            said.setdefault(open_marks[-1], []).append(_decoded(token, letters))
    return marks, {number: "".join(pieces) for number, pieces in said.items()}


def _text_string(written: bytes) -> str:
    return str(pikepdf.Object.parse(written))


def _decoded(token: re.Match[bytes], letters: dict[bytes, str]) -> str:
    if token["hex"] is not None:
        codes = bytes.fromhex(token["hex"].decode())
    else:
        codes = ESCAPE.sub(_unescaped, token["text"]) if b"\\" in token["text"] else token["text"]
    return "".join(letters.get(codes[at:at + 2], "") for at in range(0, len(codes), 2))


def _unescaped(one: re.Match[bytes]) -> bytes:
    return UNESCAPED.get(one[1]) or bytes([int(one[1], 8) % 256])


def _characters(font: Any) -> dict[bytes, str]:
    if "/ToUnicode" not in font:
        return {}
    return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be")
            for code, text in PAIR.findall(font.ToUnicode.read_bytes())}


def _pieces(element: Any, texts: Texts) -> list[str]:
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    page, pieces = element.get("/Pg"), []
    for kid in kids:
        if isinstance(kid, int):
            pieces.append(texts.ask(page.objgen, kid))
        elif "/MCID" in kid:
            pieces.append(texts.ask(kid.get("/Pg", page).objgen, int(kid.MCID)))
        elif "/S" in kid:
            pieces += _pieces(kid, texts)
    return [" ".join(piece.replace("\u200b", "").split()) for piece in pieces if piece.strip()]


def _text(element: Any, texts: Texts) -> str:
    return " ".join(_pieces(element, texts))


def _below(element: Any) -> Iterator[Any]:
    for child in _children(element):
        yield child
        yield from _below(child)


def _children(element: Any) -> Iterator[Any]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
