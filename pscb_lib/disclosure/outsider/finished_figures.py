"""Read the figures of a set back: an SVG as all pictures, a PNG by drawing its SVG again.

A PNG must have the pixels of the SVG beside it, so that what is read in the one is what the other
shows, and no other bytes.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import etree

from pscb_lib.disclosure.outsider.closed.pages import strange_in_picture
from pscb_lib.disclosure.outsider.finished_html import PICTURES, parsed, words_of
from pscb_lib.disclosure.outsider.found import Drawing, Finished, Sentence
from pscb_lib.disclosure.written.figures import CHUNKS, KEYWORDS
from pscb_lib.writing.png import chunks_of, text_of
from pscb_lib.writing.rasters import rasterise

NUMBERED = re.compile(r"figure-\d+-")


def read_svg(path: Path, name: str, found: Finished) -> None:
    """Add the words and the drawing of a figure to *found*."""
    text = path.read_text(encoding="utf-8")
    etree.fromstring(text.encode())  # refuses what a page's parser drops: an attribute twice
    picture = next(parsed(text).iter("svg"))
    found.strange |= {(name, place) for place in strange_in_picture(picture)}
    if "<?" in text or "<!" in text:
        found.strange.add((name, "the markup"))
    chart = next((one for one in picture.iterdescendants(*PICTURES)), picture)
    drawing = Drawing(name, NUMBERED.sub("", path.stem), "", (), chart)
    found.drawings.append(drawing)
    found.sentences += [Sentence(name, "alt text", said) for said in (
        picture.get("aria-label", ""), words_of(drawing))]
    found.sentences += [Sentence(name, f"<{one.tag}>", " ".join("".join(one.itertext()).split()))
                        for one in picture if one is not chart]
    found.sentences += [Sentence(name, "the name of a part", re.sub(r"[^A-Za-z0-9]+", " ", id))
                        for id in picture.xpath("descendant-or-self::*/@id")]


def read_png(path: Path, name: str, found: Finished) -> None:
    """Add the texts of a figure to *found*; strange is one that its SVG does not draw."""
    png, beside = path.read_bytes(), path.with_suffix(".svg")
    chunks = list(chunks_of(png))
    found.strange |= {(name, place) for place in _strange(chunks)}
    for keyword, text in (text_of(data) for kind, data in chunks if kind == "iTXt"):
        found.sentences.append(Sentence(name, f"metadata {keyword}", text))
    svg = beside.read_text(encoding="utf-8") if beside.is_file() else ""
    if not svg or not _have_the_same_pixels(png, rasterise([svg])[svg]):
        found.strange.add((name, "the pixels"))


def _strange(chunks: list[tuple[str, bytes]]) -> Iterator[str]:
    if tuple(kind for kind, _ in groupby(kind for kind, _ in chunks)) != CHUNKS:
        yield "its chunks"
    if tuple(text_of(data)[0] for kind, data in chunks if kind == "iTXt") != KEYWORDS:
        yield "its texts"
    packed = zlib.decompressobj()
    packed.decompress(b"".join(data for kind, data in chunks if kind == "IDAT"))
    if packed.unused_data or not packed.eof:
        yield "bytes beside its pixels"


def _have_the_same_pixels(one: bytes, other: bytes) -> bool:
    """Whether two PNGs show the same; another version of the library may pack them otherwise."""
    packed = [[chunk for chunk in chunks_of(png) if chunk[0] in ("IHDR", "IDAT")]
              for png in (one, other)]
    return packed[0] == packed[1] or _pixels(one) == _pixels(other)


def _pixels(png: bytes) -> tuple[Any, ...]:
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        return picture.size, picture.convert("RGBA").tobytes()
