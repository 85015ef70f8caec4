"""What a PDF consists of: every name in it, the keys of its texts, and its metadata.

Typst makes it (:mod:`pscb_lib.page.rendering.pdf`) as PDF/A-2a and PDF/UA-1, and pikepdf saves it.
"""

from __future__ import annotations

from pscb_lib.disclosure.written.workbook import SHEET_ADDRESS

HEAD = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
NAMES = frozenset("""
    A Action ActualText Alt Annot Annots Artifact Ascent Attached Author BBox BaseFont
    BitsPerComponent
    Block Border BorderColor BorderStyle BorderThickness Bottom CA CIDFontType0 CIDFontType0C
    CIDFontType2 CIDSet CIDSystemInfo CIDToGIDMap CMap CS CapHeight Caption Catalog Circle Code
    ColSpan ColorSpace Column Contents Count CreationDate Creator DW Datetime Decimal
    DescendantFonts Descent Dest DestOutputProfile Dests DeviceGray Direction DisplayDocTitle Div
    Document Em Encoding ExtGState F Figure Filter First Flags FlateDecode Font FontBBox
    FontDescriptor FontFile2 FontFile3 FontName Footer Form GTS_PDFA1 Group H1 H2 H3 H4 Header
    Height I ICCBased ID IDTree Identity Identity-H Image ImageB ImageC Info ItalicAngle K Kids L
    L2R LBody LI Lang Last Layout Lbl Length Link List ListNumbering MCID MCR MarkInfo Marked Matrix
    MediaBox Metadata ModDate N Names Next None Nums O OBJR Obj Ordering Outlines OutputCondition
    OutputConditionIdentifier OutputIntent OutputIntents P PDF Page Pages Pagination Parent
    ParentTree ParentTreeNextKey Part Pg Placement Prev ProcSet QuadPoints Range Rect Reference
    Registry RegistryName Resources RoleMap Root Row RowSpan S SMask Scope Size Solid Span StemV
    Strong StructElem StructParent StructParents StructTreeRoot Subtype Summary Supplement Suspects
    T TBody TD TFoot TH THead TOC TOCI TR Table Tabs Terms Text TextDecorationColor
    TextDecorationThickness TextDecorationType Title ToUnicode Top Transparency Type Type0 URI
    Underline ViewerPreferences W WMode Width XML XObject XYZ
    """.split())
NAMED = r"[A-Z]{6}\+SourceSansPro-(?:Regular|Semibold)(?:-Identity-H)?|[cfgx]\d+"
# The keys of texts that say nothing of the paper, with the values that they may have.
FIXED = {"ID": r"U\d+x\d+y\d+", "Lang": "en-GB", "Info": r"sRGB v4\.2",
         "OutputCondition": "sRGB", "OutputConditionIdentifier": "Custom", "RegistryName": "",
         "Ordering": "Identity", "Registry": "Adobe", "CreationDate": r"D:\d{14}Z",
         "ModDate": r"D:\d{14}Z"}
# Those that are read as its words are: links and what they lead to among them.
READ = frozenset(("ActualText", "Alt", "Author", "Contents", "Creator", "Dest", "Names", "T",
                  "Title"))
# Those that lead to another file: a sheet of the workbook beside the PDF, and nothing else.
FIXED |= {"URI": SHEET_ADDRESS}
# What a link says: the page it leads to and, in a list of headings, the heading; or the sheet.
LINKED = r"(?:Section, |\s?“(.*)”\s)?page\s(\d+)"
METADATA = frozenset("""
    Alt Bag CreateDate CreatorTool Description DocumentID History InstanceID ModifyDate NPages
    PDFVersion RDF RenditionClass Seq action category conformance creator description format
    instanceID language li name namespaceURI part prefix property schema schemas softwareAgent
    title valueType when xmpmeta
    """.split())
