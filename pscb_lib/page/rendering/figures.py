"""Each figure of a paper as a file of its own, to be shown elsewhere: as SVG and as PNG.

Taken out of its paper a picture must still say what it is, so its number, headline, subtitle, note,
source, date and marking are written into it. The PNG is drawn from the very text of the SVG file,
which the audit reads and draws again. ``figures/figure-1-<id>.svg`` and ``.png``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from pscb_lib.page import style
from pscb_lib.page.charts.sheet import wrapped
from pscb_lib.page.rendering.drawing import safe_svg
from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.printed import day_in_words, plain
from pscb_lib.writing.png import with_texts
from pscb_lib.writing.rasters import PER_INCH, rasterise, size_of
from pscb_lib.writing.whole import draft_bytes, draft_text

EDGE, NARROWEST = 14.0, 300.0  # points around a picture, and the least width with its words
TITLE, TEXT, SMALL, LEADING = 13.0, 9.5, 8.0, 1.3
ROOT = re.compile(r"<svg\b[^>]*>")
BOX = re.compile(r'\bviewBox="[^"]*"')


class Said(NamedTuple):
    """A paragraph in a picture: its words, size in points, weight and colour."""

    words: str
    size: float
    weight: int
    colour: str


def write_figures(paper: Paper, folder: Path) -> list[Path]:
    """Write every figure of *paper* into ``figures/`` of *folder*; return the files written."""
    charts = [block for block in paper.blocks if block["kind"] == "chart"]
    drawn = {f"figure-{chart['number']}-{chart['id']}": figure_svg(paper, chart)
             for chart in charts}
    pictures = rasterise(drawn.values())
    files = []
    for (name, svg), chart in zip(drawn.items(), charts, strict=True):
        place = folder / "figures"
        place.mkdir(parents=True, exist_ok=True)
        draft_text(place / f"{name}.svg", svg)
        png = with_texts(pictures[svg], _about(paper, chart), PER_INCH)
        draft_bytes(place / f"{name}.png", png)
        files += [place / f"{name}.svg", place / f"{name}.png"]
    return files


def figure_svg(paper: Paper, chart: dict[str, Any]) -> str:
    """Return a chart as an SVG that says what it shows, where it comes from and who may see it."""
    inner, height = size_of(chart["svg"])
    width = max(inner, NARROWEST)
    above, top = _paragraphs(_heads(chart), EDGE, width)
    below, end = _paragraphs(_feet(paper, chart), top + height + TEXT, width)
    whole, tall = _short(width + 2 * EDGE), _short(end + EDGE)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{whole}pt" height="{tall}pt" '
            f'viewBox="0 0 {whole} {tall}" role="img" aria-label="{escape(chart["alt"])}">'
            f'<title>{escape(_titled(chart))}</title><desc>{escape(chart["alt"])}</desc>'
            f'<rect width="{whole}" height="{tall}" fill="{style.PAPER}"/>'
            f'{above}{_placed(chart["svg"], EDGE, top, inner, height)}{below}</svg>')


def _heads(chart: dict[str, Any]) -> Iterator[Said]:
    yield Said(_titled(chart), TITLE, style.SEMIBOLD, style.INK)
    if chart.get("subtitle"):
        yield Said(plain(chart["subtitle"]), TEXT, style.REGULAR, style.GREY)


def _feet(paper: Paper, chart: dict[str, Any]) -> Iterator[Said]:
    if chart.get("note"):
        yield Said(plain(chart["note"]), SMALL, style.REGULAR, style.INK)
    yield Said(_source(paper), SMALL, style.REGULAR, style.GREY)
    yield Said(paper.front["marking"], SMALL, style.SEMIBOLD, style.INK)


def _titled(chart: dict[str, Any]) -> str:
    return f"Figure {chart['number']}. {plain(chart['caption'])}"


def _source(paper: Paper) -> str:
    return (f"Source: {paper.front['board']}, {paper.name}; data as at "
            f"{day_in_words(paper.front['as_of'])}.")


def _about(paper: Paper, chart: dict[str, Any]) -> dict[str, str]:
    """What a PNG says of itself, by the keywords of its format."""
    return {"Title": _titled(chart), "Author": paper.front["board"], "Description": chart["alt"],
            "Source": _source(paper), "Disclaimer": paper.front["marking"]}


def _paragraphs(said: Iterator[Said], top: float, width: float) -> tuple[str, float]:
    """Return the paragraphs as text from *top* down, and where they end."""
    made = []
    for one in said:
        lines = []
        # A strong line is wider than a plain one of the same size.
        for line in wrapped(one.words, width * (0.94 if one.weight == style.SEMIBOLD else 1),
                            one.size):
            top += one.size * LEADING
            lines.append(f'<tspan x="{EDGE:g}" y="{_short(top)}">{escape(line)} </tspan>')
        made.append(f'<text font-family="{style.FONT}, sans-serif" font-size="{one.size:g}" '
                    f'font-weight="{one.weight}" fill="{one.colour}">{"".join(lines)}</text>')
        top += one.size * (LEADING - 1)
    return "".join(made), top + TEXT / 2


def _placed(svg: str, left: float, top: float, width: float, height: float) -> str:
    """Return a chart as a part of a larger picture, at its own size."""
    safe = safe_svg(svg)
    box = BOX.search(ROOT.search(safe)[0])  # type: ignore[index]
    own = box[0] if box else f'viewBox="0 0 {_short(width)} {_short(height)}"'
    root = (f'<svg x="{_short(left)}" y="{_short(top)}" width="{_short(width)}" '
            f'height="{_short(height)}" {own}>')
    return ROOT.sub(lambda _: root, safe, count=1)


def _short(length: float) -> str:
    return f"{length:.2f}".rstrip("0").rstrip(".")
