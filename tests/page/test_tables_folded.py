"""What is mostly hidden is folded into one sentence."""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.showing import ShownFigure
from pscb_lib.page.tables.folded import fold, not_shown

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
