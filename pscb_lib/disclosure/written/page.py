"""What a page consists of: elements, their attributes with the values that these may have, style.

A page is made by the templates of :mod:`pscb_lib.page.rendering`, its pictures are rebuilt by
:mod:`pscb_lib.page.rendering.drawing`.
"""

from __future__ import annotations

from pscb_lib.disclosure.written.workbook import SHEET_ADDRESS

DRAWS = frozenset(
    "svg g path rect circle ellipse line polyline polygon text tspan defs use clipPath title desc"
    .split())
# Elements that have words, and elements that only hold others.
SAYS = frozenset("title p strong code span a h1 h2 h3 h4 li dt dd caption figcaption summary th td "
                 "text tspan desc style".split())
HOLDS = frozenset("html head meta body header main footer div section figure details ul ol dl nav "
                  "table colgroup col thead tbody tr svg g path rect circle ellipse line polyline "
                  "polygon defs use clippath metadata img".split())
CLASSES = frozenset(
    "pscb skip masthead subtitle unchecked facts lead prose callout list tally note change count "
    "rating shape line strong muted plain label value ask spark chart caption empty table wide "
    "narrow group hidden start end center columns column of-1 of-2 of-3 question drawing foot "
    "marking contents figure folded pictured scrolled sheet slim listed downloads logo"
    .split())
RATED = (r"(?:rating|edge)-(?:green|amber|red|not_applicable|not_collected|not_supplied|no_cases|"
         r"does_not_apply|suppressed|year_not_full|no_rate)")
FREE = r"(?s).*"  # words, which are read as such
NUMBERS = r"[-+\d.,eE\s]*"
LENGTH = r"-?[\d.]+(?:pt|px|em|%)?"
NAME = r"[A-Za-z_][\w.:-]*"
FILE_BELOW = r"(?:[\w-]+/)*[\w-]+\.(?:html|pdf|docx|xlsx|csv|png|svg)"  # on the page of an audience
COLOUR = r"#[0-9A-Fa-f]{3,8}|none|currentColor|black|white"
FONTS = "'?Source Sans Pro'?|'?DejaVu Sans'?|sans-serif"
WORDS = ("none|square|butt|round|miter|bevel|start|middle|end|normal|bold|italic|evenodd|nonzero|"
         "central|hanging|auto")
SHAPED = ("fill|stroke|fill-opacity|stroke-opacity|opacity|stroke-width|stroke-linejoin|"
          "stroke-linecap|stroke-dasharray|stroke-dashoffset|stroke-miterlimit|fill-rule|clip-rule|"
          "font|font-family|font-size|font-weight|font-style|font-variant|font-stretch|text-anchor|"
          "dominant-baseline|isolation|mix-blend-mode")
ATTRIBUTES = {
    "class": rf"(?:(?:{'|'.join(sorted(CLASSES))}|{RATED})\s*)*",
    "role": "img|list|region|table|rowgroup|row|columnheader|rowheader|cell",
    "scope": "col|row|rowgroup", "aria-hidden": "true", "tabindex": "-1|0", "lang": "en-GB",
    "colspan": r"\d+", "charset": "utf-8", "name": "viewport",
    "http-equiv": "Content-Security-Policy",
    "content": r"width=device-width, initial-scale=1"
               r"|default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:",
    "style": rf"width:[\d.]+%|(?:min|max)-width:\d+px|(?:\s*(?:{SHAPED}):"
             rf"(?:{COLOUR}|{LENGTH}|{FONTS}|{WORDS}|[,\s])*;?)*",
    "id": NAME, "aria-label": FREE, "href": rf"#{NAME}|{FILE_BELOW}|{SHEET_ADDRESS}",
    "alt": FREE, "src": r"data:image/png;base64,[A-Za-z0-9+/]+(?:%3D){0,2}",  # of a logo alone
    "xlink:href": rf"#{NAME}", "open": "open",
    "xmlns": r"http://www\.w3\.org/2000/svg", "xmlns:xlink": r"http://www\.w3\.org/1999/xlink",
    "version": r"1\.1", "viewbox": NUMBERS,
    "preserveaspectratio": r"[A-Za-z\s]+", "type": "text/css",
    "d": r"[MmLlHhVvCcSsQqTtAaZz\d\s.,eE+-]*", "points": NUMBERS,
    "transform": r"(?:\s*(?:rotate|translate|scale|matrix|skewX|skewY)\([-\d.,eE\s]*\)\s*)*",
    "clip-path": rf"url\(#{NAME}\)",
    **dict.fromkeys("x y x1 y1 x2 y2 cx cy r rx ry dx dy width height".split(), LENGTH),
    **dict.fromkeys("fill stroke".split(), COLOUR),
    **dict.fromkeys("fill-opacity stroke-opacity opacity stroke-width font-size stroke-dasharray "
                    "stroke-dashoffset stroke-miterlimit".split(), r"[-\d.,\s]+(?:pt|px|em|%)?"),
    **dict.fromkeys("stroke-linejoin stroke-linecap fill-rule clip-rule font-weight font-style "
                    "text-anchor dominant-baseline".split(), rf"{WORDS}|[1-9]00"),
    "font-family": rf"(?:{FONTS}|[,\s])*",
}
STYLED = frozenset("""
    -webkit-print-color-adjust -webkit-text-size-adjust align-items align-self background block-size
    border border-bottom border-collapse border-color border-left border-radius border-spacing
    border-top box-sizing break-after break-before break-inside caption-side clear clip-path color
    color-scheme column-gap content content-visibility cursor display flex flex-basis flex-direction
    flex-wrap float font font-family font-size font-style font-variant-numeric font-weight gap
    grid-column grid-template-columns height justify-content left letter-spacing line-height
    list-style margin margin-bottom margin-top max-width min-width orphans outline outline-offset
    overflow overflow-wrap overflow-x overflow-y padding padding-bottom padding-left padding-right
    padding-top position print-color-adjust scroll-margin-top size src text-align text-wrap top
    vertical-align white-space widows width z-index
    """.split())
QUOTED = frozenset(("Source Sans Pro", "Segoe UI", "woff", "row", " of ",
                    "Scroll sideways to see all of it.", ""))
PICTURE_STYLE = "*{stroke-linejoin: round; stroke-linecap: butt}"
REMARK = "/* Said so precisely because JupyterLab stripes every table and sets it flush right. */"
