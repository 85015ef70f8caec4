"""A Board's own logo, colour and names of its sets, in every form of a paper."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from page_checks import check_inert
from papers import CYCLE, pscb
from pdf_checks import check_pdf, elements
from PIL import Image
from projects import make_project

SVG = ('<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" viewBox="0 0 40 20">'
       '<rect width="40" height="20" fill="#123456"/></svg>')
ACCENT, MARKING = "#7a1f5c", "For members of the Board alone"
LOOK = f'logo: logo.KIND\naccent: "{ACCENT}"\nset_names: {{board: {MARKING}}}\n'
BOARD = "Peterborough Safeguarding Children Board"


def png() -> bytes:
    """A logo with a part that can be seen through, as most have."""
    made = io.BytesIO()
    picture = Image.new("RGBA", (160, 80), (0, 0, 0, 0))
    picture.paste((18, 52, 86, 255), (0, 0, 80, 80))
    picture.save(made, "PNG")
    return made.getvalue()


def project_with(folder: Path, kind: str, logo: bytes) -> Path:
    root = make_project(folder / "a project", "small")
    (root / "params" / f"logo.{kind}").write_bytes(logo)
    settings = root / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + LOOK.replace("KIND", kind),
                        encoding="utf-8")
    return root


@pytest.fixture(scope="module", params=["svg", "png"])
def made(request, tmp_path_factory) -> Path:
    """The folder of a project whose board has a look of its own, all sets made and audited."""
    logo = SVG.encode() if request.param == "svg" else png()
    root = project_with(tmp_path_factory.mktemp("look"), request.param, logo)
    for words in (("run", "--audience", "restricted,board"),
                  ("pack", "--meeting", "2015-03-03"), ("audit", "outputs")):
        done = pscb(*words, cwd=root)
        assert done.returncode == 0, done.stdout + done.stderr
    return root / "outputs" / CYCLE / "board"


def test_a_page_has_the_logo_with_the_boards_name_and_its_colour(made):
    for page in ("small/report.html", "index.html"):
        text = (made / page).read_text(encoding="utf-8")
        assert f'aria-label="{BOARD}"' in text or f'<img alt="{BOARD}"' in text
        assert f"border-bottom: 2px solid {ACCENT}" in text and MARKING in text
        assert f".pscb a {{ color: {ACCENT}; }}" in text
    text = (made / "small" / "report.html").read_text(encoding="utf-8")
    assert [one for one in check_inert(text) if "data:image/png" not in one] == []


@pytest.mark.parametrize("file", ["small/report.pdf", "pack-2015-03-03/board-pack-2015-03-03.pdf"])
def test_a_pdf_has_the_logo_with_the_boards_name(made, file):
    assert check_pdf(made / file) == []
    with pikepdf.open(made / file) as pdf:
        alts = [str(one.Alt) for one in elements(pdf.Root.StructTreeRoot) if "/Alt" in one]
        assert alts[0] == BOARD


def test_a_logo_that_is_no_picture_stops_the_run_before_it_begins(tmp_path):
    root = project_with(tmp_path, "png", b"no picture")
    done = pscb("run", cwd=root)
    assert done.returncode == 1
    assert "logo.png, column logo: cannot be used as logo: it is not a png" in done.stderr
    assert not (root / "outputs" / CYCLE / "board").exists()
