"""Horizontal bars: labels on the left, bars from zero, the value at the end of each.

One may be picked out in a colour of its own. A hidden figure has no bar.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import kept
from pscb_lib.page.charts.kept import Figures
from pscb_lib.page.charts.sheet import (
    LINE_HEIGHT,
    NORMAL,
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
from pscb_lib.page.tables.counts import plain_counts
from pscb_lib.page.tables.folded import Alike, is_mostly_hidden, join_hidden

ROW, BAR, GAP = 15, 10, 4  # points: from bar to bar, of a bar, and before the counts
AXIS = 12.0  # points, for the name of the target below the bars
WIDEST = 0.55  # of the picture, for the labels


def plot_bars(figures: Figures, *, id: str, headline: str, subtitle: str = "",
              place: tuple[int, int] | None = None, note: str | None = None,
              picked: Collection[str] = (), colour: str = style.LINE,
              short: Mapping[str, str] | None = None, whole: float | None = None,
              columns: Sequence[str] = ("Group", "Number"), has_counts: bool = False,
              total: ShownFigure | None = None, alike: Alike | None = None,
              target: float | None = None) -> Chart | Prose:
    """Plot figures as horizontal bars in their order.

    *picked* are the labels in *colour* and strong, the others in the colour of lines, or pale if
    that is the same. *whole* is the length of a full bar, otherwise the largest figure. With
    *has_counts* a share has its two counts beside it; *columns* then has a name for each of them.
    With the *total* of the counts those that are hidden are one bar, the last, if they are *alike*
    (:func:`join_hidden`). *target* is where a line stands across the bars, of percentages; the
    values are then to its right.
    """
    kept.require_figures(figures.values())
    figures, together = join_hidden(figures, total, alike)
    note = kept.joined(note, together) or None
    if is_mostly_hidden(figures.values()):
        return kept.not_drawn(headline, place)
    width, names = width_of(place), short or {}
    words = {label: names.get(label, label) for label in figures}
    room = min(max(text_width(one, NORMAL, bold=True) for one in words.values()), WIDEST * width)
    lines = {label: wrapped(one, room + 1, NORMAL) for label, one in words.items()}
    heights = [ROW + (len(one) - 1) * LINE_HEIGHT * NORMAL for one in lines.values()]
    ends = max(_end(one, has_counts) for one in figures.values())
    left, height = room + 8, sum(heights)
    on = sheet(width, height + (AXIS if target is not None else 0))
    scale = (whole or kept.largest(figures.values())) / (width - left - ends - 6)
    middles = [sum(heights[:row]) + high / 2 for row, high in enumerate(heights)]
    for (label, one), middle in zip(figures.items(), middles, strict=True):
        start = middle - (len(lines[label]) - 1) * LINE_HEIGHT * NORMAL / 2
        for row, line in enumerate(lines[label]):
            write(on, 0, start + row * LINE_HEIGHT * NORMAL, line, bold=label in picked)
        end = left + (float(one.value) / scale if one.value is not None else -4)
        box(on, left, middle - BAR / 2, end - left, BAR, _colour(label, picked, colour))
        after = max(end, left + (target or 0) / scale) + 4 if one.value is not None else end + 4
        _write_end(on, (after, middle), one, label in picked, has_counts)
    if target is not None:
        _draw_target(on, left + target / scale, target, height)
    return kept.chart(on, figures, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=columns,
                      **(_with_counts(figures, target) if has_counts else {}))


def _draw_target(on: Sheet, x: float, target: float, high: float) -> None:
    """Draw a line across the bars, and name it below them."""
    stroke(on, [(x, 0), (x, high)], style.INK, 1)
    words = f"target {target:g}%"
    half = text_width(words, SMALL, bold=True) / 2
    write(on, min(x, on.width - half), high + AXIS / 2 + 1, words, SMALL, align="center", bold=True)


def _end(one: ShownFigure, has_counts: bool) -> float:
    return text_width(kept.mark(one), NORMAL, bold=True) + (
        GAP + text_width(_counts(one), SMALL) if has_counts else 0)


def _write_end(on: Sheet, at: tuple[float, float], one: ShownFigure, is_picked: bool,
               has_counts: bool) -> None:
    """Write the value after its bar, and the two counts of a share after that."""
    is_known, (left, middle) = one.value is not None, at
    write(on, left, middle, kept.mark(one), bold=is_picked and is_known,
          colour=style.INK if is_known else style.GREY)
    if has_counts and is_known:
        write(on, left + GAP + text_width(kept.mark(one), NORMAL, bold=True), middle, _counts(one),
              SMALL, colour=style.GREY)


def _with_counts(figures: Figures, target: float | None) -> dict[str, Any]:
    """The alternative text and the data of shares with their counts, and the target."""
    line = "" if target is None else f" Target: {target:g}%."
    said = [f"{label} {kept.say(one)} {_counts(one)}".rstrip() for label, one in figures.items()]
    return {"said": f"{'; '.join(said)}.{line}", "rows": [
        [label, kept.plain(one), *plain_counts(one)] for label, one in figures.items()]}


def _counts(one: ShownFigure) -> str:
    return f"({one.numerator:,} of {one.denominator:,})" if one.value is not None else ""


def _colour(label: str, picked: Collection[str], colour: str) -> str:
    if label in picked:
        return colour
    return style.SOFT if picked and colour == style.LINE else style.LINE

