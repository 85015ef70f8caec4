"""The page: its title, language and headings, and that no content is run."""

from __future__ import annotations

import re

import pytest
from page_checks import check_inert
from specimen import CHART, EXCEPTIONS, FRONT, HOSTILE, HOSTILE_TABLE, LEAD, TALLY, specimen

from pscb_lib.page.rendering.html import render_fragment, render_page
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.style import RATINGS

WARNING = "Not checked against other reports: do not circulate."


@pytest.fixture(scope="module")
def page() -> str:
    """The specimen as a page."""
    return render_page(read_paper(specimen()))


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param('<html lang="en-GB">', id="its language"),
        pytest.param(
            "<title>Quarterly data set, Quarter 3 2014/15 – "
            "Peterborough Safeguarding Children Board"
            "</title>",
            id="its title",
        ),
        pytest.param("<h1>Quarterly data set</h1>", id="its heading"),
        pytest.param(
            "Quarter 3 2014/15 (October to December 2014), data as at 31 January 2015",
            id="its period and as-of date",
        ),
        pytest.param(
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:",
            id="its policy",
        ),
        pytest.param("Board members only: not for publication", id="its marking"),
        pytest.param("Every agency supplied every line.", id="a table without rows"),
        pytest.param('<th role="columnheader" scope="col"', id="column headers with scope"),
        pytest.param('<th role="rowheader" scope="row"', id="row headers with scope"),
        pytest.param('aria-label="Bar chart of missing episodes by weekday:', id="alt text"),
        pytest.param("<td role=\"cell\" class=\"end\">", id="numbers to the right"),
    ],
)
def test_a_page_carries(page: str, expected: str) -> None:
    assert expected in page


def test_a_page_is_inert(page: str) -> None:
    assert check_inert(page) == []


def test_hostile_text_is_printed_as_text(page: str) -> None:
    assert HOSTILE not in page
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; =HYPERLINK" in page


@pytest.mark.parametrize("name", RATINGS, ids=str)
def test_a_rating_is_a_word_and_a_shape(name: str) -> None:
    table = EXCEPTIONS | {
        "columns": EXCEPTIONS["columns"][:2],
        "groups": [
            {
                "label": None,
                "rows": [[[{"text": "x", "tone": "plain"}], [{"rating": name, "text": "Word"}]]],
            }
        ],
    }
    fragment = render_fragment(table)
    assert re.search(
        rf'rating-{name}">\s*<span class="shape" aria-hidden="true"><svg.*?</svg></span>Word<',
        fragment,
    )


@pytest.mark.parametrize("checked", [True, False], ids=["checked", "not checked"])
def test_only_a_page_that_was_not_checked_says_so(checked: bool) -> None:
    notebook = specimen()
    notebook.metadata.pscb.checked = checked
    assert (WARNING in render_page(read_paper(notebook))) is not checked


def test_no_name_is_given_twice(page: str) -> None:
    names = re.findall(r'\bid="([^"]+)"', page)
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(
    "block",
    [FRONT, LEAD, TALLY, EXCEPTIONS, CHART, HOSTILE_TABLE],
    ids=["front sheet", "lead", "tally", "table", "chart", "hostile table"],
)
def test_a_block_stands_alone_in_jupyterlab(block: dict) -> None:
    fragment = render_fragment(block)
    assert "<script" not in fragment
    assert "font-face" not in fragment
    assert fragment.startswith("<style>\n.pscb {")
    assert fragment.endswith("</div>")
