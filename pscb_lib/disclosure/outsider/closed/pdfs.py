"""Compare a PDF with the objects, names and texts that Typst and pikepdf put into ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from lxml import etree

from pscb_lib.disclosure.written.pdf import FIXED, HEAD, LINKED, METADATA, NAMED, NAMES, READ
from pscb_lib.disclosure.written.workbook import SHEET_SAID

NAME = re.compile(rb"/([^\s/<>\[\](){}%]+)")
INNER = rb"(?:\\.|[^\\()])*"
NESTED = rb"(?:\\.|[^\\()]|\(" + INNER + rb"\))*"
TEXT = rb"(?:\\.|[^\\()]|\(" + NESTED + rb"\))*"  # brackets in pairs need no escape
STRING = re.compile(rb"\(" + TEXT + rb"\)", re.DOTALL)
OBJECT = re.compile(rb"\d+ 0 obj\n")
LAST = re.compile(rb"xref\n0 \d+\n(?:\d{10} \d{5} [nf] \n)+"
                  rb"trailer <<[^%]*>>\nstartxref\n\d+\n%%EOF\n")
STREAMS = {"/ToUnicode", "/FontFile2", "/FontFile3", "/CIDSet", "/CIDToGIDMap",
           "/DestOutputProfile", "/Encoding"}
IS_NAMED = re.compile(NAMED)


def strange_in_pdf(content: bytes, pdf: pikepdf.Pdf, texts: Iterable[tuple[str, str]]
                   ) -> Iterator[str]:
    """The places in a PDF that our writers do not make.

    It is given as its bytes, opened, and as the *texts* in its objects.
    """
    yield from _in_bytes(content)
    used = _streams_used(pdf)
    for thing in (*pdf.objects, pdf.trailer):
        if isinstance(thing, pikepdf.Stream) and thing.objgen not in used:
            yield "a stream that no page uses"
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and (
                thing.Subtype == "/Type0" and "/ToUnicode" not in thing):
            yield "a font without characters"
        if _has_strange_name(_plain(thing)):
            yield "an object"
    if len(images_of(pdf)) > 1:
        yield "a picture beside the logo"
    if any(one.get("/Subtype") != "/Link" for page in pdf.pages for one in page.get("/Annots", ())):
        yield "a remark on a page"
    titles = {text for key, text in texts if key == "Title"}
    for key, text in texts:
        if key == "Contents" and not _is_of_link(text, titles, len(pdf.pages)):
            yield "what a link says"
        if key not in READ and not re.fullmatch(FIXED.get(key, "(?!)"), text):
            yield "a text"
    yield from _in_metadata(pdf.Root.Metadata.read_bytes())


def _is_of_link(text: str, titles: set[str], pages: int) -> bool:
    """Whether a text says where a link leads: to a page, a heading on it, or a sheet."""
    if re.fullmatch(SHEET_SAID, text):
        return True
    said = re.fullmatch(LINKED, text)
    return (said is not None and (said[1] is None or said[1] in titles)
            and 1 <= int(said[2]) <= pages)


def strange_in_content(content: bytes) -> bool:
    """Whether what a page draws has a name, a comment or an image that our writers do not make."""
    plain = STRING.sub(b"()", content)
    return _has_strange_name(plain) or b"%" in plain or re.search(rb"\bBI\b", plain) is not None


def texts_of(pdf: pikepdf.Pdf) -> set[tuple[str, str]]:
    """Every text in the objects of a PDF, with the key that it stands under."""
    return {found for thing in pdf.objects for found in _texts(thing, "", top=True)}


def _texts(thing: Any, key: str, top: bool = False) -> Iterator[tuple[str, str]]:
    if isinstance(thing, pikepdf.String):
        yield key, str(thing)
    elif isinstance(thing, pikepdf.Object) and (top or not thing.is_indirect):
        if isinstance(thing, pikepdf.Array):
            for value in thing:
                yield from _texts(value, key)
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            for name, value in thing.items():
                yield from _texts(value, name[1:])


def _in_bytes(content: bytes) -> Iterator[str]:
    """Bytes before, between or after the objects, and a second version appended to the file."""
    first, *others = content.removeprefix(HEAD).split(b"\nendobj\n")
    last = others.pop().lstrip(b"\n") if others else b""
    if not (content.startswith(HEAD) and LAST.fullmatch(last)
            and all(OBJECT.match(one.lstrip(b"\n")) for one in (first, *others))):
        yield "bytes beside its objects"


def _plain(thing: Any) -> bytes:
    if isinstance(thing, pikepdf.Stream):
        thing = pikepdf.Dictionary(dict(thing.items()))
    elif not isinstance(thing, pikepdf.Object):
        return b""
    return STRING.sub(b"()", thing.unparse(resolved=True))


def _has_strange_name(plain: bytes) -> bool:
    names = {name.decode("latin-1") for name in NAME.findall(plain)} - NAMES
    return not all(IS_NAMED.fullmatch(name) for name in names)


def _streams_used(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """The streams that pages, fonts, colours and metadata refer to."""
    used = [pdf.Root.Metadata]
    for page in pdf.pages:
        contents = page.Contents
        used += contents if isinstance(contents, pikepdf.Array) else [contents]
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Array):
            used += [one for one in thing if isinstance(one, pikepdf.Stream)]
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            names = thing.keys()
            used += [thing[name] for name in names & STREAMS
                     if isinstance(thing[name], pikepdf.Stream)]
            resources: Any = thing["/Resources"] if "/Resources" in names else {}
            used += [one for one in resources.get("/XObject", {}).values()
                     if one.get("/Subtype") in ("/Form", "/Image")]
            used += [thing.SMask] if thing.get("/Subtype") == "/Image" and "/SMask" in names else []
            used += [one for space in resources.get("/ColorSpace", {}).values() for one in space
                     if isinstance(one, pikepdf.Stream)]
    return {one.objgen for one in used}


def images_of(pdf: pikepdf.Pdf) -> list[Any]:
    """The pictures of points in a PDF, without what is seen through of them."""
    images = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)
              and thing.get("/Subtype") == "/Image"]
    masks = {one.SMask.objgen for one in images if "/SMask" in one}
    return [one for one in images if one.objgen not in masks or "/SMask" in one]


def _in_metadata(xmp: bytes) -> Iterator[str]:
    for element in etree.fromstring(xmp).iter():
        if not isinstance(element.tag, str) or etree.QName(element).localname not in METADATA:
            yield "the metadata"
