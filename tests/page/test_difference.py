"""The difference made: what was asked, what was done, what changed and how it is known."""

from __future__ import annotations

import shutil
from contextlib import chdir

import pytest
from papers import ROOT
from recorded import ANSWERED, ASKED, write_ledger

from pscb_lib.board.context import open_context
from pscb_lib.page.blocks import RIGHT
from pscb_lib.page.tables.difference import (
    ask_overdue,
    tabulate_beside,
    tabulate_difference,
)

DONE = ANSWERED | {"action": "A weekly list.", "outcome": "Visits rose from 87% to 95%."}


def table(tmp_path, *lines, audience="board", make=tabulate_difference):
    if not (tmp_path / "params").exists():
        shutil.copytree(ROOT / "params", tmp_path / "params")
    write_ledger(tmp_path / "params", *lines)
    with chdir(tmp_path):
        context = open_context("2014-15 Q3", "2015-12-31", ".", audience)
    return make(context, ASKED["report"])


def cells(made):
    return [[[line["text"] for line in cell] for cell in row] for row in made.groups[0].rows]


@pytest.mark.parametrize(("line", "changed", "evidence"), [
    pytest.param(DONE | {"kind": "data"}, "Visits rose from 87% to 95%.", "Data", id="by data"),
    pytest.param(DONE, "Visits rose from 87% to 95%.", "Kind not recorded", id="by what, unsaid"),
    pytest.param(DONE | {"outcome": ""}, "No evidence of an outcome yet", "None", id="nothing yet"),
])
def test_a_change_has_its_kind_of_evidence(tmp_path, line, changed, evidence):
    (row,) = cells(table(tmp_path, ASKED, line))
    assert row[2:] == [[changed], [evidence]]
    assert row[1] == [line["answer"], f"Action: {line['action']}"]


def test_it_is_printed_where_nothing_was_asked(tmp_path):
    made = table(tmp_path)
    assert (made.groups[0].rows, made.empty) == (
        [], "No question about this paper is on record yet.")


@pytest.mark.parametrize(("lines", "place"), [((), RIGHT), ((ASKED,), None)])
def test_it_stands_beside_other_blocks_while_nothing_was_asked(tmp_path, lines, place):
    assert table(tmp_path, *lines, make=tabulate_beside).place == place


def test_the_public_set_has_no_reply(tmp_path):
    made = table(tmp_path, ASKED, DONE | {"kind": "survey"}, audience="public")
    assert cells(made)[0][2:] == [["Yes"], ["Survey"]]
    assert "87%" not in str(made.as_json())


def test_who_owes_an_answer_is_asked_for_it(tmp_path):
    asked = table(tmp_path, ASKED, make=ask_overdue)
    assert (asked.words, asked.owner) == (
        "By when will it be answered: MA1 (overdue since 5 November 2014)?", "Team Manager")


def test_several_are_asked_for_together(tmp_path):
    asked = table(tmp_path, ASKED, ASKED | {"id": "QX9"}, make=ask_overdue)
    assert asked.words == ("By when will each be answered: MA1 (overdue since 5 November 2014) and "
                           "QX9 (overdue since 5 November 2014)?")


@pytest.mark.parametrize(("lines", "audience"), [
    pytest.param((), "board", id="nothing asked"),
    pytest.param((ASKED, ANSWERED), "board", id="answered"),
    pytest.param((ASKED,), "public", id="the public has no reply"),
])
def test_nothing_is_asked_again_where_nothing_is_overdue(tmp_path, lines, audience):
    assert table(tmp_path, *lines, audience=audience, make=ask_overdue) is None
