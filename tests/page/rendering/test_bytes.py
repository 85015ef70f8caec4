"""The same paper gives the same bytes, wherever and whenever it is printed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from specimen import specimen

from pscb_lib.page.rendering.html import render_page
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.pdf import render_pdf
from pscb_lib.page.rendering.spreadsheets import write_tables
from pscb_lib.page.rendering.word.document import render_word

HERE = Path(__file__).parent


def digests(folder: Path) -> dict[str, str]:
    """Print the specimen into *folder*; return file -> SHA-256."""
    paper = read_paper(specimen())
    write_tables(paper, folder)
    (folder / "report.html").write_text(render_page(paper), encoding="utf-8", newline="\n")
    (folder / "report.pdf").write_bytes(render_pdf(paper))
    (folder / "report.docx").write_bytes(render_word(paper))
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.mark.parametrize(
    "surroundings",
    [
        pytest.param(
            {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}, id="fourteen hours ahead",
            marks=pytest.mark.slow,
        ),
        pytest.param(
            {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "99", "LANG": "C", "LC_ALL": "C"},
            id="behind, and without a language",
        ),
    ],
)
def test_two_machines_print_the_same_bytes(surroundings: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    script = "import sys, test_bytes as t; t.digests(t.Path(sys.argv[1]))"
    path = os.pathsep.join([str(HERE), str(HERE.parents[1] / "support"), str(HERE.parents[2])])
    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "there")],
        env=os.environ | surroundings | {"PYTHONPATH": path},
        check=True,
    )
    here = digests(tmp_path / "here")
    there = {
        name: hashlib.sha256((tmp_path / "there" / name).read_bytes()).hexdigest() for name in here
    }
    assert there == here
    assert len(here) == 10
