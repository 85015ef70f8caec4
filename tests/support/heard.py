"""The words that a listener hears of a page, without what is folded or hidden.

A long table is open, and a listener steps into it for the row wanted: it is not read out whole.
"""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

SILENT = frozenset("script style head template".split())
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
A_MINUTE = 180  # words


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag, attrs):
        given, classes = dict(attrs), (dict(attrs).get("class") or "").split()
        is_folded = tag != "summary" and bool(self.open) and self.open[-1][0] == "details"
        is_silent = (tag in SILENT or given.get("aria-hidden") == "true" or is_folded
                     or "label" in classes)
        if not self._is_silent() and not is_silent:
            self.words += (given.get("aria-label") or given.get("alt") or "").split()
        if tag not in VOID:
            self.open.append((tag, is_silent or given.get("role") == "img"))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if not self._is_silent():
            self.words += data.split()

    def _is_silent(self) -> bool:
        return any(is_silent for _, is_silent in self.open)


def minutes_of(page: Path) -> float:
    """How long a page is by ear, at 180 words a minute."""
    found = _Page()
    found.feed(page.read_text(encoding="utf-8"))
    return len(found.words) / A_MINUTE
