"""Turn Markdown cells into heading, prose and list blocks.

Raw HTML is printed as typed text and never interpreted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import unescape
from typing import Any

import mistune

Run = dict[str, Any]
SILENT = {"blank_line", "thematic_break"}


def markdown_blocks(source: str) -> list[dict[str, Any]]:
    """Return the blocks of *source*. Raises ValueError for a part that cannot be printed."""
    nodes: Any = _parser()(source)
    return [block for node in nodes for block in _blocks(node)]


@cache
def _parser() -> mistune.Markdown:
    return mistune.create_markdown(renderer="ast")


def _blocks(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    kind = node["type"]
    if kind in SILENT:
        return
    if kind == "heading":
        text = "".join(run["text"] for run in _joined(node))
        yield {"kind": "heading", "level": node["attrs"]["level"], "text": text}
    elif kind in ("paragraph", "block_text"):
        yield {"kind": "prose", "runs": _joined(node)}
    elif kind == "list":
        ordered = node["attrs"]["ordered"]
        yield {"kind": "list", "ordered": ordered, "items": list(_items(node))}
    elif kind == "block_quote":
        for child in node["children"]:
            yield from _blocks(child)
    elif kind == "block_code":
        yield {"kind": "prose", "runs": [{"text": node["raw"].rstrip("\n"), "code": True}]}
    elif kind == "block_html":
        yield {"kind": "prose", "runs": [{"text": node["raw"].rstrip("\n")}]}
    else:
        raise ValueError(f"Markdown of type {kind!r} cannot be printed; write a paragraph")


def _items(node: dict[str, Any]) -> Iterator[list[Run]]:
    for item in node["children"]:
        for child in item["children"]:
            if child["type"] == "list":
                yield from _items(child)
            elif child["type"] not in SILENT:
                yield _joined(child)


def _joined(node: dict[str, Any]) -> list[Run]:
    """Return the runs of text of *node*; neighbouring runs of the same style are joined."""
    runs: list[Run] = []
    for run in _runs(node, {}):
        look = {key: value for key, value in run.items() if key != "text"}
        if runs and {key: value for key, value in runs[-1].items() if key != "text"} == look:
            runs[-1]["text"] += run["text"]
        else:
            runs.append(run)
    return runs


def _runs(node: dict[str, Any], look: Run) -> Iterator[Run]:
    kind = node["type"]
    if kind == "image":
        raise ValueError("a picture in Markdown cannot be printed; show a chart block instead")
    if kind in ("softbreak", "linebreak"):
        yield {"text": " ", **look}
    elif kind == "codespan":
        yield {"text": node["raw"], **look, "code": True}
    elif "raw" in node:
        yield {"text": unescape(node["raw"]) if kind == "text" else node["raw"], **look}
    else:
        inner = look | {"strong": True} if kind == "strong" else look
        if link := _inside(node):
            inner = inner | {"link": link}
        if not node["children"]:
            yield {"text": "", **inner}  # a link that prints what it leads to
        for child in node["children"]:
            yield from _runs(child, inner)
        yield from _address(node, look)


def _inside(node: dict[str, Any]) -> str | None:
    """The id that a link within the paper leads to."""
    url = node["attrs"]["url"] if node["type"] == "link" else ""
    return url[1:] if url.startswith("#") else None


def _address(node: dict[str, Any], look: Run) -> Iterator[Run]:
    """The address of a link, printed after its text, because papers are also read on paper."""
    if node["type"] != "link" or _inside(node):
        return
    url = node["attrs"]["url"]
    if "".join(run["text"] for child in node["children"] for run in _runs(child, {})) != url:
        yield {"text": f" ({url})", **look}
