"""The empty document that every paper begins with: its parts, its page and its styles.

A Board's own template gives its styles, its theme and its page. Nothing else of it is taken:
neither text nor headers, properties, macros or parts that no paper needs.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache

from pscb_lib.page import style
from pscb_lib.page.rendering.html import environment

SPACE = "http://schemas.openxmlformats.org"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = f'xmlns:w="{SPACE}/wordprocessingml/2006/main"'
R = f'xmlns:r="{SPACE}/officeDocument/2006/relationships"'
PARTS = {"document": "document.main", "styles": "styles", "settings": "settings",
         "fontTable": "fontTable", "numbering": "numbering", "header1": "header",
         "footer1": "footer"}
OWN = ("Masthead", "Banner", "Lead", "Callout", "Question", "Questionincell", "Figuresubtitle",
       "Figure", "Note", "Tabletext", "Tabletextsmall", "Tablehead", "Tallycount", "Gap", "Muted")
PER_PIXEL = 0.65  # points of a pixel, as in the PDF


@cache
def empty_document() -> bytes:
    """Return a document with our styles and no text."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, text in _parts():
            packed.writestr(name, HEAD + text if not text.startswith("<?xml") else text)
    return made.getvalue()


def _parts():
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>'
                        for name, kind in PARTS.items())
    yield "[Content_Types].xml", (
        f'<Types xmlns="{SPACE}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>')
    yield "_rels/.rels", _relations({"rId1": ("officeDocument", "word/document.xml")})
    yield "word/_rels/document.xml.rels", _relations({
        f"rId{number}": (name.rstrip("1"), f"{name}.xml")
        for number, name in enumerate([*PARTS][1:], 1)})
    yield "word/document.xml", (
        f'<w:document {W} {R}><w:body><w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1077" w:left="1134" w:header="567" '
        'w:footer="510" w:gutter="0"/></w:sectPr></w:body></w:document>')
    yield "word/styles.xml", _styles()
    yield "word/settings.xml", _settings()
    yield "word/fontTable.xml", (
        f'<w:fonts {W}><w:font w:name="{style.FONT}"><w:altName w:val="Calibri"/>'
        '<w:panose1 w:val="020B0503030403020204"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>')
    yield "word/numbering.xml", _numbering()
    yield "word/header1.xml", f"<w:hdr {W} {R}/>"
    yield "word/footer1.xml", f"<w:ftr {W} {R}/>"


def _relations(wanted: dict[str, tuple[str, str]]) -> str:
    each = "".join(f'<Relationship Id="{name}" Type="{SPACE}/officeDocument/2006/relationships/'
                   f'{kind}" Target="{target}"/>' for name, (kind, target) in wanted.items())
    return f'<Relationships xmlns="{SPACE}/package/2006/relationships">{each}</Relationships>'


def _styles() -> str:
    constants = {key: value for key, value in vars(style).items() if key.isupper()}
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
