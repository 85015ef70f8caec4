"""The page of many boards, in a real browser at three widths."""

from __future__ import annotations

import pytest
from lxml import etree
from page_checks import WIDTHS, check_page

from pscb_lib.page.rendering.boards import render_boards


def line(report: str, audience: str, state: str, failure: str | None = None, good: bool = True
         ) -> dict:
    """A set as ``summary.json`` has it."""
    return {"report": report, "audience": audience, "state": state, "failure": failure,
            "last_good": {"as_of": "2014-10-31"} if good else None}


BOARDS = [
    {"board": "leeds", "cycle": "2014-15-q3", "page": "leeds/outputs/2014-15-q3/index.html",
     "failure": None, "sets": [
         line("quarterly_data_set", "restricted", "made"),
         line("quarterly_data_set", "board", "unchanged"),
         line("budget--2014-10", "board", "not due", good=False),
         line("cdop_annual", "board", "awaited", "the chair's foreword", good=False),
         line("missing_children", "board", "failed", "episodes.csv has no rows")]},
    {"board": "york", "cycle": "", "page": None, "failure": "settings.yaml is missing",
     "sets": [line("planner", "board", "withdrawn")]},
]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_accessible_and_loads_nothing(browser, tmp_path, width):
    page = tmp_path / "index.html"
    page.write_text(render_boards("2015-01-31", BOARDS), encoding="utf-8")
    assert check_page(browser, page, width) == []


def test_each_board_has_a_line_with_what_is_made_what_waits_and_what_failed():
    page = etree.fromstring(render_boards("2015-01-31", BOARDS), etree.HTMLParser())
    rows = [[[" ".join(one.text.split()) for one in cell.iter("span")
              if one.get("class") == "line"] for cell in row.iter("td")]
            for row in page.iter("tr")][1:]
    assert rows == [
        [["Quarterly data set: restricted, board", "Missing children: board"],
         ["Budget, 2014-10: board", "Cdop annual, board set: the chair's foreword"],
         ["Missing children, board set: episodes.csv has no rows; the last good one, as known on "
          "31 October 2014, stands"]],
        [["–"], ["–"], ["Could not run: settings.yaml is missing"]]]
