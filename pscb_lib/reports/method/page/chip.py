"""A rating as every paper prints it: its shape and its word on its colour."""

from __future__ import annotations

from pscb_lib.page.charts.sheet import NORMAL, Sheet, box, mark, text_width, write
from pscb_lib.page.style import RatingStyle

MARKS = {"circle": "circle", "triangle": "up", "square": "square"}  # of a chart, by their shape
SIDE, GAP = 6, 4  # points: of the shape, and between it and the word


def draw_chip(on: Sheet, look: RatingStyle, left: float, top: float, width: float, high: float
              ) -> None:
    """Draw a rating in a box; the shape stands before the word."""
    box(on, left, top, width, high, look.fill)
    write_rating(on, look, left + width / 2, top + high / 2)


def write_rating(on: Sheet, look: RatingStyle, x: float, y: float) -> None:
    """Write a rating about a point, its shape before its word."""
    wide = SIDE + GAP + text_width(look.word, NORMAL, bold=True)
    start = x - wide / 2
    if look.shape in MARKS:
        mark(on, (start + SIDE / 2, y), MARKS[look.shape], SIDE, look.ink)
    write(on, start + SIDE + GAP, y, look.word, bold=True, colour=look.ink)
