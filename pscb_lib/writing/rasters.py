"""Pictures of pixels made from SVG, for programs that draw no SVG.

Typst draws them with the papers' own font and none of the machine's, so the same SVG gives the
same bytes everywhere. The audit draws again what it finds and compares.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import typst

from pscb_lib.reading.glyphs import FONTS

PER_INCH = 192  # pixels: twice those of a screen
POINTS = {"": 0.75, "px": 0.75, "pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 72 / 2.54}
LENGTH = re.compile(r"([\d.]+)\s*([a-z]*)")
SIZE = re.compile(r"<svg\b[^>]*?>")
DOCUMENT = Path(__file__).parent / "pictures.typ"
_drawn: dict[str, bytes] = {}


def rasterise(pictures: Iterable[str]) -> dict[str, bytes]:
    """Return each SVG of *pictures* as a PNG on white; each is drawn once in a process.

    Raises ValueError for one without a size.
    """
    wanted = list(dict.fromkeys(pictures))
    new = [svg for svg in wanted if svg not in _drawn]
    if new:
        _drawn.update(zip(new, _draw(new), strict=True))
    return {svg: _drawn[svg] for svg in wanted}


def size_of(svg: str) -> tuple[float, float]:
    """Return the width and the height of a picture in points."""
    root = SIZE.search(svg)
    head = root[0] if root else ""
    sides = [re.search(rf'\b{name}="([^"]*)"', head) for name in ("width", "height")]
    if all(sides):
        width, height = (_points(side[1]) for side in sides if side)
        return width, height
    box = re.search(r'\bviewBox="[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)"', head)
    if box is None:
        raise ValueError("the picture has no size")
    return float(box[1]) * POINTS["px"], float(box[2]) * POINTS["px"]


def _points(length: str) -> float:
    found = LENGTH.fullmatch(length.strip())
    if found is None or found[2] not in POINTS:
        raise ValueError("the picture has no size")
    return float(found[1]) * POINTS[found[2]]


def _draw(pictures: list[str]) -> list[bytes]:
    sizes = [size_of(svg) for svg in pictures]
    pages = [{"svg": svg, "width": width, "height": height}
             for svg, (width, height) in zip(pictures, sizes, strict=True)]
    made: Any = _compiler().compile(format="png", ppi=PER_INCH,
                               sys_inputs={"pictures": json.dumps(pages, ensure_ascii=False)})
    return [made] if isinstance(made, bytes) else list(made)


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(input=str(DOCUMENT), root=str(DOCUMENT.parent), font_paths=fonts,
                          ignore_system_fonts=True, sys_inputs={"pictures": "[]"})
