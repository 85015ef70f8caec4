"""A paper as a tagged PDF (PDF/UA-1 and PDF/A-2a), made by one fixed Typst document.

The blocks are passed as JSON, so that nothing in them can become markup.
"""

from __future__ import annotations

import re
from base64 import b64decode
from calendar import timegm
from collections.abc import Iterator
from datetime import date
from typing import Any

from pscb_lib.page.rendering.drawing import safe_svg
from pscb_lib.page.rendering.fitting import fitted
from pscb_lib.page.rendering.layout import laid_out
from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.printed import day_in_words, share_of
from pscb_lib.page.rendering.tagging import tagged
from pscb_lib.page.rendering.typesetting import accent_of, compiler, inputs_of

TALL = 20  # points; a picture of a row has room around its line, and needs none of the table's
LED_TO = ("prefix", "id", "ids", "link")


def render_pdf(paper: Paper) -> bytes:
    """Return *paper* as a PDF; the same paper always gives the same bytes."""
    return compile_pdf("paper.typ", printed(paper), paper.front["as_of"], accent_of(paper.front))


def compile_pdf(template: str, data: dict[str, Any], as_of: str, accent: str = "") -> bytes:
    """Return what a *template* makes of *data*, as a tagged PDF dated *as_of*."""
    made: Any = compiler(template).compile(
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        timestamp=timegm(date.fromisoformat(as_of).timetuple()),
        sys_inputs=inputs_of(data, accent),
    )
    return tagged(made, {one["address"]: one["text"] for one in _sheets(data)})


def printed(paper: Paper, prefix: str = "") -> dict[str, Any]:
    """Return all data that the Typst document needs, ready for JSON.

    What links lead to has *prefix* before its name, so that papers can stand in one document.
    """
    return fitted(_prefixed({
        "prefix": "",
        "title": paper.title,
        "name": paper.name,
        "page_title": paper.page_title,
        "front": {**paper.front, "look": drawn_look(paper.front)},
        "as_of": day_in_words(paper.front["as_of"]),
        "checked": paper.checked,
        "is_draft": paper.is_draft,
        "contents": [{"id": id, "words": words} for id, words in paper.contents],
        "blocks": [_prepared(block) for block in laid_out(paper.blocks)
                   if block["kind"] != "sheet"],
    }, prefix))


def drawn_look(front: dict[str, Any]) -> dict[str, Any]:
    """The Board's look with a png as numbers, because Typst reads no base64."""
    found = dict(front.get("look", {}))
    return found | ({"png": [*b64decode(found["png"])]} if "png" in found else {})


def _prefixed(content: Any, prefix: str) -> Any:
    """The *content* with *prefix* before every name that a link leads to."""
    if not prefix:
        return content
    if isinstance(content, dict):
        return {name: _named(value, prefix) if name in LED_TO else _prefixed(value, prefix)
                for name, value in content.items()}
    return [_prefixed(value, prefix) for value in content] if isinstance(content, list) else content


def _named(value: Any, prefix: str) -> Any:
    if isinstance(value, list):
        return [_named(one, prefix) for one in value]
    return value if value is None else f"{prefix}{value}"


def _sheets(data: Any) -> Iterator[dict[str, str]]:
    """The links to sheets of a workbook, wherever their blocks are."""
    if isinstance(data, dict):
        if "sheet" in data:
            yield data["sheet"]
        data = [*data.values()]
    if isinstance(data, list):
        for one in data:
            yield from _sheets(one)


def _prepared(block: dict[str, Any]) -> dict[str, Any]:
    """Return a block with its pictures made safe, and without what is not printed."""
    if block["kind"] == "columns":
        return block | {"columns": [[_prepared(inner) for inner in column]
                                    for column in block["columns"]]}
    if block["kind"] == "chart":
        return block | {"svg": safe_svg(block["svg"]), "data": None}
    if block["kind"] == "tally":
        items = block["items"]
        return block | {"items": [item | {"share": share_of(item, items)} for item in items]}
    if block["kind"] != "table":
        return block
    groups = [
        group | {"rows": [[_cell(cell) for cell in row] for row in group["rows"]]}
        for group in block["groups"]
    ]
    return block | {"groups": groups}


def _cell(cell: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        line | {"chart": line["chart"] | {"svg": safe_svg(line["chart"]["svg"]),
                                          "is_tall": _height(line["chart"]["svg"]) > TALL}}
        if "chart" in line
        else line
        for line in cell
    ]


def _height(svg: str) -> float:
    """The height of a picture in points."""
    found = re.search(r'\bheight="([\d.]+)pt"', svg)
    return float(found[1]) if found else 0
