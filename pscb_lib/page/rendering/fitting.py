"""How close the blocks of a paper stand in print: closer if that saves a page with little on it.

Type keeps its size and its lines their distance: only the room between blocks is less.
"""

from __future__ import annotations

import json
from typing import Any

from pscb_lib.page.rendering.typesetting import accent_of, compiler_of, inputs_of

USUAL = 1.0
CLOSEST, CLOSER = 0.6, (0.8, 0.7)  # shares of the usual room
FILLED = 0.6  # of the height of a last page: one that has more on it is no waste


def fitted(data: dict[str, Any]) -> dict[str, Any]:
    """Return the printed *data* of a paper with its gap: the widest that saves the last page.

    Each trial costs as much as the setting of the paper, so the closest is tried first: most papers
    that have a page too many need it for a table that cannot be parted.
    """
    usual = data | {"gap": USUAL}
    pages, filled = _end_of(usual)
    if pages == 1 or filled >= FILLED:
        return usual
    closest = data | {"gap": CLOSEST}
    if _end_of(closest)[0] == pages:
        return usual
    closer = (data | {"gap": gap} for gap in CLOSER)
    return next((one for one in closer if _end_of(one)[0] < pages), closest)


def _end_of(data: dict[str, Any]) -> tuple[int, float]:
    """How many pages a paper has, and how far down the last one it goes."""
    asked = compiler_of("paper.typ", inputs_of(data, accent_of(data["front"])))
    end = json.loads(asked.query(f"<{data['prefix']}end>", field="value", one=True))
    return end["page"], end["height"]
