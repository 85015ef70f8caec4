"""A matrix of dots: a row a label, a column a class, a dot for each that was counted there.

Dots can be counted, so a cell that is hidden has none and says that it is not shown.
"""

from __future__ import annotations

from collections.abc import Mapping

from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import kept
from pscb_lib.page.charts.heat_map import Cells
from pscb_lib.page.charts.sheet import (
    LINE_HEIGHT,
    SMALL,
    Sheet,
    mark,
    rule,
    sheet,
    text_width,
    width_of,
    wrapped,
    write,
    write_lines,
)
from pscb_lib.page.tables.folded import is_mostly_hidden

ROW, DOT, KEY = 14.0, 7.6, 15.0  # points: from row to row, a dot, the key above
NAMES = ("This audit", "The last audit")


def plot_matrix(cells: Cells, *, id: str, headline: str, before: Cells | None = None,
                names: tuple[str, str] = NAMES, subtitle: str = "", label: str = "Group",
                place: tuple[int, int] | None = None, note: str | None = None) -> Chart | Prose:
    """Plot each figure as so many full dots, and that of *before* as hollow ones after them.

    Not drawn if most cells with something in them are hidden: a zero is no dot.
    """
    both = {"": cells, f", {names[1]}": before or {}}
    every = {f"{row}, {column}{when}": one for when, some in both.items()
             for row, line in some.items() for column, one in line.items()}
    kept.require_figures(every.values())
    if is_mostly_hidden([one for one in every.values() if one.hidden or one.value]):
        return kept.not_drawn(headline, place)
    heads = list(dict.fromkeys(column for line in cells.values() for column in line))
    width = width_of(place)
    room = min(max(map(text_width, cells)) + 8, width / 2)
    wide = (width - room) / len(heads)
    lines = [wrapped(head, wide - 3) for head in heads]
    above = KEY if before else 0.0
    top = above + max(map(len, lines)) * LINE_HEIGHT * SMALL + 4
    on = sheet(width, top + ROW * len(cells))
    for number, words in enumerate(lines):
        write_lines(on, room + (number + 0.5) * wide,
                    top - 3 - len(words) * LINE_HEIGHT * SMALL, words)
    if before:
        _draw_key(on, names)
    for number, row in enumerate(cells):
        y = top + (number + 0.5) * ROW
        write(on, 0, y, row)
        rule(on, 0, width, y + ROW / 2)
        for place_in, head in enumerate(heads):
            numbers = [_number(some.get(row, {}), head) for some in (cells, before or {})]
            _draw_cell(on, (room + (place_in + 0.5) * wide, y), wide, numbers)
    rows = [[row, *(kept.plain(line[head]) if head in line else None for head in heads)]
            for row, line in cells.items()]
    said = {row: {column: one for column, one in line.items() if one.value != 0}
            for row, line in cells.items()}
    return kept.chart(on, every, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=(label, *heads), rows=rows, said=kept.say_grouped(said))


def _number(line: Mapping, head: str) -> int | None:
    """How many dots a cell has; None if it is hidden."""
    one = line.get(head)
    return 0 if one is None else None if one.value is None else one.count


def _draw_cell(on: Sheet, at: tuple[float, float], wide: float, numbers: list[int | None]) -> None:
    """Draw the dots of a cell about its middle, closer together if they are many."""
    x, y = at
    if None in numbers:
        write(on, x, y, "not shown", SMALL, colour=style.GREY, align="center")
        return
    full, hollow = (number or 0 for number in numbers)
    step = min(DOT + 1.5, (wide - DOT) / max(full + hollow - 1, 1))
    for place in range(full + hollow):
        is_full = place < full
        mark(on, (x + (place - (full + hollow - 1) / 2) * step, y), "circle", DOT,
             style.LINE if is_full else style.PAPER, style.LINE, 1.2)


def _draw_key(on: Sheet, names: tuple[str, str]) -> None:
    x = 4.0
    for name, fill in zip(names, (style.LINE, style.PAPER), strict=True):
        mark(on, (x, KEY / 2 - 2), "circle", DOT, fill, style.LINE, 1.2)
        write(on, x + 8, KEY / 2 - 2, name, SMALL)
        x += 8 + text_width(name, SMALL) + 18
