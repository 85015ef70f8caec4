"""Ratios of two rates as dots with their 95% intervals, on a scale that doubles, 1 marked.

A ratio whose interval leaves out 1 has a full dot, the others a hollow one. Those that cannot be
calculated are named below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil, floor, log2

from pscb_lib.framework.english import listed
from pscb_lib.framework.statistics.ratios import Ratio
from pscb_lib.page import style
from pscb_lib.page.blocks import Chart, Data
from pscb_lib.page.charts import kept
from pscb_lib.page.charts.kept import Figures
from pscb_lib.page.charts.sheet import (
    BOXES,
    NORMAL,
    SMALL,
    Sheet,
    mark,
    rule,
    sheet,
    stroke,
    text_width,
    width_of,
    write,
)
from pscb_lib.page.charts.theme import HAIR
from pscb_lib.page.tables.ratios import ratio_cells, say_ratio

ROW, AXIS, DOT, GAP = 15.0, 12.0, 7.0, 8.0  # points
WORDS = {-3: "eighth", -2: "quarter", -1: "half", 0: "same", 1: "twice", 2: "four times",
         3: "eight times"}  # by power of two: no number that could be taken for a count
COLUMNS = "Group", "Ratio", "From", "To"


def plot_ratios(found: Mapping[str, Ratio | None], figures: Figures, *, id: str, headline: str,
                subtitle: str = "", place: tuple[int, int] | None = None, note: str | None = None,
                beside: Sequence[Ratio] = ()) -> Chart:
    """Plot each ratio under its label; the *figures* are those that they are calculated from.

    The scale also has room for the ratios of a figure *beside* it, so that both have one scale.
    """
    kept.require_figures(figures.values())
    ratios = {label: one for label, one in found.items() if one}
    lacking = [label for label in found if label not in ratios]
    width = width_of(place)
    on = sheet(width, ROW * len(ratios) + AXIS)
    left = max(map(text_width, ratios), default=0) + GAP
    words = {label: say_ratio(one) for label, one in ratios.items()}
    right = width - GAP - max((text_width(one, NORMAL, bold=True) for one in words.values()),
                              default=0)
    ends = _ends([*ratios.values(), *beside])
    _axis(on, left, right, ends)
    for row, (label, one) in enumerate(ratios.items()):
        middle = ROW * (row + 0.5)
        write(on, 0, middle, label)
        write(on, right + GAP, middle, words[label], bold=one.is_clear)
        rule(on, left, right, middle, dashed=True)
        _draw(on, one, middle, lambda value: _at(value, left, right, ends))
    without = f"Too few to calculate: {listed(lacking)}." if lacking else None
    said = "; ".join(f"{label} {text}" for label, text in words.items())
    data = Data([*COLUMNS], [[label, *ratio_cells(one)] for label, one in ratios.items()])
    return Chart(id, headline, on.svg(), kept.alt_text(headline, f"{said}." if said else ""), data,
                 kept.joined(note, without) or None, subtitle=subtitle, place=place)


def _ends(ratios: list[Ratio]) -> tuple[int, int]:
    """The powers of two that the scale goes from and to, at most those that have words."""
    low = min((one.interval.lower for one in ratios), default=1)
    high = max((one.interval.upper for one in ratios), default=1)
    return (max(min(floor(log2(low)), -1), min(WORDS)), min(max(ceil(log2(high)), 1), max(WORDS)))


def _at(value: float, left: float, right: float, ends: tuple[int, int]) -> float:
    low, high = ends
    power = min(max(log2(value), low), high)
    return left + (power - low) / (high - low) * (right - left)


def _axis(on: Sheet, left: float, right: float, ends: tuple[int, int]) -> None:
    below, end = on.height - AXIS, 0.0  # where the last word ends
    for power in range(ends[0], ends[1] + 1):
        x, is_one = _at(2.0 ** power, left, right, ends), power == 0
        stroke(on, [(x, 0), (x, below)], style.INK if is_one else style.HAIRLINE,
               1 if is_one else HAIR, level=BOXES)
        half = text_width(WORDS[power], SMALL) / 2
        if x - half < end:
            continue
        write(on, x, below + 6, WORDS[power], SMALL, align="center", bold=is_one,
              colour=style.INK if is_one else style.GREY)
        end = x + half + GAP / 2


def _draw(on: Sheet, one: Ratio, middle: float, at: Callable[[float], float]) -> None:
    ends = [(at(value), middle) for value in (one.interval.lower, one.interval.upper)]
    stroke(on, ends, style.LINE, 1.6)
    mark(on, (at(float(one.value)), middle), "circle", DOT,
         style.LINE if one.is_clear else style.PAPER, style.LINE, 1.2)
