"""Blocks side by side, in a table of layout.

A screen reader reads it cell by cell, so column by column, which is the order of the blocks. It has
no header row and is called "Layout". Its only row stays whole, with what belongs together.
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
    cells = []
    for column, width in zip(block["columns"], wide, strict=True):
        made = [one for inner in column for one in write(inner, shared.within(room))]
        if not made or made[-1].tag != tag("w:p"):
            made.append(paragraph("Gap"))  # a cell ends with a paragraph
        margin = w("tcMar", w("left", w=0, type="dxa"), w("right", w=width - room, type="dxa"))
        cells.append(cell_of(width, *made, about=[margin]))
    return [table_of(wide, row_of(*cells), title="Layout", is_data=False), paragraph("Gap")]
