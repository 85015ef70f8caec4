"""Stacked bars: a whole divided into its parts, told apart by white lines.

A hidden part could be measured as the gap that it leaves. If one is hidden, the others are drawn
as bars of their own instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from pscb_lib.disclosure.showing import ShownFigure, rounded
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import kept
from pscb_lib.page.charts.bars import plot_bars
from pscb_lib.page.charts.beside import Beside, width_beside, write_beside
from pscb_lib.page.charts.kept import Figures
from pscb_lib.page.charts.sheet import (
    LINE_HEIGHT,
    NORMAL,
    SMALL,
    Sheet,
    box,
    mark,
    sheet,
    text_width,
    width_of,
    wrapped,
    write,
    write_lines,
)

BAR, ROW = 20, 26  # points
SQUARE = 7.0  # points; the mark before a name
FILLS = (style.LINE, style.MID, style.SOFT, style.GREY)
ON_DARK = (style.INK, style.LINE, style.GREY, style.RED, style.GREEN)


def plot_stack(figures: Figures, *, id: str, headline: str, subtitle: str = "",
               place: tuple[int, int] | None = None, note: str | None = None,
               fills: Mapping[str, str] | None = None, short: Mapping[str, str] | None = None,
               columns: tuple[str, str] = ("Part", "Number")) -> Chart | Prose:
    """Plot one whole as a bar of its parts: the value in each part, its label below.

    *fills* are colours of parts that have one of their own.
    """
    kept.require_figures(figures.values())
    if any(one.value is None for one in figures.values()):
        return plot_bars(figures, id=id, headline=headline, subtitle=subtitle, place=place,
                         note=note, columns=columns)
    width, names = width_of(place), short or {}
    whole = sum(one.count for one in figures.values())
    spans = _spans(figures, (width - 1) / (whole or 1))
    labels = _labels([(names.get(label, label), span) for label, span in spans.items()], width)
    below = max((len(lines) for _, lines, _ in labels), default=1) * LINE_HEIGHT * SMALL + 4
    on, colours = sheet(width, BAR + below), colours_of(list(figures), fills)
    for label, span in spans.items():
        _part(on, span, 0, figures[label], colours[label])
    for x, lines, align in labels:
        write_lines(on, x, BAR + 3, lines, align=align)
    return kept.chart(on, figures, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=columns)


def plot_stacks(bars: Mapping[str, Figures], *, id: str, headline: str, subtitle: str = "",
                place: tuple[int, int] | None = None, note: str | None = None,
                fills: Mapping[str, str] | None = None, is_share: bool = False,
                label: str = "Group", row: float = ROW, said: str = "",
                beside: Beside | None = None) -> Chart | Prose:
    """Plot several wholes as bars under each other; their parts are named above the first.

    Bars with a hidden part are left out. With *is_share* all bars have one length, each part says
    its per cent, and the end of the bar how many of how many the first part is. *row* is the
    distance from bar to bar, in points, *said* the alternative text, by default every figure.
    *beside* says what is written beside each bar, where neighbours share the name of a group.
    """
    shown = {name: parts for name, parts in bars.items()
             if all(one.value is not None for one in parts.values())}
    kept.require_figures(one for parts in bars.values() for one in parts.values())
    every = {f"{name}, {part}": one for name, parts in bars.items()
             for part, one in parts.items()}
    if len(shown) * 2 < len(bars) or not shown:
        return kept.not_drawn(headline, place)
    width = width_of(place)
    parts = list(dict.fromkeys(part for one in shown.values() for part in one))
    room = width_beside(shown, beside) + 8
    ends = {name: _say_first(each) if is_share else "" for name, each in shown.items()}
    after = max(text_width(one) + 6 if one else 0 for one in ends.values())
    top, colours = 16, colours_of(parts, fills)
    on, bar = sheet(width, top + row * len(shown)), row - (ROW - BAR)
    longest = max(sum(one.count for one in each.values()) for each in shown.values()) or 1
    names = sum(text_width(part, SMALL) + 23 for part in parts)
    _key(on, parts, colours, room if room + names <= width + 12 else 0.0)
    write_beside(on, shown, beside, room - 8, (top, row, bar))
    for number, (name, each) in enumerate(shown.items()):
        y, whole = top + number * row, sum(one.count for one in each.values())
        unit = (width - room - after - 1) / ((whole if is_share else longest) or 1)
        if is_share:
            write(on, width, y + bar / 2, ends[name], align="right")
        for part, (start, end) in _spans(each, unit).items():
            _part(on, (room + start, room + end), y, each[part], colours[part], bar,
                  _per_cent(each[part], whole) if is_share else "")
    rows = [[name, *(kept.plain(each[part]) if part in each else None for part in parts)]
            for name, each in bars.items()]
    return kept.chart(on, every, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=(label, *parts), rows=rows,
                      said=said or kept.say_grouped(bars))


def _say_first(parts: Figures) -> str:
    """How many of the whole the first part is: 11 of 18."""
    numbers = [one.count for one in parts.values()]
    return f"{numbers[0]:,} of {sum(numbers):,}"


def _per_cent(figure: ShownFigure, whole: int) -> str:
    return f"{rounded(Fraction(100 * figure.count, whole or 1), 0)}%"


def colours_of(parts: Sequence[str], own: Mapping[str, str] | None) -> dict[str, str]:
    """The colour of each part: its own, or the next of the kit's."""
    rest = iter(FILLS * len(parts))
    return {part: (own or {}).get(part) or next(rest) for part in parts}


