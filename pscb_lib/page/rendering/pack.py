"""All papers of a meeting as one tagged PDF, with an agenda and continuous page numbers.

It is one Typst document, because merging tagged PDFs loses their tags, outline and language. Every
paper is printed as it is by itself: its figures, tables and questions keep their numbers.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.pdf import compile_pdf, drawn_look, printed


@dataclass(frozen=True)
class AgendaLine:
    """One line of the agenda; ``paper`` is its place in the pack, or None if it is not there.

    ``below`` has the lines under its title, and ``answer`` what the paper finds, in one sentence.
    """

    item: str
    title: str
    below: tuple[str, ...]
    owner: str
    asks: str
    paper: int | None = None
    answer: str = ""


@dataclass(frozen=True)
class Pack:
    """A pack ready to be printed: its cover, its agenda, and its papers in order.

    ``elsewhere`` are the lines of the programme for this meeting that no paper of the pack is of.
    """

    title: str
    board: str
    meeting: str
    marking: str
    as_of: str
    look: dict[str, str]
    agenda: tuple[AgendaLine, ...]
    elsewhere: tuple[AgendaLine, ...]
    papers: tuple[Paper, ...]

    @property
    def page_title(self) -> str:
        """The title for a PDF reader and a search."""
        return f"{self.title} – {self.board}"


def render_pack(pack: Pack) -> bytes:
    """Return the *pack* as a PDF; the same pack always gives the same bytes."""
    data = {**_cover(pack), "papers": [
        printed(paper, f"p{number}-") for number, paper in enumerate(pack.papers, 1)]}
    return compile_pdf("pack.typ", data, pack.as_of, pack.look.get("accent", ""))


def _cover(pack: Pack) -> dict[str, Any]:
    return asdict(replace(pack, papers=())) | {
        "page_title": pack.page_title, "look": drawn_look({"look": pack.look})}
