"""Columns: one figure a column, its value above it, the highest in full colour and the rest pale.

Several groups may stand side by side on one scale, such as days and hours; or several series in
clusters, such as deaths and reviews of each year.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

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

HIGH = 48  # points; the highest column
TOP = 13  # points for the value above it
GAP = 0.9  # between groups, as a share of a column
WIDE = 0.84  # of its place, for a column or a cluster
EVENT = 6.0  # points; the mark of an event
SQUARE = 7.0  # points; the mark before a name
SERIES = (style.LINE, style.SOFT, style.GREY, style.MID)


def plot_columns(figures: Figures | Mapping[str, Figures], *, id: str, headline: str,
                 subtitle: str = "", place: tuple[int, int] | None = None,
                 note: str | None = None, picked: Collection[str] | None = None,
                 short: Mapping[str, str] | None = None, high: float = HIGH,
                 events: Figures | None = None,
                 columns: tuple[str, ...] = ("Group", "Number")) -> Chart | Prose:
    """Plot figures as columns, or several groups of them side by side on one scale.

    *picked* are the labels in full colour, otherwise the highest of each group. *short* are words
    to print in place of long labels. *events* by label are so many diamonds under a column, and
    the last of *columns* is what they are called.
    """
    groups = _grouped(figures)
    every = {label: one for group in groups.values() for label, one in group.items()}
    kept.require_figures(every.values())
    if is_mostly_hidden(every.values()):
        return kept.not_drawn(headline, place)
    width = width_of(place)
    slots = len(every) + GAP * (len(groups) - 1)
    slot, names = width / slots, short or {}
    lines = {label: wrapped(names.get(label, label), slot - 2) for label in every}
    below = max(map(len, lines.values()), default=1) * LINE_HEIGHT * SMALL + 4
    on, left = sheet(width, TOP + high + below + (EVENT + 5 if events else 0)), 0.0
    scale = kept.largest(every.values())
    for group in groups.values():
        full = picked if picked is not None else _highest(group)
        _draw(on, left, slot, group, full, scale, high)
        for place_in, label in enumerate(group):
            middle = left + (place_in + 0.5) * slot
            write_lines(on, middle, TOP + high + 3, lines[label])
            if events:
                _mark(on, (middle, TOP + high + below + 4), events.get(label), slot)
        left += (len(group) + GAP) * slot
    if not events:
        return kept.chart(on, every, id=id, headline=headline, subtitle=subtitle, place=place,
                          note=note, columns=columns[:2])
    kept.require_figures(events.values())
    rows = [[label, kept.plain(one), kept.plain(events[label]) if label in events else None]
            for label, one in every.items()]
    named = {f"{label}, {columns[2].lower()}": one for label, one in events.items()}
    return kept.chart(on, {**every, **named}, id=id, headline=headline, subtitle=subtitle,
                      place=place, note=note, columns=columns, rows=rows)


def _mark(on: Sheet, at: tuple[float, float], figure: ShownFigure | None, room: float) -> None:
    """Draw a diamond for each event about a point, or one with their number if they are many."""
    if figure is None or not figure.value:
        return
    x, y = at
    step = EVENT + 2
    if figure.count * step <= room:
        for number in range(figure.count):
            mark(on, (x + (number - (figure.count - 1) / 2) * step, y), "diamond", EVENT,
                 style.MID)
    else:
        mark(on, (x - step, y), "diamond", EVENT, style.MID)
        write(on, x, y, figure.text, size=SMALL)


def _grouped(figures: Figures | Mapping[str, Figures]) -> Mapping[str, Figures]:
    single = {label: one for label, one in figures.items() if isinstance(one, ShownFigure)}
    groups = {name: one for name, one in figures.items() if isinstance(one, Mapping)}
    return groups or {"": single}


def _highest(group: Figures) -> Collection[str]:
    """The labels of the highest figure; none if a hidden one may be higher."""
    if kept.is_any_hidden(group.values()):
        return ()
    top = max((one.value for one in group.values() if one.value is not None), default=None)
    return [label for label, one in group.items() if one.value == top and top]


def _draw(on: Sheet, left: float, slot: float, group: Figures, full: Collection[str],
          scale: float, high: float) -> None:
    """Draw the columns of a group, their values and the line that they stand on."""
    for place, (label, one) in enumerate(group.items()):
        if one.value is None:
            words = wrapped(kept.mark(one), slot)
            write_lines(on, left + (place + 0.5) * slot,
                        TOP + high - len(words) * LINE_HEIGHT * SMALL, words)
            continue
        tall = high * float(one.value) / scale
        box(on, left + (place + (1 - WIDE) / 2) * slot, TOP + high - tall, WIDE * slot, tall,
            style.LINE if label in full else style.SOFT)
        write(on, left + (place + 0.5) * slot, TOP + high - tall - 6, one.text, align="center",
              bold=label in full, size=_size(one, slot))
    rule(on, left, left + slot * len(group), TOP + high, style.GREY)


def _size(figure: ShownFigure, slot: float) -> float:
    return NORMAL if text_width(figure.text, NORMAL, bold=True) <= slot else SMALL


def plot_clusters(series: Mapping[str, Figures], *, id: str, headline: str, subtitle: str = "",
                  place: tuple[int, int] | None = None, note: str | None = None,
                  short: Mapping[str, str] | None = None, high: float = HIGH,
                  columns: tuple[str, ...] = ()) -> Chart | Prose:
    """Plot two to four series in clusters of columns, one cluster for each label.

    The names of the series stand above in their colours.
    """
    every = {f"{label}, {name}": one for name, figures in series.items()
             for label, one in figures.items()}
    kept.require_figures(every.values())
    if is_mostly_hidden(every.values()):
        return kept.not_drawn(headline, place)
    labels = list(dict.fromkeys(label for figures in series.values() for label in figures))
    width = width_of(place)
    slot, scale, top = width / max(len(labels), 1), kept.largest(every.values()), TOP + 14
    lines = [wrapped((short or {}).get(label, label), slot - 2) for label in labels]
    below = max(map(len, lines), default=1) * LINE_HEIGHT * SMALL + 4
    on = sheet(width, top + high + below)
    _name(on, list(series))
    _draw_clusters(on, series, labels, (slot, top, high, scale))
    for place_in, words in enumerate(lines):
        write_lines(on, (place_in + 0.5) * slot, top + high + 3, words)
    rows = [[label, *(kept.plain(figures[label]) if label in figures else None
                      for figures in series.values())] for label in labels]
    return kept.chart(on, every, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=columns or ("Group", *series), rows=rows,
                      said=kept.say_series(series, subtitle))


def _name(on: Sheet, names: list[str]) -> None:
    """Write the names of the series in a line, each after a square in its colour."""
    x = 0.0
    for name, colour in zip(names, SERIES, strict=False):
        mark(on, (x + 3.5, 5.5), "square", SQUARE, colour)
        write(on, x + 11, 6, name)
        x += 11 + text_width(name) + 14


def _draw_clusters(on: Sheet, series: Mapping[str, Figures], labels: list[str],
                   sizes: tuple[float, float, float, float]) -> None:
    slot, top, high, scale = sizes
    bar = WIDE * slot / len(series)
    for number, (figures, colour) in enumerate(zip(series.values(), SERIES, strict=False)):
        for place, label in enumerate(labels):
            one = figures.get(label)
            if one is not None and one.value is not None:
                left, tall = (place + (1 - WIDE) / 2) * slot + number * bar, high * float(
                    one.value) / scale
                box(on, left, top + high - tall, bar, tall, colour, edge=style.PAPER)
                write(on, left + bar / 2, top + high - tall - 6, one.text, align="center",
                      size=_size(one, bar + 4))
    rule(on, 0, slot * len(labels), top + high, style.GREY)
