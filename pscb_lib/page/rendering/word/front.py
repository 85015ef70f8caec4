"""The front of a document, and what stands at the top and the foot of each page."""

from __future__ import annotations

from typing import Any

from pscb_lib.page.rendering.paper import Paper
from pscb_lib.page.rendering.printed import day_in_words
from pscb_lib.page.rendering.word.frames import cell_of, row_of, table_of
from pscb_lib.page.rendering.word.shared import Shared
from pscb_lib.page.rendering.word.text import field, paragraph, run, tab
from pscb_lib.page.rendering.word.xml import Element

LEAST_LETTERS, MOST_LETTERS = 18, 34  # of a fact, by which its column is as wide as it is
UNCHECKED = "Not checked against other reports: do not circulate."


def front_of(paper: Paper, shared: Shared) -> list[Element]:
    """Return the masthead, the title and the facts of a paper."""
    front = paper.front
    banners = [*([] if paper.checked else [UNCHECKED]), *([front["marking"]] * paper.is_draft)]
    subtitle = f"{front['period_words']} · data as at {day_in_words(front['as_of'])}"
    about = front.get("reference") or front["group"]
    return [
        *_logo(front, shared),
        paragraph("Masthead", run(f"{front['board']} · {about}")),
        *(paragraph("Banner", run(banner)) for banner in banners),
        paragraph("Title", run(paper.title)), paragraph("Subtitle", run(subtitle)),
        _facts(front["facts"], shared), paragraph("Gap"),
    ]


def _logo(front: dict[str, Any], shared: Shared) -> list[Element]:
    """The Board's own logo, in a line of its own."""
    look = front.get("look", {})
    if not look.keys() & {"svg", "png"}:
        return []
    drawn = shared.pictures.draw_logo(look.get("svg", ""), look.get("png", ""), front["board"])
    return [paragraph("Figure", drawn)]


def _facts(facts: list[Any], shared: Shared) -> Element:
    """The facts side by side, their names as the header row."""
    longest = [max(map(len, f"{name} {words}".split())) for name, words in facts]
    shares = [max(LEAST_LETTERS, min(MOST_LETTERS, len(words)), 3 * longest // 2)
              for longest, (_, words) in zip(longest, facts, strict=True)]
    wide = [shared.room * share // sum(shares) for share in shares]
    names = [cell_of(width, paragraph("Tablehead", run(name)))
             for width, (name, _) in zip(wide, facts, strict=True)]
    said = [cell_of(width, paragraph("Tabletext", run(words)))
            for width, (_, words) in zip(wide, facts, strict=True)]
    return table_of(wide, row_of(*names, is_head=True), row_of(*said), title="About this paper")


def foot_of(paper: Paper) -> list[Element]:
    """Return what stands at the end of a paper."""
    return [paragraph("Tabletextsmall", run(f"{name}: ", "Strong"), run(words))
            for name, words in paper.front.get("foot", ())]


def add_margins(section: Any, paper: Paper, room: int) -> None:
    """Mark the top and the foot of every page, and number the pages."""
    marking = paper.front["marking"]
    section.header._element.append(paragraph(
        "Header", run(paper.name), tab(), run(marking, "Strong"), right_tab=room))
    section.footer._element.append(paragraph(
        "Footer", run(f"{paper.front['board']} · {marking}"), tab(), run("Page "),
        field("PAGE", "1"), run(" of "), field("NUMPAGES", "1"), right_tab=room))
