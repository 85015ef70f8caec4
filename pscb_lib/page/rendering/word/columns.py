"""Blocks side by side, in a table of layout.

A screen reader reads it cell by cell, so column by column, which is the order of the blocks. It has
no header row and is called "Layout". Its only row stays whole, with what belongs together. One
with a table may break across pages: in another font than ours it is higher, and would leave half a
page empty before it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pscb_lib.page.rendering.word.frames import cell_of, row_of, table_of
from pscb_lib.page.rendering.word.shared import Shared
from pscb_lib.page.rendering.word.text import paragraph
from pscb_lib.page.rendering.word.xml import Element, tag, w

Block = dict[str, Any]
BETWEEN = 340  # dxa between columns


def side_by_side(block: Block, shared: Shared, write: Callable[[Block, Shared], list[Element]]
                 ) -> list[Element]:
    """Return columns of blocks; *write* is what makes the elements of one block."""
    of = block["of"]
    room = (shared.room - BETWEEN * (of - 1)) // of
    wide = [room + BETWEEN] * (of - 1) + [room]
    is_whole = not _may_break(block["columns"])
    cells = []
    for column, width in zip(block["columns"], wide, strict=True):
        made = [one for inner in column for one in write(inner, shared.within(room))]
        if not made or made[-1].tag != tag("w:p"):
            made.append(paragraph("Gap"))  # a cell ends with a paragraph
        if not is_whole:
            _release(made[0])
        margin = w("tcMar", w("left", w=0, type="dxa"), w("right", w=width - room, type="dxa"))
        cells.append(cell_of(width, *made, about=[margin]))
    row = row_of(*cells, is_whole=is_whole)
    return [table_of(wide, row, title="Layout", is_data=False), paragraph("Gap")]


def _may_break(columns: list[list[Block]]) -> bool:
    """Whether a table stands there, and no two columns have numbers of the same kind.

    LibreOffice counts numbers again, page by page: it would exchange those of two columns.
    """
    kinds = [{inner["kind"] for inner in column if "number" in inner} for column in columns]
    return (any(inner["kind"] == "table" for column in columns for inner in column)
            and len(set().union(*kinds)) == sum(map(len, kinds)))


def _release(first: Element) -> None:
    """Say that the first paragraph of a cell is not kept with the next: it would hold the row."""
    about = first.find(tag("w:pPr"))
    if about is not None:
        for kept in about.findall(tag("w:keepNext")):
            about.remove(kept)
        about.insert(1, w("keepNext", val=0))
