"""Write one picture of all pages of each paper of the Board's set into ``docs/papers/``.

Run ``pscb batch --year 2014-15`` and then ``python -m tools.montage`` after a change of the pages.
A paper is that of the cycle of ``settings.yaml``, or of the last one that has it; of a report with
several papers in a cycle it is the last.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import nbformat
from PIL import Image

from pscb_lib.board.names import split_name
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.pdf import printed
from pscb_lib.page.rendering.typesetting import accent_of, compiler, inputs_of

OUTPUTS = Path("outputs")
CYCLES = "2014-15-q1", "2014-15-q2", "2014-15-q4", "2014-15-q3", "2014-15"
PICTURES = Path("docs", "papers")
IN_A_ROW, PPI, GAP, COLOURS = 3, 60, 6, 256


def pages_of(notebook: Path) -> list[Image.Image]:
    """The pages of a published paper as pictures."""
    paper = read_paper(nbformat.read(notebook, as_version=4))
    made: Any = compiler("paper.typ").compile(
        format="png", ppi=PPI, sys_inputs=inputs_of(printed(paper), accent_of(paper.front)))
    return [Image.open(io.BytesIO(one)) for one in (made if isinstance(made, list) else [made])]


def montage(pages: list[Image.Image]) -> Image.Image:
    """The pages in rows, on grey."""
    width, height = (length + GAP for length in pages[0].size)
    rows = -(-len(pages) // IN_A_ROW)
    sheet = Image.new("RGB", (width * min(IN_A_ROW, len(pages)) + GAP, height * rows + GAP), "#ccc")
    for number, page in enumerate(pages):
        row, column = divmod(number, IN_A_ROW)
        sheet.paste(page, (GAP + column * width, GAP + row * height))
    return sheet.quantize(COLOURS, Image.Quantize.MAXCOVERAGE)


def main() -> None:
    """Write the pictures and name them."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    last = {split_name(path.parent.name)[0]: path for cycle in CYCLES
            for path in sorted((OUTPUTS / cycle / "board").glob("*/report.ipynb"))}
    for report, notebook in sorted(last.items()):
        picture = PICTURES / f"{report}.png"
        montage(pages_of(notebook)).save(picture, optimize=True)
        sys.stdout.write(f"{picture}\n")


if __name__ == "__main__":
    main()
