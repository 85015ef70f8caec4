"""The sheet that a chart is drawn on, in points from its top left corner, and what stands on it.

A picture is printed one to one, so a size given here is the size on paper. What is drawn on a
higher level lies above the rest: boxes, lines and marks, words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from pscb_lib.board.wording import named
from pscb_lib.page import style
from pscb_lib.page.charts import measure, theme, vector
from pscb_lib.page.charts.theme import INCH, TEXT
from pscb_lib.page.charts.vector import Point

NORMAL, SMALL = TEXT, 8.0  # points; on a phone a column is narrower, and no text under 9 pixels
LINE_HEIGHT = 1.15  # of the size of its text
ASCENT = 0.34  # from the middle of a line to its foot, as a share of the size of its text
BOXES, LINES, WORDS = 1, 2, 3  # levels
ANCHORS = {"left": "start", "center": "middle", "right": "end"}


@dataclass
class Sheet:
    """An empty sheet of a width and a height, on which the functions of this module draw."""

    width: float
    height: float
    parts: list[tuple[int, str]] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)

    def add(self, part: str, level: int) -> None:
        """Draw a part on a level, above those that are there already."""
        self.parts.append((level, part))

    def svg(self) -> str:
        """The picture."""
        ordered = sorted(self.parts, key=lambda part: part[0])
        shapes = [f"<defs>{''.join(self.marks.values())}</defs>"] if self.marks else []
        return vector.picture(self.width, self.height, [*shapes, *(part for _, part in ordered)])


def width_of(place: tuple[int, int] | None) -> float:
    """The width in points of a picture in a column of the page, or of the whole page."""
    return INCH * theme.width_of(place)


def sheet(width: float, height: float) -> Sheet:
    """An empty sheet, in points."""
    return Sheet(width, height)


def write(on: Sheet, x: float, y: float, words: str, size: float = NORMAL, bold: bool = False,
          colour: str = style.INK, align: str = "left") -> None:
    """Write one line of text whose middle is *y* points below the top."""
    on.add(vector.words(named(words), (x, y + ASCENT * size), size, colour, ANCHORS[align],
                        style.SEMIBOLD if bold else style.REGULAR), WORDS)


def write_lines(on: Sheet, x: float, top: float, lines: list[str], size: float = SMALL,
                colour: str = style.GREY, align: str = "center") -> None:
    """Write several lines of text under each other, the first of them from *top*."""
    for number, line in enumerate(lines):
        write(on, x, top + (number + 0.5) * LINE_HEIGHT * size, line, size, colour=colour,
              align=align)


def box(on: Sheet, left: float, top: float, width: float, height: float, fill: str,
        edge: str | None = None) -> None:
    """Draw a filled rectangle; nothing if it has no size."""
    if width > 0 and height > 0:
        on.add(vector.box(left, top, width, height, fill, edge), BOXES)


def rule(on: Sheet, left: float, right: float, y: float, colour: str = style.HAIRLINE,
         dashed: bool = False) -> None:
    """Draw a horizontal line."""
    on.add(vector.line([(left, y), (right, y)], colour, 0.8, "1.6 1.6" if dashed else ""), LINES)


def stroke(on: Sheet, points: Iterable[Point], colour: str, width: float, level: int = LINES
           ) -> None:
    """Draw a line through points; it breaks at one whose height is not a number."""
    for is_known, run in groupby(points, lambda point: point[1] == point[1]):
        ends = list(run)
        if is_known and len(ends) > 1:
            on.add(vector.line(ends, colour, width), level)


def mark(on: Sheet, at: Point, shape: str, size: float, fill: str, edge: str | None = None,
         width: float = 1, level: int = LINES) -> None:
    """Draw a mark about a point: a circle, square, diamond, or triangle that points up or down."""
    name = f"{shape}-{size:g}"
    on.marks.setdefault(name, vector.mark(name, shape, size))
    on.add(vector.marked(name, at, fill, edge, width), level)


def wrapped(words: str, width: float, size: float = SMALL) -> list[str]:
    """The words in lines no wider than *width* points; a word is never broken."""
    lines: list[str] = []
    for word in named(words).split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def text_width(words: str, size: float = NORMAL, bold: bool = False) -> float:
    """The width of one line of text in points."""
    return measure.text_width(named(words), size, style.SEMIBOLD if bold else style.REGULAR)
