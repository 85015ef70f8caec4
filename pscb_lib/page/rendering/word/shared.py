"""What the parts of one document share."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pscb_lib.page.rendering.word.lists import Lists
from pscb_lib.page.rendering.word.pictures import Pictures
from pscb_lib.page.rendering.word.text import Bookmarks

DXA = 20  # twentieths of a point, the unit of a width


@dataclass(frozen=True)
class Shared:
    """The pictures, places and lists of one document, and the width that there is, in dxa.

    *linked* are the ids that something in it links to, *turned* is the width of a page on its side.
    """

    pictures: Pictures
    bookmarks: Bookmarks
    lists: Lists
    linked: frozenset[str]
    room: int
    turned: int

    def within(self, room: int) -> Shared:
        """The same document with another width."""
        return replace(self, room=room)
