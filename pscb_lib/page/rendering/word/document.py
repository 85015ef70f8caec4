"""A paper as a Word document: the same paper always gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import docx

from pscb_lib.page.rendering.layout import laid_out
from pscb_lib.page.rendering.numbering import links_in
from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.word.base import empty_document
from pscb_lib.page.rendering.word.blocks import elements_of
from pscb_lib.page.rendering.word.columns import side_by_side
from pscb_lib.page.rendering.word.contents import contents_of
from pscb_lib.page.rendering.word.front import add_margins, foot_of, front_of
from pscb_lib.page.rendering.word.lists import Lists
from pscb_lib.page.rendering.word.packing import packed
from pscb_lib.page.rendering.word.pictures import EMU, Pictures, pictures_in
from pscb_lib.page.rendering.word.sections import Sections
from pscb_lib.page.rendering.word.shared import DXA, Shared
from pscb_lib.page.rendering.word.tables import is_turned
from pscb_lib.page.rendering.word.text import Bookmarks, page_break, paragraph
from pscb_lib.page.rendering.word.xml import Element
from pscb_lib.writing.rasters import rasterise


def render_word(paper: Paper) -> bytes:
    """Return *paper* as a Word document, in the look of a Board's own template if it has one."""
    rasterise(svg for block in paper.blocks for svg in pictures_in(block))
    linked = frozenset(links_in([*paper.blocks]))
    look = paper.front.get("look", {})
    document = docx.Document(io.BytesIO(
        empty_document(look.get("accent", ""), look.get("word", ""))))
    section = document.sections[0]
    shared = Shared(
        Pictures(document.part), Bookmarks(), Lists(document.part.numbering_part.element),
        linked, *_rooms(section))
    add_margins(section, paper, shared.room)
    last = section._sectPr
    for element in _elements(paper, shared, Sections(last)):
        last.addprevious(element)
    _describe(document.core_properties, paper)
    return packed(document)


def _rooms(section: Any) -> list[int]:
    """The widths in dxa between the margins of a page, and of one on its side."""
    margins = section.left_margin + section.right_margin
    return [(side - margins) * DXA // EMU for side in (section.page_width, section.page_height)]


def _elements(paper: Paper, shared: Shared, sections: Sections) -> Iterator[Element]:
    """The whole paper; a table on its side has a section of its own."""
    yield from front_of(paper, shared)
    for block in laid_out(paper.blocks):
        if paper.contents and block.get("id") == paper.contents[0][0]:
            yield from contents_of(paper.contents, shared)
            if paper.front.get("has_cover"):
                yield paragraph("Gap", page_break())
        if block["kind"] == "columns":
            made = side_by_side(block, shared, elements_of)
        else:
            made = elements_of(block, _room_for(block, shared))
        if made:
            yield from sections.turn(is_turned(block))
            yield from made
    yield from sections.turn(False)
    yield from foot_of(paper)
    sections.close()


def _room_for(block: dict[str, Any], shared: Shared) -> Shared:
    return shared.within(shared.turned) if is_turned(block) else shared


def _describe(properties: Any, paper: Paper) -> None:
    front = paper.front
    day = datetime.fromisoformat(front["as_of"])
    properties.title, properties.author = paper.page_title, front["board"]
    properties.subject, properties.content_status = front["period_words"], front["marking"]
    properties.language, properties.last_modified_by = "en-GB", front["board"]
    properties.created = properties.modified = day
    properties.revision = 1
