"""The paper comes out of plain nbconvert as it comes out of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbconvert.exporters import get_exporter
from specimen import specimen, specimen_text

from pscb_lib.page.rendering.exporters import PaperHTMLExporter, PaperPDFExporter
from pscb_lib.page.rendering.html import render_page
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.pdf import render_pdf


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


@pytest.mark.parametrize(
    ("name", "exporter"),
    [("pscb_html", PaperHTMLExporter), ("pscb_pdf", PaperPDFExporter)],
    ids=["pscb_html is known to nbconvert", "pscb_pdf is known to nbconvert"],
)
def test_the_names_are_registered(name: str, exporter: type) -> None:
    assert get_exporter(name) is exporter
