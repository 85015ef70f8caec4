"""What is mostly hidden is folded into one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.page.tables.folded import fold, join_hidden, not_shown

SHOWN = ShownFigure(20, None, None, "count", "", hidden=False)
ABSENT = ShownFigure(None, None, None, "percent", "no cases", hidden=False)
HIDDEN = ShownFigure(None, None, None, "count", "", hidden=True)


@pytest.mark.parametrize(("rows", "kept", "said"), [
    pytest.param({"North": [SHOWN, HIDDEN], "South": [SHOWN, SHOWN]}, ["North", "South"], None,
                 id="half of a row"),
    pytest.param({"North": [HIDDEN, HIDDEN, SHOWN], "South": [SHOWN] * 3}, ["South"],
                 "Not shown, because of small numbers: North.", id="most of a row"),
    pytest.param({"North": [HIDDEN, ABSENT], "South": [SHOWN, SHOWN]}, ["South"],
                 "Not shown, because of small numbers: North.",
                 id="a figure without a value is not shown either"),
    pytest.param({"North": [HIDDEN], "South": [SHOWN]}, ["North", "South"], None,
                 id="a single figure keeps its cell"),
    pytest.param({"North": [None, HIDDEN], "South": [SHOWN, SHOWN]}, ["South"],
                 "Not shown, because of small numbers: North.",
                 id="where there is no figure, none is hidden"),
])
def test_a_row_is_folded_if_more_of_it_is_hidden_than_shown(rows, kept, said):
    groups, sentence = fold({None: rows})
    assert (list(groups[None]), sentence) == (kept, said)


def test_a_group_is_folded_and_the_others_stay():
    groups, said = fold({"Age": {"12": [HIDDEN], "13": [HIDDEN], "14": [SHOWN]},
                         "Sex": {"Girls": [SHOWN], "Boys": [SHOWN]}})
    assert (list(groups), said) == (
        ["Sex"], "Not shown, because of small numbers: Age.")


def test_a_table_that_is_mostly_hidden_has_no_group_left():
    assert fold({None: {"12": [HIDDEN], "13": [HIDDEN], "14": [SHOWN]}})[0] == {}
    assert not_shown("Children by age").words == (
        "“Children by age” is not shown, because of small numbers.")


@pytest.mark.parametrize(("figures", "total"), [
    pytest.param({"12": HIDDEN, "13": SHOWN}, SHOWN, id="one is hidden"),
    pytest.param({"12": HIDDEN, "13": HIDDEN, "14": SHOWN}, None, id="no total is shown"),
    pytest.param({"12": HIDDEN, "13": HIDDEN, "14": replace(SHOWN, value=0)}, SHOWN,
                 id="nothing but a zero is shown"),
    pytest.param({"12": HIDDEN, "13": HIDDEN, "14": SHOWN}, replace(SHOWN, value=27),
                 id="together they are small"),
])
def test_nothing_is_joined(figures, total):
    assert join_hidden(figures, total) == (figures, None)


def test_all_that_are_hidden_are_one_count_of_what_the_total_leaves():
    joined, said = join_hidden({"12": HIDDEN, "13": SHOWN, "14": HIDDEN, "15": HIDDEN},
                               replace(SHOWN, value=37))

    assert {row: one.value for row, one in joined.items()} == {
        "13": 20, "Three others together": 17}
    assert said == "Shown together, because of small numbers: 12; 14; 15."


ALIKE = {"Injury": ("12", "13"), "Illness": ("14", "15", "16")}


@pytest.mark.parametrize(("hidden", "name"), [
    pytest.param(("12", "13"), "Injury", id="all of one kind have its name"),
    pytest.param(("14", "16"), "Illness: two of three kinds", id="some of one kind say how many"),
])
def test_hidden_rows_that_are_alike_are_one_row_of_their_name(hidden, name):
    figures = {"11": SHOWN} | dict.fromkeys(hidden, HIDDEN)
    joined, said = join_hidden(figures, replace(SHOWN, value=37), ALIKE)

    assert {row: one.value for row, one in joined.items()} == {"11": 20, name: 17}
    assert said == f"Shown together, because of small numbers: {'; '.join(hidden)}."


@pytest.mark.parametrize("alike", [{}, ALIKE])
def test_hidden_rows_that_are_unlike_are_never_one_row(alike):
    figures = {"11": SHOWN, "12": HIDDEN, "14": HIDDEN}
    assert join_hidden(figures, replace(SHOWN, value=37), alike) == (figures, None)
