"""Tables: a header row that repeats, rows that stay whole, columns of the shares they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Any

from pscb_lib.page.charts.measure import text_width
from pscb_lib.page.rendering.word.frames import cell_of, row_of, table_of
from pscb_lib.page.rendering.word.numbers import count
from pscb_lib.page.rendering.word.ratings import least_width, rating_runs
from pscb_lib.page.rendering.word.shared import DXA, Shared
from pscb_lib.page.rendering.word.text import paragraph, run
from pscb_lib.page.rendering.word.xml import Element, tag, w
from pscb_lib.page.style import MOST_COLUMNS_UPRIGHT, SEMIBOLD
from pscb_lib.writing.rasters import size_of

Row = list[list[dict[str, Any]]]
GAP = 115  # dxa between columns, as in the style of the table
SHORT = 200  # points: a table that is not as high is not divided between pages
LINE, LETTER, PADDING = 12.5, 95, 8  # points of a line, dxa of a letter, points around a row
HEAD, CELL = 8.5, 9.5  # points, as in the styles of a table
LONGEST_WORD = 12  # letters of a word that is not divided, where there is room
BROADER = 1.3  # of another font than ours, where ours is missing
MOST_FIXED = 0.8  # of a table's width, for words that are not divided
MOST_WIDE = 6  # columns in the usual size of text


def is_turned(block: dict[str, Any]) -> bool:
    """Whether a table needs a page on its side."""
    return (block["kind"] == "table" and len(block["columns"]) > MOST_COLUMNS_UPRIGHT
            and bool(rows_of(block)))


def rows_of(block: dict[str, Any]) -> list[Row]:
    """Return the rows of a table, whatever their group."""
    return [row for group in block["groups"] for row in group["rows"]]


def grid(block: dict[str, Any], shared: Shared, title: str) -> Element:
    """Return a table with its rows; *title* is what a screen reader calls it."""
    columns = block["columns"]
    wide = widths(columns, rows_of(block), shared.room)
    small = "small" if len(columns) > MOST_WIDE else ""
    lines = list(_lines(block, wide, shared, f"Tabletext{small}"))
    kept = len(lines) if _height(block, wide) < SHORT else 1
    whole = [line(at < kept or at == len(lines) - 2 or bool(block["note"] or "sheet" in block)
                  and at == len(lines) - 1) for at, line in enumerate(lines)]
    return table_of(wide, _head(columns, wide), *whole, title=title)


def widths(columns: list[dict[str, Any]], rows: list[Row], room: int) -> list[int]:
    """Divide *room* by the shares of the columns.

    None is narrower than its rating or picture, or a word that is not long if all columns have
    room for theirs.
    """
    least = [max((_least(line) for row in rows for line in row[at]),
                 default=0) for at in range(len(columns))]
    worded = [max(least[at], _least_words(column["label"], HEAD),
                  *(_least_words(line.get("text", ""), CELL) for row in rows for line in row[at]))
              for at, column in enumerate(columns)]
    if sum(worded) <= room * MOST_FIXED:
        least = worded
    shares = [column["width"] for column in columns]
    fixed: set[int] = set()
    while True:
        left = room - sum(least[at] for at in fixed)
        whole = sum(share for at, share in enumerate(shares) if at not in fixed) or 1
        found = [least[at] if at in fixed else int(left * share / whole)
                 for at, share in enumerate(shares)]
        narrow = {at for at, width in enumerate(found) if width < least[at]} - fixed
        if not narrow or len(fixed) + len(narrow) == len(shares):
            return found
        fixed |= narrow


def _height(block: dict[str, Any], wide: list[int]) -> float:
    """About how high a table is, in points."""
    return sum(PADDING + max(sum(_lines_in(line, width) for line in cell)
                             for cell, width in zip(row, wide, strict=True)) * LINE
               for row in rows_of(block))


def _lines_in(line: dict[str, Any], width: int) -> float:
    if "chart" in line:
        return size_of(line["chart"]["svg"])[1] / LINE
    return -(-len(line.get("text", line.get("ask", ""))) * LETTER // width)


def _least(line: dict[str, Any]) -> int:
    if "rating" in line:
        return least_width(line["text"]) + GAP
    if "chart" in line:
        return min(round(size_of(line["chart"]["svg"])[0] * DXA), 3400) + GAP
    return 0


def _least_words(words: str, size: float) -> int:
    """The room of the longest word that is not divided, in a broader font than ours."""
    whole = [word for word in words.split() if len(word) <= LONGEST_WORD]
    widest = max((text_width(word, size, SEMIBOLD) for word in whole), default=0)
    return ceil(widest * BROADER * DXA) + GAP if widest else 0


def _head(columns: list[dict[str, Any]], wide: list[int]) -> Element:
    return row_of(*(
        cell_of(width, paragraph("Tablehead", run(column["label"]), align=_side(column)))
        for column, width in zip(columns, wide, strict=True)), is_head=True)


def _lines(block: dict[str, Any], wide: list[int], shared: Shared, style: str) -> Iterator[Any]:
    """Yield for each line of the table what makes it, kept with the next line or not."""
    for group in block["groups"]:
        if group["rows"] and group["label"]:
            yield lambda keep, label=group["label"]: _group(label, wide)
        ids = group.get("ids") or [""] * len(group["rows"])
        for id, row in zip(ids, group["rows"], strict=True):
            yield lambda keep, id=id, row=row: _row(block, id, row, wide, shared, style, keep)


def _group(label: str, wide: list[int]) -> Element:
    said = paragraph("Tabletext", run(label, "Strong"), keep_next=True)
    return row_of(cell_of(sum(wide), said, about=[w("gridSpan", val=len(wide))]))


def _row(block: dict[str, Any], id: str, row: Row, wide: list[int], shared: Shared, style: str,
         keep: bool) -> Element:
    cells = []
    for cell, column, width in zip(row, block["columns"], wide, strict=True):
        inner = shared.within(width - GAP)
        lines = [line_of(line, inner, style, _side(column), keep) for line in cell]
        cells.append(cell_of(width, *(lines or [paragraph(style, keep_next=keep)])))
    if id in shared.linked:
        place = cells[0].find(tag("w:p"))
        place[1:] = shared.bookmarks.around(id, place[1:])
    return row_of(*cells)


def line_of(line: dict[str, Any], shared: Shared, style: str, side: str, keep: bool) -> Element:
    """Return a line of a cell as a paragraph."""
    if "rating" in line:
        content = rating_runs(line["rating"], line["text"], shared.pictures)
    elif "chart" in line:
        chart = line["chart"]
        content = [shared.pictures.draw(chart["svg"], chart["alt"], shared.room / DXA)]
    elif "ask" in line:
        number = [*count("Question", line["number"]), run(". ", "Strong")]
        return paragraph("Questionincell", *number, run(line["ask"]), keep_next=keep)
    elif line.get("link"):
        content = [*shared.bookmarks.runs([line])]
    else:
        content = [run(line["text"], {"strong": "Strong", "muted": "Muted"}.get(line["tone"], ""))]
    return paragraph(style, *content, keep_next=keep, align=side)


def _side(column: dict[str, Any]) -> str:
    return "right" if column["align"] == "end" else ""
