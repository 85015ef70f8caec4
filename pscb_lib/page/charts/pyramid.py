"""A pyramid: two groups as bars to the left and the right of the labels in the middle."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import kept
from pscb_lib.page.charts.kept import Figures
from pscb_lib.page.charts.sheet import (
    NORMAL,
    SMALL,
    Sheet,
    box,
    sheet,
    text_width,
    width_of,
    write,
)
from pscb_lib.page.tables.folded import is_mostly_hidden

ROW, BAR, TOP = 18, 13, 14  # points


def plot_pyramid(left: tuple[str, Figures], right: tuple[str, Figures], *, id: str,
                 headline: str, subtitle: str = "", place: tuple[int, int] | None = None,
                 note: str | None = None, columns: Sequence[str] = ("Group",),
                 said: str = "") -> Chart | Prose:
    """Plot two named groups of figures with the same labels, the first label at the top.

    *columns* heads the data, by default with the names of the groups, and *said* is the alternative
    text in place of the figures one by one. The two groups have one scale.
    """
    labels = list(dict.fromkeys([*left[1], *right[1]]))
    every = {f"{name}, {row}": one for name, side in (left, right) for row, one in side.items()}
    kept.require_figures(every.values())
    if is_mostly_hidden(every.values()):
        return kept.not_drawn(headline, place)
    width = width_of(place)
    on = sheet(width, TOP + ROW * len(labels))
    middle = max(text_width(row) for row in labels) + 16
    ends = max(text_width(kept.mark(one), NORMAL, bold=True) for one in every.values()) + 4
    unit = ((width - middle) / 2 - ends) / kept.largest(every.values())
    for sign, (name, side), colour in ((-1, left, style.LINE), (1, right, style.MID)):
        _draw(on, (sign, width / 2 + sign * middle / 2, unit), side, labels, colour)
        write(on, width / 2 + sign * middle / 2, 5, name, SMALL + 0.5, colour=style.GREY,
              align="right" if sign < 0 else "left")
    for number, row in enumerate(labels):
        write(on, width / 2, TOP + (number + 0.5) * ROW, row, align="center")
    rows = [[row, *(kept.plain(side[row]) if row in side else None for _, side in (left, right))]
            for row in labels]
    return kept.chart(on, every, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, said=said, rows=rows,
                      columns=columns if len(columns) > 1 else (*columns, left[0], right[0]))


def _draw(on: Sheet, side_of: tuple[int, float, float], side: Figures, labels: list[str],
          colour: str) -> None:
    """Draw one group: *side_of* has its direction, where its bars begin and its scale."""
    sign, start, unit = side_of
    for number, row in enumerate(labels):
        one = side.get(row)
        if one is None:
            continue
        y, length = TOP + (number + 0.5) * ROW, float(one.value or 0) * unit
        box(on, start - length if sign < 0 else start, y - BAR / 2, length, BAR, colour)
        write(on, start + sign * (length + 4), y, kept.mark(one), bold=one.value is not None,
              colour=style.INK if one.value is not None else style.GREY,
              size=NORMAL if one.value is not None else SMALL,
              align="right" if sign < 0 else "left")
