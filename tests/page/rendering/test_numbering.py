"""Figures, tables and questions are numbered through a paper, and links lead to them."""

import re

import pytest
from specimen import CHART, EMPTY, EXCEPTIONS, FRONT, notebook_of, said, shown

from pscb_lib.page import blocks
from pscb_lib.page.rendering.html import render_page
from pscb_lib.page.rendering.lint import PaperError
from pscb_lib.page.rendering.numbering import number_blocks
from pscb_lib.page.rendering.paper import read_paper

QUESTION = blocks.Question("who_acts", "Who acts?", "The lead").as_json()


def numbers(found):
    return [(block["kind"], block.get("number")) for block in number_blocks(found)]


def test_each_kind_is_counted_through_the_paper():
    second = CHART | {"id": "second"}
    assert numbers([CHART, QUESTION, EXCEPTIONS, second]) == [
        ("chart", 1), ("question", 1), ("table", 1), ("chart", 2)]


def test_a_question_in_a_table_counts_with_the_others():
    [table, question] = number_blocks([EXCEPTIONS, QUESTION])

    asked = [line["number"] for group in table["groups"] for row in group["rows"]
             for cell in row for line in cell if "ask" in line]
    assert asked == [1, 2, 3]
    assert question["number"] == 4


def test_a_question_is_a_heading_that_skips_no_level():
    heading = {"kind": "heading", "level": 2, "text": "Method"}
    found = number_blocks([QUESTION, heading, QUESTION | {"id": "why"}])

    assert [block["level"] for block in found] == [2, 2, 3]


def test_a_question_is_reached_as_a_heading_on_the_page():
    page = render_page(read_paper(notebook_of(
        said("title", "# A paper"), shown("front", FRONT), shown("why", QUESTION))))
    assert re.search(r"<h2><strong>Question 1.</strong> Who acts\?</h2>", page)


def test_a_table_without_rows_has_no_number():
    assert numbers([EMPTY, EXCEPTIONS]) == [("table", None), ("table", 1)]


def test_rows_that_begin_alike_have_different_ids():
    row = [blocks.cell("North")]
    table = blocks.Table("areas", "Areas", [blocks.Column("Area")],
                         [blocks.Group(None, [row, row])], blocks.Data(["area"], [])).as_json()
    [numbered] = number_blocks([table])
    assert numbered["groups"][0]["ids"] == ["areas--north", "areas--north-b"]


@pytest.mark.parametrize(("words", "printed"), [
    ("See [](#by_weekday).", "Figure 1"),
    ("See [](#exceptions).", "Table 1"),
    ("See [](#who_acts).", "Question 1"),
    ("See [](#section-method).", "Method"),
    ("See [the days](#by_weekday).", "the days"),
])
def test_a_link_prints_what_it_leads_to(words, printed):
    table = EXCEPTIONS | {"groups": [{"label": None, "rows": [[*EXCEPTIONS["groups"][0]["rows"][0]
                                                              [:4], []]]}]}
    heading = {"kind": "heading", "level": 2, "text": "Method"}
    found = number_blocks([blocks.Prose(words).as_json(), CHART, table, QUESTION, heading])
    assert [run["text"] for run in found[0]["runs"] if "link" in run] == [printed]


@pytest.mark.parametrize("cell", [
    pytest.param(shown("finding", blocks.Prose("See [](#nothing).").as_json()), id="a block"),
    pytest.param(said("finding", "See [it](#nothing)."), id="Markdown"),
])
def test_a_link_to_nothing_is_refused(cell):
    paper = notebook_of(said("title", "# A paper"), shown("front", FRONT), cell)
    with pytest.raises(PaperError, match="^cell finding: a link leads to #nothing, which is not"):
        read_paper(paper)


def test_a_link_leads_to_its_figure_in_the_page():
    paper = notebook_of(said("title", "# A paper"), shown("front", FRONT),
                        said("finding", "See [](#by_weekday)."), shown("days", CHART))
    page = render_page(read_paper(paper))
    assert '<a href="#by_weekday">Figure 1</a>' in page
    assert 'id="by_weekday"' in page
    assert "Figure 1. Missing episodes by day of the week" in page
