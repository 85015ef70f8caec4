"""Blocks: plain data under our own MIME type, HTML beside it."""

import json

import pytest

from pscb_lib.framework.rag import Absence, Rag
from pscb_lib.page import blocks

DATA = blocks.Data(["area", "number"], [["North", 12], ["South", None]])
ROW = [blocks.strong("North", "of all", ""), blocks.rating(Rag.GREEN),
       blocks.join(blocks.cell("12"), blocks.picture("<svg></svg>", "12"), blocks.ask("Why?"))]
COLUMNS = [blocks.Column("Area", width=2), blocks.Column("Rating"), blocks.Column("Number", "end")]
ALL = [
    blocks.Front("small", "The Board", "The group", "2014-15 Q3", "Quarter 3 2014/15", "2015-01-31",
                 "board", "Restricted", [("For decision", "Agree."), ("Route", "Board")]),
    blocks.Lead("**Four** are red."),
    blocks.Prose("Nothing else."),
    blocks.Callout("Illustrative figures.", "All are **invented**."),
    blocks.List(["One.", "**Two**."]),
    blocks.Tally([{"rating": "green", "label": "Green", "count": "16", "change": "+1"}], "A note."),
    blocks.Table("areas", "Areas", COLUMNS, [blocks.Group(None, [ROW])], DATA, note="A note."),
    blocks.Chart("bars", "Areas", '<svg viewBox="0 0 1 1"></svg>', "North 12.", DATA),
    blocks.End("small", "2014-15 Q3", "board", {"green": 16}),
]


@pytest.mark.parametrize("block", [pytest.param(one, id=one.kind) for one in ALL])
def test_a_block_survives_json_unchanged(block):
    written = json.dumps(block.as_json())

    assert json.loads(written)["kind"] == block.kind
    assert json.dumps(json.loads(written)) == written


@pytest.mark.parametrize("block", [pytest.param(one, id=one.kind) for one in ALL])
def test_a_notebook_is_given_our_type_and_html(block):
    bundle = block._repr_mimebundle_()

    assert list(bundle) == ["application/vnd.pscb.block+json", "text/html", "text/plain"]
    assert bundle["application/vnd.pscb.block+json"] == block.as_json()
    assert bundle["text/plain"] == f"<{block.kind}>"
    assert (block.kind == "end") or "<" in bundle["text/html"]


def test_the_html_escapes_what_agencies_write():
    html = blocks.Prose("<script>alert(1)</script>")._repr_mimebundle_()["text/html"]

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


@pytest.mark.parametrize(("words", "expected"), [
    pytest.param("a **b** c", [{"text": "a ", "strong": False}, {"text": "b", "strong": True},
                               {"text": " c", "strong": False}], id="a strong part in the middle"),
    pytest.param("**b**", [{"text": "b", "strong": True}], id="all strong"),
    pytest.param("5 * 3 ** 2", [{"text": "5 * 3 ** 2", "strong": False}], id="stars that are not"),
    pytest.param("", [], id="no words"),
])
def test_runs(words, expected):
    assert blocks.runs(words) == expected


@pytest.mark.parametrize(("rated", "name", "word"), [
    pytest.param(Rag.RED, "red", "Red", id="red"),
    pytest.param(Rag.NOT_APPLICABLE, "not_applicable", "N/A", id="no target"),
    pytest.param(Absence.SUPPRESSED, "suppressed", "Not shown", id="hidden"),
    pytest.param(Absence.NO_CASES, "no_cases", "No cases", id="no cases"),
])
def test_a_rating_is_a_name_and_a_word(rated, name, word):
    assert blocks.rating(rated) == ({"rating": name, "text": word},)


def test_a_cell_has_muted_lines_below_and_no_blank_ones():
    assert blocks.strong("59.6%", "31 of 52", "") == (
        {"text": "59.6%", "tone": "strong"}, {"text": "31 of 52", "tone": "muted"})
    assert blocks.cell("Police") == ({"text": "Police", "tone": "plain"},)


def test_cells_are_joined_under_each_other():
    assert blocks.join(blocks.cell("One."), blocks.ask("Why?")) == (
        {"text": "One.", "tone": "plain"}, {"ask": "Why?"})


def test_a_table_as_json_is_what_the_renderers_read():
    table = ALL[6].as_json()

    assert table["columns"][0] == {"label": "Area", "align": "start", "width": 2}
    assert table["data"] == {"columns": ["area", "number"],
                             "rows": [["North", 12], ["South", None]]}
    assert (table["note"], table["empty"]) == ("A note.", "None.")
    assert table["groups"][0]["label"] is None
