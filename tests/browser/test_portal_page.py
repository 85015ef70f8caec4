"""The page that lists an audience's papers, in a real browser at three widths."""

from __future__ import annotations

import pytest
from page_checks import WIDTHS, check_page

from pscb_lib.page.rendering.portal import Download, Listed, Part, Portal, render_portal

FILES = (Download("small/report.html", 88_252), Download("small/report.pdf", 1_234_567))
PAPER = Listed("Child Death Overview Panel annual report", "2013/14 (April 2013 to March 2014)",
               "31 January 2015", "Of 57 recommendations, nine have not been carried out.",
               "3 March 2015 · Agenda item 8 · Paper PSCB 15/06", FILES, (
                   ("Figure 1. 45 to 53 deaths a year", (
                       Download("small/figures/figure-1-deaths.png", 45_000),
                       Download("small/figures/figure-1-deaths.svg", 9_000))),
                   ("Figure 2. 41 to 51 reviews", (
                       Download("small/figures/figure-2-reviews.png", 45_000),))))
SVG = ('<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40" viewBox="0 0 40 20">'
       '<rect width="40" height="20" fill="#123456"/></svg>')
PORTAL = Portal(
    "All papers", "Peterborough Safeguarding Children Board", "For publication",
    {"svg": SVG}, (
        Part("Quarter 3 2014/15", (PAPER, PAPER), ("Private fostering: due on 24 February 2015",),
             (("All papers of this meeting in one file", FILES[1]),), "2014-15-q3/index.html"),
        Part("Quarter 2 2014/15", (), (), ())))


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_accessible_and_loads_nothing(browser, tmp_path, width):
    page = tmp_path / "index.html"
    page.write_text(render_portal(PORTAL), encoding="utf-8")
    assert check_page(browser, page, width) == []
