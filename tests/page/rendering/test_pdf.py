"""The PDF: tagged, titled, and of a page the width of its tables."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pdf_checks import attribute, check_pdf, elements
from specimen import FRONT, notebook_of, said, shown, specimen

from pscb_lib.page import blocks
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.pdf import render_pdf


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimen as a PDF."""
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    path.write_bytes(render_pdf(read_paper(specimen())))
    return path


def test_the_pdf_has_what_a_screen_reader_needs(path: Path) -> None:
    assert check_pdf(path) == []


def test_another_checker_of_pdf_ua_finds_nothing(path: Path) -> None:
    pdfua = pytest.importorskip("pdfua", reason="pdfua is not installed")
    assert pdfua.validate(path).findings == ()


def test_the_checks_find_what_is_wrong(path: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.pdf"
    with pikepdf.open(path) as pdf:
        del pdf.Root.Lang
        figure = next(each for each in elements(pdf.Root.StructTreeRoot) if each.S == "/Figure")
        del figure.Alt
        row = [each for each in elements(pdf.Root.StructTreeRoot) if each.S == "/TR"][1]
        row.K[0].S = pikepdf.Name.TD
        pdf.save(spoilt)
    assert check_pdf(spoilt) == [
        "the language is None, not en-GB",
        "a row has no header cell",
        "a figure has no alternative text",
    ]


def test_the_pdf_is_titled_and_dated_as_the_paper_is(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo.Title) == (
            "Quarterly data set, Quarter 3 2014/15 – Peterborough Safeguarding Children Board"
        )
        assert str(pdf.docinfo.CreationDate) == "D:20150131000000Z"
        with pdf.open_metadata() as metadata:
            assert (metadata["pdfuaid:part"], metadata["pdfaid:part"]) == ("1", "2")


def test_a_question_is_tagged_as_a_heading_and_is_no_bookmark(tmp_path: Path) -> None:
    asked = blocks.Question("why", "Why so?", "Head of Access").as_json()
    path = tmp_path / "asked.pdf"
    path.write_bytes(render_pdf(read_paper(notebook_of(
        said("title", "# A paper"), shown("front", FRONT), shown("why", asked),
        said("more", "## Method\n\nWords."), shown("how", asked | {"id": "how"})))))

    assert check_pdf(path) == []
    with pikepdf.open(path) as pdf:
        tags = [str(each.S) for each in elements(pdf.Root.StructTreeRoot)]
        with pdf.open_outline() as outline:
            found = [one.title for one in walk(outline.root)]
    assert [tag for tag in tags if tag[:2] == "/H"] == ["/H1", "/H2", "/H2", "/H3"]
    assert not any("Why so?" in title for title in found)


def walk(items: list) -> list:
    return [one for item in items for one in (item, *walk(item.children))]


def test_only_a_table_of_more_than_eight_columns_turns_the_page(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        turned = [page.mediabox[2] > page.mediabox[3] for page in pdf.pages]
    assert turned.count(True) == 1


def test_every_first_cell_of_a_row_is_its_header(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        scopes = [
            str(attribute(each, "/Scope"))
            for each in elements(pdf.Root.StructTreeRoot)
            if each.S == "/TH"
        ]
    # Rows: 3 exceptions, 11 ratings, 4 sources, 1 hostile.
    assert scopes.count("/Row") == 19


def test_fonts_travel_with_the_pdf(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        names = {
            str(font.BaseFont).partition("+")[2]
            for page in pdf.pages
            for font in page.Resources.get("/Font", {}).values()
        }
    assert {name.partition("-")[0] for name in names} == {"SourceSansPro"}
