"""Read a page back: its tables by header cell, the text of its pictures, and every sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote

from lxml import etree

from pscb_lib.disclosure.outsider.closed.pages import strange_in_page
from pscb_lib.disclosure.outsider.found import Cell, Drawing, Finished, Row, Sentence
from pscb_lib.disclosure.outsider.logos import is_logo_of_page, logos_of

SENTENCES = {"p", "li", "h1", "h2", "h3", "h4", "caption", "figcaption", "dd", "title", "summary"}
WORDS = ("alt", "title", "aria-label", "aria-description", "content")
FORM = {"class", "role", "scope", "style", "colspan", "rowspan", "id", "aria-hidden", "width"}
UNREAD = {"style", "script"}
SVG = "{http://www.w3.org/2000/svg}"
PICTURES = ("svg", f"{SVG}svg")
OWN = ("line", "rating", "ask")  # classes of the lines of a cell
LINES = ("span", "strong", "p")
NAMES = etree.XPath("//@id | //@href")
WHOLE = etree.XPath("string()")


def read_html(path: Path, name: str, found: Finished) -> None:
    """Add the contents of the page at *path* to *found*."""
    text = path.read_text(encoding="utf-8")
    add_markup(text, name, "", found)
    pictures = parsed(text).iter("img") if "<img" in text.lower() else ()
    sources = [one.get("src", "") for one in pictures]
    logos = logos_of(path, found.papers) if sources else set[bytes]()
    if not all(is_logo_of_page(source, logos) for source in sources):
        found.strange.add((name, "a picture that is no logo"))


def add_markup(text: str, name: str, place: str, found: Finished) -> None:
    """Add a page, or the part of one at a *place* in a notebook, and what is strange in it."""
    page = parsed(text)
    found.strange |= {(name, ", ".join(filter(None, (place, one))))
                      for one in strange_in_page(text, page)}
    add_page(page, name, found)


def parsed(text: str) -> Any:
    """The elements of a page, or of a part of one."""
    return etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8"))


def add_page(page: Any, name: str, found: Finished) -> None:
    """Add the tables, pictures and sentences of a parsed *page*, which loses its pictures."""
    for table in page.iter("table"):
        found.rows += _rows(table, name, found)
    found.sentences += _named(page, name)
    for svg in list(page.iter(*PICTURES)):
        if next(svg.iterancestors("td", "th"), None) is None:
            drawing = Drawing(name, _id_of(svg), "", (), svg)
            found.drawings.append(drawing)
            found.sentences.append(Sentence(name, "alt text", words_of(drawing)))
        _take_out(svg)
    for element in page.iter():
        if not isinstance(element.tag, str):
            found.sentences.append(Sentence(name, "a comment", element.text or ""))
            continue
        if next(element.iterancestors("table"), None) is None:
            found.sentences += _attributes(element, name)
        if element.tag in SENTENCES:
            found.sentences.append(Sentence(name, f"<{element.tag}>", _text(element)))
        elif _is_loose(element):
            apart = " ".join(" ".join(element.xpath(".//text()")).split())
            found.sentences.append(Sentence(name, f"<{element.tag}>", apart))


def _take_out(element: Any) -> None:
    """Remove an element from its page, but not the text after it."""
    before, above = element.getprevious(), element.getparent()
    if above is None:
        return
    if element.tail and before is None:
        above.text = (above.text or "") + element.tail
    elif element.tail:
        before.tail = (before.tail or "") + element.tail
    element.tail = None
    above.remove(element)


def _attributes(element: Any, name: str) -> Iterator[Sentence]:
    """The texts of attributes; that of a data attribute follows its name and the element's text."""
    for attribute, said in element.items():
        if attribute in WORDS and said:
            yield Sentence(name, "alt text", said)
        elif attribute.startswith("data-"):
            about = f"{attribute.removeprefix('data-').replace('-', ' ')} {_text(element)}"
            yield Sentence(name, f"attribute {attribute}", f"{about}: {said}")


