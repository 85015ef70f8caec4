"""Pages in a real browser: accessible, silent and no broader than the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from page_checks import WIDTHS, check_page
from specimen import specimen

from pscb_lib.page.rendering.html import render_page
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.style import RED


@pytest.fixture(scope="module")
def specimen_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with every kind of block, not checked against other reports."""
    notebook = specimen()
    notebook.metadata.pscb.checked = False
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render_page(read_paper(notebook)), encoding="utf-8", newline="\n")
    return path


@pytest.mark.parametrize("width", [
    pytest.param(width, id=f"{width} px wide", marks=[] if width == WIDTHS[0] else pytest.mark.slow)
    for width in WIDTHS])
def test_every_kind_of_block_is_accessible_silent_and_fits(
    browser: Any, specimen_page: Path, width: int
) -> None:
    assert check_page(browser, specimen_page, width) == []


def test_the_checks_find_what_is_wrong(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    path.write_text(
        '<!DOCTYPE html><html lang="en"><title>x</title><main><h1>x</h1>'
        '<div style="width:900px">broad</div><img src="absent.png"></main></html>',
        encoding="utf-8",
    )
    assert check_page(browser, path, 320) == [
        f"it asks for {(tmp_path / 'absent.png').as_uri()}",
        "it is 908 px broad on a screen of 320",
        'image-alt: <img src="absent.png">',
    ]


def test_a_row_becomes_a_card_on_a_phone(browser: Any, specimen_page: Path) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 800})
    page.goto(specimen_page.as_uri())
    label = page.locator("#exceptions td .label").first
    assert label.is_visible()
    assert label.inner_text() == "Rating"
    page.set_viewport_size({"width": 1280, "height": 800})
    assert not label.is_visible()
    page.close()


def test_a_rating_has_its_colour(browser: Any, specimen_page: Path) -> None:
    page = browser.new_page()
    page.goto(specimen_page.as_uri())
    colour = "getComputedStyle(document.querySelector('.rating-red')).backgroundColor"
    red = tuple(int(RED[at : at + 2], 16) for at in (1, 3, 5))
    assert page.evaluate(colour) == f"rgb{red}"
    page.close()


def test_the_first_stop_of_the_tab_key_skips_to_the_paper(
    browser: Any, specimen_page: Path
) -> None:
    page = browser.new_page()
    page.goto(specimen_page.as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "paper"
    page.close()


def test_the_page_prints_in_its_own_font(browser: Any, specimen_page: Path) -> None:
    page = browser.new_page()
    page.goto(specimen_page.as_uri())
    status = "document.fonts.ready.then(() => [...document.fonts].map(font => font.status))"
    assert page.evaluate(status) == ["loaded", "loaded"]
    page.close()


# Playwright's own wait evaluates a string, which the page's content security policy forbids.
SCROLLED = """box => new Promise((seen, late) => {
    setTimeout(() => late(new Error("the box did not scroll")), 5000);
    const look = () => box.scrollLeft > 0 ? seen() : requestAnimationFrame(look);
    look();
})"""


def test_a_broad_figure_scrolls_in_its_own_box_by_keyboard_beside_its_data(
    browser: Any, specimen_page: Path
) -> None:
    """WCAG 2.2, 1.4.10 and 2.1.1: a chart may need two dimensions, its page may not."""
    page = browser.new_page(viewport={"width": WIDTHS[0], "height": 800})
    page.goto(specimen_page.as_uri())
    box = page.get_by_role("region", name="Figure 1, the picture")
    box.focus()
    page.keyboard.press("ArrowRight")
    box.evaluate(SCROLLED)
    assert box.evaluate("one => one === document.activeElement")
    assert page.evaluate("document.documentElement.scrollLeft") == 0
    figure = page.locator("figure").filter(has=box)
    figure.locator("summary").click()
    assert figure.get_by_role("table").is_visible()
    page.close()


@pytest.mark.parametrize(("width", "said"), [
    pytest.param(320, '"Scroll sideways to see all of it."', id="a phone says that it scrolls"),
    pytest.param(768, "none", id="a tablet shows all of it"),
])
def test_a_figure_that_is_cut_off_says_so(
    browser: Any, specimen_page: Path, width: int, said: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(specimen_page.as_uri())
    box = page.locator(".scrolled").first
    assert box.evaluate("one => getComputedStyle(one, '::before').content") == said
    assert box.evaluate("one => one.scrollWidth > one.clientWidth") is (said != "none")
    page.close()
