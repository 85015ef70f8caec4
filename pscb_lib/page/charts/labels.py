"""Place labels so that none overlaps another, and none leaves the picture.

:func:`spread` is for labels in a column, such as those of line ends. A :class:`Labeller` places
labels beside points, in the order of their weight: one for which there is no room is left out.
Lengths are in points, upwards from the lower left corner of the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

from pscb_lib.page.charts.measure import DESCENT, text_height, text_width
from pscb_lib.page.charts.theme import TEXT
from pscb_lib.page.style import INK, REGULAR

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, bottom, right, top
APART = 1.0  # between two labels
NEAR = (3.0, 6.0, 10.0, 16.0)  # distances of a label from its point, tried in turn
SIDES = {"right": (1, 0), "left": (-1, 0), "above": (0, 1), "below": (0, -1),
         "above right": (1, 1), "above left": (-1, 1), "below right": (1, -1),
         "below left": (-1, -1)}


@dataclass(frozen=True)
class Label:
    """A text to place: its words, size, weight and colour."""

    text: str
    size: float = TEXT
    weight: int = REGULAR
    colour: str = INK

    @property
    def width(self) -> float:
        """The width of the text in points."""
        return text_width(self.text, self.size, self.weight)

    @property
    def height(self) -> float:
        """The height of the text in points."""
        return text_height(self.size)


@dataclass(frozen=True)
class Placed:
    """A label with the box that it fills; its text starts at (*x*, *y*), on its baseline."""

    label: Label
    box: Box

    @property
    def x(self) -> float:
        """The left end of the text."""
        return self.box[0]

    @property
    def y(self) -> float:
        """The baseline of the text."""
        return self.box[1] + DESCENT * self.label.size


def spread(wanted: Sequence[float], heights: Sequence[float], low: float, high: float
           ) -> list[float]:
    """The middles of labels in a column, as near to the *wanted* ones as they can be.

    They keep their order, do not overlap and stay between *low* and *high*: neighbours that would
    overlap share the move. Raises ValueError if they are higher than the column.
    """
    if sum(heights) > high - low:
        raise ValueError(f"labels of {sum(heights):.0f} points do not fit into {high - low:.0f}")
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    stacks: list[tuple[float, list[int]]] = []  # the lower end of each stack, and its labels
    for at in order:
        stack = [at]
        start = _start(stack, wanted, heights, low, high)
        while stacks and stacks[-1][0] + sum(heights[one] for one in stacks[-1][1]) > start:
            stack = stacks.pop()[1] + stack
            start = _start(stack, wanted, heights, low, high)
        stacks.append((start, stack))
    middles = dict[int, float]()
    for start, stack in stacks:
        for at in stack:
            middles[at] = start + heights[at] / 2
            start += heights[at]
    return [middles[at] for at in range(len(wanted))]


def _start(stack: Sequence[int], wanted: Sequence[float], heights: Sequence[float], low: float,
           high: float) -> float:
    """The lower end of a stack of labels at which they are nearest to where they are wanted."""
    below, starts = 0.0, []
    for at in stack:
        starts.append(wanted[at] - heights[at] / 2 - below)
        below += heights[at]
    return min(max(sum(starts) / len(starts), low), high - below)


@dataclass
class Labeller:
    """Places labels in a picture of *width* by *height*, around lines and boxes."""

    width: float
    height: float
    placed: list[Placed] = field(default_factory=list)
    _boxes: list[Box] = field(default_factory=list)
    _lines: list[tuple[Point, Point]] = field(default_factory=list)

    def keep_off(self, box: Box) -> None:
        """Let no label overlap *box*."""
        self._boxes.append(box)

    def avoid(self, line: Iterable[Point]) -> None:
        """Let labels cross the segments of a line only where there is no other place."""
        self._lines += pairwise(line)

    def put(self, label: Label, left: float, middle: float) -> Placed:
        """Place a label where the caller has found room for it."""
        return self._keep(label, left, middle)

    def beside(self, label: Label, point: Point, sides: Sequence[str] = tuple(SIDES)
               ) -> Placed | None:
        """Place a label beside a point, on the first of the *sides* where it crosses least.

        None if there is no room for it.
        """
        return self.among(label, [_at(label, point, SIDES[side], distance)
                                  for distance, side in product(NEAR, sides)])

    def among(self, label: Label, spots: Iterable[Point]) -> Placed | None:
        """Place a label at the one of *spots*, left ends and middles, where it crosses least.

        The first of several that are alike is taken; None if there is no room for it.
        """
        free = [(self._crossed(box_of(label, *spot)), number, spot)
                for number, spot in enumerate(spots) if self.is_free(box_of(label, *spot))]
        return self._keep(label, *min(free)[2]) if free else None

    def is_free(self, box: Box) -> bool:
        """Whether a box lies in the picture and overlaps nothing that labels keep off."""
        left, bottom, right, top = box
        if left < 0 or bottom < 0 or right > self.width or top > self.height:
            return False
        return not any(overlap(box, other) for other in self._boxes)

    def _crossed(self, box: Box) -> int:
        return sum(crosses(box, *line) for line in self._lines)

    def _keep(self, label: Label, left: float, middle: float) -> Placed:
        kept = Placed(label, box_of(label, left, middle))
        self.placed.append(kept)
        self._boxes.append(kept.box)
        return kept


def box_of(label: Label, left: float, middle: float) -> Box:
    """The box of a label by its left end and its middle."""
    return (left, middle - label.height / 2, left + label.width, middle + label.height / 2)


def overlap(one: Box, other: Box, apart: float = APART) -> bool:
    """Whether two boxes overlap, or are nearer than *apart*."""
    return (one[0] < other[2] + apart and other[0] < one[2] + apart
            and one[1] < other[3] + apart and other[1] < one[3] + apart)


def crosses(box: Box, start: Point, end: Point) -> bool:
    """Whether the segment from *start* to *end* touches a box."""
    first, last = 0.0, 1.0
    for axis in (0, 1):
        at, by = start[axis], end[axis] - start[axis]
        low, high = box[axis], box[axis + 2]
        if by == 0:
            if not low <= at <= high:
                return False
            continue
        near, far = sorted(((low - at) / by, (high - at) / by))
        first, last = max(first, near), min(last, far)
    return first <= last


def _at(label: Label, point: Point, side: tuple[int, int], distance: float) -> Point:
    """The left end and the middle of a label on one side of a point."""
    across, up = side
    left = point[0] + across * distance + (across - 1) * label.width / 2
    return left, point[1] + up * (distance + label.height / 2)
