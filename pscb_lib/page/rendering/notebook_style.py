"""Put the style of blocks into a notebook once, not with every block.

A style sheet in one output counts for the whole notebook. The first block that a kernel displays
has it, and every front sheet; so has the cell that had it last when it is run again, or whatever
is run once that cell was deleted. A notebook whose later cells alone are run has it there.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from pscb_lib.page.rendering.html import block_style, font_style

UNSTYLED = ("figures", "end")  # one line, which needs none


@dataclass
class _Kept:
    """Where this kernel has put the style: whether it has, and the cell, if that is known."""

    put: bool = False
    cell: str | None = None


KEPT = _Kept()


def style_for(kind: str) -> str | None:
    """The style to put before a block: empty if it is in the notebook, None outside a kernel.

    JupyterLab tells a kernel which cell it runs. It is given the fonts too, which papers that are
    made without a screen do not need.
    """
    shell = _shell()
    if shell is None:
        return None
    asked = _metadata(shell)
    cell = asked.get("cellId")
    again = cell is not None and cell == KEPT.cell or KEPT.cell in asked.get("deletedCells", ())
    if kind in UNSTYLED or kind != "front" and KEPT.put and not again:
        return ""
    KEPT.put, KEPT.cell = True, cell
    return font_style() + block_style() if cell else block_style()


def _shell() -> Any:
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def _metadata(shell: Any) -> dict[str, Any]:
    """What the request to run a cell says beside its text."""
    parent: dict[str, Any] = getattr(shell, "get_parent", dict)() or {}
    return parent.get("metadata", {})
