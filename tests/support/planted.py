"""A small finished set, and 180 ways to tell one of its hidden figures in one of its files.

The set hides three children of "Neglect", twelve of "Sexual abuse" and "4 of 19" reviews "In time".
What is told beside them is out of the audit's reach, and is listed as such.
"""

from __future__ import annotations

import base64
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from nbformat import v4
from PIL import Image

from pscb_lib.board.settings import FORMATS
from pscb_lib.disclosure.figures import TOTAL, count, counts, frame, proportion
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.disclosure.showing import show
from pscb_lib.page import blocks, charts
from pscb_lib.page.tables.counts import tabulate_counts
from pscb_lib.running.publishing.publish import without_traces, write_files
from pscb_lib.writing.png import chunks_of

FIGURES = frame([
    *counts("kinds", {"Neglect": 3, "Physical abuse": 14, "Sexual abuse": 12, "Emotional": 9}),
    proportion("reviews", "In time", 4, 19),
    *(count("series", "Referrals", number, f"Q{at}")
      for at, number in enumerate((12, 3, 15, 11), 1)),
])
SECRET = {("kinds", "Neglect", ""), ("kinds", "Sexual abuse", ""), ("reviews", "In time", ""),
          ("series", "Referrals", "Q2")}
FRONT = blocks.Front("small", "A Board", "Q&E group", "2014-15 Q3", "Quarter 3", "2015-01-31",
                     "public", "For publication", [("For", "Receive the paper.")])
TELLS = "Neglect: 3"
LINE = ('<svg><path d="M 0 1 L 2 3 L 4 5 L 6 7" style="fill: none; stroke: #2b5c8a"/></svg>')
PICTURE = base64.b64encode(b"Neglect 3").decode()
Plant = Callable[[bytes], bytes]


