"""The Word document: numbers, links, contents and columns, in the order of a screen reader."""

from __future__ import annotations

import io

import docx
import pytest
from specimen import CHART, FRONT, notebook_of, said, shown, words

from pscb_lib.page.blocks.sentences import runs
from pscb_lib.page.rendering.paper import read_paper
from pscb_lib.page.rendering.word.document import render_word
from pscb_lib.page.rendering.word.xml import tag

TABLE = {"kind": "table", "id": "ages", "caption": "Ages", "note": None, "empty": "None.",
         "columns": [{"label": "Age", "align": "start", "width": 1.0}],
         "groups": [{"label": None, "rows": [[words("Under 14")]]}],
         "data": {"columns": ["age"], "rows": [["Under 14"]]}}
LINKS = ("See [](#by_weekday), [](#ages), [](#why), [the youngest](#ages--under-14) and "
         "[the method](#section-method).")


def prose(text: str, place: tuple[int, int] | None = None) -> dict:
    """A paragraph, in a column if it has a place."""
    return {"kind": "prose", "runs": runs(text), "place": place}


def question(id: str, place: tuple[int, int] | None = None) -> dict:
    """A question with all that may stand beside it."""
    return {"kind": "question", "id": id, "runs": runs("Why so?"), "owner": "Head of Access",
            "said": "two posts filled", "ledger": "Q7", "place": place}


def document_of(*cells):
    """The document of a paper with these cells."""
    paper = read_paper(notebook_of(said("title", "# A paper"), shown("front", FRONT), *cells))
    return docx.Document(io.BytesIO(render_word(paper)))


@pytest.fixture(scope="module")
def linked():
    """A paper with a figure, a table, a question, a heading, and links to each."""
    return document_of(shown("all", CHART, TABLE, question("why"), prose(LINKS)),
                       said("method", "## Method"))


def names_of(document) -> set[str]:
    """The names of all places."""
    return {one.get(tag("w:name")) for one in document.element.body.iter(tag("w:bookmarkStart"))}


def test_figures_tables_and_questions_are_counted_by_word(linked):
    counted = [(one.get(tag("w:instr")), "".join(text.text for text in one.iter(tag("w:t"))))
               for one in linked.element.body.iter(tag("w:fldSimple"))]
    assert counted[:3] == [(r" SEQ Figure \* ARABIC ", "1"), (r" SEQ Table \* ARABIC ", "1"),
                           (r" SEQ Question \* ARABIC ", "1")]


def test_a_number_in_a_sentence_is_a_reference_that_word_can_renew(linked):
    found = [(one.get(tag("w:instr")), "".join(text.text for text in one.iter(tag("w:t"))))
             for one in linked.element.body.iter(tag("w:fldSimple"))
             if "REF" in one.get(tag("w:instr"))]
    assert found == [(r" REF by_weekday \h ", "Figure 1"), (r" REF ages \h ", "Table 1"),
                     (r" REF why \h ", "Question 1")]
    assert {code.split()[1] for code, _ in found} <= names_of(linked)


def test_words_lead_to_their_row_and_heading(linked):
    links = {"".join(text.text for text in one.iter(tag("w:t"))): one.get(tag("w:anchor"))
             for one in linked.element.body.iter(tag("w:hyperlink"))}
    assert links == {"the youngest": "ages__under_14", "the method": "section_method"}
    assert {*links.values()} <= names_of(linked)


def test_a_caption_is_a_caption_with_its_number(linked):
    captions = [one for one in linked.paragraphs if one.style.name == "Caption"]
    read = ["".join(text.text for text in one._p.iter(tag("w:t"))) for one in captions]
    assert read == [f"Figure 1. {CHART['caption']}", "Table 1. Ages"]


def test_a_question_has_a_rule_its_number_and_who_answers(linked):
    at = next(at for at, one in enumerate(linked.paragraphs) if one.style.name == "Question")
    asked, owner = linked.paragraphs[at:at + 2]
    read = "".join(text.text for text in asked._p.iter(tag("w:t")))
    assert read == "Question 1. Why so?"
    assert (owner.style.name, owner.text) == ("Question owner",
                                              "Q7 · Head of Access · two posts filled")


def test_a_question_is_a_heading_of_the_navigation_pane_and_its_owner_is_not(linked):
    levels = {name: linked.styles[name].element.find(f"*/{tag('w:outlineLvl')}").get(tag("w:val"))
              for name in ("Question", "Question owner")}
    assert levels == {"Question": "1", "Question owner": "9"}  # of 0 to 8; 9 is no heading


def test_columns_are_cells_of_a_table_of_layout_in_order():
    document = document_of(shown(
        "all", prose("One", (1, 2)), question("why", (1, 2)), TABLE | {"place": (2, 2)},
        prose("After")))
    layout = document.tables[-1]
    caption = layout._tbl.tblPr.find(tag("w:tblCaption")).get(tag("w:val"))
    first, second = layout.rows[0].cells
    assert caption == "Layout" and layout.rows[0]._tr.find(f"*/{tag('w:tblHeader')}") is None
    assert [one.style.name for one in first.paragraphs] == ["Normal", "Question", "Question owner"]
    assert [one.cell(1, 0).text for one in second.tables] == ["Under 14"]
    assert document.paragraphs[-1].text == "After"


@pytest.mark.parametrize(("headings", "expected"), [
    pytest.param(6, 0, id="a short paper has no contents"),
    pytest.param(7, 7, id="a long one has a line for each main heading"),
])
def test_a_long_paper_has_contents(headings, expected):
    document = document_of(*(said(f"h{at}", f"## Part {at}\n\n### More\n\nWords.")
                             for at in range(headings)))
    assert [one.style.name for one in document.paragraphs].count("toc 1") == expected
    assert len(list(document.element.body.iter(tag("w:instrText")))) == bool(expected)
