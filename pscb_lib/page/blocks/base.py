"""What all blocks have in common: their JSON, their HTML in JupyterLab, and their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar

from pscb_lib.board.wording import named
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.page.rendering.html import render_fragment
from pscb_lib.page.rendering.notebook_style import style_for

Place = tuple[int, int]  # (2, 3): the second of three columns
LEFT, RIGHT = (1, 2), (2, 2)  # of two columns


@dataclass(frozen=True)
class Block:
    """The base of all blocks: they are written as JSON, and displayed in JupyterLab."""

    kind: ClassVar[str]

    def as_json(self) -> dict[str, Any]:
        """The block as plain data."""
        return {"kind": self.kind, **self._content(), **self._placed()}

    def _content(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if name != "place"}

    def _placed(self) -> dict[str, Any]:
        place = getattr(self, "place", None)
        return {"place": list(place)} if place else {}

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        block = self.as_json() if self.kind == "figures" else named(self.as_json())
        page = render_fragment(block, style_for(self.kind))
        return {BLOCK: block, "text/html": page, "text/plain": f"<{self.kind}>"}


@dataclass(frozen=True)
class Placed(Block):
    """A block that may stand in a column.

    Neighbouring blocks with a *place* of the same number of columns stand side by side; those of
    one column stand under each other. On a phone all stand under each other.
    """

    place: Place | None = field(default=None, kw_only=True)


class Several:
    """Several blocks that one cell of a notebook displays, in this order."""

    def __init__(self, blocks: Sequence[Block | None]) -> None:
        self.blocks = tuple(block for block in blocks if block is not None)

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(*self.blocks)
