"""The cells of a table: lines of text, a rating, a small chart or a question under each other."""

from __future__ import annotations

from typing import Any

from pscb_lib.framework.rag import Absence, Rag
from pscb_lib.page.style import RATINGS

Line = dict[str, Any]
Cell = tuple[Line, ...]


def text(words: str, tone: str = "plain", link: str | None = None) -> Line:
    """A line of text; *tone* is plain, strong or muted, *link* the id of what it leads to."""
    return {"text": words, "tone": tone} | ({"link": link} if link else {})


def cell(words: str, *below: str | None) -> Cell:
    """A cell of plain text, with muted lines below it."""
    return (text(words), *(text(line, "muted") for line in below if line))


def strong(words: str, *below: str | None) -> Cell:
    """A cell of strong text, with muted lines below it."""
    return (text(words, "strong"), *(text(line, "muted") for line in below if line))


def rating(rated: Rag | Absence, *below: str | None) -> Cell:
    """A cell with a rating, printed as shape and word, with muted lines below it."""
    name = rated.name.lower()
    return ({"rating": name, "text": RATINGS[name].word},
            *(text(line, "muted") for line in below if line))


def picture(svg: str, alt: str) -> Cell:
    """A cell with a small chart."""
    return ({"chart": {"svg": svg, "alt": alt}},)


def ask(question: str) -> Cell:
    """A cell with a question for the Board; the paper numbers it with its other questions."""
    return ({"ask": question},)


def join(*parts: Cell) -> Cell:
    """Put the lines of several cells under each other."""
    return tuple(line for part in parts for line in part)
