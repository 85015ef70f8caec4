"""A year as a timeline: one row an item, dots for what came, bars for what is overdue.

States differ by shape and not by colour alone. In a column of the page the title of an item is
above its marks, so that the words stay large on a phone, and every second item has a pale ground:
title and marks belong together. On the whole width the title is to the left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from pscb_lib.framework.months import month_of, short_name
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts.sheet import (
    LINES,
    NORMAL,
    SMALL,
    WORDS,
    Sheet,
    box,
    mark,
    sheet,
    stroke,
    text_width,
    width_of,
    wrapped,
    write,
)
from pscb_lib.page.charts.theme import HAIR


class State(Enum):
    """The state of one report, and the word of the key."""

    ON_TIME = "received on time"
    LATE = "received late"
    WAITING = "received, to be scrutinised"
    PART = "received in part"
    OVERDUE = "overdue"
    DUE = "due"
    FOLLOWED = "received and followed up"


@dataclass(frozen=True)
class Mark:
    """One report: its state and its day, that is when it came or when it is or was due."""

    state: State
    on: date


@dataclass(frozen=True)
class Row:
    """One item: its number, its title, its reports, and words beside its title."""

    number: str
    title: str
    marks: Sequence[Mark] = ()
    note: str = ""


@dataclass(frozen=True)
class Span:
    """The days drawn, the day of the paper, and the points from the left where they lie."""

    first: date
    last: date
    today: date
    left: float
    right: float

    def x(self, on: date) -> float:
        """The place of a day; a day outside the span lies at its edge."""
        day = min(max(on, self.first), self.last)
        share = (day - self.first).days / (self.last - self.first).days
        return self.left + share * (self.right - self.left)

    def months(self) -> Iterator[date]:
        """The first day of each month."""
        day = self.first
        while day <= self.last:
            yield day
            day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)


NUMBER_WIDE, TITLE_WIDE = 17, 176  # points: of a number, and of number and title beside the year
EDGE, TOP, FOOT = 6, 12, 14
KEY_GAP, BAR_GAP = 10, 17  # from the start of a key to its words, without and with a bar
BESIDE, LINE, DOTS, GAP = 11.6, 9.5, 6.5, 2.5  # heights: of a row, of a line, of dots, under them
BACK, FRONT = LINES - 1, WORDS + 1  # levels: of what lies behind the bars, and of marks
RING = 9.0  # points; about what was followed up
NOTE_GAP = 6.0  # points from a title to the words beside it
RUN = 2.2  # points; the width of a bar
BESIDE_IT = 6.5  # points between two marks of one day
SHAPES = {State.ON_TIME: ("circle", 5.4, True, style.GREEN),
          State.LATE: ("up", 6.6, True, style.AMBER),
          State.WAITING: ("circle", 6, False, style.GREEN),
          State.PART: ("up", 6.6, False, style.AMBER),
          State.OVERDUE: ("square", 6.2, True, style.RED),
          State.DUE: ("circle", 4.8, False, style.GREY),
          State.FOLLOWED: ("circle", 4.6, True, style.GREEN)}  # shape, size, whether filled, colour
RUNNING = {State.OVERDUE: style.RED}  # with a bar up to today


def plot_timeline(rows: Sequence[Row], year: tuple[date, date], today: date, data: Data, *,
                  id: str, headline: str, alt: str, subtitle: str = "",
                  place: tuple[int, int] | None = None, note: str | None = None) -> Chart:
    """Plot the reports of each row on the days from the first to the last of *year*.

    A report that is overdue is a square on the day when it was due, with a bar to *today*; a day
    before the year is drawn at its edge. *data* has every report.
    """
    wide = place is None
    width = width_of(place)
    span = Span(*year, today, TITLE_WIDE if wide else EDGE, width - EDGE)
    indent = NUMBER_WIDE if any(row.number for row in rows) else 0
    titles = [_wrap(row, (TITLE_WIDE if wide else width) - indent - EDGE) for row in rows]
    heights = [BESIDE + LINE * (len(lines) - 1) if wide else LINE * len(lines) + DOTS + GAP
               for lines in titles]
    keys = _key_lines({mark.state for row in rows for mark in row.marks}, width)
    top = TOP * len(keys) + TOP
    on = sheet(width, top + sum(heights) + FOOT)
    _draw_key(on, keys)
    tops = [top + sum(heights[:place]) for place in range(len(rows))]
    grounds = [style.PAPER if wide or place % 2 else style.PALE for place in range(len(rows))]
    for y, height, ground in zip(tops, heights, grounds, strict=True):
        box(on, 0, y, width, height, ground)
    draw_months(on, span, top, top + sum(heights))
    for row, lines, y, height, ground in zip(rows, titles, tops, heights, grounds, strict=True):
        _draw_row(on, row, lines, span, y, height, wide, indent, ground)
    _draw_today(on, span, top, top + sum(heights))
    return Chart(id, headline, on.svg(), alt, data, note, subtitle=subtitle,
                 place=place)


def _wrap(row: Row, width: float) -> list[str]:
    """The lines of a title; the last is empty if the note beside it needs a line of its own."""
    lines = wrapped(row.title, width, NORMAL)
    beside = text_width(lines[-1], NORMAL) + NOTE_GAP + text_width(row.note, SMALL)
    return [*lines, ""] if row.note and beside > width else lines


def _draw_row(on: Sheet, row: Row, lines: Sequence[str], span: Span, y: float, height: float,
              wide: bool, indent: float, ground: str) -> None:
    """Draw number, title, hairline and marks of one row, whose top is at *y*."""
    middle = y + height / 2 if wide else y + height - GAP - DOTS / 2
    first = middle - LINE * (len(lines) - 1) / 2 if wide else y + LINE / 2
    write(on, 0, first, row.number, colour=style.GREY)
    for place, line in enumerate(lines):  # on the ground, over the lines of months
        box(on, indent, first + LINE * (place - 0.5), text_width(line), LINE, ground)
        write(on, indent, first + LINE * place, line)
    if wide:
        stroke(on, [(span.left, middle), (span.right, middle)], style.HAIRLINE, HAIR, BACK)
    if row.note:
        after = indent + (text_width(lines[-1], NORMAL) + NOTE_GAP if lines[-1] else 0)
        write(on, after, first + LINE * (len(lines) - 1), row.note, SMALL, colour=style.GREY)
    for x, one in _apart(row.marks, span):
        _draw_mark(on, one, span, (x, middle))


def _apart(marks: Sequence[Mark], span: Span) -> Iterator[tuple[float, Mark]]:
    """Each mark with its place from the left: those of one day stand beside each other."""
    taken: set[float] = set()
    for one in marks:
        x = span.x(one.on)
        step = BESIDE_IT if x + BESIDE_IT * len(marks) <= span.right else -BESIDE_IT
        while x in taken:
            x += step
        taken.add(x)
        yield x, one


def _draw_mark(on: Sheet, one: Mark, span: Span, at: tuple[float, float]) -> None:
    x, y = at
    if one.state in RUNNING:
        stroke(on, [(x, y), (span.x(span.today), y)], RUNNING[one.state], RUN)
    _draw_shape(on, one.state, x, y)


def _draw_shape(on: Sheet, state: State, x: float, y: float) -> None:
    shape, size, is_filled, colour = SHAPES[state]
    if state is State.FOLLOWED:
        mark(on, (x, y), "circle", RING, style.PAPER, colour, 1.1, FRONT)
    mark(on, (x, y), shape, size, colour if is_filled else style.PAPER,
         style.INK if state is State.LATE else colour, 1.1, FRONT)
    if state is State.WAITING:
        mark(on, (x, y), "circle", 1.8, colour, level=FRONT)


def draw_months(on: Sheet, span: Span, top: float, bottom: float) -> None:
    """Draw a line where each month begins, and its name: Jan, or J where there is less room."""
    starts = [*span.months()]
    for start, after in zip(starts, [*starts[1:], span.last], strict=True):
        left, right = span.x(start), span.x(after)
        stroke(on, [(left, top - 2), (left, bottom)],
             style.SOFT if start.month == 1 else style.HAIRLINE, HAIR, BACK)
        name = short_name(month_of(start))
        words = name if text_width(name, SMALL) < right - left - 1 else name[0]
        write(on, (left + right) / 2, top - TOP / 2, words, SMALL, colour=style.GREY,
              align="center")


def _draw_today(on: Sheet, span: Span, top: float, bottom: float) -> None:
    """Draw the line of the paper's day, with its name under it."""
    x = span.x(span.today)
    words = f"{span.today.day} {month_of(span.today)}"
    half = text_width(words, NORMAL, bold=True) / 2
    stroke(on, [(x, top - 2), (x, bottom + 3)], style.INK, 1)
    write(on, min(max(x, half), span.right + EDGE - half), bottom + FOOT / 2 + 2, words,
          bold=True, align="center")


def _key_lines(states: Iterable[State], width: float) -> list[list[tuple[float, State]]]:
    """The states that occur, each with its place from the left, in lines of the *width*."""
    lines: list[list[tuple[float, State]]] = [[]]
    x = 0.0
    for state in (one for one in State if one in set(states)):
        needed = _gap(state) + text_width(state.value, SMALL)
        if x and x + needed > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, state))
        x += needed + KEY_GAP
    return lines


def _draw_key(on: Sheet, lines: Sequence[Sequence[tuple[float, State]]]) -> None:
    for row, line in enumerate(lines):
        for x, state in line:
            y = TOP * row + TOP / 2
            if state in RUNNING:
                stroke(on, [(x + 4, y), (x + 14, y)], RUNNING[state], RUN)
            _draw_shape(on, state, x + 4, y)
            write(on, x + _gap(state), y, state.value, SMALL)


def _gap(state: State) -> float:
    return BAR_GAP if state in RUNNING else KEY_GAP
