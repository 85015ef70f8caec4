"""Blocks side by side: in a table of layout, or in columns of the page where they hold tables.

A screen reader reads a table of layout cell by cell, so column by column. A table within a table
would be announced as such, and a heading within one is missing from Word's navigation: those stand
in columns of the page, whose text has the same order.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pscb_lib.page.rendering.word.frames import cell_of, row_of, table_of
from pscb_lib.page.rendering.word.shared import Shared
from pscb_lib.page.rendering.word.text import paragraph
from pscb_lib.page.rendering.word.xml import Element, w

Block = dict[str, Any]
BETWEEN = 340  # dxa between columns
OF_THE_PAGE = ("table", "heading", "tally")


def is_of_the_page(block: Block) -> bool:
    """Whether a block of columns needs columns of the page."""
    return block["kind"] == "columns" and any(
        inner["kind"] in OF_THE_PAGE for column in block["columns"] for inner in column)


def room_of(block: Block, room: int) -> int:
    """Return the width of a column in dxa."""
    return (room - BETWEEN * (block["of"] - 1)) // block["of"]


def side_by_side(block: Block, shared: Shared, write: Callable[[Block, Shared], list[Element]]
                 ) -> list[Element]:
    """Return the columns as cells of a table of layout."""
    room = room_of(block, shared.room)
    wide = [room + BETWEEN] * (block["of"] - 1) + [room]
    margin = w("tcMar", w("right", w=BETWEEN, type="dxa"))
    cells = []
    for column, width in zip(block["columns"], wide, strict=True):
        made = [one for inner in column for one in write(inner, shared.within(room))]
        about = [margin] if width > room else [w("tcMar", w("right", w=0, type="dxa"))]
        cells.append(cell_of(width, *(made or [paragraph("Gap")]), about=about))
        margin = w("tcMar", w("right", w=BETWEEN, type="dxa"))
    return [table_of(wide, row_of(*cells), title="Layout", is_data=False), paragraph("Gap")]


def one_after_another(block: Block, shared: Shared,
                      write: Callable[[Block, Shared], list[Element]]) -> list[Element]:
    """Return the blocks for columns of the page, with a break after each column."""
    inner = shared.within(room_of(block, shared.room))
    made: list[Element] = []
    for at, column in enumerate(block["columns"]):
        if at:
            made.append(paragraph("Gap", w("r", w("br", type="column"))))
        made += [one for each in column for one in write(each, inner)]
    return made