def _spans(figures: Figures, unit: float) -> dict[str, tuple[float, float]]:
    """Where each part begins and ends, in points."""
    spans, start = {}, 0.0
    for label, one in figures.items():
        spans[label] = (start, start + one.count * unit)
        start = spans[label][1]
    return spans


def _part(on: Sheet, span: tuple[float, float], y: float, figure: ShownFigure, fill: str,
          bar: float = BAR, words: str = "") -> None:
    """Draw one part in white lines, its *words* or its value inside if there is room."""
    start, end = span
    box(on, start, y, end - start, bar, fill, edge=style.PAPER)
    words = words or figure.text
    if text_width(words, NORMAL, bold=True) + 4 <= end - start:
        write(on, (start + end) / 2, y + bar / 2, words, bold=True, align="center",
              colour=style.PAPER if fill in ON_DARK else style.INK)


def _key(on: Sheet, parts: Sequence[str], colours: Mapping[str, str], x: float) -> None:
    """Write the names of the parts in a line, each after a mark in its colour."""
    for part in parts:
        mark(on, (x + 4, 6), "square", SQUARE, colours[part])
        write(on, x + 11, 6, part, SMALL)
        x += 11 + text_width(part, SMALL) + 12


def _labels(named: Sequence[tuple[str, tuple[float, float]]], width: float
            ) -> list[tuple[float, list[str], str]]:
    """Where the label of each part stands: in its middle, moved so that none overlap."""
    placed, least = [], 0.0
    rooms = _rooms(named, width)
    for (name, (start, end)), room in zip(named, rooms, strict=True):
        lines = wrapped(name, room)
        half = max(text_width(line, SMALL) for line in lines) / 2
        middle = min(max((start + end) / 2, least + half), width - half)
        placed.append((middle, lines, "center"))
        least = middle + half + 6
    return placed


def _rooms(named: Sequence[tuple[str, tuple[float, float]]], width: float) -> list[float]:
    """The width for each label: its part, and as much more as short parts need."""
    wanted = [text_width(name, SMALL) for name, _ in named]
    if sum(wanted) + 6 * (len(wanted) - 1) <= width:
        return [one + 1 for one in wanted]
    return [max(width / len(named) - 6, end - start - 4) for _, (start, end) in named]
