"""A year as strips: a row a place, a pale bar while taken and an open red one while it is not.

A diamond is the first day of somebody new. Before a place is there, and after it has gone, there is
no bar. What is open differs by its form and not by colour alone, and is told at the right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts.sheet import (
    LINES,
    NORMAL,
    SMALL,
    Sheet,
    box,
    mark,
    rule,
    sheet,
    stroke,
    text_width,
    width_of,
    wrapped,
    write,
)
from pscb_lib.page.charts.timeline import Span, draw_months

Days = tuple[date, date]
ROW, HEAD, KEY, MONTHS, BAR = 13.0, 14.0, 13.0, 13.0, 7.5  # points: heights
LINE, GAP, NEW = 9.5, 6.0, 6.0
WIDEST, LEAST_OPEN = 170.0, 2.0
NAMES = ("filled", "empty", "new member")


@dataclass(frozen=True)
class Strip:
    """One row: its label, the days it was there, those it was open, and who was new when.

    ``note`` stands at the right; rows of one ``group`` stand under its name.
    """

    label: str
    there: Days
    open: Sequence[Days] = ()
    new: Sequence[date] = ()
    note: str = ""
    group: str = ""


def plot_year_strip(strips: Sequence[Strip], year: Days, data: Data, *, id: str, headline: str,
                    alt: str, names: tuple[str, str, str] = NAMES, subtitle: str = "",
                    note: str | None = None) -> Chart:
    """Plot each strip over the days of *year*, on the whole width; groups in their first order.

    *names* are the words of the key: taken, open and new.
    """
    width = width_of(None)
    room = max([text_width(one.note, SMALL) for one in strips], default=0) + GAP
    left = min(max([text_width(one.label) for one in strips], default=0) + GAP, WIDEST)
    span = Span(*year, year[1], left, width - room)
    lines = [wrapped(one.label, left - GAP, NORMAL) for one in strips]
    tops, y, named = [], KEY + MONTHS, ""
    heads: list[tuple[str, float]] = []
    for one, label in zip(strips, lines, strict=True):
        if one.group != named:
            heads.append((one.group, y + HEAD / 2))
            named, y = one.group, y + HEAD
        tops.append(y)
        y += ROW + LINE * (len(label) - 1)
    on = sheet(width, y + 2)
    _draw_key(on, names, any(one.open for one in strips), any(one.new for one in strips))
    draw_months(on, span, KEY + MONTHS, y)
    for words, middle in heads:
        box(on, 0, middle - HEAD / 2, text_width(words, SMALL, bold=True) + 3, HEAD, style.PAPER)
        write(on, 0, middle + 1, words, SMALL, bold=True, colour=style.GREY)
    for one, label, top in zip(strips, lines, tops, strict=True):
        _draw(on, one, label, span, top)
    return Chart(id, headline, on.svg(), alt, data, note, subtitle=subtitle)


def _draw(on: Sheet, one: Strip, label: Sequence[str], span: Span, top: float) -> None:
    middle = top + ROW / 2
    for number, words in enumerate(label):
        write(on, 0, middle + LINE * number, words)
    _bar(on, span, one.there, middle, style.SOFT)
    for days in one.open:
        _bar(on, span, days, middle, style.PAPER, style.RED)
    for day in one.new:
        mark(on, (span.x(day), middle), "diamond", NEW, style.LINE, style.PAPER)
    if one.note:
        write(on, span.right + GAP, middle, one.note, SMALL)
    rule(on, 0, on.width, top + ROW + LINE * (len(label) - 1))


def _bar(on: Sheet, span: Span, days: Days, middle: float, fill: str, edge: str | None = None
         ) -> None:
    """A bar over days; one with an edge is no narrower than can be seen, and has a line in it."""
    first, last = days
    left, right = span.x(first), span.x(min(last, span.last) + timedelta(days=1))
    wide = max(right - left, LEAST_OPEN if edge else 0)
    box(on, left, middle - BAR / 2, wide, BAR, fill, edge)
    if edge and wide > BAR:
        stroke(on, [(left + 2, middle), (left + wide - 2, middle)], edge, 0.8, LINES)


def _draw_key(on: Sheet, names: tuple[str, str, str], is_open: bool, is_new: bool) -> None:
    x = 0.0
    for name, is_there in zip(names, (True, is_open, is_new), strict=True):
        if not is_there:
            continue
        if name == names[2]:
            mark(on, (x + 4, KEY / 2), "diamond", NEW, style.LINE, style.PAPER)
        else:
            box(on, x, KEY / 2 - BAR / 2, 12, BAR, style.SOFT if name == names[0] else style.PAPER,
                None if name == names[0] else style.RED)
        wide = 8 if name == names[2] else 12
        if name == names[1]:
            stroke(on, [(x + 2, KEY / 2), (x + 10, KEY / 2)], style.RED, 0.8, LINES)
        write(on, x + wide + 4, KEY / 2, name, SMALL)
        x += wide + 4 + text_width(name, SMALL) + 14
