"""Compare a Word document with the parts, elements and attributes that our writer makes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from lxml import etree

from pscb_lib.disclosure.outsider.closed.workbooks import strange_in_zip
from pscb_lib.disclosure.written.word import (
    CONTENT,
    CONTENTS,
    MAIN,
    OTHERS,
    OWN_VALUES,
    PICTURE,
    SAYS,
    VALUES,
)
from pscb_lib.disclosure.written.workbook import SHEET_ADDRESS

RELATIONS = "word/_rels/document.xml.rels"
Parts = Mapping[str, Any]  # of a document: parsed XML, or the bytes of a picture


def parts_in(packed: zipfile.ZipFile) -> dict[str, Any]:
    """Each part of a document by its name, parsed if it is no picture.

    Raises ValueError for one that is there twice.
    """
    names = packed.namelist()
    if len({*names}) < len(names):
        raise ValueError("a part is there twice")
    return {name: packed.read(name) if re.fullmatch(PICTURE, name)
            else etree.fromstring(packed.read(name)) for name in names}


def strange_in_document(packed: zipfile.ZipFile, parts: Parts, size: int) -> Iterator[str]:
    """The places in a document of *size* bytes that our writer does not make."""
    yield from strange_in_zip(packed, size)
    outside = {one.get("Id") for one in parts[RELATIONS] if one.get("TargetMode")}
    for name, part in parts.items():
        if isinstance(part, bytes):
            continue
        if name not in MAIN and name not in OTHERS:
            yield "a part"
        elif any(_is_strange(element, name) for element in part.iter()):
            yield name
        elif _has_remarks(part) or not _linked_out(part) <= outside:
            yield name


def _is_strange(element: Any, part: str) -> bool:
    if not isinstance(element.tag, str):
        return True
    tag = etree.QName(element).localname
    if _is_said(element.tail) or _is_said(element.text) and tag not in SAYS:
        return True
    if tag == "instrText" and element.text != CONTENTS:
        return True
    if element.get("TargetMode") and not re.fullmatch(SHEET_ADDRESS, element.get("Target", "")):
        return True
    if part in MAIN:
        return tag not in CONTENT or not all(_is_written(tag, etree.QName(name).localname, value)
                                             for name, value in element.items())
    return not {tag, *(etree.QName(name).localname for name in element.attrib)} <= OTHERS[part]


def _linked_out(part: Any) -> set[str]:
    """The relations that the links of a part name."""
    return {value for link in part.iter("{*}hyperlink") for name, value in link.items()
            if etree.QName(name).localname == "id"}


def _has_remarks(part: Any) -> bool:
    """Whether there is anything before or after the only element of a part."""
    return part.getprevious() is not None or part.getnext() is not None


def _is_said(text: str | None) -> bool:
    return bool(text and text.strip())


@cache
def _is_written(tag: str, name: str, value: str) -> bool:
    wanted = OWN_VALUES.get((tag, name), VALUES.get(name))
    return wanted is not None and re.fullmatch(wanted, value) is not None
