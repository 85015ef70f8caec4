"""Where a table is divided between pages: a short one never, a long one not after its first rows.

The pages of the rows are read from the tags of the PDF.
"""

from __future__ import annotations

import io
from itertools import groupby
from typing import Any

import pikepdf
import pytest
from pdf_checks import elements
from specimen import END, FRONT, notebook_of, said, shown, words

from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.pdf import render_pdf

FILLERS = range(22, 34, 2)  # paragraphs before the table, so that it begins low on its page


def table_of(rows: int) -> dict[str, Any]:
    """A table with so many rows of one line."""
    return {
        "kind": "table", "id": "rows", "caption": "Rows", "note": None, "empty": "None.",
        "columns": [{"label": "Row", "align": "start", "width": 1.0},
                    {"label": "Number", "align": "end", "width": 1.0}],
        "groups": [{"label": None,
                    "rows": [[words(f"Row {row}"), words(f"{row}")] for row in range(rows)]}],
        "data": {"columns": ["row"], "rows": [[row] for row in range(rows)]},
    }


def rows_by_page(rows: int, paragraphs: int) -> list[int]:
    """The numbers of rows, the heading among them, on the pages that the table stands on."""
    paper = read_paper(notebook_of(
        said("title", "# Quarterly data set"), shown("front", FRONT),
        said("filler", "\n\n".join(["A paragraph of one line."] * paragraphs)),
        shown("table", table_of(rows)), shown("end", END)))
    with pikepdf.open(io.BytesIO(render_pdf(paper))) as pdf:
        pages = [page_of(one) for one in elements(pdf.Root.StructTreeRoot) if one.S == "/TR"]
    return [len([*alike]) for _, alike in groupby(pages)]


def page_of(element: pikepdf.Object) -> tuple[int, int]:
    """The object number of the page on which an element's first content lies."""
    if "/Pg" in element:
        return element.Pg.objgen
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    return next(page_of(kid) for kid in kids if isinstance(kid, pikepdf.Dictionary))


@pytest.mark.parametrize("paragraphs", FILLERS)
def test_a_short_table_stays_whole(paragraphs):
    assert rows_by_page(7, paragraphs) == [8]


@pytest.mark.parametrize("paragraphs", FILLERS)
def test_a_long_table_is_not_divided_after_its_first_row(paragraphs):
    assert min(rows_by_page(24, paragraphs)[:1]) > 2


def test_some_of_these_tables_are_divided():
    assert {len(rows_by_page(24, paragraphs)) for paragraphs in FILLERS} == {1, 2}
