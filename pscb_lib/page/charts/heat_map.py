"""A heat map: a figure in each cell of rows and columns, in number and in colour.

A hidden figure has no cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import kept
from pscb_lib.page.charts.sheet import (
    LINE_HEIGHT,
    NORMAL,
    SMALL,
    Sheet,
    box,
    sheet,
    text_width,
    width_of,
    wrapped,
    write,
    write_lines,
)
from pscb_lib.page.tables.folded import is_mostly_hidden

ROW = 15  # points
HALF = 0.5  # of the largest figure; text on darker cells is white
Cells = Mapping[str, Mapping[str, ShownFigure]]


def plot_heat_map(cells: Cells, *, id: str, headline: str, subtitle: str = "",
                  place: tuple[int, int] | None = None, note: str | None = None,
                  short: Mapping[str, str] | None = None, label: str = "Group",
                  columns: Sequence[str] = ()) -> Chart | Prose:
    """Plot figures by row and column, in the order of *columns* or else of their first cells.

    *label* heads the rows in the data.
    """
    every = {f"{row}, {column}": one for row, line in cells.items()
             for column, one in line.items()}
    kept.require_figures(every.values())
    if is_mostly_hidden(every.values()):
        return kept.not_drawn(headline, place)
    heads = [*columns] or list(dict.fromkeys(head for line in cells.values() for head in line))
    on, room, top, wide = _grid(list(cells), heads, place, short)
    most = kept.largest(every.values())
    for number, line in enumerate(cells.values()):
        for place_in, head in enumerate(heads):
            if head in line:
                _figure(on, (room + place_in * wide, top + number * ROW, wide), line[head], most)
    rows = [[row, *(kept.plain(line[head]) if head in line else None for head in heads)]
            for row, line in cells.items()]
    return kept.chart(on, every, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=(label, *heads), rows=rows)


def _grid(rows: Sequence[str], heads: Sequence[str], place: tuple[int, int] | None,
         short: Mapping[str, str] | None) -> tuple[Sheet, float, float, float]:
    """A sheet with the labels of rows and columns: where cells begin, and how wide one is."""
    names, width = short or {}, width_of(place)
    room = min(max(text_width(names.get(row, row)) for row in rows) + 8, width / 2)
    wide = (width - room) / len(heads)
    lines = [wrapped(names.get(head, head), wide - 3) for head in heads]
    top = max(map(len, lines)) * LINE_HEIGHT * SMALL + 4
    on = sheet(width, top + ROW * len(rows))
    for number, words in enumerate(lines):
        start = top - 3 - len(words) * LINE_HEIGHT * SMALL  # flush with the cells below
        write_lines(on, room + (number + 0.5) * wide, start, words)
    for number, row in enumerate(rows):
        write(on, 0, top + (number + 0.5) * ROW, names.get(row, row))
    return on, room, top, wide


def _figure(on: Sheet, at: tuple[float, float, float], figure: ShownFigure, most: float) -> None:
    """Draw one cell; one without a value is left white, and says why it has none."""
    x, y, wide = at
    if figure.value is None:
        words = kept.say(figure)
        write(on, x + wide / 2, y + ROW / 2, words if text_width(words, SMALL) < wide else "–",
              SMALL, colour=style.GREY, align="center")
        return
    share = float(figure.value) / most
    box(on, x, y, wide, ROW, _shade(share), edge=style.PAPER)
    write(on, x + wide / 2, y + ROW / 2, figure.text, align="center",
          size=NORMAL if text_width(figure.text) < wide - 2 else SMALL,
          colour=style.PAPER if share > HALF else style.INK)


def _shade(share: float) -> str:
    """The colour that lies *share* of the way from the palest to that of lines."""
    pale, full = (bytes.fromhex(colour[1:]) for colour in (style.PALE, style.LINE))
    mixed = (round(low + share * (high - low)) for low, high in zip(pale, full, strict=True))
    return f"#{bytes(mixed).hex()}"
