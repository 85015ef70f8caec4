"""SVG written directly, for pictures of which a page has dozens; lengths are in points."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from math import cos, pi, sin, sqrt, tan

from pscb_lib.page import style
from pscb_lib.page.charts.theme import TEXT

Point = tuple[float, float]
CURVES = 4  # of a circle
# The corners of marks, for a mark two points high; a circle has none.
CORNERS = {"square": ((-1, -1), (1, -1), (1, 1), (-1, 1)), "up": ((0, -1), (1, 1), (-1, 1)),
           "down": ((0, 1), (-1, -1), (1, -1)),
           "diamond": ((0, -sqrt(2)), (sqrt(2), 0), (0, sqrt(2)), (-sqrt(2), 0))}


def picture(width: float, height: float, parts: Iterable[str]) -> str:
    """The SVG of *width* by *height* points with its parts, drawn in their order."""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{_plain(width)}pt" '
            f'height="{_plain(height)}pt" viewBox="0 0 {_plain(width)} {_plain(height)}" '
            f"font-family=\"'{style.FONT}', 'DejaVu Sans'\">{''.join(parts)}</svg>")


def line(points: Iterable[Point], colour: str, width: float, dashes: str = "") -> str:
    """A line through points."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (f'<polyline points="{_joined(points)}" fill="none" stroke="{colour}" '
            f'stroke-width="{_plain(width)}"{dashed}/>')


def dot(at: Point, radius: float, colour: str) -> str:
    """A filled dot."""
    return (f'<circle cx="{_plain(at[0])}" cy="{_plain(at[1])}" r="{_plain(radius)}" '
            f'fill="{colour}"/>')


def ring(at: Point, radius: float, colour: str, width: float = 1) -> str:
    """An open dot."""
    return (f'<circle cx="{_plain(at[0])}" cy="{_plain(at[1])}" r="{_plain(radius)}" '
            f'fill="{style.PAPER}" stroke="{colour}" stroke-width="{_plain(width)}"/>')


def box(left: float, top: float, width: float, height: float, colour: str,
        edge: str | None = None) -> str:
    """A filled box, with an edge of one point if that has a colour."""
    edged = f' stroke="{edge}" stroke-width="1"' if edge else ""
    return (f'<rect x="{_plain(left)}" y="{_plain(top)}" width="{_plain(width)}" '
            f'height="{_plain(height)}" fill="{colour}"{edged}/>')


def shape(corners: Iterable[Point], colour: str, edge: str | None = None) -> str:
    """A filled shape with straight sides."""
    return (f'<polygon points="{_joined(corners)}" fill="{colour}" stroke="{edge or colour}" '
            f'stroke-width="1"/>')


def mark(name: str, kind: str, size: float) -> str:
    """The shape of a mark as a definition, about the origin: a circle, square and so on."""
    half = size / 2
    corners = [(x * half, y * half) for x, y in CORNERS.get(kind, ())]
    outline = f"M {' L '.join(f'{_plain(x)} {_plain(y)}' for x, y in corners)} z"
    return f'<path id="{name}" d="{outline if corners else circle((0, 0), half)}"/>'


def marked(name: str, at: Point, fill: str, edge: str | None = None, width: float = 1) -> str:
    """A mark that is defined under its *name*, with its middle at a point."""
    edged = f' stroke="{edge}" stroke-width="{_plain(width)}"' if edge else ""
    return f'<use href="#{name}" x="{_plain(at[0])}" y="{_plain(at[1])}" fill="{fill}"{edged}/>'


def circle(centre: Point, radius: float) -> str:
    """The outline of a circle as a path."""
    return f"{_arc(centre, radius)} z"


def sector(centre: Point, radius: float, share: float, colour: str) -> str:
    """A filled share of a circle, from the top to the right."""
    x, y = centre
    outline = f"{_arc(centre, radius, share)} L {_plain(x)} {_plain(y)} z"
    return f'<path d="{outline}" fill="{colour}"/>'


def wave(start: Point, width: float, colour: str) -> str:
    """A small wave from its start to the right."""
    x, y = start
    ups = f"{_plain(x + width / 3)} {_plain(y - 4)} {_plain(x + 2 * width / 3)} {_plain(y + 4)}"
    return (f'<path d="M {_plain(x)} {_plain(y)} C {ups} {_plain(x + width)} {_plain(y)}" '
            f'fill="none" stroke="{colour}" stroke-width="1.2"/>')


def words(text: str, at: Point, size: float = TEXT, colour: str = style.INK, anchor: str = "start",
          weight: int = style.REGULAR) -> str:
    """A text that starts, ends or has its middle at a point on its baseline."""
    return (f'<text x="{_plain(at[0])}" y="{_plain(at[1])}" font-size="{_plain(size)}" '
            f'font-weight="{weight}" fill="{colour}" text-anchor="{anchor}">'
            f"{escape(text, quote=False)}</text>")


def _arc(centre: Point, radius: float, share: float = 1) -> str:
    """A path along a circle from its top to the right, as far as *share* of it, in curves."""
    (x, y), step = centre, 2 * pi * share / CURVES
    reach = radius * 4 / 3 * tan(step / 4)  # of a curve that leaves the circle by little

    def at(angle: float, along: float = 0) -> str:
        across, up = sin(angle), cos(angle)
        return (f"{_plain(x + radius * across + along * up)} "
                f"{_plain(y - radius * up + along * across)}")

    curves = (f"C {at(step * number, reach)} {at(step * (number + 1), -reach)} "
              f"{at(step * (number + 1))}" for number in range(CURVES))
    return f"M {at(0)} {' '.join(curves)}"


def _joined(points: Iterable[Point]) -> str:
    return " ".join(f"{_plain(x)},{_plain(y)}" for x, y in points)


def _plain(length: float) -> str:
    """A length to a thousandth of a point, without needless zeros."""
    plain = f"{length:.3f}".rstrip("0").rstrip(".")
    return "0" if plain == "-0" else plain
