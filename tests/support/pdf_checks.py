"""Checks of every PDF, read back from the file: a part of PDF/UA.

The part of ISO 14289-1 that matters most to a person who listens to a paper; Typst's export
checks the rest. It is not a certificate.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf


def check_pdf(path: Path) -> list[str]:
    """Return what is wrong with the PDF at *path*, one line each."""
    with pikepdf.open(path) as pdf:
        return [*_document_faults(pdf), *_structure_faults(pdf)]


def _document_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if root.get("/Lang") != "en-GB":
        yield f"the language is {root.get('/Lang')!s}, not en-GB"
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "there is no title"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the window shows the file's name, not the title"
    if root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "the document is not marked as tagged"
    if "/StructTreeRoot" not in root:
        yield "there is no structure tree"
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "the metadata does not claim PDF/UA-1"


def _structure_faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    levels = [0]
    for element in elements(pdf.Root.StructTreeRoot):
        kind = str(element.S)
        if kind == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure has no alternative text"
        elif kind == "/TH" and attribute(element, "/Scope") is None:
            yield "a header cell has no scope"
        elif kind == "/TR":
            yield from _row_faults(element)
        elif kind[1:2] == "H" and kind[2:].isdigit():
            if int(kind[2:]) > levels[-1] + 1:
                yield f"a heading jumps from level {levels[-1]} to {kind[2:]}"
            levels.append(int(kind[2:]))


def _row_faults(row: Any) -> Iterator[str]:
    first = next(iter(children(row)), None)
    if first is None or first.S != "/TH":
        yield "a row has no header cell"


def elements(element: Any) -> Iterator[Any]:
    """Yield every structure element below *element*, in reading order."""
    for child in children(element):
        yield child
        yield from elements(child)


def children(element: Any) -> list[Any]:
    """Return the structure elements directly below *element*."""
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def attribute(element: Any, name: str) -> Any:
    """Return the attribute called *name* of *element*, or None."""
    return next((found[name] for found in element.get("/A", []) if name in found), None)
