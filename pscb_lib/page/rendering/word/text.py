"""Text in a document: runs, links to other places of the paper, numbers that Word can renew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pscb_lib.page.rendering.word.xml import Element, make, w, words

LONGEST_NAME = 40  # of a bookmark
NUMBERED = re.compile(r"(?:Figure|Table|Question) \d+")


def run(text: str, style: str = "", ink: str = "") -> Element:
    """Return a run of text in a character style; *ink* is a colour as Word writes it."""
    look = [w("rStyle", val=style)] if style else []
    look += [w("color", val=ink)] if ink else []
    return w("r", *([w("rPr", *look)] if look else []), words(text))


def paragraph(style: str, *content: Element, keep_next: bool = False, align: str = "",
              right_tab: int = 0) -> Element:
    """Return a paragraph in a style; *right_tab* is where text after a tab ends, in dxa."""
    about = [w("pStyle", val=style)]
    about += [w("keepNext")] if keep_next else []
    about += [w("tabs", w("tab", val="right", pos=right_tab))] if right_tab else []
    about += [w("jc", val=align)] if align else []
    return w("p", w("pPr", *about), *content)


def field(code: str, said: str, style: str = "") -> Element:
    """Return a field, which Word can work out again, with what it says now."""
    return w("fldSimple", run(said, style), instr=f" {code} ")


def tab() -> Element:
    """Return a tab."""
    return w("r", w("tab"))


def page_break() -> Element:
    """Return the end of a page."""
    return w("r", w("br", type="page"))


class Bookmarks:
    """The names of the places of one document, by the ids of the paper."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._count = 0

    def name(self, id: str) -> str:
        """Return the name of a place: letters, digits and underscores, 40 of them at most."""
        if id not in self._names:
            name = re.sub(r"\W", "_", id)[:LONGEST_NAME]
            if name in self._names.values():
                name = f"{name[:LONGEST_NAME - 4]}_{len(self._names)}"
            self._names[id] = name
        return self._names[id]

    def around(self, id: str, content: Iterable[Element]) -> list[Element]:
        """Return *content* as the place of an id."""
        self._count += 1
        return [w("bookmarkStart", id=self._count, name=self.name(id)), *content,
                w("bookmarkEnd", id=self._count)]

    def link(self, id: str, said: str) -> Element:
        """Return a link to the place of an id."""
        return make("w:hyperlink", {"w:anchor": self.name(id), "w:history": 1},
                    run(said, "Hyperlink"))

    def refer(self, id: str, said: str) -> Element:
        """Return the number of a place, such as "Figure 1", as a link that Word can renew."""
        return field(f"REF {self.name(id)} \\h", said, "Hyperlink")

    def runs(self, parts: Iterable[dict[str, Any]]) -> Iterator[Element]:
        """Yield the runs of a sentence."""
        for part in parts:
            if part.get("link") and NUMBERED.fullmatch(part["text"]):
                yield self.refer(part["link"], part["text"])
            elif part.get("link"):
                yield self.link(part["link"], part["text"])
            else:
                is_strong = part.get("strong") or part.get("code")
                yield run(part["text"], "Strong" if is_strong else "")
