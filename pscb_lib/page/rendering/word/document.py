"""A paper as a Word document: the same paper always gives the same bytes."""

from __future__ import annotations

import io
from copy import deepcopy
from datetime import datetime
from typing import Any

import docx

from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.word.base import empty_document
from pscb_lib.page.rendering.word.blocks import elements_of
from pscb_lib.page.rendering.word.front import add_margins, front_of
from pscb_lib.page.rendering.word.lists import Lists
from pscb_lib.page.rendering.word.packing import packed
from pscb_lib.page.rendering.word.pictures import EMU, Pictures, pictures_in
from pscb_lib.page.rendering.word.shared import DXA, Shared
from pscb_lib.page.rendering.word.tables import is_turned
from pscb_lib.page.rendering.word.text import Bookmarks, paragraph
from pscb_lib.page.rendering.word.xml import Element, tag
from pscb_lib.writing.rasters import rasterise


def render_word(paper: Paper) -> bytes:
    """Return *paper* as a Word document, in the look of a Board's own template if it has one."""
    rasterise(svg for block in paper.blocks for svg in pictures_in(block))
    look = paper.front.get("look", {})
    document = docx.Document(io.BytesIO(
        empty_document(look.get("accent", ""), look.get("word", ""))))
    section = document.sections[0]
    shared = Shared(
        Pictures(document.part), Bookmarks(), Lists(document.part.numbering_part.element),
        *_rooms(section))
    add_margins(section, paper, shared.room)
    last = section._sectPr
    for element in [*front_of(paper, shared), *_body(paper, shared, last)]:
        last.addprevious(element)
    _describe(document.core_properties, paper)
    return packed(document)


def _rooms(section: Any) -> list[int]:
    """The widths in dxa between the margins of a page, and of one on its side."""
    margins = section.left_margin + section.right_margin
    return [(side - margins) * DXA // EMU for side in (section.page_width, section.page_height)]


def _body(paper: Paper, shared: Shared, last: Element) -> list[Element]:
    """The blocks; a table on its side has a section of its own."""
    made: list[Element] = []
    for block in paper.blocks:
        if is_turned(block):
            made += [_end_of(last), *elements_of(block, shared.within(shared.turned)),
                     _end_of(last, turned=True)]
        else:
            made += elements_of(block, shared)
    return made


def _end_of(last: Element, *, turned: bool = False) -> Element:
    """A paragraph that ends a section as the *last* one is, or turned on its side."""
    section = deepcopy(last)
    if turned:
        size = section.find(tag("w:pgSz"))
        sides = size.get(tag("w:h")), size.get(tag("w:w"))
        size.set(tag("w:w"), sides[0])
        size.set(tag("w:h"), sides[1])
        size.set(tag("w:orient"), "landscape")
    end = paragraph("Gap")
    end[0].append(section)
    return end


def _describe(properties: Any, paper: Paper) -> None:
    front = paper.front
    day = datetime.fromisoformat(front["as_of"])
    properties.title, properties.author = paper.page_title, front["board"]
    properties.subject, properties.content_status = front["period_words"], front["marking"]
    properties.language, properties.last_modified_by = "en-GB", front["board"]
    properties.created = properties.modified = day
    properties.revision = 1
