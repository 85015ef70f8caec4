"""Read an executed notebook as a paper: blocks and Markdown, nothing else.

A code cell may only output blocks. A data frame, printed text, a picture or a
script is refused, with the id of its cell, because it was not masked,
described or made safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pscb_lib.board.wording import named, words_in
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.page.rendering.lint import PaperError, lint
from pscb_lib.page.rendering.markdown import markdown_blocks
from pscb_lib.page.rendering.numbering import number_blocks
from pscb_lib.page.rendering.printed import period_in_words
from pscb_lib.page.words.front import DRAFT
from pscb_lib.page.words.glossary import glossary_of

if TYPE_CHECKING:
    from nbformat import NotebookNode

LONGEST_LINE = 80
LEAST_HEADINGS = 7  # of a paper with contents: such a paper has more than four pages


@dataclass(frozen=True)
class Paper:
    """A paper ready to be printed: its title, its front sheet and its blocks, numbered."""

    title: str
    front: dict[str, Any]
    blocks: tuple[dict[str, Any], ...]
    checked: bool
    figures: dict[str, Any] | None = None  # the block of all figures, which no page prints

    @property
    def contents(self) -> list[tuple[str, str]]:
        """The id and the text of each main heading, if the paper is long enough to need them."""
        found = [(block["id"], block["text"]) for block in self.blocks
                 if block["kind"] == "heading" and block["level"] == 2 and "place" not in block]
        return found if len(found) >= LEAST_HEADINGS else []

    @property
    def is_draft(self) -> bool:
        """Whether it is a public set that nobody has signed off."""
        return self.front["marking"] == DRAFT

    @property
    def page_title(self) -> str:
        """The title for a browser tab, a PDF reader and a search."""
        return f"{self.name} – {self.front['board']}"

    @property
    def name(self) -> str:
        """The title and the period as people read it: Quarterly data set, Quarter 3 2014/15."""
        return f"{self.title}, {period_in_words(self.front['period'])}"


def read_paper(notebook: NotebookNode) -> Paper:
    """Read an executed *notebook*. Raises PaperError, naming the cell that cannot be printed."""
    found = [(cell["id"], block) for cell in notebook.cells for block in _cell_blocks(cell)]
    lint(found)
    blocks = [block for _, block in found]
    title = next(block for block in blocks if block["kind"] == "heading")
    front = next(block for block in blocks if block["kind"] == "front")
    words = words_in(front)
    rest = tuple(named(block, words) for block in blocks
                 if block is not title and block is not front and block["kind"] != "figures")
    glossary = glossary_of(rest)
    rest = (*rest[:-1], glossary, rest[-1]) if glossary else rest
    checked = notebook.metadata.get("pscb", {}).get("checked") is True
    figures = next((block for block in blocks if block["kind"] == "figures"), None)
    return Paper(title["text"], front, number_blocks(rest), checked, figures)


def _cell_blocks(cell: NotebookNode) -> Iterator[dict[str, Any]]:
    if cell.cell_type == "markdown":
        try:
            yield from markdown_blocks(cell.source)
        except ValueError as error:
            raise PaperError(f"cell {cell['id']}: {error}") from error
    elif cell.cell_type == "code":
        for output in cell.outputs:
            yield _output_block(cell["id"], output)


def _output_block(cell_id: str, output: NotebookNode) -> dict[str, Any]:
    if output.output_type == "error":
        raise PaperError(f"cell {cell_id}: it failed ({output.ename}); correct it and run again")
    if output.output_type == "stream":
        raise PaperError(f"cell {cell_id}: it printed plain text, {_first_line(output.text)!r}; "
                         "show a block or remove print()")
    if BLOCK not in output.data:
        kinds = ", ".join(sorted(output.data))
        raise PaperError(
            f"cell {cell_id}: its output ({kinds}) is not a block; "
            "show it with pscb_lib.page.tables, charts or blocks, or end the line with a semicolon"
        )
    return output.data[BLOCK]


def _first_line(printed: str) -> str:
    """What a cell printed, so far that it can be found; of the file in a warning its name."""
    line = next(filter(str.strip, printed.splitlines()), "").strip()
    line = re.sub(r"^\S*[/\\](?=[^/\\]+\.py:\d+: )", "", line)
    return line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]} ..."
