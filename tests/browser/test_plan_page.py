"""The forward plan's page in a real browser."""

from __future__ import annotations

import pytest
from page_checks import WIDTHS, check_page
from papers import pscb


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("plan") / "plan.html"
    pscb("plan", "--year", "2014-15", "--html", path)
    return path


@pytest.mark.parametrize("width", [WIDTHS[0], *(pytest.param(width, marks=pytest.mark.slow)
                                               for width in WIDTHS[1:])])
def test_the_forward_plan_is_accessible(browser, page, width):
    assert check_page(browser, page, width) == []
