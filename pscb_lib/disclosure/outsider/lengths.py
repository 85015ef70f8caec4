"""Find hidden figures that a picture draws to scale: as a column, a part, a step, a gap or dots.

A reader measures one bar whose value is printed, and from it every other. So no label is needed:
a table is drawn if its shown figures have bars on one scale, and then no bar, and no gap between
bars, may have the length of a figure that it hides. A bar that a shown figure explains is left out,
each figure once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pscb_lib.disclosure.outsider.known import Column, Known, Paper
from pscb_lib.disclosure.outsider.shapes import MARKS, line_points, shapes

EXACT = 0.02  # points; a picture has its lengths to six decimals
TOUCH = 2.0  # points; parts of a bar are no further apart
SURE = 3  # sizes of a table found on one scale, if not all are
FEW = 2  # dots that are no row of people


@dataclass(frozen=True)
class Box:
    """A filled box of a picture, in points."""

    left: float
    top: float
    right: float
    foot: float


class Lengths:
    """The lengths of a picture, to be found by their size."""

    def __init__(self, lengths: Iterable[float]) -> None:
        self._ordered = sorted(lengths)
        self.sizes = list(dict.fromkeys(round(one, 3) for one in self._ordered if one > EXACT))

    def near(self, size: float) -> int:
        """How many are as long as *size*, nearly."""
        far = EXACT + size / 1000
        return bisect_right(self._ordered, size + far) - bisect_left(self._ordered, size - far)


def drawn_lengths(svg: Any, paper: Paper) -> Iterator[Known]:
    """The hidden figures of which a picture has a bar or a gap as long as they are large."""
    boxes = boxes_of(svg)
    for lengths, gaps in ((_widths(boxes), _row_gaps(boxes)), (_heights(boxes), _steps(boxes))):
        bars, between = Lengths(lengths), Lengths(gaps)
        for column in paper.columns:
            if column.hidden:
                yield from _of_column(column, bars, between, paper.columns)


def dotted(svg: Any, paper: Paper) -> Iterator[Known]:
    """The hidden counts of which a picture has as many dots in a group, if no shown count has."""
    counts = {count for count in _dots(svg) if count > FEW} - paper.told
    for one in paper.figures if counts else ():
        if one.is_hidden and one.unit == "count" and one.actual in counts:
            yield one


def _dots(svg: Any) -> list[int]:
    """The dots of each group: rows of one look, of which all but the last are full."""
    rows = Counter((round(y, 1), one.style) for one in shapes(svg) if one.kind in MARKS
                   for _, y in one.points)
    full, groups, look = max(rows.values(), default=0), list[int](), ""
    if line_points(svg) or len(rows) * FEW >= sum(rows.values()):
        return []  # points of lines
    before = 0
    for (_, style), count in sorted(rows.items()):
        if style == look and before == full:
            groups[-1] += count
        else:
            groups.append(count)
        look, before = style, count
    return groups


def boxes_of(svg: Any) -> list[Box]:
    """The filled boxes of a picture: shapes of straight sides that are closed."""
    found = []
    for one in shapes(svg):
        if one.points and one.is_closed and not one.is_curved and "fill: none" not in one.style:
            across, down = zip(*one.points, strict=True)
            found.append(Box(min(across), min(down), max(across), max(down)))
    return found


def _widths(boxes: Sequence[Box]) -> list[float]:
    return [one.right - one.left for one in boxes]


def _heights(boxes: Sequence[Box]) -> list[float]:
    return [one.foot - one.top for one in boxes]


def _row_gaps(boxes: Sequence[Box]) -> list[float]:
    """The gaps in rows of parts, such as a stacked bar, of which some touch."""
    rows: dict[tuple[float, float], list[Box]] = defaultdict(list)
    for one in boxes:
        rows[round(one.top, 1), round(one.foot, 1)].append(one)
    gaps = []
    for row in rows.values():
        between = [after.left - before.right for before, after
                   in pairwise(sorted(row, key=lambda box: box.left))]
        if any(abs(gap) <= TOUCH for gap in between):
            gaps += [gap for gap in between if gap > TOUCH]
    return gaps


def _steps(boxes: Sequence[Box]) -> list[float]:
    """The drops between columns of a waterfall that no column draws."""
    ground = max((one.foot for one in boxes), default=0.0)
    ordered = sorted(boxes, key=lambda box: box.left)
    drops = [after.top - (before.top if ground - before.foot <= EXACT else before.foot)
             for before, after in pairwise(ordered)]
    is_waterfall = any(ground - after.foot > EXACT and abs(drop) <= EXACT
                       for drop, after in zip(drops, ordered[1:], strict=True))
    return [drop for drop in drops if drop > EXACT] if is_waterfall else []


def _of_column(column: Column, bars: Lengths, gaps: Lengths, columns: Sequence[Column]
               ) -> Iterator[Known]:
    for scale in _scales(column, bars):
        drawn = [one for one in columns if _is_drawn(one, bars, scale)]
        for hidden, actual in column.hidden:
            explained = sum(one.shown[hidden.actual] for one in drawn)
            if bars.near(actual * scale) > explained or gaps.near(actual * scale):
                yield hidden


def _scales(column: Column, bars: Lengths) -> list[float]:
    """The scales, in points for each unit, on which the shown figures have bars."""
    largest = max(column.sizes, default=0)
    if not largest:
        return []
    return [size / largest for size in bars.sizes if _is_drawn(column, bars, size / largest)]


def _is_drawn(column: Column, bars: Lengths, scale: float) -> bool:
    """Whether the shown figures, of two sizes or more, have bars on this scale."""
    found = sum(bars.near(size * scale) > 0 for size in column.sizes)
    return found > 1 and (found == len(column.sizes) or found >= SURE)
