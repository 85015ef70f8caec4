"""Check a paper before it is printed.

PDF/UA-1 refuses a heading that skips a level or a picture without alt text,
but its message names no cell. These checks come first and name the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pscb_lib.page.rendering.characters import unprintable
from pscb_lib.page.rendering.drawing import safe_svg
from pscb_lib.page.rendering.numbering import ids_of, links_in
from pscb_lib.page.style import RATINGS

Block = dict[str, Any]
FILE_NAME = re.compile(r"[a-z][a-z0-9_-]{0,60}")
REQUIRED = {
    "front": "report board group period period_words as_of audience marking facts".split(),
    "lead": ["runs"],
    "tally": ["items", "note"],
    "callout": ["title", "runs"],
    "prose": ["runs"],
    "list": ["items"],
    "heading": ["level", "text"],
    "question": "id runs owner said ledger".split(),
    "table": "id caption columns groups note data empty".split(),
    "chart": "id caption svg alt data note".split(),
    "sheet": "id caption data note".split(),
    "figures": ["audience", "columns", "rows"],
    "end": ["report", "period", "audience"],
}


class PaperError(ValueError):
    """A notebook that cannot be printed; the message is one line and names the cell."""


def lint(found: list[tuple[str, Block]]) -> None:
    """Check every (cell id, block) pair. Raises PaperError at the first fault."""
    for cell_id, block in found:
        for fault in _faults(block):
            raise PaperError(f"cell {cell_id}: {fault}")
    _check_headings(found)
    _check_front(found)
    _check_ids(found)
    _check_alts(found)
    _check_links(found)


def _faults(block: Block) -> Iterator[str]:
    kind = block.get("kind")
    if kind not in REQUIRED:
        yield f"there is no block of kind {kind!r}; the kinds are {', '.join(REQUIRED)}"
        return
    missing = [name for name in REQUIRED[kind] if name not in block]
    if missing:
        yield f"a block of kind {kind!r} needs {', '.join(missing)}"
    elif kind == "figures":
        return
    elif lacking := unprintable(block):
        yield f"the font has no {', '.join(lacking)}; write it in words"
    elif kind == "tally":
        yield from _rating_faults(block["items"])
    elif kind == "chart":
        yield from _drawing_faults(block, f"chart {block['id']!r}")
    elif kind == "table":
        yield from _table_faults(block)


def _table_faults(table: Block) -> Iterator[str]:
    for row in (row for group in table["groups"] for row in group["rows"]):
        if len(row) != len(table["columns"]):
            yield (
                f"table {table['id']!r} has a row of {len(row)} cells "
                f"under {len(table['columns'])} columns"
            )
        lines = [line for cell in row for line in cell]
        yield from _rating_faults([line for line in lines if "rating" in line])
        for line in lines:
            if "chart" in line:
                yield from _drawing_faults(line["chart"], f"a chart of table {table['id']!r}")


def _drawing_faults(chart: Block, name: str) -> Iterator[str]:
    if not chart["alt"].strip():
        yield f"{name} has no alt text; say in words what it shows"
    try:
        safe_svg(chart["svg"])
    except ValueError as error:
        yield f"{name} is refused: {error}"


def _rating_faults(items: list[Block]) -> Iterator[str]:
    for item in items:
        if item["rating"] not in RATINGS:
            yield f"there is no rating {item['rating']!r}; the ratings are {', '.join(RATINGS)}"


def _check_headings(found: list[tuple[str, Block]]) -> None:
    headings = [(cell_id, block) for cell_id, block in found if block["kind"] == "heading"]
    if not headings or headings[0][1]["level"] != 1 or not headings[0][1]["text"].strip():
        where = headings[0][0] if headings else found[0][0] if found else "1"
        raise PaperError(f"cell {where}: the paper has no title; begin with '# Title'")
    level = 1
    for cell_id, block in headings[1:]:
        if block["level"] == 1:
            raise PaperError(f"cell {cell_id}: a paper has one title; make this heading '## '")
        if block["level"] > level + 1:
            raise PaperError(
                f"cell {cell_id}: heading {block['text']!r} jumps from level {level} "
                f"to {block['level']}; use '{'#' * (level + 1)} '"
            )
        level = block["level"]


def _check_front(found: list[tuple[str, Block]]) -> None:
    fronts = [cell_id for cell_id, block in found if block["kind"] == "front"]
    if not fronts:
        raise PaperError("the paper has no front sheet; show blocks.Front first")
    if len(fronts) > 1:
        raise PaperError(f"cell {fronts[1]}: a paper has one front sheet; this is the second")


def _check_ids(found: list[tuple[str, Block]]) -> None:
    seen: set[str] = set()
    for cell_id, block in found:
        if block["kind"] not in ("table", "chart", "question", "sheet"):
            continue
        name = block["id"]
        if not FILE_NAME.fullmatch(name):
            raise PaperError(
                f"cell {cell_id}: {name!r} cannot name a file; "
                "use lower-case letters, digits and underscores"
            )
        if name in seen:
            raise PaperError(
                f"cell {cell_id}: there are two tables, charts or questions called {name!r}")
        seen.add(name)


def _check_alts(found: list[tuple[str, Block]]) -> None:
    """A reader who hears the figures of a paper tells each from the others by its words.

    The headline is heard first, and may alone name what is drawn.
    """
    heard: dict[str, str] = {}
    for cell_id, block in found:
        if block["kind"] != "chart":
            continue
        words = " ".join(f"{block['caption']} {block['alt']}".lower().split())
        if words in heard:
            raise PaperError(f"cell {cell_id}: chart {block['id']!r} has the words of chart "
                             f"{heard[words]!r}; say what it alone shows")
        heard[words] = block["id"]


def _check_links(found: list[tuple[str, Block]]) -> None:
    known = ids_of(block for _, block in found)
    for cell_id, block in found:
        for link in links_in(block):
            if link not in known:
                raise PaperError(f"cell {cell_id}: a link leads to #{link}, which is not in the "
                                 f"paper; the ids are {', '.join(sorted(known))}")
