"""The names of columns in a row: what is the same to a person is the same name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pscb_lib.framework.folding import bare, fold, visible
from pscb_lib.reading.files.identifying import identifies

FIRST_ROWS = 20  # of a sheet, in which its header is sought


def names_of(cells: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """The names in a row: a known one as it is known, another as it is written.

    Capitals, spaces, underscores, dashes and other marks do not matter, nor what stands behind a
    name in brackets, unless another cell has the very name or the remark names a child.
    """
    exact = {fold(name): name for name in known}
    loose = {bare(name): name for name in known}
    written = {fold(cell) for cell in cells}

    def name(cell: str) -> str:
        if own := exact.get(fold(cell)):
            return own
        near = loose.get(bare(cell))
        if not near and not identifies(cell):
            near = loose.get(bare(re.sub(r"[(\[].*", "", cell)))
        return near if near and fold(near) not in written else visible(cell).strip()

    return tuple(map(name, cells))


def has_all(cells: Sequence[str], required: Sequence[str]) -> bool:
    """Whether a row has every required name."""
    return {*required} <= {*names_of(cells, required)}
