"""SVG written directly, for pictures of which a page has dozens; lengths are in points."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from pscb_lib.page import style
from pscb_lib.page.charts.theme import TEXT

Point = tuple[float, float]


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


def box(left: float, top: float, width: float, height: float, colour: str) -> str:
    """A filled box."""
    return (f'<rect x="{_plain(left)}" y="{_plain(top)}" width="{_plain(width)}" '
            f'height="{_plain(height)}" fill="{colour}"/>')


def shape(corners: Iterable[Point], colour: str, edge: str | None = None) -> str:
    """A filled shape with straight sides."""
    return (f'<polygon points="{_joined(corners)}" fill="{colour}" stroke="{edge or colour}" '
            f'stroke-width="1"/>')


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


def _joined(points: Iterable[Point]) -> str:
    return " ".join(f"{_plain(x)},{_plain(y)}" for x, y in points)


def _plain(length: float) -> str:
    """A length to a hundredth of a point, without needless zeros."""
    return f"{length:.2f}".rstrip("0").rstrip(".")
