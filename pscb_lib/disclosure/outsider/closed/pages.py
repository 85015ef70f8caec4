"""Compare a page with the elements, attributes and style that our templates write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lxml import etree

from pscb_lib.disclosure.written.page import (
    ATTRIBUTES,
    CLASSES,
    HOLDS,
    PICTURE_STYLE,
    QUOTED,
    RATED,
    REMARK,
    SAYS,
    STYLED,
)

VALUES = {name: re.compile(values) for name, values in ATTRIBUTES.items()}
MARKUP = re.compile(r"<(?![a-zA-Z/])|</(?![a-zA-Z][a-zA-Z0-9]*>)")
DOCTYPE = "<!DOCTYPE html>"
ENDS = ("</body>\n</html>", "</div>")  # of a page, and of a block in a notebook
FONT = re.compile(r"url\(data:font/woff;base64,[A-Za-z0-9+/=]+\)")
PROPERTY = re.compile(r"(?<=[{;])\s*(-*[\w-]+)\s*:")
RULE = re.compile(r"\{[^{}]*\}")
SELECTED = re.compile(r"[.#]([a-zA-Z][\w-]*)")
TEXT = re.compile(r"""("[^"]*"|'[^']*')""")
MARGIN = re.compile(r"@(?:top|bottom)-(?:left|center|right)\s*\{[^{}]*\}")
FOREIGN = re.compile(r"/\*|\\|url\((?!\))"
                     r"|@(?!media|supports|page|font-face|(?:top|bottom)-(?:left|center|right))")


def strange_in_page(text: str, page: Any) -> Iterator[str]:
    """The places in a page, given as its *text* and parsed, that our templates do not write."""
    if MARKUP.search(text.removeprefix(DOCTYPE)) or not text.rstrip().endswith(ENDS):
        yield "the markup"
    yield from _in_elements(page)
    if len(list(page.iter("img"))) > 1:
        yield "a picture beside the logo"
    if next(page.iter("style"), None) is not None:
        said = _letters(" ".join(_at_the_edges(page)))
        for style in page.iter("style"):
            quoted = _quoted(style.text or "")
            if quoted is None or any(_letters(words) not in said for words in quoted):
                yield "<style>"
    # A parser drops what stands twice or in a closing tag.
    written = text.count('="') - sum((one.text or "").count('="') for one in page.iter("style"))
    if written != sum(len(element.attrib) for element in page.iter(etree.Element)):
        yield "the attributes"


def strange_in_picture(picture: Any) -> Iterator[str]:
    """The places in a picture, as a block has it, that no chart of ours draws.

    Its metadata and its style are not printed (:mod:`pscb_lib.page.rendering.drawing`).
    """
    for style in list(picture.iter("style")):
        if style.text not in (PICTURE_STYLE, None):
            yield "<style>"
        style.text = None
    yield from _in_elements(picture)


def _in_elements(page: Any) -> Iterator[str]:
    for element in page.iter():
        if not isinstance(element.tag, str):
            yield "a comment"
            continue
        tag = element.tag.rpartition("}")[2]
        is_known = tag in SAYS or tag in HOLDS
        if not is_known or tag not in SAYS and _has_words(element):
            yield f"<{tag}>" if is_known else "a tag"
        if not all(_is_written(name.rpartition("}")[2], value) for name, value in element.items()):
            yield f"an attribute of <{tag}>" if is_known else "a tag"


def _has_words(element: Any) -> bool:
    texts = (element.text, *(child.tail for child in element))
    return any(text and text.strip() for text in texts)


@cache
def _is_written(name: str, value: str) -> bool:
    return name in VALUES and VALUES[name].fullmatch(value) is not None


def _at_the_edges(page: Any) -> Iterator[str]:
    """What a page says in its title, at its top and at its foot."""
    for element in page.iter("title", "p"):
        if element.tag == "title" or element.get("class") == "masthead":
            yield from element.itertext()


def _letters(words: str) -> str:
    return re.sub(r"\W+", "", words)


@cache
def _quoted(text: str) -> frozenset[str] | None:
    """The texts that a style sheet prints; None if it has anything but properties of ours.

    What a printed page has in its margins stands in its style, and must stand in the page too.
    Elsewhere a style may have no texts but those that all our pages have.
    """
    plain = FONT.sub("url()", text).replace(REMARK, "")
    properties = {name for rule in RULE.findall(plain) for name in PROPERTY.findall(rule)}
    named = {name for name in SELECTED.findall(RULE.sub("", plain))
             if not re.fullmatch(RATED, name)}
    if (properties <= STYLED and named <= CLASSES and not FOREIGN.search(plain)
            and not re.search("[\"']", TEXT.sub("", plain))
            and _texts_in(MARGIN.sub("", plain)) <= QUOTED):
        return _texts_in(plain) - QUOTED
    return None


def _texts_in(style: str) -> frozenset[str]:
    return frozenset(text[1:-1] for text in TEXT.findall(style))
