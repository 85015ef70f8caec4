"""Dots that count people: a row for each group, one dot a person, filled or open.

Dots can be counted, so a group that is hidden has none.
"""

from __future__ import annotations

from collections.abc import Collection

from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import kept
from pscb_lib.page.charts.bars import plot_bars
from pscb_lib.page.charts.kept import Figures
from pscb_lib.page.charts.sheet import Sheet, mark, sheet, text_width, width_of, write

DOT, STEP, ROW = 10, 12.5, 16  # points: a dot, from dot to dot, from row to row
IN_ROW = 10  # dots, so that they are counted at a glance
MOST = 60  # dots; more are not counted by eye


def plot_people(figures: Figures, *, id: str, headline: str, subtitle: str = "",
                place: tuple[int, int] | None = None, note: str | None = None,
                unmet: Collection[str] = (), columns: tuple[str, str] = ("Group", "Children")
                ) -> Chart | Prose:
    """Plot each figure as so many dots, with its number and label after them: 10 had a meeting.

    The *unmet* groups are open dots in red. If a figure is hidden, or the people are too many to
    count, they are bars instead.
    """
    kept.require_figures(figures.values())
    known = [one.count for one in figures.values() if one.value is not None]
    if len(known) < len(figures) or max(known, default=0) > MOST:
        return plot_bars(figures, id=id, headline=headline, subtitle=subtitle, place=place,
                         note=note, columns=columns)
    width = width_of(place)
    words = {label: f"{one.text} {label}" for label, one in figures.items()}
    widest = min(max(known, default=0), IN_ROW) * STEP + 6
    is_beside = widest + max(text_width(one) for one in words.values()) <= width
    above = 0 if is_beside else ROW - 2
    rows = [max(-(-count // IN_ROW), 1) for count in known]
    on, y = sheet(width, ROW * sum(rows) + above * len(rows)), 0.0
    for (label, one), lines in zip(figures.items(), rows, strict=True):
        y += above + ROW / 2
        _dots(on, one.count, y, label in unmet)
        write(on, widest if is_beside else 1, y if is_beside else y - ROW + 1, words[label],
              colour=style.RED if label in unmet else style.INK)
        y += ROW * lines - ROW / 2
    return kept.chart(on, figures, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=columns)


def _dots(on: Sheet, count: int, y: float, is_open: bool) -> None:
    for row, column in (divmod(number, IN_ROW) for number in range(count)):
        mark(on, ((column + 0.5) * STEP, y + row * ROW), "circle", DOT,
             "none" if is_open else style.LINE, style.RED if is_open else style.LINE, 1.2)
