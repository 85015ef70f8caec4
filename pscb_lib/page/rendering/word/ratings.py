"""Ratings as shape and word, and the strip of how many there are of each."""

from __future__ import annotations

from typing import Any

from pscb_lib.page.rendering.word.base import colour
from pscb_lib.page.rendering.word.frames import cell_of, row_of, table_of
from pscb_lib.page.rendering.word.pictures import SHAPE_POINTS, Pictures, shape
from pscb_lib.page.rendering.word.shared import Shared
from pscb_lib.page.rendering.word.text import paragraph, run
from pscb_lib.page.rendering.word.xml import Element, w
from pscb_lib.page.style import RATINGS

LETTER, AROUND = 120, 240  # dxa: a letter of a rating's word, and its shape and the space after it
NO_BREAK = "\u00a0"


def rating_runs(rating: str, word: str, pictures: Pictures, *, is_filled: bool = False
                ) -> list[Element]:
    """Return a rating as its shape, which is decorative, and its word; *is_filled* on its colour.
    """
    drawn = pictures.draw(shape(rating, is_filled=is_filled), "", SHAPE_POINTS)
    ink = colour(RATINGS[rating].ink) if is_filled else ""
    return [drawn, run(NO_BREAK + word.replace(" ", NO_BREAK), "Strong", ink)]


def least_width(word: str) -> int:
    """Return the width in dxa that a rating needs to stay in one line."""
    return LETTER * len(word) + AROUND


def strip(block: dict[str, Any], shared: Shared) -> Element:
    """Return the tally as a table of one row: a part for each rating, as wide as its count."""
    items = [item for item in block["items"] if item["count"] not in ("", "0")]
    wide = _parts(items, shared.room)
    cells = [_part(item, width, shared) for item, width in zip(items, wide, strict=True)]
    said = ", ".join(f"{item['count']} {item['label']}" for item in items)
    return table_of(wide, row_of(*cells), title=f"Ratings: {said}", is_data=False)


def _parts(items: list[dict[str, Any]], room: int) -> list[int]:
    """The widths of the parts: what each needs, and the rest by the counts."""
    least = [max(900, least_width(item["label"]) + 240) for item in items]
    counts = [int(item["count"]) if item["count"].isdecimal() else 0 for item in items]
    rest = max(0, room - sum(least))
    return [width + rest * count // (sum(counts) or 1)
            for width, count in zip(least, counts, strict=True)]


def _part(item: dict[str, Any], width: int, shared: Shared) -> Element:
    shown = RATINGS[item["rating"]]
    edge = {"val": "single", "sz": 8, "space": 0, "color": colour(shown.edge)}
    about = [w("tcBorders", *(w(side, **edge) for side in ("top", "left", "bottom", "right"))),
             w("shd", val="clear", color="auto", fill=colour(shown.fill)),
             w("tcMar", w("left", w=100, type="dxa"), w("right", w=60, type="dxa"))]
    return cell_of(
        width,
        paragraph("Tallycount", run(item["count"], ink=colour(shown.ink)), keep_next=True),
        paragraph("Tabletextsmall", *rating_runs(item["rating"], item["label"], shared.pictures,
                                                 is_filled=True), keep_next=True),
        paragraph("Tabletextsmall", run(item["change"], ink=colour(shown.ink)), keep_next=True),
        about=about)