def _named(page: Any, name: str) -> Iterator[Sentence]:
    """The names of the parts of a page and of its pictures, as words."""
    for said in dict.fromkeys(map(str, cast("list[str]", NAMES(page)))):
        yield Sentence(name, "the name of a part", re.sub(r"[^A-Za-z0-9]+", " ", unquote(said)))


def _is_loose(element: Any) -> bool:
    """Whether an element has text of its own outside all sentences, tables and pictures."""
    texts = (element.text, *(child.tail for child in element))
    if element.tag in UNREAD or not (any(map(_is_said, texts)) or element.find("dt") is not None):
        return False
    return next(element.iterancestors(*SENTENCES, "table"), None) is None and element.tag != "table"


def _is_said(text: str | None) -> bool:
    return bool(text and text.strip())


def _rows(table: Any, name: str, found: Finished) -> Iterator[Row]:
    lines = [line for line in table.iter("tr") if line.getparent().tag != "thead"]
    first = table.find("thead/tr")
    first = lines.pop(0) if first is None and lines else first
    heads = [] if first is None else [_text(cell).replace("\u00ad", "") for cell in first]
    found.sentences += [Sentence(name, "the head of a column", head) for head in heads]
    group = ""
    for line in lines:
        cells = [cell for cell in line if cell.tag in ("td", "th")]
        if len(cells) == 1:
            group = _text(cells[0])
            found.sentences.append(Sentence(name, "a heading in a table", group))
            continue
        first, *below = _pieces(cells[0]) or [""]
        labels = (first,) if first else ()
        found.sentences += [Sentence(name, "the head of a row", label) for label in labels]
        printed = []
        for head, cell in zip(heads[1:], cells[1:], strict=True):
            printed.append(Cell(head, "\n".join((*_pieces(cell), *_beside(cell)))))
            for svg in cell.iter(*PICTURES):
                drawing = Drawing(name, _id_of(table), group, labels, svg)
                found.drawings.append(drawing)
                printed.append(Cell(head, words_of(drawing), is_picture=True))
        # The heading cell of a row may have more text than the label.
        printed.append(Cell("", "\n".join((*below, *_beside(cells[0])))))
        yield Row(name, _id_of(table), group, labels, tuple(printed))


def words_of(drawing: Drawing) -> str:
    """The alternative text of a picture and the texts drawn in it, a line each."""
    texts = [text.strip() for text in drawing.svg.xpath("descendant::text()")]
    return "\n".join(filter(None, [drawing.svg.get("aria-label"), *texts]))


def _id_of(element: Any) -> str:
    return next((one.get("id") for one in element.iterancestors("section") if one.get("id")), "")


def _pieces(cell: Any) -> list[str]:
    """The lines of a cell, without its label for narrow screens and the texts of pictures."""
    lines, loose = list[str](), list[str]()
    _read(cell, lines, loose)
    return [*filter(None, lines), *filter(None, [" ".join(" ".join(loose).split())])]


def _read(element: Any, lines: list[str], loose: list[str]) -> None:
    """Add the texts of the lines in an element to *lines*, and its other texts to *loose*."""
    if element.tag in LINES and element.get("class", "").split(" ")[0] in OWN:
        lines.append(_text(element))
        return
    loose.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str) and child.tag not in PICTURES and (
                child.get("class") != "label"):
            _read(child, lines, loose)
        loose.append(child.tail or "")


def _beside(cell: Any) -> Iterator[str]:
    """The texts of the attributes of a cell and of its elements other than pictures."""
    yield from (said for name, said in cell.items() if name not in FORM and said)
    for child in cell.iterchildren(etree.Element):
        if child.tag not in PICTURES:
            yield from _beside(child)


def _text(element: Any) -> str:
    return " ".join(str(WHOLE(element)).split())
