"""The blocks of a paper as paragraphs and tables of a document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE

from pscb_lib.page.rendering.word.numbers import numbered
from pscb_lib.page.rendering.word.ratings import strip
from pscb_lib.page.rendering.word.shared import DXA, Shared
from pscb_lib.page.rendering.word.tables import grid, rows_of
from pscb_lib.page.rendering.word.text import paragraph, run
from pscb_lib.page.rendering.word.xml import Element, make, w

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
    return [strip(block, shared), *_after(block, shared)]


def _table(block: Block, shared: Shared) -> list[Element]:
    caption = _caption(block, shared)
    if not rows_of(block):
        return [caption, paragraph("Normal", run(block["empty"]))]
    return [caption, grid(block, shared, block["caption"]), *_after(block, shared)]


def _chart(block: Block, shared: Shared) -> list[Element]:
    drawn = shared.pictures.draw(block["svg"], block["alt"], shared.room / DXA)
    subtitle, note = block.get("subtitle"), _note(block, shared)
    return [_caption(block, shared),
            *([paragraph("Figuresubtitle", run(subtitle))] if subtitle else []),
            paragraph("Figure", drawn, keep_next=bool(note)),
            *note]


def _question(block: Block, shared: Shared) -> list[Element]:
    about = " · ".join(filter(None, (block["ledger"], block["owner"], block["said"])))
    return [paragraph("Question", *numbered(block, shared), run(" "),
                      *shared.bookmarks.runs(block["runs"]), keep_next=bool(about)),
            *([paragraph("Questionowner", run(about, "Muted"))] if about else [])]


def _caption(block: Block, shared: Shared) -> Element:
    if not block.get("number"):
        said = shared.bookmarks.around(block["id"], [run(block["caption"])])
        return paragraph("Caption", *said, keep_next=True)
    return paragraph("Caption", *numbered(block, shared), run(f" {block['caption']}"),
                     keep_next=True)


def _after(block: Block, shared: Shared) -> list[Element]:
    """What stands after a table, so that no other joins it: its note, or a little space."""
    return _note(block, shared) or [paragraph("Gap")]


def _note(block: Block, shared: Shared) -> list[Element]:
    """The note of a table or a chart, and the link to its sheet; nothing if it has neither."""
    said = [run(block["note"])] if block.get("note") else []
    if "sheet" in block:
        said += [*([run(" ")] if said else []), _link_out(shared, **block["sheet"])]
    return [paragraph("Note", *said)] if said else []


def _link_out(shared: Shared, address: str, text: str) -> Element:
    """A link to a file beside the document."""
    relation = shared.pictures.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK,
                                              is_external=True)
    return make("w:hyperlink", {"r:id": relation, "w:history": 1}, run(text, "Hyperlink"))


WRITERS: dict[str, Callable[[Block, Shared], list[Element]]] = {
    "lead": _words("Lead"), "prose": _words("Normal"), "heading": _heading,
    "callout": _callout, "question": _question, "list": _list, "tally": _tally,
    "table": _table, "chart": _chart,
}
