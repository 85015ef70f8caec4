"""A last page that would be nearly empty: blocks stand closer, and type keeps its size."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from specimen import END, FRONT, notebook_of, said, shown

from pscb_lib.page import blocks
from pscb_lib.page.rendering.fitting import USUAL
from pscb_lib.page.rendering.paper import Paper, read_paper
from pscb_lib.page.rendering.pdf import printed, render_pdf

ASKED = range(16, 21)


def paper_of(questions: int) -> Paper:
    """A paper with so many short questions, between which there is much room."""
    return read_paper(notebook_of(
        said("title", "# A paper"), shown("front", FRONT), *(
            shown(f"asked-{one}", blocks.Question(f"asked-{one}", "Why so?", "Head of Access"
                                                  ).as_json()) for one in range(questions)),
        shown("end", END)))


def pages_of(paper: Paper) -> list[str]:
    """What each page of the PDF draws, as it is written in it."""
    with pikepdf.open(io.BytesIO(render_pdf(paper))) as pdf:
        return [page.Contents.read_bytes().decode("latin-1") for page in pdf.pages]


@pytest.fixture(scope="module")
def gaps() -> dict[int, float]:
    """The gap of each paper, by the number of its questions."""
    return {number: printed(paper_of(number))["gap"] for number in ASKED}


def test_a_paper_that_fits_its_pages_has_the_usual_room(gaps):
    assert gaps[ASKED[0]] == USUAL


def test_a_paper_whose_last_page_would_be_nearly_empty_stands_closer_and_has_a_page_less(gaps):
    closer = [number for number, gap in gaps.items() if gap < USUAL]
    assert closer
    assert all(len(pages_of(paper_of(number))) == 1 for number in closer)


def test_a_paper_that_has_too_much_for_that_keeps_the_usual_room(gaps):
    number = max(number for number, gap in gaps.items() if gap < USUAL) + 1
    assert gaps[number] == USUAL
    assert len(pages_of(paper_of(number))) == 2


def test_type_keeps_its_size(gaps):
    number = max(number for number, gap in gaps.items() if gap < USUAL)
    sizes = [set(re.findall(r"/\w+ ([\d.]+) Tf", "".join(pages_of(paper_of(one)))))
             for one in (number, ASKED[0])]
    assert sizes[0] == sizes[1] != set()


def test_a_paper_is_as_close_in_a_pack(gaps):
    number = max(number for number, gap in gaps.items() if gap < USUAL)
    assert printed(paper_of(number), "p3-")["gap"] == gaps[number]
