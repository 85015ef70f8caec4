"""Read an executed notebook or a manifest back: every block, every text, all metadata."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas
from lxml import html

from pscb_lib.disclosure.figures import from_json
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.disclosure.outsider.finished_html import add_page
from pscb_lib.disclosure.outsider.finished_tables import rows_of
from pscb_lib.disclosure.outsider.found import Finished, Sentence

PAIR = 2  # a name and its value


def read_figures(path: Path) -> pandas.DataFrame | None:
    """The figures that a notebook was made from, or None if it has none."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        for output in cell.get("outputs", ()):
            block = output.get("data", {}).get(BLOCK, {})
            if block.get("kind") == "figures":
                return from_json(block)
    return None


def read_notebook(path: Path, name: str, found: Finished) -> None:
    """Add a notebook's blocks and other outputs, its prose and its metadata to *found*."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    found.sentences += _texts(notebook["metadata"], name, "metadata")
    for cell in notebook["cells"]:
        place = f"cell {cell['id']}"
        source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
        found.sentences += [Sentence(name, place, line) for line in source.splitlines()]
        found.sentences += _texts(cell["metadata"], name, f"{place}, metadata")
        for output in cell.get("outputs", ()):
            found.sentences += _texts(output.get("metadata", {}), name, f"{place}, metadata")
            _add_output(output.get("data", {}), name, place, found)


def read_manifest(path: Path, name: str, found: Finished) -> None:
    """Add the texts of a manifest to *found*."""
    found.sentences += _texts(json.loads(path.read_text(encoding="utf-8")), name, "manifest")


def _add_output(data: dict[str, Any], name: str, place: str, found: Finished) -> None:
    for kind, content in data.items():
        if kind == BLOCK:
            _add_block(content, name, place, found)
        elif kind == "text/html":
            text = content if isinstance(content, str) else "".join(content)
            add_page(html.fromstring(text), name, found)
        else:
            found.sentences += _texts(content, name, place)


def _add_block(block: dict[str, Any], name: str, place: str, found: Finished) -> None:
    if block["kind"] == "figures":
        found.figures = from_json(block)
        return
    if block["kind"] == "front":
        found.front = block
    if "runs" in block:
        text = "".join(run["text"] for run in block["runs"])
        found.sentences.append(Sentence(name, place, text))
    if "data" in block:
        lines = [block["data"]["columns"], *block["data"]["rows"]]
        found.rows += rows_of(lines, name, block["id"])
    rest = {key: value for key, value in block.items()
            if key not in ("kind", "runs", "data", "groups", "svg", "columns", "id")}
    found.sentences += _texts(rest, name, place)


def _texts(content: Any, name: str, place: str) -> Iterator[Sentence]:
    """Every text and number in plain data, with the key or the short list that names it."""
    if isinstance(content, dict):
        for key, value in content.items():
            if isinstance(value, dict | list):
                yield from _texts(value, name, f"{place}, {key}")
            elif value is not None:
                yield Sentence(name, f"{place}, {key}", f"{key}: {value}")
    elif isinstance(content, list) and any(isinstance(value, dict | list) for value in content):
        for value in content:
            yield from _texts(value, name, place)
    elif isinstance(content, list):
        yield Sentence(name, place, "; ".join(map(str, content)) if len(content) > PAIR
                       else ": ".join(map(str, content)))
    elif content is not None:
        yield Sentence(name, place, str(content))
