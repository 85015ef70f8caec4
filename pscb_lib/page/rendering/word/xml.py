"""The elements of WordprocessingML, written short."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
MAIN = f"{{{SPACES['w']}}}"
WORDS_ONLY = {"w": SPACES["w"]}  # each more that an element declares costs at every move
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
Element = Any  # lxml's elements have no useful type


def tag(name: str) -> str:
    """Return "w:p" as lxml writes it."""
    space, _, local = name.partition(":")
    return f"{{{SPACES[space]}}}{local}"


def make(name: str, attributes: dict[str, Any] | None = None, *children: Element) -> Element:
    """Return an element; its attributes are given with their prefix, or without one."""
    element = etree.Element(tag(name), nsmap=SPACES)
    for key, value in (attributes or {}).items():
        element.set(tag(key) if ":" in key else key, str(value))
    element.extend(children)
    return element


def w(name: str, /, *children: Element, **attributes: Any) -> Element:
    """Return an element of the main namespace; so are its attributes."""
    element = etree.Element(MAIN + name, nsmap=WORDS_ONLY)
    for key, value in attributes.items():
        element.set(MAIN + key, str(value))
    element.extend(children)
    return element


def words(text: str) -> Element:
    """Return a text; spaces at its ends are kept."""
    element = w("t")
    element.text = NOT_XML.sub("", text)
    element.set(XML_SPACE, "preserve")
    return element
