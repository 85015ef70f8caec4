"""A grid of marks: a row an agency, a column a meeting, and in each cell a mark for each seat.

Marks differ by shape and not by colour alone: a full circle is the member, a half one the deputy, a
ring an apology, a dash nobody at all. Columns of text may follow at the right, and rows below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import cos, pi, sin

from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts import vector
from pscb_lib.page.charts.sheet import (
    LINE_HEIGHT,
    SMALL,
    WORDS,
    Sheet,
    mark,
    rule,
    sheet,
    stroke,
    text_width,
    width_of,
    wrapped,
    write,
    write_lines,
)

ROW, KEY, DOT, APART, GAP = 13.5, 15.0, 8.0, 2.5, 10.0  # points
AFTER, WIDEST, STEPS = 62.0, 200.0, 12


class Sign(Enum):
    """What a mark says; the value is the word of the key."""

    FULL = "member"
    HALF = "deputy"
    DIAMOND = "observer"
    RING = "apologies"
    DASH = "absent without apologies"
    CROSS = "no member named"


@dataclass(frozen=True)
class Row:
    """One row: its label, its marks in each column, and the words that follow."""

    label: str
    cells: Sequence[Sequence[Sign]]
    after: Sequence[str] = ()


def plot_marks(rows: Sequence[Row], heads: Sequence[str], data: Data, *, id: str, headline: str,
               alt: str, afters: Sequence[str] = (), feet: Sequence[tuple[str, Sequence[str]]] = (),
               subtitle: str = "", note: str | None = None) -> Chart:
    """Plot the marks of each row under *heads*, on the whole width of the page.

    *afters* head the words that follow each row; *feet* are rows of words below, each with its
    label and a text for each column.
    """
    width = width_of(None)
    labels = [*(row.label for row in rows), *(label for label, _ in feet)]
    room = min(max(map(text_width, labels), default=0) + GAP, WIDEST)
    wide = (width - room - AFTER * len(afters)) / max(len(heads), 1)
    tops = [wrapped(head, wide - 4) for head in heads]
    last = [wrapped(head, AFTER - 6) for head in afters]
    top = KEY + max(map(len, [*tops, *last]), default=1) * LINE_HEIGHT * SMALL + 4
    on = sheet(width, top + ROW * (len(rows) + len(feet)) + 2)
    _draw_key(on, {sign for row in rows for cell in row.cells for sign in cell})
    for number, words in enumerate(tops):
        _head(on, room + (number + 0.5) * wide, top, words)
    for number, words in enumerate(last):
        _head(on, width - AFTER * (len(afters) - number - 0.5), top, words)
    for place, row in enumerate(rows):
        middle = top + (place + 0.5) * ROW
        write(on, 0, middle, row.label)
        for number, signs in enumerate(row.cells):
            _draw_cell(on, (room + (number + 0.5) * wide, middle), signs)
        for number, text in enumerate(row.after):
            write(on, width - AFTER * (len(afters) - number - 0.5), middle, text, align="center")
        rule(on, 0, width, middle + ROW / 2)
    for place, (label, texts) in enumerate(feet, len(rows)):
        middle = top + (place + 0.5) * ROW
        write(on, 0, middle, label, bold=True)
        for number, text in enumerate(texts):
            write(on, room + (number + 0.5) * wide, middle, text, bold=True, align="center")
    return Chart(id, headline, on.svg(), alt, data, note, subtitle=subtitle)


def _head(on: Sheet, middle: float, top: float, words: list[str]) -> None:
    write_lines(on, middle, top - 3 - len(words) * LINE_HEIGHT * SMALL, words)


def _draw_cell(on: Sheet, at: tuple[float, float], signs: Sequence[Sign]) -> None:
    x, y = at
    for number, sign in enumerate(signs):
        draw_sign(on, (x + (number - (len(signs) - 1) / 2) * (DOT + APART), y), sign)


def draw_sign(on: Sheet, at: tuple[float, float], sign: Sign) -> None:
    """Draw one mark about a point."""
    x, y = at
    if sign is Sign.DASH:
        stroke(on, [(x - DOT / 2, y), (x + DOT / 2, y)], style.RED, 1.8)
    elif sign is Sign.CROSS:
        for lift in (-1, 1):
            stroke(on, [(x - 3, y - 3 * lift), (x + 3, y + 3 * lift)], style.RED, 1.4)
    elif sign is Sign.DIAMOND:
        mark(on, at, "diamond", DOT - 2, style.PAPER, style.LINE, 1.2)
    else:
        mark(on, at, "circle", DOT, style.LINE if sign is Sign.FULL else style.PAPER, style.LINE,
             1.2)
        if sign is Sign.HALF:
            half = [(x - DOT / 2 * sin(pi * step / STEPS), y - DOT / 2 * cos(pi * step / STEPS))
                    for step in range(STEPS + 1)]
            on.add(vector.shape(half, style.LINE), WORDS)


def _draw_key(on: Sheet, signs: set[Sign]) -> None:
    x = DOT / 2 + 1
    for sign in (one for one in Sign if one in signs):
        draw_sign(on, (x, KEY / 2 - 1), sign)
        write(on, x + DOT / 2 + 4, KEY / 2 - 1, sign.value, SMALL)
        x += DOT + 8 + text_width(sign.value, SMALL) + 10
