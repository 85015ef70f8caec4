"""How close the blocks of a paper stand in print: closer if that saves a page with little on it.

Type keeps its size and its lines their distance: only the room between blocks is less.
"""

from __future__ import annotations

import json
from typing import Any

from pscb_lib.page.rendering.typesetting import accent_of, compiler_of, inputs_of

USUAL = 1.0
CLOSER = 0.85, 0.7, 0.6  # shares of the usual room, in the order in which they are tried
FILLED = 0.6  # of the height of a last page: one that has more on it is no waste


def fitted(data: dict[str, Any]) -> dict[str, Any]:
    """Return the printed *data* of a paper with its gap: the first that saves the last page."""
    usual = data | {"gap": USUAL}
    pages, filled = _end_of(usual)
    if pages == 1 or filled >= FILLED:
        return usual
    closer = (data | {"gap": gap} for gap in CLOSER)
    return next((one for one in closer if _end_of(one)[0] < pages), usual)


def _end_of(data: dict[str, Any]) -> tuple[int, float]:
    """How many pages a paper has, and how far down the last one it goes."""
    asked = compiler_of("paper.typ", inputs_of(data, accent_of(data["front"])))
    end = json.loads(asked.query(f"<{data['prefix']}end>", field="value", one=True))
    return end["page"], end["height"]
