"""A Word document opens in LibreOffice Writer, which saves none that it cannot read."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest
from libreoffice import SOFFICE, needs_libreoffice
from specimen import FRONT, specimen

from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.word.document import render_word

PAGES = range(3, 7)  # of the specimen, whose PDF has four


@needs_libreoffice
@pytest.mark.slow
def test_writer_opens_a_document_and_prints_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(render_word(read_paper(specimen())))
    profile = (tmp_path / "profile").resolve().as_uri()
    subprocess.run([str(SOFFICE), "--headless", f"-env:UserInstallation={profile}", "--convert-to",
                    "pdf", "--outdir", str(tmp_path), str(tmp_path / "report.docx")],
                   check=True, capture_output=True, timeout=300)
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert len(pdf.pages) in PAGES
        assert str(pdf.docinfo.Author) == FRONT["board"]
