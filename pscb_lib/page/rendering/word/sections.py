"""Sections of a document: a page upright, or on its side."""

from __future__ import annotations

from copy import deepcopy

from pscb_lib.page.rendering.word.text import paragraph
from pscb_lib.page.rendering.word.xml import Element, tag


class Sections:
    """Where the sections of one document end; *last* is the properties of the last of them."""

    def __init__(self, last: Element) -> None:
        self._last = last
        self._upright = deepcopy(last)
        self._is_turned = False

    def turn(self, is_turned: bool) -> list[Element]:
        """Return what ends the present section, if the next page lies otherwise."""
        if is_turned == self._is_turned:
            return []
        end = paragraph("Gap")
        end[0].append(_laid(deepcopy(self._upright), self._is_turned))
        self._is_turned = is_turned
        return [end]

    def close(self) -> None:
        """Lay the pages of the last section."""
        _laid(self._last, self._is_turned)


def _laid(section: Element, is_turned: bool) -> Element:
    if is_turned:
        size = section.find(tag("w:pgSz"))
        sides = size.get(tag("w:h")), size.get(tag("w:w"))
        size.set(tag("w:w"), sides[0])
        size.set(tag("w:h"), sides[1])
        size.set(tag("w:orient"), "landscape")
    return section
