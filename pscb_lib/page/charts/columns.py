"""Columns: one figure a column, its value above it, the highest in full colour and the rest pale.

Several groups may stand side by side on one scale, such as days and hours; or several series in
clusters, such as deaths and reviews of each year.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import seaborn
from matplotlib.axes import Axes

from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import kept
from pscb_lib.page.charts.kept import Figures
from pscb_lib.page.charts.sheet import (
    LINE_HEIGHT,
    NORMAL,
    SMALL,
    panel,
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
SERIES = (style.LINE, style.SOFT, style.GREY, style.MID)


def plot_columns(figures: Figures | Mapping[str, Figures], *, id: str, headline: str,
                 subtitle: str = "", place: tuple[int, int] | None = None,
                 note: str | None = None, picked: Collection[str] | None = None,
                 short: Mapping[str, str] | None = None, high: float = HIGH,
                 columns: tuple[str, str] = ("Group", "Number")) -> Chart | Prose:
    """Plot figures as columns, or several groups of them side by side on one scale.

    *picked* are the labels in full colour, otherwise the highest of each group. *short* are words
    to print in place of long labels.
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
    on, left = sheet(width, TOP + high + below), 0.0
    scale = kept.largest(every.values())
    for group in groups.values():
        full = picked if picked is not None else _highest(group)
        _draw(on, left, slot, group, full, scale, high)
        for place_in, label in enumerate(group):
            write_lines(on, left + (place_in + 0.5) * slot, TOP + high + 3, lines[label])
        left += (len(group) + GAP) * slot
    return kept.chart(on, every, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=columns)


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


def _draw(on: Axes, left: float, slot: float, group: Figures, full: Collection[str],
          scale: float, high: float) -> None:
    """Draw the columns of a group, their values and the line that they stand on."""
    labels = list(group)
    axes = panel(on, left, TOP, slot * len(labels), high)
    colours = {label: style.LINE if label in full else style.SOFT for label in labels}
    seaborn.barplot(x=labels, y=[kept.number(one) for one in group.values()], order=labels,
                    hue=labels, hue_order=labels, palette=colours, legend=False, dodge=False,
                    saturation=1, width=0.84, errorbar=None, ax=axes)
    axes.set(xlim=(-0.5, len(labels) - 0.5), ylim=(0, scale))
    for place, (label, one) in enumerate(group.items()):
        if one.value is None:
            continue
        y = TOP + high * (1 - float(one.value) / scale) - 6
        write(on, left + (place + 0.5) * slot, y, one.text, align="center",
              bold=label in full, size=_size(one, slot))
    rule(on, left, left + slot * len(labels), TOP + high, style.GREY)


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
                      said=kept.say_series(series))


def _name(on: Axes, names: list[str]) -> None:
    """Write the names of the series in a line, each after a square in its colour."""
    x = 0.0
    for name, colour in zip(names, SERIES, strict=False):
        axes = panel(on, x, 2, 7, 7)
        axes.set(xlim=(0, 1), ylim=(0, 1))
        axes.scatter([0.5], [0.5], s=40, marker="s", color=colour, clip_on=False)
        write(on, x + 11, 6, name)
        x += 11 + text_width(name) + 14


def _draw_clusters(on: Axes, series: Mapping[str, Figures], labels: list[str],
                   sizes: tuple[float, float, float, float]) -> None:
    slot, top, high, scale = sizes
    axes = panel(on, 0, top, slot * len(labels), high)
    tidy = [(label, name, kept.number(figures[label])) for name, figures in series.items()
            for label in labels if label in figures]
    seaborn.barplot(x=[one[0] for one in tidy], y=[one[2] for one in tidy], order=labels,
                    hue=[one[1] for one in tidy], hue_order=list(series), legend=False,
                    palette=dict(zip(series, SERIES, strict=False)), saturation=1, width=0.84,
                    errorbar=None, edgecolor=style.PAPER, linewidth=0.8, ax=axes)
    axes.set(xlim=(-0.5, len(labels) - 0.5), ylim=(0, scale), xlabel="", ylabel="")
    bar = 0.84 * slot / len(series)
    for number, figures in enumerate(series.values()):
        for place, label in enumerate(labels):
            one = figures.get(label)
            if one is not None and one.value is not None:
                x = (place + 0.08) * slot + (number + 0.5) * bar
                y = top + high * (1 - float(one.value) / scale) - 6
                write(on, x, y, one.text, align="center", size=_size(one, bar + 4))
    rule(on, 0, slot * len(labels), top + high, style.GREY)
