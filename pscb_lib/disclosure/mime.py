"""The blocks that a notebook displays, and their MIME type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

BLOCK = "application/vnd.pscb.block+json"


def blocks_in(notebook: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the blocks that an executed notebook displays, in order; other outputs are passed over.
    """
    for cell in notebook.get("cells", ()):
        for output in cell.get("outputs", ()):
            if BLOCK in output.get("data", {}):
                yield output["data"][BLOCK]
