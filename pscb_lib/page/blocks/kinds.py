"""The kinds of blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from pscb_lib.page.blocks.base import Block, Placed
from pscb_lib.page.blocks.cells import Cell
from pscb_lib.page.blocks.sentences import runs

if TYPE_CHECKING:
    from pscb_lib.disclosure.paper import Paper
    from pscb_lib.disclosure.showing import Shown

Plain = str | int | float | None  # a cell of a spreadsheet


@dataclass(frozen=True)
class Front(Block):
    """The front sheet: the board, the period, the marking, and the facts of the paper.

    *facts* stand in a row under the title, *foot* at the end of the paper. *reference* is the
    meeting with the paper's numbers: 3 March 2015 · Agenda item 6 · Paper PSCB 15/04. A report
    that *has_cover* has its front, what stands before its headings, and its contents on a page.
    """

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
    wording: dict[str, str] = field(default_factory=dict)  # see pscb_lib.board.wording
    look: dict[str, str] = field(default_factory=dict)
    reference: str = ""
    foot: list[tuple[str, str]] = field(default_factory=list)
    has_cover: bool = False

    def _content(self) -> dict[str, Any]:
        content = super()._content()
        return content if self.has_cover else {
            name: value for name, value in content.items() if name != "has_cover"}


@dataclass(frozen=True)
class Words(Placed):
    """A block of one paragraph."""

    words: str

    def _content(self) -> dict[str, Any]:
        return {"runs": runs(self.words)}


class Lead(Words):
    """The answer, at the top and in larger type."""

    kind: ClassVar[str] = "lead"


class Prose(Words):
    """One paragraph."""

    kind: ClassVar[str] = "prose"


@dataclass(frozen=True)
class Callout(Placed):
    """A warning that a reader must see before using the figures."""

    kind: ClassVar[str] = "callout"
    title: str
    words: str

    def _content(self) -> dict[str, Any]:
        return {"title": self.title, "runs": runs(self.words)}


@dataclass(frozen=True)
class Heading(Placed):
    """A heading in a column, or one that depends on the figures; the others are Markdown."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 3


@dataclass(frozen=True)
class Question(Placed):
    """A question for the Board or the group, with who is to answer it and what they say so far.

    The paper numbers its questions; *ledger* is the id of one that has been asked before.
    """

    kind: ClassVar[str] = "question"
    id: str
    words: str
    owner: str = ""
    said: str = ""
    ledger: str = ""

    def _content(self) -> dict[str, Any]:
        return {"id": self.id, "runs": runs(self.words), "owner": self.owner,
                "said": self.said, "ledger": self.ledger}


@dataclass(frozen=True)
class List(Placed):
    """A list of sentences, folded under its *summary* on a screen if it has one."""

    kind: ClassVar[str] = "list"
    items: list[str]
    summary: str = ""

    def _content(self) -> dict[str, Any]:
        folded = {"summary": self.summary} if self.summary else {}
        return {"items": [runs(item) for item in self.items], **folded}


@dataclass(frozen=True)
class Tally(Placed):
    """The number of indicators with each rating, and its change: one bar, divided by rating."""

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
class Table(Placed):
    """A table: the first cell of each row is its header.

    A long one is folded on a screen, unless it *is_main*: what the paper is about.
    """

    kind: ClassVar[str] = "table"
    id: str
    caption: str
    columns: list[Column]
    groups: list[Group]
    data: Data
    note: str | None = None
    empty: str = "None."
    is_main: bool = False

    def _content(self) -> dict[str, Any]:
        content = super()._content()
        return content if self.is_main else {
            name: value for name, value in content.items() if name != "is_main"}


@dataclass(frozen=True)
class Chart(Placed):
    """A chart with its alt text and its figures: a figure of the paper.

    *caption* is its headline, of at most twelve words, made from the figures: it says what the
    picture shows. *subtitle* says what is drawn, where and when.
    """

    kind: ClassVar[str] = "chart"
    id: str
    caption: str
    svg: str
    alt: str
    data: Data
    note: str | None = None
    subtitle: str = ""


@dataclass(frozen=True)
class Sheet(Block):
    """A table for the spreadsheet alone: no page prints it."""

    kind: ClassVar[str] = "sheet"
    id: str
    caption: str
    data: Data
    note: str | None = None


@dataclass(frozen=True)
class Figures(Block):
    """The figures that the paper's other blocks were made from; this block is not printed."""

    kind: ClassVar[str] = "figures"
    paper: Paper | Shown

    def _content(self) -> dict[str, Any]:
        """Every figure as shown, and the relations between the figures.

        The restricted set also has the figures, summaries and facts of the others.
        """
        return {"audience": self.paper.audience, **self.paper.as_plain()}


@dataclass(frozen=True)
class End(Block):
    """The last block of a report: it shows that the notebook ran to its end, and the ratings.

    ``abbreviations`` are all that the paper may print, with their meanings.
    """

    kind: ClassVar[str] = "end"
    report: str
    period: str
    audience: str
    ratings: dict[str, int] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
