"""Grades as a heat map: a row an agency, a column a standard, each grade a word in a shade.

A grade is a level and no rating, so that green, amber and red are not used: the less a standard is
met, the darker is its cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts.sheet import (
    LINE_HEIGHT,
    SMALL,
    Sheet,
    box,
    sheet,
    text_width,
    width_of,
    wrapped,
    write,
)

# From the highest grade to the lowest: the fill of a cell, and the ink on it.
SHADES = ((style.PALE, style.INK), (style.SOFT, style.INK), (style.LINE, style.PAPER),
          (style.INK, style.PAPER))
LABEL, HIGH, KEY = 88.0, 13.5, 13.0  # points: of an agency's name, of a row, of the key
APART = 6.0  # points between two heads in one row
UNPROVEN = "?"  # after a grade without evidence
ARROW = "→"  # before the grade after moderation
FRAME = "frame"  # around a grade that is not scrutinised


@dataclass(frozen=True)
class Graded:
    """One grade: its level from 0 (none of it met) to 3 (all), and what is to be known of it.

    *was* is the level that the agency gave itself, where moderation changed it; *is_open* says that
    the grade is the agency's own and not yet scrutinised.
    """

    level: int
    unproven: bool = False
    was: int | None = None
    is_open: bool = False


def plot_standards(rows: Mapping[str, Mapping[str, Graded]], columns: Sequence[str],
                   names: Sequence[str], feet: Sequence[str], data: Data, *, id: str,
                   headline: str, alt: str, subtitle: str = "", note: str | None = None) -> Chart:
    """Plot the grade of each row in each of the *columns*, over the whole width of the page.

    *names* are the words of the four levels, from the highest; *feet* are printed under the
    columns, the first under the labels of the rows.
    """
    width = width_of(None)
    cell = (width - LABEL) / max(len(columns), 1)
    heads = _heads([wrapped(column, cell - 3) for column in columns], cell)
    labels = {row: wrapped(row, LABEL - 6) for row in rows}
    line = LINE_HEIGHT * SMALL
    heights = {row: max(HIGH, line * max(len(lines), _lines(rows[row])) + 4)
               for row, lines in labels.items()}
    every = [one for row in rows.values() for one in row.values()]
    key = _key(every)
    top = (KEY if key else 0) + line * (1 + max((row for _, row, _ in heads), default=0)) + 4
    on = sheet(width, top + sum(heights.values()) + HIGH)
    _draw_key(on, key)
    for middle, row_of, words in heads:
        write(on, LABEL + middle, top - 4 - line * (row_of + 0.5), words, SMALL,
              colour=style.GREY, align="center")
    y = top
    for row, grades in rows.items():
        for place, words in enumerate(labels[row]):
            write(on, 0, y + heights[row] / 2 + line * (place - (len(labels[row]) - 1) / 2), words,
                  SMALL)
        for number, column in enumerate(columns):
            if column in grades:
                _draw_cell(on, grades[column], names, (LABEL + cell * number, y),
                           (cell, heights[row]))
        y += heights[row]
    for number, words in enumerate(feet):
        write(on, LABEL + cell * (number - 0.5) if number else 0.0, y + HIGH / 2, words, SMALL,
              bold=True, align="center" if number else "left")
    return Chart(id, headline, on.svg(), alt, data, note, subtitle=subtitle)


def _lines(grades: Mapping[str, Graded]) -> int:
    """The lines of a row's cells: two where a grade was changed, from what to what."""
    return 2 if any(one.was is not None for one in grades.values()) else 1


def _heads(columns: Sequence[Sequence[str]], cell: float) -> list[tuple[float, int, str]]:
    """Where the lines of each head stand: its middle, and the row above the grades.

    A head is lifted until none of its lines touches one of the head before it.
    """
    placed: list[tuple[float, int, str]] = []
    for number, lines in enumerate(columns):
        middle, lift = cell * (number + 0.5), 0
        while any(row == lift + place and middle - text_width(words, SMALL) / 2
                  < before + text_width(other, SMALL) / 2 + APART
                  for place, words in enumerate(reversed(lines)) for before, row, other in placed):
            lift += 1
        placed += [(middle, lift + place, words) for place, words in enumerate(reversed(lines))]
    return placed


def _draw_cell(on: Sheet, grade: Graded, names: Sequence[str], at: tuple[float, float],
               size: tuple[float, float]) -> None:
    """Draw a cell with a white edge and the word of its level.

    A grade that was changed has both words, the agency's own first; one that is not scrutinised is
    a frame without a shade.
    """
    (x, y), (width, height) = at, size
    place = len(names) - 1 - grade.level
    fill, ink = (style.PAPER, style.INK) if grade.is_open else SHADES[place]
    box(on, x + 0.7, y + 0.7, width - 1.4, height - 1.4, fill,
        style.GREY if grade.is_open else None)
    words = f"{names[place]} {UNPROVEN}" if grade.unproven else names[place]
    if grade.was is not None:
        line = LINE_HEIGHT * SMALL / 2
        write(on, x + width / 2, y + height / 2 - line, names[len(names) - 1 - grade.was], SMALL,
              colour=ink, align="center")
        write(on, x + width / 2, y + height / 2 + line, f"{ARROW} {words}", SMALL, colour=ink,
              align="center")
        return
    write(on, x + width / 2, y + height / 2, words, SMALL, colour=ink, align="center")


def _key(grades: Sequence[Graded]) -> list[tuple[str, str]]:
    """The marks that occur beside a grade, each with its words."""
    found = {ARROW: "changed by Q&E" if any(one.was is not None for one in grades) else "",
             UNPROVEN: "fully met without evidence" if any(one.unproven for one in grades) else "",
             FRAME: "agency's own, to be scrutinised" if any(one.is_open for one in grades)
             else ""}
    return [(sign, words) for sign, words in found.items() if words]


def _draw_key(on: Sheet, key: Sequence[tuple[str, str]]) -> None:
    x = 0.0
    for sign, words in key:
        if sign == FRAME:
            box(on, x - 1, KEY / 2 - 4, 8, 8, style.PAPER, style.GREY)
        else:
            write(on, x + 3, KEY / 2, sign, SMALL, bold=sign != ARROW, align="center")
        write(on, x + 10, KEY / 2, words, SMALL)
        x += 10 + text_width(words, SMALL) + 14
