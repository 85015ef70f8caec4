"""The Board's own look in a Word document: its template, its colour and its logo."""

from __future__ import annotations

import base64
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import nbformat
import pytest
from docx.shared import Mm, Pt, Twips
from specimen import FRONT, notebook_of, shown, spark, specimen

from pscb_lib.disclosure.outsider.finished_word import read_word
from pscb_lib.disclosure.outsider.found import Finished
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.word.document import render_word
from pscb_lib.page.rendering.word.template import read_template
from pscb_lib.page.rendering.word.xml import tag
from pscb_lib.reading.findings import InputError
from pscb_lib.writing.rasters import rasterise

ACCENT = "#7a1f5c"
PNG = rasterise([spark()["chart"]["svg"]])[spark()["chart"]["svg"]]
SVG = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" '
       f'fill="{ACCENT}"/></svg>')


def template(path: Path, change=lambda made: None) -> Path:
    """A Word template with a style of its own, words and a narrow page."""
    made = docx.Document()
    made.styles["Heading 1"].font.name = "Georgia"
    made.styles["Heading 1"].font.size = Pt(19)
    made.sections[0].left_margin = made.sections[0].right_margin = Mm(30)
    made.add_paragraph("Words of the template")
    made.core_properties.keywords = "Properties of the template"
    change(made)
    made.save(path)
    return path


def made_with(look: dict[str, str]) -> bytes:
    """The specimen as a document with a look."""
    paper = read_paper(specimen())
    return render_word(replace(paper, front=paper.front | {"look": look}))


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> bytes:
    """The specimen in the look of a template."""
    path = template(tmp_path_factory.mktemp("look") / "board.dotx")
    return made_with({"word": read_template(path)})


def test_a_style_of_the_template_is_used_by_its_name(content):
    document = docx.Document(io.BytesIO(content))
    heading = next(one for one in document.paragraphs if one.text == "All indicators")
    assert (heading.style.name, heading.style.font.name, heading.style.font.size) == (
        "Heading 1", "Georgia", Pt(19))


def test_a_style_that_the_template_lacks_is_ours(content):
    document = docx.Document(io.BytesIO(content))
    assert {"Lead", "Callout", "Board table"} <= {style.name for style in document.styles}


def test_the_page_is_the_templates(content):
    section = docx.Document(io.BytesIO(content)).sections[0]
    assert (section.left_margin, section.right_margin) == (Twips(1701), Twips(1701))  # 30 mm


def test_nothing_else_of_the_template_is_taken(content):
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        whole = b"".join(parts.read(name) for name in parts.namelist())
    assert b"of the template" not in whole


def test_the_audit_knows_all_of_a_document_with_a_template(content, tmp_path):
    (tmp_path / "report.docx").write_bytes(content)
    found = Finished(tmp_path)
    read_word(tmp_path / "report.docx", "report.docx", found)
    assert found.strange == set()


def test_the_language_is_ours(content):
    document = docx.Document(io.BytesIO(content))
    said = {one.get(tag("w:val")) for one in document.styles.element.iter(tag("w:lang"))}
    assert said == {"en-GB"}


def not_a_zip(path: Path) -> None:
    path.write_text("Dear Board")


def without_styles(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/document.xml", "<a/>")


def strict(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("word/styles.xml", "<styles/>")


def too_narrow(path: Path) -> None:
    def narrow(made):
        made.sections[0].left_margin = made.sections[0].right_margin = Mm(90)
    template(path, narrow)


@pytest.mark.parametrize(("spoil", "says"), [
    pytest.param(lambda path: None, "cannot be read (No such file or directory)", id="no file"),
    pytest.param(not_a_zip, "cannot be used as template: it is no Word template", id="no document"),
    pytest.param(without_styles, "cannot be used as template: it is no Word template",
                 id="no styles"),
    pytest.param(strict, "cannot be used as template: it is Strict Open XML", id="strict"),
    pytest.param(too_narrow, "cannot be used as template: it leaves too little room for text",
                 id="wide margins"),
])
def test_a_file_that_is_no_template_is_refused(tmp_path, spoil, says):
    path = tmp_path / "board.dotx"
    spoil(path)
    with pytest.raises(InputError) as fault:
        read_template(path)
    assert "board.dotx" in str(fault.value) and says in str(fault.value)


def test_the_accent_colours_questions_and_links():
    styles = docx.Document(io.BytesIO(made_with({"accent": ACCENT}))).styles
    link = next(one for one in styles if one.name == "Hyperlink")
    assert str(link.font.color.rgb) == ACCENT[1:].upper()


def test_the_logo_comes_first_and_says_whose_it_is():
    document = docx.Document(io.BytesIO(made_with({"svg": SVG})))
    first = document.paragraphs[0]._p.find(f".//{tag('wp:inline')}")
    extent = first.find(tag("wp:extent"))
    assert first.find(tag("wp:docPr")).get("descr") == FRONT["board"]
    assert int(extent.get("cx")) == 2 * int(extent.get("cy"))


@pytest.mark.parametrize(("carried", "strange"), [
    pytest.param(PNG, set(), id="the front sheet carries it"),
    pytest.param(b"", {("report.docx", "the pixels of word/media/image1.png")},
                 id="the front sheet carries another"),
])
def test_a_logo_of_pixels_is_the_one_that_the_front_sheet_carries(tmp_path, carried, strange):
    (tmp_path / "report.docx").write_bytes(made_with({"png": base64.b64encode(PNG).decode()}))
    front = FRONT | {"look": {"png": base64.b64encode(carried).decode()}}
    nbformat.write(notebook_of(shown("front", front)), tmp_path / "report.ipynb")
    found = Finished(tmp_path)
    read_word(tmp_path / "report.docx", "report.docx", found)
    assert found.strange == strange
