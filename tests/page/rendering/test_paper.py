"""The outputs that a notebook may have, and the errors for others."""

from __future__ import annotations

from typing import Any

import pytest
from nbformat import NotebookNode, v4
from specimen import (
    CHART,
    END,
    EXCEPTIONS,
    FRONT,
    LEAD,
    TALLY,
    notebook_of,
    said,
    shown,
    spark,
    specimen,
    words,
)

from pscb_lib.page.rendering.lint import PaperError
from pscb_lib.page.rendering.paper import read_paper


def paper_with(*cells: NotebookNode) -> NotebookNode:
    """A short notebook with *cells* after its title and front sheet."""
    return notebook_of(said("title", "# Missing children"), shown("front", FRONT), *cells)


def output_cell(output: NotebookNode) -> NotebookNode:
    """A cell called "sketch" with one output."""
    return v4.new_code_cell(id="sketch", outputs=[output])


def table_of(*cells: list[dict[str, Any]], **changes: Any) -> dict[str, Any]:
    """The exceptions table with one row made of *cells*, and *changes*."""
    rows = [list(cells)] if cells else []
    return EXCEPTIONS | {"groups": [{"label": None, "rows": rows}]} | changes


def test_a_paper_is_its_title_its_front_sheet_and_its_blocks_in_order() -> None:
    paper = read_paper(paper_with(shown("answer", LEAD, TALLY), shown("end", END)))
    assert paper.title == "Missing children"
    assert paper.front == FRONT
    assert [block["kind"] for block in paper.blocks] == ["lead", "tally", "end"]
    assert paper.page_title == (
        "Missing children, Quarter 3 2014/15 – Peterborough Safeguarding Children Board"
    )


@pytest.mark.parametrize(
    ("metadata", "checked"),
    [
        pytest.param({"pscb": {"checked": True}}, True, id="the runner checked it"),
        pytest.param({"pscb": {"checked": "yes"}}, False, id="a word is not a yes"),
        pytest.param({}, False, id="run by papermill alone"),
    ],
)
def test_a_paper_knows_whether_it_was_checked(metadata: dict[str, Any], checked: bool) -> None:
    notebook = v4.new_notebook(cells=paper_with().cells, metadata=metadata)
    assert read_paper(notebook).checked is checked


def test_markdown_becomes_headings_sentences_and_lists() -> None:
    source = "## Method\n\nOne **strong** `word` &amp; <b>more</b>\n\n1. first\n2. second\n"
    assert read_paper(paper_with(said("method", source))).blocks == (
        {"kind": "heading", "level": 2, "text": "Method", "id": "section-method"},
        {
            "kind": "prose",
            "runs": [
                {"text": "One "},
                {"text": "strong", "strong": True},
                {"text": " "},
                {"text": "word", "code": True},
                {"text": " & <b>more</b>"},
            ],
        },
        {"kind": "list", "ordered": True, "items": [[{"text": "first"}], [{"text": "second"}]]},
    )


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        pytest.param("[DfE](https://x.org)", "DfE (https://x.org)", id="a link prints its address"),
        pytest.param("<https://x.org>", "https://x.org", id="a bare address is printed once"),
        pytest.param("<script>alert(1)</script>", "<script>alert(1)</script>", id="HTML is text"),
        pytest.param("> quoted", "quoted", id="a quotation is a paragraph"),
        pytest.param("one\ntwo", "one two", id="a line break is a space"),
    ],
)
def test_markdown_prints_as(source: str, printed: str) -> None:
    (block,) = read_paper(paper_with(said("words", source))).blocks
    assert "".join(run["text"] for run in block["runs"]) == printed


