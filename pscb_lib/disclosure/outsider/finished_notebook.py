"""Read an executed notebook or a manifest back: every block, every text, all metadata."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas

from pscb_lib.disclosure.mime import BLOCK, blocks_in
from pscb_lib.disclosure.outsider.closed.pages import strange_in_picture
from pscb_lib.disclosure.outsider.closed.structures import strange_in_manifest, strange_in_notebook
from pscb_lib.disclosure.outsider.finished_html import add_markup, parsed, words_of
from pscb_lib.disclosure.outsider.finished_tables import rows_of
from pscb_lib.disclosure.outsider.found import Cell, Drawing, Finished, Row, Sentence
from pscb_lib.disclosure.plain_figures import from_json

PAIR = 2  # a name and its value
READ = ("kind", "runs", "data", "groups", "svg", "columns", "id")  # of a block, not as other texts


def read_figures(path: Path) -> pandas.DataFrame | None:
    """The figures that a notebook was made from, or None if it has none."""
    blocks = blocks_in(json.loads(path.read_text(encoding="utf-8")))
    return next((from_json(one) for one in blocks if one.get("kind") == "figures"), None)


def read_front_and_figures(path: Path, found: Finished) -> None:
    """Add the front block and the figures of a notebook to *found*."""
    for block in blocks_in(json.loads(path.read_text(encoding="utf-8"))):
        if block.get("kind") == "front":
            found.front = block
        elif block.get("kind") == "figures":
            found.figures = from_json(block)


def read_notebook(path: Path, name: str, found: Finished) -> None:
    """Add a notebook's blocks, its prose, its metadata and everything else in it to *found*."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    found.strange |= {(name, place) for place in strange_in_notebook(notebook)}
    found.sentences += _texts({key: value for key, value in notebook.items() if key != "cells"},
                              name, "")
    for cell in notebook["cells"]:
        place = f"cell {cell['id']}"
        found.sentences += [Sentence(name, place, line)
                            for line in _joined(cell["source"]).splitlines()]
        outside = {key: value for key, value in cell.items() if key not in ("source", "outputs")}
        found.sentences += _texts(outside, name, place)
        for output in cell.get("outputs", ()):
            _add_output(output, name, place, found)


def read_manifest(path: Path, name: str, found: Finished) -> None:
    """Add the texts of a manifest to *found*."""
    manifest = json.loads(path.read_text(encoding="utf-8"))
    found.strange |= {(name, place) for place in strange_in_manifest(manifest)}
    found.sentences += _texts(manifest, name, "manifest")


def _add_output(output: dict[str, Any], name: str, place: str, found: Finished) -> None:
    beside = {key: value for key, value in output.items() if key != "data"}
    found.sentences += _texts(beside, name, place)
    for kind, content in output.get("data", {}).items():
        if kind == BLOCK:
            _add_block(content, name, place, found)
        elif kind == "text/html":
            add_markup(_joined(content), name, place, found)
        else:
            found.sentences += _texts(content, name, place)


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)


def _add_block(block: dict[str, Any], name: str, place: str, found: Finished) -> None:
    if block["kind"] == "figures":
        found.figures = from_json(block)
        return
    if block["kind"] == "front":
        found.front = block
    for runs in (block.get("runs", []), *(block["items"] if block["kind"] == "list" else ())):
        text = "".join(run["text"] for run in runs)
        found.sentences.append(Sentence(name, place, text))
    if "data" in block:
        lines = [block["data"]["columns"], *block["data"]["rows"]]
        found.sentences.append(Sentence(name, place, "\n".join(map(str, lines[0]))))
        found.rows += rows_of(lines, name, block["id"])
    if "groups" in block:
        found.rows += _printed(block, name, place, found)
    if "svg" in block:
        _add_picture(block["svg"], name, place, Drawing(name, block["id"], "", (), None), found)
    rest = {key: value for key, value in block.items() if key not in READ}
    found.sentences += _texts(rest, name, place)


def _printed(table: dict[str, Any], name: str, place: str, found: Finished) -> Iterator[Row]:
    """The rows of a table block as they are printed."""
    heads = [column["label"] for column in table["columns"]]
    found.sentences += [Sentence(name, place, head) for head in heads]
    for group in table["groups"]:
        label = group["label"] or ""
        found.sentences.append(Sentence(name, place, label))
        for first, *rest in group["rows"]:
            labels = tuple(map(_said, first[:1]))
            found.sentences += [Sentence(name, place, one) for one in labels]
            cells = [Cell("", "\n".join(map(_said, first[1:])))]
            for head, lines in zip(heads[1:], rest, strict=True):
                cells.append(Cell(head, "\n".join(map(_said, lines))))
                for chart in (line["chart"] for line in lines if "chart" in line):
                    drawing = Drawing(name, table["id"], label, labels, None)
                    words = _add_picture(chart["svg"], name, place, drawing, found)
                    cells.append(Cell(head, f"{chart['alt']}\n{words}", is_picture=True))
            yield Row(name, table["id"], label, labels, tuple(cells))


def _said(line: dict[str, Any]) -> str:
    return str(line.get("text", line.get("ask", "")))


def _add_picture(svg: str, name: str, place: str, drawing: Drawing, found: Finished) -> str:
    """Add a picture and return its words."""
    picture = next(parsed(svg).iter("svg"))
    found.strange |= {(name, f"{place}, {one}") for one in strange_in_picture(picture)}
    whole = replace(drawing, svg=picture)
    found.drawings.append(whole)
    if not drawing.labels:
        found.sentences.append(Sentence(name, place, words_of(whole)))
    return words_of(whole)


def _texts(content: Any, name: str, place: str) -> Iterator[Sentence]:
    """Every text and number in plain data, with the key or the short list that names it."""
    if isinstance(content, dict):
        for key, value in content.items():
            inner = ", ".join(filter(None, (place, key)))
            if isinstance(value, dict | list):
                yield from _texts(value, name, inner)
            elif value is not None:
                yield Sentence(name, inner, f"{key}: {value}")
    elif isinstance(content, list) and any(isinstance(value, dict | list) for value in content):
        for value in content:
            yield from _texts(value, name, place)
    elif isinstance(content, list):
        yield Sentence(name, place, "; ".join(map(str, content)) if len(content) > PAIR
                       else ": ".join(map(str, content)))
    elif content is not None:
        yield Sentence(name, place, str(content))
