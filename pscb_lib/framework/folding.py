"""What is the same to a person is the same here: apostrophes, dashes, spaces, marks, capitals.

Word, Outlook, Numbers and web pages write ’ for ', a no-break hyphen for -, a thin space in 1 234,
and marks that nobody sees, such as a byte order mark or a zero-width space. Names, headings,
periods and counts are compared after the same folding. What turns letters round is left: it is
not harmless.
"""

from __future__ import annotations

import re
from unicodedata import normalize

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
ALIKE = {
    "'": "\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u02bd\u02c8\u00b4`\u2032\ua78c",
    '"': "\u201c\u201d\u201e\u201f\u2033",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63",
    "/": "\u2044\u2215", "...": "\u2026",
}
FULL_WIDTH = {code: code - 0xfee0 for code in range(0xff01, 0xff5f)}  # as Asian keyboards write
SAME = FULL_WIDTH | {ord(mark): usual for usual, marks in ALIKE.items() for mark in marks}


def visible(text: str) -> str:
    """The text without marks that nobody sees; spaces are kept."""
    return text if text.isascii() else INVISIBLE.sub("", text)


def tidy(text: str) -> str:
    """The text with single spaces and the apostrophes, quotes and dashes of a keyboard."""
    if not text.isascii():
        text = normalize("NFC", visible(text)).translate(SAME)
    return " ".join(text.split())


def fold(text: str) -> str:
    """The tidy text without capitals, underscores, and spaces around a dash or a slash."""
    spaced = " ".join(tidy(text).replace("_", " ").casefold().split())
    return re.sub(r" ?([-/]) ?", r"\1", spaced)


def bare(text: str) -> str:
    """The letters and digits of a name: CHILDRENS SERVICES is Children's Services."""
    return re.sub(r"[\W_]", "", fold(text).replace("&", "and"))
