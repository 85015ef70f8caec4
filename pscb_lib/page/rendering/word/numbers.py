"""The numbers of figures, tables and questions, which Word counts through the document."""

from __future__ import annotations

from typing import Any

from pscb_lib.page.rendering.numbering import NAMES
from pscb_lib.page.rendering.word.shared import Shared
from pscb_lib.page.rendering.word.text import field, run
from pscb_lib.page.rendering.word.xml import Element


def numbered(block: dict[str, Any], shared: Shared) -> list[Element]:
    """Return the number of a block, "Figure 3.", as the place that its id names."""
    counted = count(NAMES[block["kind"]], block["number"])
    return [*shared.bookmarks.around(block["id"], counted), run(".", "Strong")]


def count(name: str, number: int) -> list[Element]:
    """Return a name with its number, "Question 2", as strong as a caption."""
    return [run(f"{name} ", "Strong"), field(f"SEQ {name} \\* ARABIC", str(number), "Strong")]
