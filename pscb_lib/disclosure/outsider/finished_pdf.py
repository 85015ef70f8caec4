"""Read a PDF back by its structure, as a screen reader does: rows, alt texts, sentences.

The text of each marked content is decoded by the table of characters of its font.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pikepdf

from pscb_lib.disclosure.outsider.found import Cell, Finished, Row, Sentence

TOKEN = re.compile(rb"""
    /\S+?\s*<<(?P<begin>.*?)>>\s*BDC | (?P<plain>/\S+\s+BMC) | (?P<end>\bEMC\b)
    | /(?P<font>\S+)\s+[-\d.]+\s+Tf | \((?P<text>(?:\\.|[^\\()])*)\) | <(?P<hex>[0-9A-Fa-f]+)>
    """, re.VERBOSE | re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
Texts = dict[tuple[Any, int], str]


def read_pdf(path: Path, name: str, found: Finished) -> None:
    """Add the contents of the PDF at *path* to *found*."""
    with pikepdf.open(path) as pdf:
        texts = {(page.objgen, number): text for page in pdf.pages
                 for number, text in _marked(page.Contents, page.get("/Resources", {}))}
        pieces = [(str(key), str(value)) for key, value in pdf.docinfo.items()]
        with pdf.open_metadata() as metadata:
            pieces += [(key, str(value)) for key, value in metadata.items()]
        found.sentences += [Sentence(name, f"metadata {key}", text) for key, text in pieces]
        found.sentences += [Sentence(name, "a picture", text) for thing in pdf.objects
                            if isinstance(thing, pikepdf.Stream)
                            and thing.get("/Subtype") == "/Form"
                            for _, text in _marked(thing, thing.get("/Resources", {})) if text]
        for element in _below(pdf.Root.StructTreeRoot):
            if element.S == "/Table":
                found.rows += _rows(element, name, texts)
            elif element.S in ("/P", "/H1", "/H2", "/H3", "/Caption", "/LBody", "/Span", "/Title"):
                found.sentences.append(Sentence(name, str(element.S)[1:], _text(element, texts)))
            if "/Alt" in element:
                found.sentences.append(Sentence(name, "alt text", str(element.Alt)))


def _rows(table: Any, name: str, texts: Texts) -> Iterator[Row]:
    caption = next((_text(one, texts) for one in _below(table) if one.S == "/Caption"), "")
    lines = [list(_children(one)) for one in _below(table) if one.S == "/TR"]
    heads = [_text(cell, texts) for cell in lines[0]] if lines else []
    group = ""
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
            yield Row(name, caption, group, labels, (*cells, *alts))


def _marked(content: Any, resources: Any) -> Iterator[tuple[int, str]]:
    """The texts of marked contents by their number; -1 for those without a number."""
    parts = content if isinstance(content, pikepdf.Array) else [content]
    fonts = {name[1:]: _characters(font) for name, font in resources.get("/Font", {}).items()}
    open_marks, letters = [-1], dict[bytes, str]()
    said: dict[int, list[str]] = {}
    for token in TOKEN.finditer(b"\n".join(part.read_bytes() for part in parts)):
        if token["begin"] is not None or token["plain"]:
            number = re.search(rb"/MCID\s+(\d+)", token["begin"] or b"")
            open_marks.append(int(number[1]) if number else open_marks[-1])
        elif token["end"]:
            open_marks[1:] = open_marks[1:-1]
        elif token["font"]:
            letters = fonts.get(token["font"].decode(), {})
        else:
            said.setdefault(open_marks[-1], []).append(_decoded(token, letters))
    yield from ((number, "".join(pieces)) for number, pieces in said.items())


def _decoded(token: re.Match[bytes], letters: dict[bytes, str]) -> str:
    if token["hex"] is not None:
        codes = bytes.fromhex(token["hex"].decode())
    else:
        codes = ESCAPE.sub(lambda one: bytes([int(one[1], 8) % 256]) if one[1].isdigit()
                           else LETTERS.get(one[1], one[1]), token["text"])
    return "".join(letters.get(codes[at:at + 2], "") for at in range(0, len(codes), 2))


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
            pieces.append(texts.get((page.objgen, kid), ""))
        elif "/MCID" in kid:
            pieces.append(texts.get((kid.get("/Pg", page).objgen, int(kid.MCID)), ""))
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
