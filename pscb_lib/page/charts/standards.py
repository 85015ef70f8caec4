"""Grades as a heat map: a row an agency, a column a standard, each grade a shape in a shade.

A grade is a level and no rating, so that green, amber and red are not used: the less a standard is
met, the darker is its cell and the emptier its circle.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts import vector
from pscb_lib.page.charts.sheet import (
    BOXES,
    SMALL,
    Sheet,
    box,
    sheet,
    stroke,
    text_width,
    width_of,
    wrapped,
    write,
)

# From the highest grade to the lowest: the fill of a cell, and the ink on it.
SHADES = ((style.PALE, style.LINE), (style.BAND, style.LINE), (style.LINE, style.PAPER),
          (style.INK, style.PAPER))
CELL, HIGH, HEAD, KEY, LINE = 17, 16, 13, 12, 9.5  # points
BALL, THIN = 3.4, 0.9  # the radius of a circle, and the width of a line


@dataclass(frozen=True)
class Graded:
    """One grade: its level from 0 (none of it met) to 3 (all), and whether it was lowered."""

    level: int
    lowered: bool = False


def plot_standards(rows: Mapping[str, Mapping[str, Graded]], columns: Sequence[str],
                names: Sequence[str], feet: Sequence[str], data: Data, *, id: str, headline: str,
                alt: str, marked: Mapping[str, str] | None = None, subtitle: str = "",
                place: tuple[int, int] | None = None, note: str | None = None) -> Chart:
    """Plot the grade of each row in each of the *columns*, which are short labels.

    *names* are those of the four levels, from the highest; *feet* are printed under the columns,
    the first under the labels of the rows. *marked* has words over some columns.
    """
    width = width_of(place)
    left = width - CELL * len(columns)
    labels = {row: wrapped(row, left - 5, SMALL) for row in rows}
    heights = {row: max(HIGH, LINE * len(lines) + 4) for row, lines in labels.items()}
    key = _key(names, width, any(one.lowered for row in rows.values() for one in row.values()))
    top = KEY * len(key) + 6 + HEAD * (2 if marked else 1)
    on = sheet(width, top + sum(heights.values()) + HEAD)
    _draw_key(on, key)
    _draw_heads(on, columns, marked or {}, left, top)
    y = float(top)
    for row, grades in rows.items():
        _draw_row(on, labels[row], [grades.get(column) for column in columns], left, y,
                  heights[row])
        y += heights[row]
    for place_of, words in enumerate(feet):
        x = left + CELL * (place_of - 0.5) if place_of else 0.0
        write(on, x, y + HEAD / 2 + 1, words, SMALL, bold=True,
              align="center" if place_of else "left")
    return Chart(id, headline, on.svg(), alt, data, note, subtitle=subtitle,
                 place=place)


def _draw_row(on: Sheet, lines: Sequence[str], grades: Sequence[Graded | None], left: float,
              y: float, height: float) -> None:
    middle = y + height / 2
    for number, line in enumerate(lines):
        write(on, 0, middle + LINE * (number - (len(lines) - 1) / 2), line, SMALL)
    for number, grade in enumerate(grades):
        if grade is not None:
            _draw_cell(on, grade, left + CELL * number, y, height)


def _draw_cell(on: Sheet, grade: Graded, x: float, y: float, height: float = HIGH) -> None:
    """Draw a cell with a white edge, the circle of its level, and an arrow if it was lowered."""
    fill, ink = SHADES[len(SHADES) - 1 - grade.level]
    box(on, x + 0.7, y + 0.7, CELL - 1.4, height - 1.4, fill)
    middle = y + height / 2
    centre = (x + (CELL / 2 - 2.4 if grade.lowered else CELL / 2), middle)
    on.add(vector.circled(centre, BALL, ink, THIN), BOXES)
    if grade.level:
        on.add(vector.sector(centre, BALL, grade.level / (len(SHADES) - 1), ink), BOXES)
    if grade.lowered:
        _draw_arrow(on, x + CELL - 4.4, middle, ink)


def _draw_arrow(on: Sheet, x: float, y: float, ink: str) -> None:
    stroke(on, [(x, y - 3.4), (x, y + 2.8)], ink, THIN)
    stroke(on, [(x - 1.9, y + 1), (x, y + 3.4), (x + 1.9, y + 1)], ink, THIN)


def _draw_heads(on: Sheet, columns: Sequence[str], marked: Mapping[str, str], left: float,
                top: float) -> None:
    for number, column in enumerate(columns):
        x = left + CELL * (number + 0.5)
        write(on, x, top - HEAD / 2 + 1, column, SMALL, bold=column in marked, align="center",
              colour=style.INK if column in marked else style.GREY)
        if column in marked:
            half = text_width(marked[column], SMALL, bold=True) / 2
            right = left + CELL * len(columns) - 1
            write(on, min(x, right - half), top - HEAD * 1.5 + 2, marked[column], SMALL,
                  bold=True, align="center")


def _key(names: Sequence[str], width: float, is_lowered: bool
         ) -> list[list[tuple[float, int | None, str]]]:
    """The levels, and the arrow if there is one, each with its place from the left, in lines."""
    entries: list[tuple[int | None, str]] = [
        (len(names) - 1 - number, name) for number, name in enumerate(names)]
    entries += [(None, "lowered by Q&E")] if is_lowered else []
    lines: list[list[tuple[float, int | None, str]]] = [[]]
    x = 0.0
    for level, words in entries:
        needed = CELL + 3 + text_width(words, SMALL)
        if x and x + needed > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, level, words))
        x += needed + 9
    return lines


def _draw_key(on: Sheet, lines: Sequence[Sequence[tuple[float, int | None, str]]]) -> None:
    for number, line in enumerate(lines):
        y = KEY * number
        for x, level, words in line:
            if level is None:
                _draw_arrow(on, x + CELL / 2, y + KEY / 2, style.INK)
            else:
                _draw_cell(on, Graded(level), x, y, KEY)
            write(on, x + CELL + 2, y + KEY / 2, words, SMALL)
