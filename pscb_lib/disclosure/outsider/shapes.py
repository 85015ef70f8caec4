"""The shapes of a picture, from all elements that a page may use for drawing.

Those elements are ``DRAWS`` of :mod:`pscb_lib.disclosure.written.page`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

POINT = re.compile(r"[ML] (-?[\d.]+) (-?[\d.]+)")
Point = tuple[float, float]
KEPT = ("defs", "clippath", "clipPath")
MARKS = ("circle", "ellipse", "use")
DRAWN = ("fill", "stroke", "stroke-dasharray")


@dataclass(frozen=True)
class Shape:
    """One shape of a picture: its corners, or its centre if it is round."""

    points: list[Point]
    style: str
    is_closed: bool
    is_curved: bool
    kind: str


def shapes(svg: Any) -> Iterator[Shape]:
    """The shapes that a picture draws, without those that it only defines."""
    for element in svg.iter(etree.Element):
        above = element.getparent()
        kind = element.tag.rpartition("}")[2]
        if kind in CORNERS and (above is None or above.tag.rpartition("}")[2] not in KEPT):
            data = element.get("d", "")
            is_closed = kind in ("rect", "polygon") or "z" in data.lower()
            yield Shape(CORNERS[kind](element), _style(element), is_closed, "C" in data, kind)


def series_points(svg: Any) -> int:
    """How many points a series has: those of its solid lines, or of its marks if they are more.

    Left out are targets (dashed), boxes (closed), and means, limits and intervals, which are
    vertical or horizontal.
    """
    marks = sum(one.kind in MARKS for one in shapes(svg))
    return max(marks, line_points(svg))


def line_points(svg: Any) -> int:
    """How many points the solid lines of a picture have, without those that are straight."""
    lines = [one.points for one in shapes(svg) if "stroke:" in one.style
             and "fill: none" in one.style and "dasharray" not in one.style
             and not one.is_closed and one.kind not in MARKS]
    return sum(len(line) for line in lines if len(line) != 2 or not _is_straight(*line))


def _is_straight(first: Point, last: Point) -> bool:
    return first[0] == last[0] or first[1] == last[1]


def _style(element: Any) -> str:
    """The style of an element, from its style attribute and its drawing attributes."""
    said = [f"{name}: {element.get(name)}" for name in DRAWN if element.get(name)]
    return "; ".join([re.sub(r":\s*", ": ", element.get("style", "")), *said])


def _of_path(element: Any) -> list[Point]:
    return [(float(x), float(y)) for x, y in POINT.findall(element.get("d", ""))]


def _of_points(element: Any) -> list[Point]:
    numbers = [float(one) for one in re.findall(r"-?[\d.]+", element.get("points", ""))]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _of_rect(element: Any) -> list[Point]:
    x, y, width, height = (float(element.get(name, 0)) for name in ("x", "y", "width", "height"))
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def _of_circle(element: Any) -> list[Point]:
    return [(float(element.get("cx", 0)), float(element.get("cy", 0)))]


def _of_use(element: Any) -> list[Point]:
    return [(float(element.get("x", 0)), float(element.get("y", 0)))]


def _of_line(element: Any) -> list[Point]:
    x1, y1, x2, y2 = (float(element.get(name, 0)) for name in ("x1", "y1", "x2", "y2"))
    return [(x1, y1), (x2, y2)]


CORNERS = {"path": _of_path, "rect": _of_rect, "circle": _of_circle, "ellipse": _of_circle,
           "use": _of_use, "line": _of_line, "polyline": _of_points, "polygon": _of_points}
