"""Row headers in the PDF's structure, so that a screen reader says whose figure it reads.

Typst tags the first cell of a row as plain data; here each becomes a header of its row.
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
                # Listed headers would overrule the scopes of row and column.
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
    """Return the attributes of *cell* that speak of tables, made where there are none."""
    for attributes in cell.get("/A", []):
        if attributes.O == "/Table":
            return attributes
    cell.A = pikepdf.Array([*cell.get("/A", []), pikepdf.Dictionary(O=pikepdf.Name.Table)])
    return cell.A[-1]
