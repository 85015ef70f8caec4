"""Sections of a document: each has its own columns, and its page upright or on its side."""

from __future__ import annotations

from copy import deepcopy

from pscb_lib.page.rendering.word.columns import BETWEEN
from pscb_lib.page.rendering.word.text import paragraph
from pscb_lib.page.rendering.word.xml import Element, tag, w


class Sections:
    """Where the sections of one document end; *last* is the properties of the last of them."""

    def __init__(self, last: Element) -> None:
        self._last = last
        self._plain = deepcopy(last)
        self._columns, self._is_turned, self._kind = 1, False, ""

    def change(self, columns: int = 1, *, is_turned: bool = False) -> list[Element]:
        """Return what ends the present section, if the next one is another."""
        if (columns, is_turned) == (self._columns, self._is_turned):
            return []
        end = paragraph("Gap")
        end[0].append(self._properties(deepcopy(self._plain)))
        self._kind = "nextPage" if is_turned != self._is_turned else "continuous"
        self._columns, self._is_turned = columns, is_turned
        return [end]

    def close(self) -> None:
        """Give the last section its properties."""
        self._properties(self._last)

    def _properties(self, section: Element) -> Element:
        size = section.find(tag("w:pgSz"))
        if self._kind:
            size.addprevious(w("type", val=self._kind))
        if self._is_turned:
            sides = size.get(tag("w:h")), size.get(tag("w:w"))
            size.set(tag("w:w"), sides[0])
            size.set(tag("w:h"), sides[1])
            size.set(tag("w:orient"), "landscape")
        if self._columns > 1:
            section.find(tag("w:pgMar")).addnext(w("cols", num=self._columns, space=BETWEEN))
        return section
