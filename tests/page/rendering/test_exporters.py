"""The paper comes out of plain nbconvert as it comes out of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbconvert.exporters import get_exporter
from specimen import specimen, specimen_text

from pscb_lib.page.rendering.exporters import (
    PaperHTMLExporter,
    PaperPDFExporter,
    PaperWordExporter,
)
from pscb_lib.page.rendering.html import render_page
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.pdf import render_pdf
from pscb_lib.page.rendering.word.document import render_word


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The specimen as a file."""
    path = tmp_path / "report.ipynb"
    path.write_text(specimen_text(), encoding="utf-8", newline="\n")
    return path


def test_nbconvert_makes_the_same_page(path: Path) -> None:
    page, resources = PaperHTMLExporter().from_filename(str(path))
    assert page == render_page(read_paper(specimen()))
    assert resources["output_extension"] == ".html"


def test_nbconvert_makes_the_same_pdf(path: Path) -> None:
    document, resources = PaperPDFExporter().from_filename(str(path))
    assert document == render_pdf(read_paper(specimen()))
    assert resources["output_extension"] == ".pdf"


def test_nbconvert_makes_the_same_document(path: Path) -> None:
    document, resources = PaperWordExporter().from_filename(str(path))
    assert document == render_word(read_paper(specimen()))
    assert resources["output_extension"] == ".docx"


@pytest.mark.parametrize(
    ("name", "exporter"),
    [("pscb_html", PaperHTMLExporter), ("pscb_pdf", PaperPDFExporter),
     ("pscb_docx", PaperWordExporter)],
    ids=lambda name: f"{name} is known to nbconvert" if isinstance(name, str) else "",
)
def test_the_names_are_registered(name: str, exporter: type) -> None:
    assert get_exporter(name) is exporter
