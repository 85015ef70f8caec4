"""The empty document that every paper begins with: its parts, its page and its styles.

A Board's own template gives its styles, its theme and its page
(:mod:`pscb_lib.page.rendering.word.template`).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from pscb_lib.page import style
from pscb_lib.page.rendering.html import environment
from pscb_lib.page.rendering.word.styles import merge
from pscb_lib.page.rendering.word.template import unpack

SPACE = "http://schemas.openxmlformats.org"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = f'xmlns:w="{SPACE}/wordprocessingml/2006/main"'
R = f'xmlns:r="{SPACE}/officeDocument/2006/relationships"'
PARTS = {"document": "document.main", "styles": "styles", "settings": "settings",
         "fontTable": "fontTable", "numbering": "numbering", "header1": "header",
         "footer1": "footer", "theme/theme1": "theme"}
OWN = ("Masthead", "Banner", "Lead", "Callout", "Question", "Questionowner", "Questionincell",
       "Figuresubtitle", "Figure", "Note", "Tabletext", "Tabletextsmall", "Tablehead", "Tallycount",
       "Gap", "Muted")
PAGE = {"pgSz": {"w": 11906, "h": 16838},
        "pgMar": {"top": 1134, "right": 1134, "bottom": 1077, "left": 1134, "header": 567,
                  "footer": 510, "gutter": 0}}  # A4, in dxa
STAND_INS = "Calibri,Carlito,Segoe UI,Arial,Liberation Sans"  # about as narrow as our font
PER_PIXEL = 0.65  # points of a pixel, as in the PDF


@lru_cache(maxsize=4)
def empty_document(accent: str = "", template: str = "") -> bytes:
    """Return a document without text; *accent* is the Board's own colour, if it has one.

    *template* is its own Word template, as its front sheet carries it.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, text in _parts(accent or style.LINE, unpack(template) if template else {}):
            packed.writestr(name, HEAD + text)
    return made.getvalue()


def _parts(accent: str, look: dict[str, Any]) -> Iterator[tuple[str, str]]:
    kinds = {name: kind for name, kind in PARTS.items() if kind != "theme" or "theme" in look}
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_type(kind)}+xml"/>'
                        for name, kind in kinds.items())
    yield "[Content_Types].xml", (
        f'<Types xmlns="{SPACE}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>')
    yield "_rels/.rels", _relations({"rId1": ("officeDocument", "word/document.xml")})
    yield "word/_rels/document.xml.rels", _relations({
        f"rId{number}": (kind, f"{name}.xml")
        for number, (name, kind) in enumerate([*kinds.items()][1:], 1)})
    yield "word/document.xml", (
        f'<w:document {W} {R}><w:body><w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        f'<w:footerReference w:type="default" r:id="rId6"/>{_page(look.get("page") or PAGE)}'
        '</w:sectPr></w:body></w:document>')
    styles = _styles(accent)
    yield "word/styles.xml", merge(styles, look["styles"]) if look else styles
    if "theme" in look:
        yield "word/theme/theme1.xml", look["theme"]
    yield "word/settings.xml", _settings()
    yield "word/fontTable.xml", (
        f'<w:fonts {W}><w:font w:name="{style.FONT}"><w:altName w:val="{STAND_INS}"/>'
        '<w:panose1 w:val="020B0503030403020204"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>')
    yield "word/numbering.xml", _numbering()
    yield "word/header1.xml", f"<w:hdr {W} {R}/>"
    yield "word/footer1.xml", f"<w:ftr {W} {R}/>"


def _relations(wanted: dict[str, tuple[str, str]]) -> str:
    each = "".join(f'<Relationship Id="{name}" Type="{SPACE}/officeDocument/2006/relationships/'
                   f'{kind}" Target="{target}"/>' for name, (kind, target) in wanted.items())
    return f'<Relationships xmlns="{SPACE}/package/2006/relationships">{each}</Relationships>'


def _page(sizes: dict[str, dict[str, int]]) -> str:
    """The size and the margins of a page."""
    return "".join(
        f"<w:{name} " + " ".join(f'w:{side}="{size}"' for side, size in sides.items()) + "/>"
        for name, sides in sizes.items())


def _type(kind: str) -> str:
    return f"{MAIN.replace('wordprocessingml', '')}theme" if kind == "theme" else f"{MAIN}.{kind}"


def _styles(accent: str) -> str:
    constants = {key: value for key, value in vars(style).items() if key.isupper()}
    constants["LINE"] = accent
    template = environment().get_template("word_styles.xml.j2")
    return template.render(constants, OWN=OWN, colour=colour, halves=_halves)


def colour(value: str) -> str:
    """Return a colour as Word writes it."""
    return value.removeprefix("#").upper()


def _halves(pixels: int) -> int:
    """Return a size in half points, the unit of Word."""
    return round(pixels * PER_PIXEL * 2)


def _settings() -> str:
    return (f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
            '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
            'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
            'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/>'
            '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>')


def _numbering() -> str:
    kinds = (("bullet", "•"), ("decimal", "%1."))
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" '
        'w:hanging="340"/></w:pPr></w:lvl></w:abstractNum>'
        for at, (kind, mark) in enumerate(kinds))
    numbers = "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>'
                      for at in range(len(kinds)))
    return f"<w:numbering {W}>{lists}{numbers}</w:numbering>"