def write_sets(folder: Path) -> None:
    """Write the public set and, as a notebook, the restricted one beside it."""
    shown = show(FIGURES, "public", hidden=frozenset(SECRET))
    raw = show(FIGURES, "restricted")
    for audience, figures in (("public", shown), ("restricted", raw)):
        (folder / audience).mkdir(parents=True)
        made = [FRONT, blocks.Figures(figures), blocks.Lead("**Physical abuse** came first."),
                blocks.List(["Each kind has a row."]),
                tabulate_counts(figures, "kinds", "Kinds of abuse", "Kind"),
                _bars(figures), _trend(figures),
                blocks.End("small", "2014-15 Q3", audience)]
        cells = [v4.new_markdown_cell("# Small paper", id="title"),
                 v4.new_code_cell("period = 1", id="parameters", metadata={"tags": ["parameters"]}),
                 *(_cell(block, at) for at, block in enumerate(made))]
        notebook = v4.new_notebook(cells=cells, metadata={
            "language_info": {"name": "python"}, "pscb": {"audiences": ["public"], "returns": []},
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}})
        formats = FORMATS if audience == "public" else ()
        write_files(without_traces(notebook, {}), folder / audience, formats)
    manifest = {"report": "small", "parameters": {"period": "2014-15 Q3"}, "formats": ["html"]}
    (folder / "public" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def _bars(figures) -> blocks.Chart:
    kinds = {row: figures.get("kinds", row) for row in figures.rows("kinds") if row != TOTAL}
    return charts.plot_bars(kinds, id="chart", headline="All kinds")


def _trend(figures) -> blocks.Table:
    values = [figures.get("series", "Referrals", f"Q{at}") for at in (1, 2, 3, 4)]
    row = [blocks.cell("Referrals"), blocks.picture(charts.draw_trend(values), "Four quarters")]
    return blocks.Table("trend", "Referrals", [blocks.Column("What"), blocks.Column("Trend")],
                        [blocks.Group(None, [row])], blocks.Data(["what"], [["Referrals"]]))


def _cell(block: blocks.Block, at: int):
    output = v4.new_output("execute_result", data=block._repr_mimebundle_(), execution_count=at)
    return v4.new_code_cell("page.block()", id=f"block-{at}", outputs=[output], execution_count=at)


@dataclass(frozen=True)
class Planted:
    """One leak: the file, the way, how the file is changed, and whether the audit must see it."""

    file: str
    way: str
    plant: Plant
    is_caught: bool = True


def swap(old: str, new: str) -> Plant:
    """Replace the first *old*, which must be there, in a text."""
    def plant(content: bytes) -> bytes:
        assert old.encode() in content, old
        return content.replace(old.encode(), new.encode(), 1)
    return plant


def add(new: bytes) -> Plant:
    """Append bytes."""
    return lambda content: content + new


def in_notebook(change: Callable[[dict], object]) -> Plant:
    """Change the JSON of a notebook in place."""
    def plant(content: bytes) -> bytes:
        notebook = json.loads(content)
        change(notebook)
        return json.dumps(notebook).encode()
    return plant


def in_cell(at: int, change: Callable[[dict], object]) -> Plant:
    """Change a cell of the notebook; 2 is the front sheet, 4 the lead, 6 the table, 7 the chart."""
    return in_notebook(lambda notebook: change(notebook["cells"][at]))


def in_block(at: int, change: Callable[[dict], object]) -> Plant:
    """Change the block that a cell of the notebook displays, and not its HTML."""
    return in_cell(at, lambda cell: change(cell["outputs"][0]["data"][BLOCK]))


def displayed(**output: object) -> Plant:
    """Give the lead another output."""
    return in_cell(4, lambda cell: cell["outputs"].append(output))


def in_pdf(change: Callable[[pikepdf.Pdf], object]) -> Plant:
    """Change a PDF and save it as our writer does."""
    def plant(content: bytes) -> bytes:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            change(pdf)
            saved = io.BytesIO()
            pdf.save(saved, deterministic_id=True)
        return saved.getvalue()
    return plant


def seen_through(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Two pictures, each of which says of the other that it is what is seen through of it."""
    first, other = (pdf.make_stream(b"3", Subtype=pikepdf.Name.Image) for _ in range(2))
    first.SMask, other.SMask = other, first
    return first


def between_objects(content: bytes) -> bytes:
    """Write a comment between two objects, and move what comes after it in the table of places."""
    comment = b"% " + TELLS.encode() + b"\n"
    at = content.index(b"endobj\n") + 7
    def moved(entry: re.Match[bytes]) -> bytes:
        place = int(entry[1])
        return b"%010d %s n" % (place + len(comment) * (place >= at), entry[2])
    changed = re.sub(rb"(\d{10}) (\d{5}) n", moved, content[:at] + comment + content[at:])
    return re.sub(rb"(?<=startxref\n)\d+",
                  lambda found: str(int(found[0]) + len(comment)).encode(), changed)


def drawn(pdf: pikepdf.Pdf) -> None:
    """Draw the text outside of the structure, with the letters that the paper's font has."""
    page = pdf.pages[0]
    for name, font in page.Resources.Font.items():
        pairs = re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", font.ToUnicode.read_bytes())
        letters = {bytes.fromhex(text.decode()).decode("utf-16-be"): code.decode()
                   for code, text in pairs}
        if {*"Neglect 3"} <= {*letters}:
            text = "".join(letters[letter] for letter in "Neglect 3")
            page.contents_add(f"/Artifact BMC BT {name} 9 Tf <{text}> Tj ET EMC".encode())
            return
    raise LookupError("no font has these letters")


def in_part(name: str, old: str, new: str) -> Plant:
    """Replace a text in one part of a workbook."""
    def plant(content: bytes) -> bytes:
        parts = _parts(content)
        assert old in parts[name].decode(), old
        return _packed({**parts, name: parts[name].replace(old.encode(), new.encode(), 1)})
    return plant


def with_part(name: str, text: str) -> Plant:
    """Add a part to a workbook."""
    return lambda content: _packed({**_parts(content), name: text.encode()})


def in_png(kind: str, data: bytes) -> Plant:
    """Add a chunk to a PNG, before its pixels."""
    def plant(content: bytes) -> bytes:
        chunk = kind.encode() + data
        made = struct.pack(">I", len(data)) + chunk + struct.pack(">I", zlib.crc32(chunk))
        at = content.index(b"IDAT") - 4
        return content[:at] + made + content[at:]
    return plant


def painted(content: bytes) -> bytes:
    """Change one pixel of a PNG; its texts stay."""
    with Image.open(io.BytesIO(content)) as picture:
        other = picture.copy()
    other.putpixel((3, 3), tuple(255 - one for one in other.getpixel((3, 3)))[:3] + (255,))
    made = io.BytesIO()
    other.save(made, "PNG")
    pixels = b"".join(data for kind, data in chunks_of(made.getvalue()) if kind == "IDAT")
    first, end = content.index(b"IDAT") - 4, content.index(b"IEND") - 4
    chunk = b"IDAT" + pixels
    return (content[:first] + struct.pack(">I", len(pixels)) + chunk
            + struct.pack(">I", zlib.crc32(chunk)) + content[end:])


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _packed(parts: dict[str, bytes], comment: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.comment = comment
        for name, content in parts.items():
            packed.writestr(name, content)
    return made.getvalue()


HTML, IPYNB, PDF, XLSX = "report.html", "report.ipynb", "report.pdf", "tables.xlsx"
LINKS, TABLE = "xl/worksheets/sheet2.xml", "xl/tables/table2.xml"
SVG, PNG = "figures/figure-1-chart.svg", "figures/figure-1-chart.png"
CSV, MANIFEST = "tables/kinds.csv", "manifest.json"
SHEET, STRINGS, BOOK = "xl/worksheets/sheet3.xml", "xl/sharedStrings.xml", "xl/workbook.xml"


def said(text: str) -> Plant:
    """Put a sentence into the page."""
    return swap("</main>", f'<p class="prose">{text}</p></main>')


def body(markup: str) -> Plant:
    """Put markup into the page."""
    return swap("</main>", f"{markup}</main>")


def in_picture(markup: str) -> Plant:
    """Put markup into the page's chart."""
    return swap("</svg></div>", f"{markup}</svg></div>")


def style(rule: str) -> Plant:
    """Put a rule into the page's style."""
    return swap("</style>", f"{rule}</style>")


WORDS = [Planted(HTML, f"said: {text}", said(text)) for text in (
    "Neglect: 3", "Neglect (3)", "Neglect – 3", "NEGLECT THREE", "neglect = 3.0", "n = 3 (Neglect)",
    "Neglect was found for three children.", "There were 3 children with neglect.",
    "Neglect: 7.9%.", "Neglect was 7.89% of all.", "Neglect made up 8 per cent.",
    "Neglect: 3 of 38 children.", "Neglect and physical abuse together 17.",
    "Neglect and sexual abuse: 15 in all.", "Neglect: 2 to 4.", "Neglect: 3–5", "Neglect: 2 or 3",
    "Neglect: between two and four.", "Neglect: fewer than four.", "Neglect: at most 3.",
    "Neglect: no more than three.", "Neglect was recorded 3 times.",
    "Neglect: eleven fewer than physical abuse.", "Physical abuse: 11 more than neglect, that is.",
    "Neglect: ３", "Neglect: ③", "Neg&shy;lect: 3", "Neg&#8203;lect: 3", "Neglect: ٣",
    "Sexual abuse: 12", "Sexual abuse: twelve", "Of the reviews 4 of 19 were in time.",
    "In time: 21.1%", "In time: 0.2105", "In time: 21.052632", "In time: twenty-one per cent",
    "Not in time: 15", "Neglect: <em>3</em>", "N<strong>eglect</strong>: 3",
)]
PAGE = [
    Planted(HTML, "comment", body(f"<!-- {TELLS} -->")),
    Planted(HTML, "data attribute", swap('<h1>', '<h1 data-neglect="3">')),
    Planted(HTML, "title attribute", swap('<h1>', f'<h1 title="{TELLS}">')),
    Planted(HTML, "bare number in an attribute", swap('<h1>', '<h1 data-x="3">')),
    Planted(HTML, "class", swap('class="lead"', 'class="lead neglect-3"')),
    Planted(HTML, "id", swap('id="kinds"', 'id="neglect-3"')),
    Planted(HTML, "custom property", style(".lead { --neglect: 3; }")),
    Planted(HTML, "content of the style", style(".lead::after { content: 'Neglect 3'; }")),
    Planted(HTML, "content of the style, as the top of a page quotes it",
            style('.lead::after { content: "3"; }')),
    Planted(HTML, "content of the style, not closed",
            style(".lead::after { content: 'Neglect 3 }")),
    Planted(HTML, "comment of the style", style(f"/* {TELLS} */")),
    Planted(HTML, "selector", style(".neglect-3 { color: #fff; }")),
    Planted(HTML, "inline style", swap('<h1>', '<h1 style="--neglect: 3">')),
    Planted(HTML, "template", body(f"<template>{TELLS}</template>")),
    Planted(HTML, "script", body('<script>var neglect = 3</script>')),
    Planted(HTML, "embedded JSON", body(
        '<script type="application/json">{"Neglect": 3}</script>')),
    Planted(HTML, "noscript", body("<noscript>Neglect 3</noscript>")),
    Planted(HTML, "frame", body(f'<iframe srcdoc="{TELLS}"></iframe>')),
    Planted(HTML, "hidden input", body('<input type="hidden" name="neglect" value="3">')),
    Planted(HTML, "image", body('<img alt="" src="data:text/plain,Neglect:3">')),
    Planted(HTML, "image like a logo", body(f'<img alt="" src="data:image/png;base64,{PICTURE}">')),
    Planted(HTML, "image like a logo, in capitals",
            body(f'<IMG alt="" src="data:image/png;base64,{PICTURE}">')),
    Planted(HTML, "meta", swap("<title>", f'<meta name="description" content="{TELLS}"><title>')),
    Planted(HTML, "link", body('<a href="#neglect-3">More</a>')),
    Planted(HTML, "name of a tag", body("<neglect-3></neglect-3>")),
    Planted(HTML, "closing tag", swap("</h1>", "</h1 neglect=3>")),
    Planted(HTML, "attribute twice", swap('class="lead"', 'class="lead" class="neglect 3"')),
    Planted(HTML, "processing instruction", body("<?neglect 3?>")),
    Planted(HTML, "document type", swap("<!DOCTYPE html>", f'<!DOCTYPE html PUBLIC "{TELLS}">')),
    Planted(HTML, "after the end", add(b"<p class='prose'>Neglect: 3</p>")),
    Planted(HTML, "loose in a table", swap("<tbody", f"{TELLS}<tbody")),
    Planted(HTML, "foot of a table", swap(
        "</table>", "<tfoot><tr><th>Neglect</th><td>3</td></tr></tfoot></table>")),
    Planted(HTML, "head of a column", swap(">Kind</th>", ">Kind, neglect 3</th>")),
    Planted(HTML, "text of a picture", in_picture(f'<text x="1" y="1">{TELLS}</text>')),
    Planted(HTML, "title of a picture", in_picture(f"<title>{TELLS}</title>")),
    Planted(HTML, "description of a picture", in_picture(f"<desc>{TELLS}</desc>")),
    Planted(HTML, "name of a part of a picture", in_picture('<g id="Neglect-3"/>')),
    Planted(HTML, "attribute of a picture", in_picture('<g neglect="3"/>')),
]
NOTEBOOK = [
    Planted(IPYNB, "stream", displayed(output_type="stream", name="stdout", text=["Neglect 3"])),
    Planted(IPYNB, "traceback", displayed(output_type="error", ename="E", evalue="",
                                          traceback=["n = 3"])),
    Planted(IPYNB, "another MIME type", displayed(output_type="display_data", metadata={}, data={
        "text/latex": "Neglect 3"})),
    Planted(IPYNB, "JSON", displayed(output_type="display_data", metadata={}, data={
        "application/json": {"a": 3}})),
    Planted(IPYNB, "picture", displayed(output_type="display_data", metadata={}, data={
        "image/png": base64.b64encode(b"Neglect 3").decode()})),
    Planted(IPYNB, "attachment", in_cell(0, lambda cell: cell.update(
        attachments={"a.txt": {"text/plain": "3"}}))),
    Planted(IPYNB, "metadata of an output", in_cell(4, lambda cell: cell["outputs"][0].update(
        metadata={"n": 3}))),
    Planted(IPYNB, "metadata of a cell", in_cell(4, lambda cell: cell["metadata"].update(n=3))),
    Planted(IPYNB, "tag", in_cell(4, lambda cell: cell["metadata"].update(tags=[TELLS]))),
    Planted(IPYNB, "metadata of the notebook", in_notebook(
        lambda notebook: notebook["metadata"].update(note=3))),
    Planted(IPYNB, "our own metadata", in_notebook(
        lambda notebook: notebook["metadata"]["pscb"].update(note="Neglect 3"))),
    Planted(IPYNB, "name of the kernel", in_notebook(
        lambda notebook: notebook["metadata"]["kernelspec"].update(display_name="Neglect 3"))),
    Planted(IPYNB, "another key", in_notebook(lambda notebook: notebook.update(n=3))),
    Planted(IPYNB, "Markdown", in_cell(0, lambda cell: cell.update(source=f"# A\n\n{TELLS}"))),
    Planted(IPYNB, "comment", in_cell(4, lambda cell: cell.update(source=f"a = 1  # {TELLS}"))),
    Planted(IPYNB, "string", in_cell(4, lambda cell: cell.update(source="say('Neglect', 3)"))),
    Planted(IPYNB, "raw cell", in_notebook(lambda notebook: notebook["cells"].append(
        {"cell_type": "raw", "id": "r", "metadata": {}, "source": "3"}))),
    Planted(IPYNB, "plain text", in_cell(4, lambda cell: cell["outputs"][0]["data"].update(
        {"text/plain": "3"}))),
    Planted(IPYNB, "key of a block", in_block(4, lambda block: block.update(n=3))),
    Planted(IPYNB, "kind of a block", in_block(4, lambda block: block.update(kind="note"))),
    Planted(IPYNB, "runs", in_block(4, lambda block: block["runs"].append({"text": TELLS}))),
    Planted(IPYNB, "list", in_block(5, lambda block: block["items"].append([{"text": TELLS}]))),
    Planted(IPYNB, "facts", in_block(2, lambda block: block["facts"].append(["Neglect", "3"]))),
    Planted(IPYNB, "printed row", in_block(6, lambda block: block["groups"][0]["rows"].append(
        [[{"text": "Neglect", "tone": "plain"}], [{"text": "3", "tone": "plain"}]]))),
    Planted(IPYNB, "heading in a table", in_block(6, lambda block: block["groups"][0].update(
        label="Neglect 3"))),
    Planted(IPYNB, "head of a column", in_block(6, lambda block: block["columns"][1].update(
        label="Neglect 3"))),
    Planted(IPYNB, "caption", in_block(6, lambda block: block.update(caption=TELLS))),
    Planted(IPYNB, "row of data", in_block(6, lambda block: block["data"]["rows"].append(
        ["Neglect", 3]))),
    Planted(IPYNB, "column of data", in_block(6, lambda block: block["data"]["columns"].append(
        "Neglect 3"))),
    Planted(IPYNB, "alt text", in_block(7, lambda block: block.update(alt="Neglect: 3."))),
    Planted(IPYNB, "text of a picture", in_block(7, lambda block: block.update(
        svg=block["svg"].replace("</svg>", '<text x="1" y="1">Neglect 3</text></svg>')))),
    Planted(IPYNB, "points of a line", in_block(
        8, lambda block: block["groups"][0]["rows"][0][1][0]["chart"].update(svg=LINE))),
    Planted(IPYNB, "hidden figure", in_block(3, lambda block: block["rows"][0].__setitem__(3, 3))),
    Planted(IPYNB, "column of figures", in_block(3, lambda block: block["columns"].append("n"))),
]
DOCUMENT = [
    Planted(PDF, "attachment", in_pdf(lambda pdf: pdf.attachments.__setitem__("a.txt", b"3"))),
    Planted(PDF, "annotation", in_pdf(lambda pdf: pdf.pages[0].__setitem__(
        "/Annots", pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Text, Contents="3")])))),
    Planted(PDF, "contents of a link", in_pdf(lambda pdf: pdf.pages[0].__setitem__(
        "/Annots", pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Contents="3")])))),
    Planted(PDF, "page that a link says", in_pdf(lambda pdf: pdf.pages[0].__setitem__(
        "/Annots", pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link,
                                                     Contents="Section, page 99")])))),
    Planted(PDF, "remark without words", in_pdf(lambda pdf: pdf.pages[0].__setitem__(
        "/Annots", pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Text, T="3")])))),
    Planted(PDF, "bookmark", in_pdf(lambda pdf: pdf.Root.Outlines.First.__setitem__(
        "/Title", TELLS))),
    Planted(PDF, "form field", in_pdf(lambda pdf: pdf.Root.__setitem__(
        "/AcroForm", pikepdf.Dictionary(Fields=[pikepdf.Dictionary(T="n", V="3")])))),
    Planted(PDF, "script", in_pdf(lambda pdf: pdf.Root.__setitem__(
        "/OpenAction", pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="n=3")))),
    Planted(PDF, "named destination", in_pdf(lambda pdf: pdf.Root.__setitem__(
        "/Names", pikepdf.Array(["neglect 3", 1])))),
    Planted(PDF, "title", in_pdf(lambda pdf: pdf.docinfo.__setitem__("/Title", TELLS))),
    Planted(PDF, "own metadata", in_pdf(lambda pdf: pdf.docinfo.__setitem__("/Neglect", "3"))),
    Planted(PDF, "XMP", in_pdf(lambda pdf: pdf.Root.Metadata.write(
        pdf.Root.Metadata.read_bytes().replace(b"</x:xmpmeta>", b"<x:n>3</x:n></x:xmpmeta>")))),
    Planted(PDF, "XMP text", in_pdf(lambda pdf: pdf.Root.Metadata.write(
        pdf.Root.Metadata.read_bytes().replace(b"A Board", b"Neglect 3", 1)))),
    Planted(PDF, "alt text", in_pdf(lambda pdf: pdf.Root.StructTreeRoot.__setitem__(
        "/Alt", TELLS))),
    Planted(PDF, "actual text", in_pdf(lambda pdf: pdf.Root.StructTreeRoot.__setitem__(
        "/ActualText", TELLS))),
    Planted(PDF, "outside the structure", in_pdf(drawn)),
    Planted(PDF, "mark of a content", in_pdf(lambda pdf: pdf.pages[0].contents_add(
        b"/Span <</ActualText (Neglect: 3)>> BDC EMC"))),
    Planted(PDF, "comment of a content", in_pdf(lambda pdf: pdf.pages[0].contents_add(
        b"% Neglect 3\n"))),
    Planted(PDF, "image in a content", in_pdf(lambda pdf: pdf.pages[0].contents_add(
        b"BI /W 1 /H 1 ID 3 EI"))),
    Planted(PDF, "stream that is not used", in_pdf(lambda pdf: pdf.Root.__setitem__(
        "/T", pdf.make_stream(b"3")))),
    Planted(PDF, "image", in_pdf(lambda pdf: pdf.pages[0].Resources.__setitem__(
        "/XObject", pikepdf.Dictionary(x1=pdf.make_stream(b"3", Subtype=pikepdf.Name.Image))))),
    Planted(PDF, "image behind what is seen through", in_pdf(lambda pdf: pdf.pages[0].Resources
            .__setitem__("/XObject", pikepdf.Dictionary(x1=seen_through(pdf))))),
    Planted(PDF, "what is seen through of no image", in_pdf(lambda pdf: pdf.Root.__setitem__(
        "/SMask", pdf.make_stream(b"3")))),
    Planted(PDF, "stream like a picture", in_pdf(lambda pdf: pdf.pages[0].Resources.__setitem__(
        "/XObject", pikepdf.Dictionary(x1=pdf.make_stream(b"3"))))),
    Planted(PDF, "page label", in_pdf(lambda pdf: pdf.Root.__setitem__(
        "/PageLabels", pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(P="3")])))),
    Planted(PDF, "layer", in_pdf(lambda pdf: pdf.Root.__setitem__(
        "/OCProperties", pikepdf.Dictionary(OCGs=[])))),
    Planted(PDF, "name", in_pdf(lambda pdf: pdf.Root.__setitem__("/T", pikepdf.Name("/Neglect3")))),
    Planted(PDF, "after the end", add(b"Neglect 3\n")),
    Planted(PDF, "later version", add(b"\n900 0 obj\n(Neglect: 3)\nendobj\nstartxref\n0\n%%EOF\n")),
    Planted(PDF, "between objects", between_objects),
]
WORKBOOK = [
    Planted(XLSX, "cell", in_part(SHEET, "</sheetData>",
                                  '<row r="9"><c r="A9" t="inlineStr"><is><t>Neglect 3</t></is></c>'
                                  '</row></sheetData>')),
    Planted(XLSX, "text that no cell has", in_part(STRINGS, "</sst>", "<si><t>3</t></si></sst>")),
    Planted(XLSX, "text of a cell", in_part(STRINGS, "Kinds of abuse", TELLS)),
    Planted(XLSX, "header", in_part(SHEET, "</worksheet>", "<headerFooter><oddHeader>3</oddHeader>"
                                    "</headerFooter></worksheet>")),
    Planted(XLSX, "validation", in_part(SHEET, "</worksheet>", '<dataValidations count="1">'
                                        '<dataValidation prompt="3"/></dataValidations>'
                                        '</worksheet>')),
    Planted(XLSX, "conditional format", in_part(SHEET, "</worksheet>", "<conditionalFormatting>"
                                                "<cfRule/></conditionalFormatting></worksheet>")),
    Planted(XLSX, "hidden row", in_part(SHEET, '<row r="2"', '<row hidden="1" r="2"')),
    Planted(XLSX, "hidden column", in_part(SHEET, "<col ", '<col hidden="1" ')),
    Planted(XLSX, "hidden sheet", in_part(BOOK, 'Table 1"', 'Table 1" state="hidden"')),
    Planted(XLSX, "name of a sheet", in_part(BOOK, 'Table 1"', 'Neglect 3"')),
    Planted(XLSX, "defined name", in_part(BOOK, "</sheets>", '</sheets><definedNames><definedName '
                                          'name="n">3</definedName></definedNames>')),
    Planted(XLSX, "hyperlink", in_part(LINKS, 'Table 1"/>', 'Neglect 3"/>')),
    Planted(XLSX, "tip of a hyperlink", in_part(LINKS, 'Table 1"/>',
                                                  'Table 1" tooltip="3"/>')),
    Planted(XLSX, "cell that stands twice", in_part(
        SHEET, "<sheetData>", '<sheetData><row r="1"><c r="A1" t="str"><v>3</v></c></row>')),
    Planted(XLSX, "split pane", in_part(SHEET, 'workbookViewId="0"/>', 'workbookViewId="0"><pane '
                                        'state="split" topLeftCell="C3"/></sheetView>')),
    Planted(XLSX, "name of a table", in_part(TABLE, 'kinds"', 'Neglect_3"')),
    Planted(XLSX, "comment of a table", in_part(TABLE, 'name="', 'comment="3" name="')),
    Planted(XLSX, "formula of a table", in_part(TABLE, "</tableColumns>", "<totalsRowFormula>3"
                                                "</totalsRowFormula></tableColumns>")),
    Planted(XLSX, "number format", in_part("xl/styles.xml", "</numFmts>",
                                           '<numFmt formatCode="3"/></numFmts>')),
    Planted(XLSX, "name of a font", in_part("xl/styles.xml", "Arial", "Neglect 3")),
    Planted(XLSX, "name of the theme", in_part("xl/theme/theme1.xml", "Office Theme", "Neglect 3")),
    Planted(XLSX, "keywords", in_part("docProps/core.xml", "</cp:coreProperties>",
                                      "<cp:keywords>3</cp:keywords></cp:coreProperties>")),
    Planted(XLSX, "title", in_part("docProps/core.xml", "<dc:title>", "<dc:title>Neglect: 3 ")),
    Planted(XLSX, "company", in_part("docProps/app.xml", "<Company>", "<Company>Neglect 3")),
    Planted(XLSX, "comment", with_part("xl/comments1.xml", "<comments/>")),
    Planted(XLSX, "custom XML", with_part("customXml/item1.xml", "<n>3</n>")),
    Planted(XLSX, "custom property", with_part("docProps/custom.xml", "<n>3</n>")),
    Planted(XLSX, "drawing", with_part("xl/drawings/drawing1.xml", "<n>3</n>")),
    Planted(XLSX, "comment of the archive", lambda content: _packed(_parts(content), b"Neglect 3")),
    Planted(XLSX, "before the start", lambda content: b"Neglect 3" + content),
    Planted(XLSX, "after the end", add(b"Neglect 3")),
]
PICTURE = [
    Planted(SVG, "words", swap("</desc>", f"</desc><text x='9' y='9'>{TELLS}</text>")),
    Planted(SVG, "title", swap("<title>", f"<title>{TELLS}. ")),
    Planted(SVG, "alt text", swap('aria-label="', f'aria-label="{TELLS}. ')),
    Planted(SVG, "comment", swap("</desc>", f"</desc><!-- {TELLS} -->")),
    Planted(SVG, "metadata", swap("</desc>", "</desc><metadata>3</metadata>")),
    Planted(SVG, "attribute", swap("<rect ", '<rect neglect="3" ')),
    Planted(SVG, "name of a part", swap("<rect ", '<rect id="Neglect-3" ')),
    Planted(SVG, "processing instruction", lambda content: b"<?neglect 3?>" + content),
    Planted(PNG, "text", in_png("iTXt", b"Comment" + b"\0" * 5 + b"3")),
    Planted(PNG, "time", in_png("tIME", b"\x07\xdf\x01\x03\0\0\0")),
    Planted(PNG, "other pixels", painted),
    Planted(PNG, "after the end", add(b"Neglect 3")),
]
OTHERS = [
    Planted(CSV, "row", add(b"Neglect,3\r\n")),
    Planted(CSV, "cell beyond the heads", add(b"Neglect,,3\r\n")),
    Planted(CSV, "line", add(b"# Neglect: 3\r\n")),
    Planted(CSV, "head", lambda content: content.replace(b"\r\n", b",Neglect 3\r\n", 1)),
    Planted("tables/neglect-3.csv", "name of a file", lambda content: b"a\r\n"),
    Planted("notes.txt", "another file", lambda content: b"3"),
    Planted(MANIFEST, "key", swap('"formats"', '"n": 3, "formats"')),
    Planted(MANIFEST, "value", swap("2014-15 Q3", "Neglect 3")),
]
OUT_OF_REACH = [Planted(HTML, f"said: {text}", said(text), False) for text in (
    "Neglect: III", "Neglect: a handful, one fewer than four.", "One in thirteen was neglect.",
    "Neglect: Ann, Bob and Cas.", "A trio of neglected children.", "Neglect: half a dozen, halved.",
    "Neglect. The number has three letters fewer than the word itself.",
    "Little care was taken of 3 children.", "Neglect: 1 + 2", "Neglect: 0x3",
)] + [
    Planted(HTML, "letters drawn as shapes", in_picture('<path d="M 1 1 L 3 1 L 2 3 z"/>'), False),
]
PLANTED = [*WORDS, *PAGE, *NOTEBOOK, *DOCUMENT, *WORKBOOK, *PICTURE, *OTHERS]
