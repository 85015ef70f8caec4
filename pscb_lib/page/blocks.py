"""The typed blocks that a notebook displays; a paper is made of these blocks and Markdown only.

A block is plain data under a MIME type of our own, with HTML for JupyterLab. The exporters of
:mod:`pscb_lib.page.rendering` make the page, the PDF and the spreadsheets from the blocks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar

from pscb_lib.board.group_name import named
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.disclosure.paper import Paper
from pscb_lib.disclosure.showing import Shown
from pscb_lib.framework.rag import Absence, Rag
from pscb_lib.page.rendering.html import render_fragment
from pscb_lib.page.style import RATINGS

Line = dict[str, Any]
Cell = tuple[Line, ...]
Plain = str | int | float | None  # a cell of a spreadsheet


def text(words: str, tone: str = "plain") -> Line:
    """A line of text; *tone* is plain, strong or muted."""
    return {"text": words, "tone": tone}


def cell(words: str, *below: str | None) -> Cell:
    """A cell of plain text, with muted lines below it."""
    return (text(words), *(text(line, "muted") for line in below if line))


def strong(words: str, *below: str | None) -> Cell:
    """A cell of strong text, with muted lines below it."""
    return (text(words, "strong"), *(text(line, "muted") for line in below if line))


def rating(rated: Rag | Absence) -> Cell:
    """A cell with a rating, printed as shape and word."""
    name = rated.name.lower()
    return ({"rating": name, "text": RATINGS[name].word},)


def picture(svg: str, alt: str) -> Cell:
    """A cell with a small chart."""
    return ({"chart": {"svg": svg, "alt": alt}},)


def ask(question: str) -> Cell:
    """A cell with a question for the Board."""
    return ({"ask": question},)


def join(*parts: Cell) -> Cell:
    """Put the lines of several cells under each other."""
    return tuple(line for part in parts for line in part)


def runs(words: str) -> list[dict]:
    """Split a sentence at its ``**strong**`` parts."""
    parts = re.split(r"\*\*(.+?)\*\*", words)
    return [{"text": part, "strong": bool(number % 2)} for number, part in enumerate(parts) if part]


@dataclass(frozen=True)
class Block:
    """The base of all blocks: they are written as JSON, and displayed in JupyterLab."""

    kind: ClassVar[str]

    def as_json(self) -> dict:
        """The block as plain data."""
        return {"kind": self.kind, **asdict(self)}

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        block = self.as_json() if self.kind == Figures.kind else named(self.as_json())
        return {BLOCK: block, "text/html": render_fragment(block), "text/plain": f"<{self.kind}>"}


@dataclass(frozen=True)
class Front(Block):
    """The front sheet: the board, the period, the marking, and the facts of the paper."""

    kind: ClassVar[str] = "front"
    report: str
    board: str
    group: str
    period: str
    period_words: str
    as_of: str
    audience: str
    marking: str
    facts: list[tuple[str, str]]
    group_short: str = "Q&E"
    look: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Words(Block):
    """A block of one paragraph."""

    words: str

    def as_json(self) -> dict:
        """The paragraph as runs of plain and strong text."""
        return {"kind": self.kind, "runs": runs(self.words)}


class Lead(Words):
    """The answer, at the top and in larger type."""

    kind: ClassVar[str] = "lead"


class Prose(Words):
    """One paragraph."""

    kind: ClassVar[str] = "prose"


@dataclass(frozen=True)
class Callout(Block):
    """A warning that a reader must see before using the figures."""

    kind: ClassVar[str] = "callout"
    title: str
    words: str

    def as_json(self) -> dict:
        """The title, and the words as runs."""
        return {"kind": self.kind, "title": self.title, "runs": runs(self.words)}


@dataclass(frozen=True)
class List(Block):
    """A list of sentences."""

    kind: ClassVar[str] = "list"
    items: list[str]

    def as_json(self) -> dict:
        """The items, each as runs."""
        return {"kind": self.kind, "items": [runs(item) for item in self.items]}


@dataclass(frozen=True)
class Tally(Block):
    """The number of indicators with each rating, and its change."""

    kind: ClassVar[str] = "tally"
    items: list[dict]
    note: str


@dataclass(frozen=True)
class Column:
    """A column of a table: its label, the alignment of its text, and its share of the width."""

    label: str
    align: str = "start"
    width: float = 1.0


@dataclass(frozen=True)
class Group:
    """Rows of a table under a heading, or without one."""

    label: str | None
    rows: list[list[Cell]]


@dataclass(frozen=True)
class Data:
    """The figures behind a table or chart, tidy and typed, for CSV and xlsx."""

    columns: list[str]
    rows: Sequence[Sequence[Plain]]


@dataclass(frozen=True)
class Table(Block):
    """A table: the first cell of each row is its header."""

    kind: ClassVar[str] = "table"
    id: str
    caption: str
    columns: list[Column]
    groups: list[Group]
    data: Data
    note: str | None = None
    empty: str = "None."


@dataclass(frozen=True)
class Chart(Block):
    """A chart with its alt text and its figures."""

    kind: ClassVar[str] = "chart"
    id: str
    caption: str
    svg: str
    alt: str
    data: Data
    note: str | None = None


@dataclass(frozen=True)
class Figures(Block):
    """The figures that the paper's other blocks were made from; this block is not printed."""

    kind: ClassVar[str] = "figures"
    paper: Paper | Shown

    def as_json(self) -> dict:
        """Every figure as shown, and the relations between the figures.

        The restricted set also has the figures, summaries and facts of the others.
        """
        return {"kind": self.kind, "audience": self.paper.audience, **self.paper.as_plain()}


@dataclass(frozen=True)
class End(Block):
    """The last block of a report: it shows that the notebook ran to its end, and the ratings."""

    kind: ClassVar[str] = "end"
    report: str
    period: str
    audience: str
    ratings: dict[str, int] = field(default_factory=dict)
