"""The form that a block takes on a page: a table or cards on a phone, folded, scrolled, listed.

A page has no scripts: what depends on the width of the screen is decided by its style, what
depends on the block is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import ceil
from typing import Any

from markupsafe import Markup

from pscb_lib.page import style

Block = dict[str, Any]
PHONE = 288  # pixels: a screen of 320 without its margins
SMALLEST_TEXT = 7.5  # points, in any chart
LARGEST_SCALE = 1.9  # pixels a point, as on a page that is as broad as it may be
WIDTH = re.compile(r'<svg[^>]*? width="([\d.]+)pt"')
FEWEST_HEADINGS = 5  # of a paper that lists them
UNSAID = re.compile(r"[^\w .,:;&()/'’·–-]")  # what would end a text in a style sheet


def form_of(table: Block) -> str:
    """The class of a table: *wide* becomes cards below a tablet's width, *slim* never does."""
    if len(table["columns"]) > style.MOST_COLUMNS_UPRIGHT:
        return "wide"
    return "slim" if _is_slim(table) else "narrow"


def _is_slim(table: Block) -> bool:
    columns = table["columns"]
    cells = [(at, line) for row in _rows(table) for at, cell in enumerate(row) for line in cell]
    if len(columns) > style.MOST_COLUMNS_SLIM or any("text" not in line for _, line in cells):
        return False
    longest = [max(map(len, column["label"].split()), default=0) for column in columns]
    for at, line in cells:
        # The first column may break between words, a number may not.
        parts = line["text"].split() if at == 0 else [line["text"]]
        room = 4 if "rating" in line else 0
        longest[at] = max([longest[at], *(len(part) + room for part in parts)])
    return sum(longest) <= style.MOST_CHARACTERS_SLIM


def is_long(table: Block) -> bool:
    """Whether a table is folded on a screen: it has many rows, and is not the paper's main one."""
    return rows_of(table) > style.MOST_ROWS_OPEN and not table.get("is_main")


def rows_of(table: Block) -> int:
    """The number of rows of a table, its headings apart."""
    return len(_rows(table))


def is_pictured(cell: list[Block]) -> bool:
    """Whether a cell has a chart, which takes the whole width of a card."""
    return any("chart" in line for line in cell)


def least_width(svg: str) -> int | None:
    """The pixels below which the text of a chart is too small, if a phone has fewer."""
    found = WIDTH.search(svg)
    least = ceil(float(found[1]) * style.LEAST_TEXT / SMALLEST_TEXT) if found else 0
    return least if least > PHONE else None


def most_width(svg: str) -> int | None:
    """The pixels that a chart is as broad as at most in a notebook, where no column limits it."""
    found = WIDTH.search(svg)
    return ceil(float(found[1]) * LARGEST_SCALE) if found else None


def contents_of(blocks: Iterable[Block]) -> list[Block]:
    """The main headings of a paper, if it has so many that a reader looks for one."""
    headings = [one for one in blocks
                if one["kind"] == "heading" and one["level"] == 2 and "place" not in one]
    return headings if len(headings) >= FEWEST_HEADINGS else []


def page_margins(board: str, name: str, marking: str) -> Markup:
    """The style of a printed page's margins: what stands at its top and foot."""
    board, name, marking = (UNSAID.sub(" ", words) for words in (board, name, marking))
    size = f"font: {style.REGULAR} {style.SMALL * 0.65:g}pt \"{style.FONT}\"; color: {style.GREY}"
    strong = f"font-weight: {style.SEMIBOLD}; color: {style.INK}"
    return Markup(
        f'@page {{ @top-left {{ {size}; content: "{name}" }} '
        f'@top-right {{ {size}; {strong}; content: "{marking}" }} '
        f'@bottom-left {{ {size}; content: "{board}" }} '
        f'@bottom-center {{ {size}; {strong}; content: "{marking}" }} '
        f'@bottom-right {{ {size}; content: counter(page) " of " counter(pages) }} }}\n'
        f'@page :first {{ @top-left {{ content: "" }} @top-right {{ content: "" }} }}')


def _rows(table: Block) -> list[list[list[Block]]]:
    return [row for group in table["groups"] for row in group["rows"]]
