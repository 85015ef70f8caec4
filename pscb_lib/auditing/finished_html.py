"""A page read back: its tables by header cell, the words of its pictures, and every sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html

from pscb_lib.auditing.finished import Cell, Drawing, Finished, Row, Sentence

SENTENCES = {"p", "li", "h1", "h2", "h3", "h4", "caption", "figcaption", "dd", "title", "summary"}
WORDS = ("alt", "title", "aria-label", "aria-description", "content")
SVG = "{http://www.w3.org/2000/svg}"


def read_html(path: Path, name: str, found: Finished) -> None:
    """Add what the page at *path* holds to what was *found*."""
    add_page(html.fromstring(path.read_text(encoding="utf-8")), name, found)


def add_page(page: Any, name: str, found: Finished) -> None:
    """Add the tables, pictures and sentences of a parsed *page*."""
    for table in page.iter("table"):
        found.rows += _rows(table, name, found)
    for svg in page.iter("svg", f"{SVG}svg"):
        if next(svg.iterancestors("td", "th"), None) is None:
            found.drawings.append(Drawing(name, _id_of(svg), "", (), svg))
    for element in page.iter():
        if not isinstance(element.tag, str):
            found.sentences.append(Sentence(name, "a comment", element.text or ""))
            continue
        words = [element.get(attribute) for attribute in WORDS]
        if next(element.iterancestors("table"), None) is None:
            found.sentences += [Sentence(name, "alt text", said) for said in words if said]
        if element.tag in SENTENCES:
            found.sentences.append(Sentence(name, f"<{element.tag}>", _text(element)))


def _rows(table: Any, name: str, found: Finished) -> Iterator[Row]:
    heads = [_text(cell).replace("\u00ad", "") for cell in table.iterfind("thead/tr/th")]
    group = ""
    for line in table.iterfind("tbody/tr"):
        cells = [cell for cell in line if cell.tag in ("td", "th")]
        if len(cells) == 1:
            group = _text(cells[0])
            continue
        labels = tuple(_pieces(cells[0]))[:1]
        printed = []
        for head, cell in zip(heads[1:], cells[1:], strict=True):
            printed.append(Cell(head, "\n".join(_pieces(cell))))
            for svg in cell.iter("svg", f"{SVG}svg"):
                drawing = Drawing(name, _id_of(table), group, labels, svg)
                found.drawings.append(drawing)
                printed.append(Cell(head, words_of(drawing), is_picture=True))
        # What heads the row may say more than its name.
        printed.append(Cell("", "\n".join(tuple(_pieces(cells[0]))[1:])))
        yield Row(name, _id_of(table), group, labels, tuple(printed))


def words_of(drawing: Drawing) -> str:
    """The words that replace a picture and those that stand in it, a line each."""
    texts = [element.text or "" for element in drawing.svg.iter("text", f"{SVG}text")]
    return "\n".join(filter(None, [drawing.svg.get("aria-label"), *texts]))


def _id_of(element: Any) -> str:
    return next((one.get("id") for one in element.iterancestors("section") if one.get("id")), "")


def _pieces(element: Any) -> Iterator[str]:
    """The lines of a cell; not its label for narrow screens, nor what stands in a picture."""
    for line in element.iter("span", "strong", "p"):
        is_own = line.get("class", "").split(" ")[0] in ("line", "rating", "ask")
        if is_own and (said := _text(line)):
            yield said
    if not len(element) and _text(element):
        yield _text(element)


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())