FRAME = v4.new_output("execute_result", data={"text/html": "<table>", "text/plain": "x"})


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        pytest.param(
            output_cell(FRAME),
            "cell sketch: its output (text/html, text/plain) is not a block; show it with "
            "pscb_lib.page.tables, charts or blocks, or end the line with a semicolon",
            id="a bare data frame",
        ),
        pytest.param(
            output_cell(v4.new_output("display_data", data={"application/javascript": "x"})),
            "cell sketch: its output (application/javascript) is not a block; show it with "
            "pscb_lib.page.tables, charts or blocks, or end the line with a semicolon",
            id="a script",
        ),
        pytest.param(
            output_cell(v4.new_output("stream", text="x")),
            "cell sketch: it printed plain text, 'x'; show a block or remove print()",
            id="printed text",
        ),
        pytest.param(
            output_cell(v4.new_output("stream", name="stderr", text=(
                "\n/a/site-packages/other/_reader.py:329: UserWarning: Not kept\n  warn(m)\n"))),
            "cell sketch: it printed plain text, '_reader.py:329: UserWarning: Not kept'; show a "
            "block or remove print()",
            id="a warning, by its file and its first line",
        ),
        pytest.param(
            output_cell(v4.new_output("error", ename="KeyError", evalue="", traceback=[])),
            "cell sketch: it failed (KeyError); correct it and run again",
            id="a failure",
        ),
        pytest.param(
            said("sketch", "![map](map.png)"),
            "cell sketch: a picture in Markdown cannot be printed; show a chart block instead",
            id="a picture in Markdown",
        ),
        pytest.param(
            said("sketch", "### Too deep"),
            "cell sketch: heading 'Too deep' jumps from level 1 to 3; use '## '",
            id="a heading that skips a level",
        ),
        pytest.param(
            said("sketch", "# Second title"),
            "cell sketch: a paper has one title; make this heading '## '",
            id="a second title",
        ),
        pytest.param(
            shown("sketch", FRONT),
            "cell sketch: a paper has one front sheet; this is the second",
            id="a second front sheet",
        ),
        pytest.param(
            shown("sketch", CHART | {"alt": " "}),
            "cell sketch: chart 'by_weekday' has no alt text; say in words what it shows",
            id="a chart without words",
        ),
        pytest.param(
            shown("sketch", CHART, CHART | {"id": "again"}),
            "cell sketch: chart 'again' has the words of chart 'by_weekday'; "
            "say what it alone shows",
            id="two charts of the same words",
        ),
        pytest.param(
            shown("sketch", CHART | {"svg": "<svg><script/></svg>"}),
            "cell sketch: chart 'by_weekday' is refused: <script> is not drawing",
            id="a chart with a script",
        ),
        pytest.param(
            shown("sketch", table_of(*[[spark(alt="")]] * 5)),
            "cell sketch: a chart of table 'exceptions' has no alt text; "
            "say in words what it shows",
            id="a small chart without words",
        ),
        pytest.param(
            shown("sketch", table_of(words("one"))),
            "cell sketch: table 'exceptions' has a row of 1 cells under 5 columns",
            id="a ragged row",
        ),
        pytest.param(
            shown("sketch", table_of(*[[{"rating": "blue", "text": "Blue"}]] * 5)),
            "cell sketch: there is no rating 'blue'; the ratings are green, amber, red, "
            "not_applicable, not_supplied, no_cases, suppressed, not_collected, "
            "does_not_apply, year_not_full, no_rate",
            id="an unknown rating",
        ),
        pytest.param(
            shown("sketch", table_of(id="../../etc")),
            "cell sketch: '../../etc' cannot name a file; "
            "use lower-case letters, digits and underscores",
            id="a name that leaves the folder",
        ),
        pytest.param(
            shown("sketch", CHART, CHART),
            "cell sketch: there are two tables, charts or questions called 'by_weekday'",
            id="two tables of one name",
        ),
        pytest.param(
            shown("sketch", {"kind": "video"}),
            "cell sketch: there is no block of kind 'video'; the kinds are front, lead, tally, "
            "callout, prose, list, heading, question, table, chart, sheet, figures, end",
            id="an unknown kind",
        ),
        pytest.param(
            shown("sketch", {"kind": "callout", "title": "x"}),
            "cell sketch: a block of kind 'callout' needs runs",
            id="a block with a part missing",
        ),
    ],
)
def test_a_paper_is_refused_by_the_cell_that_spoils_it(cell: NotebookNode, message: str) -> None:
    with pytest.raises(PaperError) as caught:
        read_paper(paper_with(cell))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("notebook", "message"),
    [
        pytest.param(
            notebook_of(shown("front", FRONT)),
            "cell front: the paper has no title; begin with '# Title'",
            id="no title",
        ),
        pytest.param(
            notebook_of(said("start", "## Method"), shown("front", FRONT)),
            "cell start: the paper has no title; begin with '# Title'",
            id="a first heading that is not a title",
        ),
        pytest.param(
            notebook_of(said("title", "# Missing children")),
            "the paper has no front sheet; show blocks.Front first",
            id="no front sheet",
        ),
    ],
)
def test_a_paper_must_begin_well(notebook: NotebookNode, message: str) -> None:
    with pytest.raises(PaperError) as caught:
        read_paper(notebook)
    assert str(caught.value) == message


def test_charts_that_are_alike_are_told_apart_by_their_headlines() -> None:
    """Two small counts may have fallen from 1 to 0, of what only the headlines say."""
    other = CHART | {"id": "again", "caption": "Another headline"}
    assert len(read_paper(paper_with(shown("sketch", CHART, other))).blocks) == 2


def test_the_specimen_shows_every_kind_of_block() -> None:
    kinds = {block["kind"] for block in read_paper(specimen()).blocks}
    assert kinds == set("lead tally callout prose list heading table chart end".split())
