"""Every published page in a real browser: WCAG 2.2 AA and best practice, no request, no scroll."""

from __future__ import annotations

import pytest
from page_checks import WIDTHS, check_inert, check_page
from papers import PAPERS, REPORTS

QUICK = ("board", "missing_children")  # the shortest; test_pages opens every kind of block


@pytest.mark.parametrize(("audience", "report"), [
    pytest.param(*paper, marks=[] if paper == QUICK else pytest.mark.slow) for paper in PAPERS])
def test_a_page_has_no_fault_at_any_width(published, browser, audience, report):
    page = published.file(audience, report, "report.html")
    assert [fault for width in WIDTHS for fault in check_page(browser, page, width)] == []


@pytest.mark.parametrize("report", REPORTS)
def test_a_page_holds_nothing_that_runs_or_loads(published, report):
    page = published.file("board", report, "report.html")
    assert check_inert(page.read_text(encoding="utf-8")) == []
