"""What is written beside bars: the name of each, or of a group of neighbours and each one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from pscb_lib.page import style
from pscb_lib.page.charts.sheet import (
    LINE_HEIGHT,
    NORMAL,
    Sheet,
    text_width,
    wrapped,
    write,
    write_lines,
)

GROUP = 154.0  # points; the most that the name of a group has in a line
APART = 8.0  # points, between the name of a group and that of a bar
Beside = Mapping[str, tuple[str, str]]  # of a bar: the name of its group, and its own in it


def width_beside(names: Iterable[str], beside: Beside | None) -> float:
    """The room for what is written beside the bars of these names, in points."""
    if beside is None:
        return max(map(text_width, names))
    return GROUP + APART + max(text_width(beside[name][1]) for name in names)


def write_beside(on: Sheet, names: Iterable[str], beside: Beside | None, width: float,
                 rows: tuple[float, float, float]) -> None:
    """Write the names beside their bars; *rows* are where the first begins, how far apart bars are
    and how high.
    """
    top, row, bar = rows
    if beside is None:
        for number, name in enumerate(names):
            write(on, 0, top + number * row + bar / 2, name)
        return
    number = 0
    for group, found in groupby(names, key=lambda name: beside[name][0]):
        those = [*found]
        lines = wrapped(group, GROUP, NORMAL)
        middle = top + (number + (len(those) - 1) / 2) * row + bar / 2
        write_lines(on, 0, middle - len(lines) * LINE_HEIGHT * NORMAL / 2, lines, NORMAL,
                    style.INK, "left")
        for at, name in enumerate(those, number):
            write(on, width, top + at * row + bar / 2, beside[name][1], align="right")
        number += len(those)
