"""Pictures in a line of text: a PNG for every program, and behind it the SVG it was drawn from."""

from __future__ import annotations

import base64
import io
import re
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from pscb_lib.page import style
from pscb_lib.page.rendering.drawing import safe_svg
from pscb_lib.page.rendering.word.xml import SPACES, Element, make, w
from pscb_lib.writing.rasters import rasterise, size_of

EMU = 12700  # in a point
SVG_BLIP = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
XLINK = "http://www.w3.org/1999/xlink"
USE = re.compile(r'(<use\b[^>]*?) href="')
SHAPE_POINTS = 7.0
LOGO_POINTS = 34.0


def pictures_in(block: dict[str, Any]) -> list[str]:
    """Return the SVG of every picture of a block, as it is drawn."""
    found = [block["svg"]] if block["kind"] == "chart" else []
    if block["kind"] == "table":
        found += [line["chart"]["svg"] for group in block["groups"] for row in group["rows"]
                  for cell in row for line in cell if "chart" in line]
    return [drawing_of(svg) for svg in found]


def drawing_of(svg: str) -> str:
    """Return a picture made safe, its marks named as the older SVG 1.1 does, which Word reads."""
    drawn, marks = USE.subn(r'\1 xlink:href="', safe_svg(svg))
    return drawn.replace("<svg ", f'<svg xmlns:xlink="{XLINK}" ', 1) if marks else drawn


def shape(rating: str, *, is_filled: bool = False) -> str:
    """Return the shape of a rating as a picture, on white or on the colour of the rating."""
    shown = style.RATINGS[rating]
    is_strong = shown.ink == style.PAPER and not is_filled
    drawn = style.shape_svg(shown.shape, shown.fill if is_strong else shown.ink)
    if is_filled:
        drawn = drawn.replace(">", f'><rect width="10" height="10" fill="{shown.fill}"/>', 1)
    elif shown.fill == style.AMBER:  # which nobody sees on white without an edge
        drawn = drawn.replace(f'fill="{shown.ink}"', f'fill="{shown.fill}" stroke="{shown.ink}"', 1)
    return drawn.replace("<svg ", f'<svg width="{SHAPE_POINTS}pt" height="{SHAPE_POINTS}pt" ', 1)


class Pictures:
    """The pictures of one document; the same picture is stored once."""

    def __init__(self, part: Any) -> None:
        self.part = part
        self.count = 0
        self._stored: dict[str, tuple[str, str]] = {}

    def draw(self, svg: str, alt: str, most: float) -> Element:
        """Return a run with a picture of *most* points at most; without *alt* it is decorative."""
        svg = drawing_of(svg)
        if svg not in self._stored:
            self._stored[svg] = self._store(svg)
        width, height = size_of(svg)
        share = min(1.0, most / width)
        return self._shown(self._stored[svg], alt, width * share, height * share)

    def draw_logo(self, svg: str, png: str, alt: str) -> Element:
        """Return a run with the Board's logo, an SVG or a PNG in base64, of a fixed height."""
        if svg:
            width, height = size_of(svg)
            return self.draw(svg, alt, width * LOGO_POINTS / height)
        name, image = self.part.get_or_add_image(io.BytesIO(base64.b64decode(png)))
        width = LOGO_POINTS * image.px_width / image.px_height
        return self._shown((name, ""), alt, width, LOGO_POINTS)

    def _shown(self, stored: tuple[str, str], alt: str, width: float, height: float) -> Element:
        self.count += 1
        size = {"cx": round(width * EMU), "cy": round(height * EMU)}
        inline = make("wp:inline", dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
                      make("wp:extent", size), self._described(alt), make("wp:cNvGraphicFramePr"),
                      make("a:graphic", None, make("a:graphicData", {"uri": SPACES["pic"]},
                                                   self._picture(stored, size))))
        return w("r", w("drawing", inline))

    def _described(self, alt: str) -> Element:
        about = make("wp:docPr", {"id": self.count, "name": f"Picture {self.count}", "descr": alt})
        if not alt:
            about.append(make("a:extLst", None, make("a:ext", {"uri": DECORATIVE},
                                                     make("adec:decorative", {"val": 1}))))
        return about

    def _picture(self, stored: tuple[str, str], size: dict[str, int]) -> Element:
        png, drawing = stored
        blip = make("a:blip", {"r:embed": png})
        if drawing:
            blip.append(make("a:extLst", None, make(
                "a:ext", {"uri": SVG_BLIP}, make("asvg:svgBlip", {"r:embed": drawing}))))
        box = make("a:xfrm", None, make("a:off", {"x": 0, "y": 0}), make("a:ext", size))
        return make(
            "pic:pic", None,
            make("pic:nvPicPr", None, make("pic:cNvPr", {"id": self.count, "name": ""}),
                 make("pic:cNvPicPr")),
            make("pic:blipFill", None, blip, make("a:stretch", None, make("a:fillRect"))),
            make("pic:spPr", None, box, make("a:prstGeom", {"prst": "rect"}, make("a:avLst"))))

    def _store(self, svg: str) -> tuple[str, str]:
        png, _ = self.part.get_or_add_image(io.BytesIO(rasterise([svg])[svg]))
        name = PackURI(f"/word/media/drawing{len(self._stored) + 1}.svg")
        drawing = Part(name, "image/svg+xml", svg.encode(), self.part.package)
        return png, self.part.relate_to(drawing, RELATIONSHIP_TYPE.IMAGE)
