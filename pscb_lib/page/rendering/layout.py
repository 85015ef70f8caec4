"""Lay the blocks of a paper out: those with a place stand side by side in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

Block = dict[str, Any]


def laid_out(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks in order, neighbours with a place in one block of kind "columns".

    Columns that follow each other are one grid, until a block stands in an earlier column than
    the one before it: there a new row of columns begins.
    """
    for of, found in groupby(blocks, key=_columns_of):
        if of is None:
            yield from found
        else:
            yield from ({"kind": "columns", "of": of, "columns": columns}
                        for columns in _rows(found, of))


def _columns_of(block: Block) -> int | None:
    place = block.get("place")
    return place[1] if place else None


def _rows(blocks: Iterable[Block], of: int) -> Iterator[list[list[Block]]]:
    columns: list[list[Block]] = [[] for _ in range(of)]
    last = 0
    for block in blocks:
        at = block["place"][0] - 1
        if at < last:
            yield columns
            columns = [[] for _ in range(of)]
        columns[at].append(block)
        last = at
    yield columns
