"""Dots on a line: a row a label, a full dot now and a hollow one before, the values after them.

All lines have one scale, from zero unless it is relative, whose labelled ticks stand below the
rows. A hidden figure has no dot. Where both are the same the full dot stands in the hollow one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Prose
from pscb_lib.page.charts import kept
from pscb_lib.page.charts.kept import Figures
from pscb_lib.page.charts.scales import Scale, scale_of
from pscb_lib.page.charts.sheet import (
    BOXES,
    LINE_HEIGHT,
    NORMAL,
    SMALL,
    Sheet,
    mark,
    rule,
    sheet,
    stroke,
    text_width,
    width_of,
    wrapped,
    write,
)
from pscb_lib.page.charts.theme import HAIR
from pscb_lib.page.tables.folded import is_mostly_hidden

AXIS = 12.0  # points, for the words below the rows
ROW, KEY = 14.0, 16.0  # points: from row to row, and of the key above
FULL, HOLLOW = 7.0, 9.0  # points; the diameter of a dot
GAP = 3.0  # points; between the two values
WIDEST = 0.5  # of the picture, for the labels
Pair = tuple[ShownFigure, ShownFigure | None]  # now, and before


def plot_dots(now: Figures, before: Figures, *, id: str, headline: str,
              names: tuple[str, str] = ("Now", "Before"), subtitle: str = "",
              place: tuple[int, int] | None = None, note: str | None = None,
              whole: float | None = None, target: float | None = None, label: str = "Group",
              says: Callable[[ShownFigure], str] = kept.mark, is_relative: bool = False,
              then: str = "({})") -> Chart | Prose:
    """Plot each figure of *now* as a full dot, and that of *before* of the same label as a hollow
    one.

    *names* are what the two are called; *whole* is the right end of the line, otherwise a round
    number above the largest figure. *target* is where a line stands across the rows, of
    percentages. *says* writes a figure of *now*, as 6 of 9 where a percentage of few would mislead,
    and *then* what one of *before* is written in.
    Where *is_relative*, each is drawn in per cent of what was before: numbers of unlike size have
    no scale in common.
    """
    pairs = {one: (now[one], before.get(one)) for one in now}
    every = {f"{one}, {name}": figure for one, both in pairs.items()
             for name, figure in zip(names, both, strict=True) if figure is not None}
    kept.require_figures(every.values())
    if is_mostly_hidden(every.values()):
        return kept.not_drawn(headline, place)
    on = _picture(pairs, every, width_of(place), names, says, whole, target, is_relative,
                  then)
    rows = [[one, kept.plain(figure) if says is kept.mark else says(figure),
             None if last is None else kept.plain(last)] for one, (figure, last) in pairs.items()]
    return kept.chart(on, every, id=id, headline=headline, subtitle=subtitle, place=place,
                      note=note, columns=(label, *names), rows=rows, said=_said(pairs, names, says))


def _picture(pairs: Mapping[str, Pair], every: Figures, width: float, names: tuple[str, str],
             says: Callable[[ShownFigure], str], whole: float | None, target: float | None,
             is_relative: bool, then: str) -> Sheet:
    """Draw the key, the axis and a row for each label."""
    room = min(max(map(text_width, pairs), default=0), WIDEST * width)
    lines = {one: wrapped(one, room + 1, NORMAL) for one in pairs}
    ends = max((_room(both, says, then) for both in pairs.values()), default=0)
    on = sheet(width, KEY + sum(map(_high, lines.values())) + AXIS)
    drawn = {one: _drawn(*both, is_relative) for one, both in pairs.items()}
    scale = _relative(drawn.values()) if is_relative else _scale(every, whole)
    left, unit = room + 14, (width - room - 20 - ends) / (scale.high - scale.low)
    _key(on, left, names)
    _axis(on, left, unit, scale, target)
    top = KEY
    for one, both in pairs.items():
        middle = top + _high(lines[one]) / 2
        _label(on, lines[one], middle)
        _row(on, [None if at is None else left + (at - scale.low) * unit for at in drawn[one]],
             (left, width - ends, middle))
        _values(on, both, (width - ends, middle), says, then)
        top += _high(lines[one])
    return on


def _label(on: Sheet, lines: list[str], middle: float) -> None:
    for number, words in enumerate(lines):
        write(on, 0, middle + (number - (len(lines) - 1) / 2) * LINE_HEIGHT * NORMAL, words)


def _high(lines: list[str]) -> float:
    return ROW + (len(lines) - 1) * LINE_HEIGHT * NORMAL


def _room(both: tuple, says: Callable[[ShownFigure], str], then: str) -> float:
    now, before = both
    more = 0 if before is None else GAP + text_width(then.format(kept.mark(before)), SMALL)
    return text_width(says(now), NORMAL, bold=True) + more + 6


def _drawn(now: ShownFigure, before: ShownFigure | None, is_relative: bool
           ) -> tuple[float | None, float | None]:
    """Where the two dots are on the scale: at their values, or in per cent of the one before."""
    after, then = (None if one is None or one.value is None else float(one.value)
                   for one in (now, before))
    if not is_relative:
        return after, then
    return (100 * after / then, 100.0) if after is not None and then else (None, None)


def _row(on: Sheet, at: Sequence[float | None], line: tuple[float, float, float]) -> None:
    """Draw the line of a row with its dots."""
    left, right, middle = line
    known = [x for x in at if x is not None]
    rule(on, left, right, middle, dashed=True)
    if len(known) > 1:
        stroke(on, [(min(known), middle), (max(known), middle)], style.SOFT, 2)
    now, before = at
    if before is not None:
        mark(on, (before, middle), "circle", HOLLOW, style.PAPER, style.LINE, 1.2)
    if now is not None:
        mark(on, (now, middle), "circle", FULL, style.LINE)


def _scale(figures: Figures, whole: float | None) -> Scale:
    """The scale of all lines, from zero to *whole* or to a round number."""
    is_percent = any(one.unit == "percent" for one in figures.values())
    return scale_of([0.0, whole or kept.largest(figures.values())], is_percent)


def _relative(drawn: Iterable[tuple[float | None, float | None]]) -> Scale:
    """The scale of lines in per cent of what was before."""
    known = [at for both in drawn for at in both if at is not None]
    return replace(scale_of([*known, 100.0], is_rate=True), sign="%")


def _axis(on: Sheet, left: float, unit: float, scale: Scale, target: float | None) -> None:
    """Draw hairlines at the ticks and a line at the target, and write the axis below the rows."""
    below = on.height - AXIS
    at = {left + (tick - scale.low) * unit: scale.words(tick) for tick in scale.ticks}
    for x in at:
        stroke(on, [(x, KEY - 2), (x, below)], style.HAIRLINE, HAIR, level=BOXES)
    if target is not None:
        own = left + (target - scale.low) * unit
        stroke(on, [(own, KEY - 2), (own, below)], style.INK, 1)
        write(on, own, below + 6, f"{target:g}%", SMALL, align="center", bold=True)
        at = {x: words for x, words in at.items() if abs(x - own) > text_width(words, SMALL) + GAP}
    for x, words in _apart(at).items():
        write(on, x, below + 6, words, SMALL, colour=style.GREY, align="center")


def _apart(at: dict[float, str]) -> dict[float, str]:
    """The words of ticks that stand apart; where they are too close, the first and the last alone.
    """
    widest = max((text_width(words, SMALL) for words in at.values()), default=0) + GAP
    places = sorted(at)
    if all(after - before >= widest for before, after in pairwise(places)):
        return at
    return {x: at[x] for x in (places[0], places[-1])}


def _values(on: Sheet, both: tuple, at: tuple[float, float],
            says: Callable[[ShownFigure], str], then: str) -> None:
    (now, before), (left, middle) = both, at
    words = says(now)
    write(on, left + 6, middle, words, bold=now.value is not None,
          colour=style.INK if now.value is not None else style.GREY)
    if before is not None:
        write(on, left + 6 + text_width(words, NORMAL, bold=True) + GAP, middle,
              then.format(kept.mark(before)), SMALL, colour=style.GREY)


def _key(on: Sheet, x: float, names: tuple[str, str]) -> None:
    """Write what each dot is, after one of its kind."""
    for name, size, fill in zip(names, (FULL, HOLLOW), (style.LINE, style.PAPER), strict=True):
        mark(on, (x + 3, 6), "circle", size, fill, style.LINE, 1.2)
        write(on, x + 11, 6, name, SMALL)
        x += text_width(name, SMALL) + 24


def _said(pairs: Mapping[str, tuple], names: tuple[str, str],
          says: Callable[[ShownFigure], str]) -> str:
    """The figures of each row, Schools 246 (189), where both are shown."""
    said = [f"{one} not shown" if now.hidden or (before and before.hidden) else
            f"{one} {says(now)}" + (f" ({kept.say(before)})" if before else "")
            for one, (now, before) in pairs.items()]
    return f"{names[0]}, in brackets {names[1]}: {'; '.join(said)}."
