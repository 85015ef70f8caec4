"""Ways to tell a hidden figure in the Word document of the small set of :mod:`planted`."""

from __future__ import annotations

from planted import TELLS, Plant, Planted, _packed, _parts, add, in_part, with_part

WORD = "report.docx"
BODY, HEADER, FOOTER = "word/document.xml", "word/header1.xml", "word/footer1.xml"
STYLES, CORE = "word/styles.xml", "docProps/core.xml"
RELATIONS = "word/_rels/document.xml.rels"


def run(text: str, look: str = "") -> str:
    """A run of text with properties."""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}<w:t>{text}</w:t></w:r>"


def said(markup: str) -> Plant:
    """Put a paragraph at the end of the text."""
    return in_part(BODY, "<w:sectPr", f"<w:p>{markup}</w:p><w:sectPr")


def beside(name: str, text: str, kind: str = "comments") -> Plant:
    """Add a part, and a relation to it."""
    def plant(content: bytes) -> bytes:
        whole = with_part(name, text)(content)
        target = name.removeprefix("word/")
        return in_part(RELATIONS, "</Relationships>", f'<Relationship Id="rId99" Type="urn:{kind}" '
                       f'Target="{target}"/></Relationships>')(whole)
    return plant


def in_drawing(markup: str) -> Plant:
    """Put markup into the first drawing that has text."""
    def plant(content: bytes) -> bytes:
        parts = _parts(content)
        name = next(name for name, part in parts.items()
                    if name.endswith(".svg") and b"<text" in part)
        return in_part(name, "</svg>", f"{markup}</svg>")(content)
    return plant


def pixels(change: Plant) -> Plant:
    """Change the pixels of a picture, and not its drawing."""
    def plant(content: bytes) -> bytes:
        parts = _parts(content)
        name = max(name for name in parts if name.endswith(".png"))
        return _packed({**parts, name: change(parts[name])})
    return plant


def other_pixels(content: bytes) -> bytes:
    """Show the pixels of another picture."""
    parts = _parts(content)
    first, *_, last = sorted(name for name in parts if name.endswith(".png"))
    return _packed({**parts, last: parts[first]})


DESCRIBED = 'descr="All kinds'
PLANTED_IN_WORD = [
    *(Planted(WORD, f"said: {text}", said(run(text))) for text in (
        TELLS, "Neglect: three", "Of the reviews 4 of 19 were in time.", "In time: 21.1%")),
    Planted(WORD, "in two runs", said(run("Neg") + run("lect: 3"))),
    Planted(WORD, "hidden text", said(run("3", "<w:vanish/>"))),
    Planted(WORD, "white text", said(run(TELLS, '<w:color w:val="FFFFFF"/>'))),
    Planted(WORD, "deleted text", said("<w:del><w:r><w:delText>3</w:delText></w:r></w:del>")),
    Planted(WORD, "text outside a text", said("3")),
    Planted(WORD, "header", in_part(HEADER, "</w:hdr>", f"<w:p>{run(TELLS)}</w:p></w:hdr>")),
    Planted(WORD, "footer", in_part(FOOTER, "</w:ftr>", f"<w:p>{run(TELLS)}</w:p></w:ftr>")),
    Planted(WORD, "alternative text", in_part(BODY, DESCRIBED, f'descr="{TELLS}. All kinds')),
    Planted(WORD, "title of a picture", in_part(BODY, DESCRIBED, f'title="3" {DESCRIBED}')),
    Planted(WORD, "name of a picture", in_part(BODY, 'name="Picture 1"', 'name="Neglect 3"')),
    Planted(WORD, "name of a place", in_part(BODY, 'w:name="kinds"', 'w:name="neglect_3"')),
    Planted(WORD, "target of a link", said('<w:hyperlink w:anchor="neglect_3"/>')),
    Planted(WORD, "address of a link", said('<w:hyperlink r:id="rId3"/>')),
    Planted(WORD, "code of a field", in_part(FOOTER, " PAGE ", " DOCVARIABLE neglect3 ")),
    Planted(WORD, "result of a field", said(
        f'<w:fldSimple w:instr=" PAGE ">{run(TELLS)}</w:fldSimple>')),
    Planted(WORD, "cell", in_part(BODY, ">Physical abuse</w:t></w:r></w:p>",
                                  f">Physical abuse</w:t></w:r></w:p><w:p>{run(TELLS)}</w:p>")),
    Planted(WORD, "head of a column", in_part(BODY, ">Kind</w:t>", ">Kind, neglect 3</w:t>")),
    Planted(WORD, "title of a table", in_part(BODY, '<w:tblCaption w:val="',
                                              f'<w:tblCaption w:val="{TELLS} ')),
    Planted(WORD, "description of a table", in_part(
        BODY, "<w:tblCaption", '<w:tblDescription w:val="3"/><w:tblCaption')),
    Planted(WORD, "attribute of another kind", in_part(BODY, "<w:body>", '<w:body w:rsid="3">')),
    Planted(WORD, "element of another kind", said("<w:sdt/>")),
    Planted(WORD, "comment in a part", in_part(BODY, "<w:body>", "<!-- 3 --><w:body>")),
    Planted(WORD, "comment after a part", in_part(BODY, "</w:document>",
                                                  "</w:document><!-- 3 -->")),
    Planted(WORD, "processing instruction", in_part(BODY, "<w:body>", "<?neglect 3?><w:body>")),
    Planted(WORD, "text of a picture", in_drawing(f'<text x="1" y="1">{TELLS}</text>')),
    Planted(WORD, "metadata of a picture", in_drawing("<neglect>3</neglect>")),
    Planted(WORD, "attribute of a picture", in_drawing('<g neglect="3"/>')),
    Planted(WORD, "bytes after the pixels", pixels(add(b"Neglect 3"))),
    Planted(WORD, "other pixels", other_pixels),
    Planted(WORD, "a picture that nothing shows", with_part("word/media/image99.png", "3")),
    Planted(WORD, "name of a style", in_part(STYLES, 'w:val="Masthead"', 'w:val="Neglect 3"')),
    Planted(WORD, "text in the styles", in_part(STYLES, "</w:styles>", "3</w:styles>")),
    Planted(WORD, "name of a font", in_part("word/fontTable.xml", "Calibri", "Neglect 3")),
    Planted(WORD, "mark of a list", in_part("word/numbering.xml", "%1.", "Neglect 3")),
    Planted(WORD, "variable", in_part("word/settings.xml", "</w:settings>",
                                      '<w:docVars w:name="n"/></w:settings>')),
    Planted(WORD, "title", in_part(CORE, "<dc:title>", "<dc:title>Neglect: 3 ")),
    Planted(WORD, "keywords", in_part(CORE, "</cp:coreProperties>",
                                      "<cp:keywords>3</cp:keywords></cp:coreProperties>")),
    Planted(WORD, "comment", beside("word/comments.xml", "<comments/>")),
    Planted(WORD, "footnote", beside("word/footnotes.xml", "<footnotes/>", "footnotes")),
    Planted(WORD, "custom XML", with_part("customXml/item1.xml", "<n>3</n>")),
    Planted(WORD, "custom property", with_part("docProps/custom.xml", "<n>3</n>")),
    Planted(WORD, "embedded workbook", with_part("word/embeddings/book1.xlsx", "3")),
    Planted(WORD, "comment of the archive", lambda content: _packed(_parts(content), b"Neglect 3")),
    Planted(WORD, "before the start", lambda content: b"Neglect 3" + content),
    Planted(WORD, "after the end", add(b"Neglect 3")),
]
