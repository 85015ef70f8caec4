"""How close the blocks of a paper stand in print: closer if its last page would be nearly empty.

Type keeps its size and its lines their distance: only the room between blocks is less.
"""

from __future__ import annotations

import json
from typing import Any

from pscb_lib.page.rendering.typesetting import accent_of, compiler_of, inputs_of

GAPS = 1.0, 0.85, 0.7, 0.6  # shares of the usual room, in the order in which they are tried
LEAST_FILLED = 0.36  # of the height of a last page: its margin, and a third of what it can hold


def fitted(data: dict[str, Any]) -> dict[str, Any]:
    """Return the printed *data* of a paper with its gap: the usual, if none ends the paper well."""
    return next((one for one in (data | {"gap": gap} for gap in GAPS) if _ends_well(one)),
                data | {"gap": GAPS[0]})


def _ends_well(data: dict[str, Any]) -> bool:
    """Whether a paper has one page, or enough on its last one."""
    asked = compiler_of("paper.typ", inputs_of(data, accent_of(data["front"])))
    end = json.loads(asked.query(f"<{data['prefix']}end>", field="value", one=True))
    return end["page"] == 1 or end["height"] >= LEAST_FILLED
