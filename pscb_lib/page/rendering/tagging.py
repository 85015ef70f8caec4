"""Tag row headers in a PDF, so that a screen reader announces the row of each figure.

Typst tags the first cell of a row as data; here it is tagged as the header of its row.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf


def tag_row_headers(document: bytes) -> bytes:
    """Return *document* with the first cell of each body row tagged as a row header."""
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
