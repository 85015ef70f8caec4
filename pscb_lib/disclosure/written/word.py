"""What a Word document consists of: its parts, their elements, and attributes with their values.

The writer is :mod:`pscb_lib.page.rendering.word`. Of a Board's own template it takes the styles and
the theme, and of these no other elements than are listed here.
"""

from __future__ import annotations

MAIN = ("word/document.xml", "word/header1.xml", "word/footer1.xml")  # the parts with text
SAYS = frozenset("t instrText title creator subject lastModifiedBy revision contentStatus language "
                 "created modified".split())
# The elements of text, with the names of their attributes; values are below.
CONTENT = frozenset("""
    document body hdr ftr p pPr pStyle keepNext jc r rPr rStyle color t tabs tab br fldSimple
    fldChar instrText hyperlink bookmarkStart bookmarkEnd numPr ilvl numId sectPr
    headerReference footerReference pgSz pgMar type tbl tblPr tblStyle tblW tblLayout
    tblLook tblCaption tblGrid gridCol tr trPr cantSplit tblHeader tc tcPr tcW gridSpan
    tcBorders top left bottom right shd tcMar drawing inline extent docPr extLst ext decorative
    cNvGraphicFramePr graphic graphicData pic nvPicPr cNvPr cNvPicPr blipFill blip svgBlip
    stretch fillRect spPr xfrm off prstGeom avLst
    """.split())
FREE = r"(?s).*"  # words, which are read as such
NUMBER = r"-?\d{1,9}"
NAME = r"[A-Za-z_]\w{0,39}"
COLOUR = r"[0-9A-F]{6}|auto"
RELATION = r"rId\d+"
CODES = rf" (?:PAGE|NUMPAGES|SEQ (?:Figure|Table|Question) \\\* ARABIC|REF {NAME} \\h) "
URIS = (r"\{96DAC541-7B7A-43D3-8B79-37D633B846F1\}|\{C183D7F6-B498-43B3-948B-1728B52AA6E4\}"
        r"|http://schemas\.openxmlformats\.org/drawingml/2006/picture")
CONTENTS = ' TOC \\o "1-1" \\h \\z \\n '
WORDS = "single|clear|right|default|fixed|dxa|landscape|begin|separate|end|rect"
VALUES = {
    **dict.fromkeys("id w h x y cx cy sz space top left bottom right header footer gutter distT "
                    "distB distL distR history pos".split(), NUMBER),
    **dict.fromkeys("firstRow firstColumn lastRow lastColumn noHBand noVBand".split(), "[01]"),
    **dict.fromkeys(("color", "fill"), COLOUR), **dict.fromkeys(("type", "orient", "prst",
                                                                 "fldCharType"), WORDS),
    "val": rf"{NUMBER}|{COLOUR}|{WORDS}|{NAME}|[0-9A-F]{{4}}", "space": r"preserve|\d+",
    "uri": URIS, "embed": RELATION, "instr": CODES, "anchor": NAME,
}
# Attributes whose value depends on their element.
OWN_VALUES = {
    ("tblCaption", "val"): FREE, ("docPr", "descr"): FREE, ("docPr", "name"): r"Picture \d+",
    ("cNvPr", "name"): "", ("bookmarkStart", "name"): NAME,
    ("hyperlink", "id"): RELATION, ("br", "type"): "page",
    **dict.fromkeys((("headerReference", "id"), ("footerReference", "id")), RELATION),
}
# Attributes that are read as words, whatever their value: a name may tell a figure.
READ = frozenset((("tblCaption", "val"), ("docPr", "descr"), ("bookmarkStart", "name"),
                  ("hyperlink", "anchor"), ("fldSimple", "instr")))
REL = "Relationships Relationship Id Type Target"
STYLES = frozenset("""
    styles docDefaults rPrDefault pPrDefault style name aliases basedOn next link autoRedefine
    hidden uiPriority semiHidden unhideWhenUsed qFormat locked rPr rFonts b bCs i iCs caps smallCaps
    strike color spacing w kern position sz szCs highlight u shd vertAlign lang pPr keepNext
    keepLines pageBreakBefore widowControl numPr ilvl numId pBdr top left bottom right between tabs
    tab suppressAutoHyphens ind contextualSpacing jc outlineLvl tblPr tblStyleRowBandSize
    tblStyleColBandSize tblW tblInd tblBorders insideH insideV start end tblCellMar tblStylePr trPr
    cantSplit tblHeader tcPr tcBorders vAlign val type styleId default customStyle ascii hAnsi
    eastAsia cs asciiTheme hAnsiTheme eastAsiaTheme cstheme themeColor themeTint themeShade
    themeFill themeFillTint themeFillShade fill before after line lineRule beforeAutospacing
    afterAutospacing hanging firstLine pos leader space bidi latentStyles
    """.split())
THEME = frozenset("""
    theme themeElements clrScheme dk1 sysClr lt1 dk2 srgbClr lt2 accent1 accent2 accent3 accent4
    accent5 accent6 hlink folHlink fontScheme majorFont latin ea cs font minorFont fmtScheme
    fillStyleLst solidFill schemeClr gradFill gsLst gs tint satMod lumMod lumOff lin shade alpha
    lnStyleLst ln prstDash miter effectStyleLst effectStyle effectLst outerShdw bgFillStyleLst path
    fillToRect objectDefaults extraClrSchemeLst name val lastClr typeface script panose rotWithShape
    pos ang scaled w cap cmpd algn lim blurRad dist dir l t r b scene3d camera rot lightRig sp3d
    bevelT prst lat lon rev rig h
    """.split())
OTHERS: dict[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in {
    "[Content_Types].xml": "Types Default Override Extension ContentType PartName",
    "_rels/.rels": REL,
    "word/_rels/document.xml.rels": f"{REL} TargetMode",
    "docProps/core.xml": "coreProperties title creator subject lastModifiedBy revision "
                         "contentStatus language created modified type",
    "word/settings.xml": "settings zoom percent defaultTabStop characterSpacingControl compat "
                         "compatSetting name uri themeFontLang decimalSymbol listSeparator val",
    "word/fontTable.xml": "fonts font name altName panose1 family pitch val",
    "word/numbering.xml": "numbering abstractNum abstractNumId multiLevelType lvl ilvl start "
                          "numFmt lvlText lvlJc pPr ind left hanging num numId lvlOverride "
                          "startOverride val",
}.items()} | {"word/styles.xml": STYLES, "word/theme/theme1.xml": THEME}
PICTURE = r"word/media/(?:image\d+\.png|drawing\d+\.svg)"
