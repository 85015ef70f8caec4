"""The page from which readers of one set open its papers: of a cycle, of a year, or of all cycles.

It is for one audience and knows of no other set than its own. It has one line of answer for each
paper, and each file with its form and size; no script, and nothing that is loaded from elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from pscb_lib.page.rendering.html import environment, logo, page_style

FORMS = {"html": "Web page", "pdf": "PDF", "docx": "Word", "xlsx": "Spreadsheet (xlsx)",
         "csv": "Figures (csv)", "png": "PNG", "svg": "SVG"}
KILO = 1000


@dataclass(frozen=True)
class Download:
    """A file that a reader may open: its address from the page, its form and size in bytes."""

    address: str
    bytes: int

    @property
    def form(self) -> str:
        """What kind of file it is."""
        return FORMS[self.address.rpartition(".")[2]]

    @property
    def size(self) -> str:
        """Its size as people read it: 88 kB, 1.2 MB."""
        if self.bytes < KILO * KILO:
            return f"{max(1, round(self.bytes / KILO))} kB"
        return f"{self.bytes / KILO / KILO:.1f} MB"


@dataclass(frozen=True)
class Listed:
    """A paper on the page, with its files and those of each of its figures.

    On the page of a year it also has what it ``asked`` and what had ``changed`` since.
    """

    title: str
    period: str
    known_on: str
    answer: str
    reference: str
    downloads: tuple[Download, ...]
    pictures: tuple[tuple[str, tuple[Download, ...]], ...] = ()  # each figure with its files
    asked: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """Some papers, those to come, and the files that have all of them together."""

    heading: str
    papers: tuple[Listed, ...]
    to_come: tuple[str, ...]
    together: tuple[tuple[str, Download], ...]
    page: str = ""  # the address of the cycle's own page, from that of all cycles


@dataclass(frozen=True)
class Portal:
    """The whole page: the board, its group, how the set is marked, and its parts.

    ``years`` has the name and the address of the page of each year.
    """

    title: str
    board: str
    marking: str
    look: dict[str, str]
    parts: tuple[Part, ...]
    years: tuple[tuple[str, str], ...] = ()


def render_portal(portal: Portal) -> str:
    """Return the page as HTML; the same papers always give the same bytes."""
    template = environment().get_template("portal.html.j2")
    own = page_style(portal.look.get("accent", "")) + _own_style()
    return template.render(portal=portal, page_style=own, logo=logo)


def _own_style() -> Markup:
    return Markup(environment().get_template("portal.css.j2").render())
