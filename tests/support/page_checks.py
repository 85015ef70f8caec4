"""Checks of every published page: nothing in it runs, and it is accessible in a real browser."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from pscb_lib.disclosure.written.workbook import SHEET_ADDRESS

FORBIDDEN = {"script", "iframe", "object", "embed", "form", "base", "link", "foreignobject"}
ADDRESSES = {"src", "href", "xlink:href", "action"}
WIDTHS = (320, 768, 1280)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LEAST_TEXT = 9  # pixels, of a label in a picture on the narrowest screen
LABELS = """() => [...document.querySelectorAll('svg text')].map(text => {
    const drawn = text.getScreenCTM(), size = parseFloat(getComputedStyle(text).fontSize);
    return [text.textContent, drawn ? size * Math.hypot(drawn.a, drawn.b) : 1000];
})"""
AXE = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}


class _Inert(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN:
            self.faults.append(f"there is a <{tag}>")
        for name, value in attrs:
            if name.startswith("on"):
                self.faults.append(f"<{tag}> has the handler {name}")
            if name in ADDRESSES and not re.fullmatch(f"#.*|{SHEET_ADDRESS}", value or ""):
                self.faults.append(f"<{tag}> points to {value}")


def check_inert(page: str) -> list[str]:
    """Return what in the HTML *page* could run, or load anything from anywhere."""
    parser = _Inert()
    parser.feed(page)
    policy = "default-src 'none'"
    return parser.faults + ([] if policy in page else [f"the page lacks the policy {policy}"])


def check_page(browser: Any, path: Path, width: int) -> list[str]:
    """Open the page at *path* in *browser*, *width* pixels wide; return what is wrong."""
    from axe_playwright_python.sync_playwright import Axe

    requests: list[str] = []
    page = browser.new_page(viewport={"width": width, "height": 900})
    try:
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        broad = page.evaluate("document.documentElement.scrollWidth")
        labels = page.evaluate(LABELS) if width == WIDTHS[0] else []
        violations = Axe().run(page, options=AXE).response["violations"]
    finally:
        page.close()
    outside = [url for url in requests if url != path.as_uri() and not url.startswith("data:")]
    return [
        *(f"it asks for {url}" for url in outside),
        *([f"it is {broad} px broad on a screen of {width}"] if broad > width else []),
        *(f"the label {words!r} is {size:.1f} px high" for words, size in labels
          if size < LEAST_TEXT - 0.05),
        *(f"{each['id']}: {each['nodes'][0]['html'][:200]}" for each in violations),
    ]
