"""What a workbook consists of: its parts, and the elements and attributes of each.

XlsxWriter makes it (:mod:`pscb_lib.page.rendering.spreadsheets`); the theme and the styles are its
own, whatever the tables are.
"""

from __future__ import annotations

ALL_FIGURES = "all_figures"  # the table, and the file, of all figures of a paper
SHEET = "xl/worksheets/sheet.xml"  # of every sheet, whatever its number
RELATED = "xl/worksheets/_rels/sheet.xml.rels"
TABLE = "xl/tables/table.xml"
REL = "Relationships Relationship Id Type Target"
PARTS: dict[str, frozenset[str]] = {name: frozenset(words.split()) for name, words in {
    "[Content_Types].xml": "Types Default Override Extension ContentType PartName",
    "_rels/.rels": REL,
    "xl/_rels/workbook.xml.rels": REL,
    "docProps/core.xml": "coreProperties title subject creator lastModifiedBy created modified "
                         "type",
    "docProps/app.xml": "Properties Application DocSecurity ScaleCrop HeadingPairs vector variant "
                        "lpstr i4 TitlesOfParts Company LinksUpToDate SharedDoc HyperlinksChanged "
                        "AppVersion size baseType",
    "xl/workbook.xml": "workbook fileVersion workbookPr bookViews workbookView sheets sheet calcPr "
                       "appName lastEdited lowestEdited rupBuild defaultThemeVersion xWindow "
                       "yWindow windowWidth windowHeight name sheetId id calcId fullCalcOnLoad",
    "xl/sharedStrings.xml": "sst si t count uniqueCount space",
    SHEET: "worksheet dimension sheetViews sheetView pane selection sheetFormatPr cols col "
           "sheetData row c v hyperlinks hyperlink pageMargins ref tabSelected workbookViewId "
           "xSplit ySplit topLeftCell activePane state activeCell sqref defaultRowHeight min max "
           "width customWidth r spans s t location display left right top bottom header footer "
           "sheetPr pageSetUpPr fitToPage pageSetup paperSize orientation fitToWidth fitToHeight "
           "ht customHeight tableParts tablePart count id",
    RELATED: REL,
    TABLE: "table tableColumns tableColumn tableStyleInfo id name displayName ref totalsRowShown "
           "count showFirstColumn showLastColumn showRowStripes showColumnStripes",
}.items()}
STYLES = frozenset("""
    styleSheet fonts font sz color name family scheme b u fills fill patternFill borders border left
    right top bottom diagonal cellStyleXfs xf alignment protection cellXfs cellStyles cellStyle dxfs
    tableStyles count val theme patternType numFmtId fontId fillId borderId applyNumberFormat
    applyFill applyBorder applyAlignment applyProtection applyFont xfId vertical wrapText locked
    builtinId customBuiltin defaultTableStyle defaultPivotStyle numFmts numFmt formatCode
    applyNumberFormat horizontal indent style auto
    """.split())
THEME = frozenset("""
    theme themeElements clrScheme dk1 sysClr lt1 dk2 srgbClr lt2 accent1 accent2 accent3 accent4
    accent5 accent6 hlink folHlink fontScheme majorFont latin ea cs font minorFont fmtScheme
    fillStyleLst solidFill schemeClr gradFill gsLst gs tint satMod lin shade lnStyleLst ln prstDash
    effectStyleLst effectStyle effectLst outerShdw alpha scene3d camera rot lightRig sp3d bevelT
    bgFillStyleLst path fillToRect objectDefaults extraClrSchemeLst name val lastClr typeface script
    rotWithShape pos ang scaled w cap cmpd algn blurRad dist dir prst lat lon rev rig h l t r b
    """.split())
PARTS |= {"xl/styles.xml": STYLES, "xl/theme/theme1.xml": THEME}
FORMATS = frozenset(("#,##0", "#,##0.0", '"£"#,##0.00', "d mmmm yyyy"))  # of numbers and days
# The address of a sheet in a page, a PDF or a document that lies beside the workbook.
SHEET_ADDRESS = r"tables\.xlsx#'(?:Figure|Table)%20\d+'!A1"
SHEET_SAID = r"Spreadsheet: “(?:Figure|Table) \d+”"
FROZEN = "frozen"  # the only state of a pane, until release 0.1.0; a sheet has none
