"""A Board's own Word template: its styles, its theme and its page, and nothing else of it.

Of these only the elements that :mod:`pscb_lib.disclosure.written.word` lists are taken. Text,
headers, properties, macros and numbering stay behind: every paper has its own.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from pscb_lib.disclosure.written.word import STYLES, THEME
from pscb_lib.page.rendering.word.xml import SPACES, Element, tag
from pscb_lib.reading.findings import InputError

MOST_BYTES = 5_000_000  # of a part, unpacked
REMEDY = "save it again in Word as a template (.dotx), or take the setting out"
PARTS = {"styles": "word/styles.xml", "theme": "word/theme/theme1.xml",
         "page": "word/document.xml"}
LEFT_OUT = {tag("w:latentStyles"), tag("w:numPr")}
SIZES = {"pgSz": ("w", "h"), "pgMar": ("top", "right", "bottom", "left", "header", "footer",
                                                 "gutter")}
LEAST_ROOM = 4000  # dxa of text in a line


def read_template(path: Path) -> str:
    """The look of a template, packed as text. Raises InputError if it cannot be used."""
    try:
        with zipfile.ZipFile(path) as packed:
            found = dict(_taken(packed))
    except OSError as fault:
        raise InputError.at(path.name, f"cannot be read ({fault.strerror})", "put the template "
                            "into params, or take the setting out", column="word_template"
                            ) from None
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, etree.XMLSyntaxError) as fault:
        said = fault if type(fault) is ValueError else "is no Word template"
        raise InputError.at(path.name, f"cannot be used as template: it {said}", REMEDY,
                            column="word_template") from None
    return base64.b64encode(zlib.compress(json.dumps(found).encode(), 9)).decode()


def unpack(look: str) -> dict[str, Any]:
    """The styles and the theme of a template as XML, and the measures of its page."""
    found: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(look)))
    return found


def _taken(packed: zipfile.ZipFile) -> Iterator[tuple[str, Any]]:
    yield "styles", _text(_styles(_parsed(packed, PARTS["styles"])))
    if PARTS["theme"] in packed.namelist():
        yield "theme", _text(_kept(_parsed(packed, PARTS["theme"]), SPACES["a"], THEME))
    yield "page", _page(_parsed(packed, PARTS["page"]))


def _parsed(packed: zipfile.ZipFile, name: str) -> Element:
    if packed.getinfo(name).file_size > MOST_BYTES:
        raise ValueError(f"has a part of more than {MOST_BYTES:,} bytes")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True,
                             remove_pis=True)
    return etree.parse(io.BytesIO(packed.read(name)), parser).getroot()


def _styles(root: Element) -> Element:
    if root.tag != tag("w:styles"):
        raise ValueError("is Strict Open XML")
    return _kept(root, SPACES["w"], STYLES)


def _kept(element: Element, space: str, names: frozenset[str]) -> Element:
    """The element with those of its attributes and of the elements in it that are in the list."""
    made = etree.Element(element.tag, nsmap={"w" if space == SPACES["w"] else "a": space})
    for name, value in element.items():
        if etree.QName(name).localname in names and etree.QName(name).namespace in (None, space):
            made.set(name, value)
    for child in element.iterchildren(etree.Element):
        is_known = etree.QName(child).namespace == space and etree.QName(child).localname in names
        if is_known and child.tag not in LEFT_OUT:
            made.append(_kept(child, space, names))
    return made


def _page(document: Element) -> dict[str, dict[str, int]]:
    """The size and the margins of the last section's page, upright."""
    section = next(reversed(list(document.iter(tag("w:sectPr")))), None)
    page: dict[str, dict[str, int]] = {}
    for name, sides in SIZES.items():
        found = None if section is None else section.find(tag(f"w:{name}"))
        if found is None:
            return {}
        page[name] = {side: int(found.get(tag(f"w:{side}"), "0")) for side in sides}
    size, margins = page["pgSz"], page["pgMar"]
    size["w"], size["h"] = sorted((size["w"], size["h"]))
    if min(margins.values()) < 0 or size["w"] - margins["left"] - margins["right"] < LEAST_ROOM:
        raise ValueError("leaves too little room for text")
    return page


def _text(element: Element) -> str:
    return etree.tostring(element, encoding="unicode")
