"""What a masked set is handed: its figures, what is said of the returns and facts, and no more."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

import pandas
import pytest
from invented import summary

from pscb_lib.disclosure import figures
from pscb_lib.disclosure.handing_over import mask_block, read_masked, write_masked
from pscb_lib.disclosure.paper import Fact, make_paper
from pscb_lib.disclosure.secrecy.profiles import PROFILES
from pscb_lib.disclosure.summaries import CHILD, COUNTS, ReturnSummary, summarise, summary_from
from pscb_lib.page.blocks import Figures
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Checked, Source

AREAS = {"North": 3, "South": 12, "East": 20, "West": 7}
NORTH, WEST = ("t", "North", ""), ("t", "West", "")
ROWS = [*figures.counts("t", AREAS), figures.proportion("p", "r", 31, 52, same_as=None),
        figures.count("t2", "few", 4, readers="restricted"),
        figures.count("t3", "behind", 19, readers="nobody")]
FACTS = (Fact("owed", [["Not done", [{"number": 2}]]], ("restricted", "board"), otherwise=[]),
         Fact("North", "Two of the three ran away", ("restricted", "board", "public"), (NORTH,),
              "Not told"))


def deaths(describes: str = CHILD) -> ReturnSummary:
    """A return with one row that was rejected and one left out."""
    checked = Checked(pandas.DataFrame({"source": ["illustrative", "DOB 1.2.03", "published"]}), (),
                      (Source("deaths.csv", "ab", 5, 3, 1, 1),), {"stillbirth": 1})
    return summarise(checked, "Deaths", describes)


def restricted_block(describes: str = CHILD) -> dict:
    """The restricted set's block of figures, as its notebook holds it."""
    paper = make_paper(figures.frame(ROWS), [deaths(describes)], FACTS, "restricted",
                       PROFILES["dfe"])
    return json.loads(json.dumps(Figures(paper).as_json(), sort_keys=True))


def handed(tmp_path, audience="board", profile="dfe", hidden=(NORTH, WEST)):
    path = tmp_path / "masked.json"
    write_masked(mask_block(restricted_block(), audience, PROFILES[profile], hidden), path)
    return read_masked(path, audience)


def test_the_figures_handed_over_are_those_that_the_set_would_show(tmp_path):
    paper = handed(tmp_path)
    alone = make_paper(figures.frame(ROWS), (), (), "board", PROFILES["dfe"])

    assert paper.shown.hidden == alone.shown.hidden == {NORTH, WEST}
    for table in ("t", "p"):
        assert paper.shown.rows(table) == alone.shown.rows(table)
        for row in alone.shown.rows(table):
            assert paper.shown.get(table, row) == alone.shown.get(table, row)
    assert paper.shown.get("p", "r").value == Fraction(3100, 52)


def test_the_file_has_no_number_that_is_hidden_rounded_or_behind(tmp_path):
    handed(tmp_path, profile="nhs")
    content = json.loads((tmp_path / "masked.json").read_text(encoding="utf-8"))
    places = [content["figures"]["columns"].index(name)
              for name in ("row", "actual", "numerator", "denominator")]

    assert [[row[place] for place in places] for row in content["figures"]["rows"]] == [
        ["North", None, None, None], ["South", 10, None, None], ["East", 20, None, None],
        ["West", None, None, None], ["Total", 40, None, None], ["r", "60", 30, 50],
        ["behind", None, None, None]]


@pytest.mark.parametrize(("audience", "hidden", "owed", "north"), [
    pytest.param("board", (), FACTS[0].data, FACTS[1].data, id="all is told"),
    pytest.param("board", (NORTH,), FACTS[0].data, "Not told", id="a figure it is about is hidden"),
    pytest.param("public", (), [], FACTS[1].data, id="the public is no reader of it"),
])
def test_a_fact_goes_to_its_readers_unless_it_reveals_a_figure(
        tmp_path, audience, hidden, owed, north):
    assert handed(tmp_path, audience, hidden=hidden).facts == {"owed": owed, "North": north}


@pytest.mark.parametrize("audience", ["board", "public"])
def test_of_a_childs_return_a_set_is_handed_no_number_and_no_reason(tmp_path, audience):
    [found] = handed(tmp_path, audience).returns

    assert found == ReturnSummary(
        "Deaths", CHILD, is_all_used=False, is_any_rejected=False, is_lacking=False, rows=None,
        reasons=(), sources={"illustrative": None, "other": None, "published": None})


def test_of_an_agencys_form_a_set_is_handed_the_numbers_and_no_file():
    block = restricted_block(COUNTS)

    assert summary_from(block["returns"][0]) == replace(deaths(COUNTS), files=())
    older = {name: value for name, value in block["returns"][0].items() if name != "noted"}
    assert summary_from(older) == replace(deaths(COUNTS), files=())


def test_only_the_restricted_block_has_what_is_for_others():
    board = make_paper(figures.frame(ROWS), [deaths()], FACTS, "board", PROFILES["dfe"])

    assert {*restricted_block()} - {*Figures(board).as_json()} == {"returns", "facts"}
    assert board.kept == ()


@pytest.mark.parametrize(("text", "why"), [
    pytest.param(None, "is not a file of masked figures (FileNotFoundError)", id="no such file"),
    pytest.param("{", "is not a file of masked figures (JSONDecodeError)", id="half a file"),
    pytest.param("{}", "is not a file of masked figures (KeyError)", id="without figures"),
    pytest.param("[]", "is not a file of masked figures (TypeError)", id="a list"),
])
def test_a_file_of_anything_else_is_refused(tmp_path, text, why):
    path = tmp_path / "masked.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_masked(path, "board")

    assert str(refused.value) == (
        f"masked.json, column masked: {why}; leave the parameter masked to the runner")


def test_the_file_of_another_set_is_refused(tmp_path):
    handed(tmp_path, "board")
    with pytest.raises(InputError) as refused:
        read_masked(tmp_path / "masked.json", "public")

    assert str(refused.value) == ("masked.json, column masked: is masked for the board set; leave "
                                  "the parameter masked to the runner")


def test_a_source_is_known_by_its_mark_alone():
    assert summary(["illustrative: x", "D. Smith's", "imported: CIN census"]).sources == {
        "illustrative: x": 1, "imported: CIN census": 1, "other": 1}
