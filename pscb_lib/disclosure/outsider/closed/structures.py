"""Compare a notebook or a manifest with the structure that our writers give it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pscb_lib.disclosure.figures import COLUMNS
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.disclosure.written.notebook import ANY, BLOCKS, CELLS, KEPT, MANIFEST, NOTEBOOK

KINDS = ("display_data", "execute_result")


def strange_in_notebook(notebook: dict[str, Any]) -> Iterator[str]:
    """The places in a notebook where something is that our writers do not make."""
    yield from strange_in(NOTEBOOK, notebook, "the notebook")
    for cell in notebook["cells"]:
        place = f"cell {cell.get('id', '')}"
        yield from strange_in(CELLS.get(cell.get("cell_type"), {}), cell, place)
        for output in cell.get("outputs", ()):
            yield from _in_output(output, place)


def _in_output(output: dict[str, Any], place: str) -> Iterator[str]:
    data = output.get("data", {})
    block = data.get(BLOCK, {})
    kind = block.get("kind", "")
    if output.get("output_type") not in KINDS or BLOCK not in data:
        yield f"{place}, an output"
    elif "".join(data.get("text/plain", f"<{kind}>")) != f"<{kind}>":
        yield f"{place}, text/plain"
    written = BLOCKS | KEPT if block.get("audience") == "restricted" else BLOCKS
    yield from strange_in(written.get(kind, {}), block, place)
    if kind == "figures" and not {*block.get("columns", ())} <= {*COLUMNS, "hidden"}:
        yield f"{place}, columns"


def strange_in_manifest(manifest: dict[str, Any]) -> Iterator[str]:
    """The places in a manifest where something is that our writers do not make."""
    yield from strange_in(MANIFEST, manifest, "the manifest")


def strange_in(written: Any, content: Any, place: str) -> Iterator[str]:
    """The places in *content* that differ from the structure *written*."""
    if written == ANY or content is None:
        return
    if isinstance(written, dict):
        if not isinstance(content, dict):
            yield place
            return
        for name, value in content.items():
            if name in written or ANY in written:
                inner = f"{place}, {name}" if name in written else place
                yield from strange_in(written.get(name, written.get(ANY)), value, inner)
            else:
                yield place
    elif isinstance(content, list):
        if not isinstance(written, list):
            yield place
        for value in content if isinstance(written, list) else ():
            yield from strange_in(written[0], value, place)
    elif isinstance(content, dict):
        yield place
