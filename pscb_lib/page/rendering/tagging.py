"""Mend what Typst tells a screen reader: the header of each row, and where a link leads.

Typst tags the first cell of a row as data; here it is tagged as the header of its row. Of a link to
another file it says the address; here it says what is there.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf


def tagged(document: bytes, links: Mapping[str, str]) -> bytes:
    """Return *document* with row headers, and the words of its *links* by their addresses."""
    with pikepdf.open(io.BytesIO(document)) as pdf:
        for row in _elements(pdf.Root.StructTreeRoot, "/TR"):
            cells = _children(row)
            if cells[0].S == "/TD":
                cells[0].S = pikepdf.Name.TH
                _table_attributes(cells[0]).Scope = pikepdf.Name.Row
            for attributes in map(_table_attributes, cells):
                # Listed headers would override the scopes of row and column.
                if "/Headers" in attributes:
                    del attributes.Headers
        for link in (link for page in pdf.pages for link in page.get("/Annots", ())):
            if "/A" in link:
                link.Contents = links[str(link.A.URI)]
        saved = io.BytesIO()
        pdf.save(saved, deterministic_id=True)
    return saved.getvalue()


def _elements(element: Any, kind: str) -> Iterator[Any]:
    for child in _children(element):
        if child.get("/S") == kind:
            yield child
        else:
            yield from _elements(child, kind)


def _children(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _table_attributes(cell: Any) -> Any:
    """Return the table attributes of *cell*, added if it has none."""
    for attributes in cell.get("/A", []):
        if attributes.O == "/Table":
            return attributes
    cell.A = pikepdf.Array([*cell.get("/A", []), pikepdf.Dictionary(O=pikepdf.Name.Table)])
    return cell.A[-1]
