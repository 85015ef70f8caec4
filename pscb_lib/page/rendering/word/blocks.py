"""The blocks of a paper as paragraphs and tables of a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pscb_lib.page.rendering.word.numbers import numbered
from pscb_lib.page.rendering.word.ratings import strip
from pscb_lib.page.rendering.word.shared import DXA, Shared
from pscb_lib.page.rendering.word.tables import grid, rows_of
from pscb_lib.page.rendering.word.text import paragraph, run
from pscb_lib.page.rendering.word.xml import Element, w

Block = dict[str, Any]
LOWEST_HEADING = 4


def elements_of(block: Block, shared: Shared) -> list[Element]:
    """Return a block as elements; one that is not printed has none."""
    write = WRITERS.get(block["kind"])
    return write(block, shared) if write else []


def _words(style: str) -> Callable[[Block, Shared], list[Element]]:
    return lambda block, shared: [paragraph(style, *shared.bookmarks.runs(block["runs"]))]


def _heading(block: Block, shared: Shared) -> list[Element]:
    """The title of the paper is level 1, so the headings of Word begin below it."""
    style = f"Heading{min(block['level'] - 1, LOWEST_HEADING)}"
    content = [run(block["text"])]
    if block.get("id"):
        content = shared.bookmarks.around(block["id"], content)
    return [paragraph(style, *content)]


def _callout(block: Block, shared: Shared) -> list[Element]:
    title = run(block["title"] + " ", "Strong")
    return [paragraph("Callout", title, *shared.bookmarks.runs(block["runs"]))]


def _list(block: Block, shared: Shared) -> list[Element]:
    style = "ListNumber" if block.get("ordered") else "ListBullet"
    made = [paragraph(style, *shared.bookmarks.runs(item)) for item in block["items"]]
    if block.get("ordered") and made:
        number = shared.lists.begin()
        for one in made:
            one[0].insert(1, w("numPr", w("ilvl", val=0), w("numId", val=number)))
    return made


def _tally(block: Block, shared: Shared) -> list[Element]:
    return [strip(block, shared), _after(block)]


def _table(block: Block, shared: Shared) -> list[Element]:
    caption = _caption(block, shared)
    if not rows_of(block):
        return [caption, paragraph("Normal", run(block["empty"]))]
    return [caption, grid(block, shared, block["caption"]), _after(block)]


def _chart(block: Block, shared: Shared) -> list[Element]:
    drawn = shared.pictures.draw(block["svg"], block["alt"], shared.room / DXA)
    subtitle, note = block.get("subtitle"), block.get("note")
    return [_caption(block, shared),
            *([paragraph("Figuresubtitle", run(subtitle))] if subtitle else []),
            paragraph("Figure", drawn, keep_next=bool(note)),
            *([paragraph("Note", run(note))] if note else [])]


def _question(block: Block, shared: Shared) -> list[Element]:
    about = " · ".join(filter(None, (block["ledger"], block["owner"], block["said"])))
    return [paragraph("Question", *numbered(block, shared), run(" "),
                      *shared.bookmarks.runs(block["runs"]),
                      *([run(f" {about}", "Muted")] if about else []))]


def _caption(block: Block, shared: Shared) -> Element:
    if not block.get("number"):
        said = shared.bookmarks.around(block["id"], [run(block["caption"])])
        return paragraph("Caption", *said, keep_next=True)
    return paragraph("Caption", *numbered(block, shared), run(f" {block['caption']}"),
                     keep_next=True)


def _after(block: Block) -> Element:
    """What stands after a table, so that no other joins it: its note, or a little space."""
    return paragraph("Note", run(block["note"])) if block.get("note") else paragraph("Gap")


WRITERS: dict[str, Callable[[Block, Shared], list[Element]]] = {
    "lead": _words("Lead"), "prose": _words("Normal"), "heading": _heading,
    "callout": _callout, "question": _question, "list": _list, "tally": _tally,
    "table": _table, "chart": _chart,
}
