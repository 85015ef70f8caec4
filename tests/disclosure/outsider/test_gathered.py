"""What of a pack's agenda is read as an outsider would: all but its numbers and printed answers."""

from __future__ import annotations

import pytest

from pscb_lib.disclosure.outsider.found import Cell, Row
from pscb_lib.disclosure.outsider.gathered import AGENDA, of_agenda

ANSWER = "Neglect: plans drifted. Eight files were read."
PRINTED = [f"{ANSWER} Two were good.", "13 children were seen.",
           "The Board is asked to agree when two good plans begin"]


def read(paper, asked="agree a day", table=AGENDA):
    cells = Cell("Paper", paper), Cell("Asked to", asked), Cell("Page", "8")
    row = of_agenda(Row("pack.pdf", table, "", ("8",), cells), PRINTED)
    return row.labels, [one.text for one in row.cells]


@pytest.mark.parametrize(("paper", "asked", "left"), [
    pytest.param(f"Audit Paper 15/10 {ANSWER}", "agree a day", ["Audit Paper 15/10", "agree a day"],
                 id="the answer as it is printed"),
    pytest.param("Audit Neglect: plans drifted. Nine files were read.", "agree a day",
                 ["Audit Neglect: plans drifted. Nine files were read.", "agree a day"],
                 id="another number"),
    pytest.param("Audit 3", "help 3 children were seen.",
                 ["Audit 3", "help 3 children were seen."], id="the end of what is printed"),
    pytest.param("Audit", "agree when two good plans begin", ["Audit"], id="what it asks"),
    pytest.param("Audit", "two good plans begin", ["Audit", "two good plans begin"],
                 id="a part of what it asks"),
    pytest.param("Audit Neglect:", ANSWER, ["Audit Neglect:", ANSWER], id="part of a sentence"),
])
def test_an_answer_alone_is_not_read_again(paper, asked, left):
    assert read(paper, asked) == ((), left)


def test_other_tables_are_read_whole():
    assert read(f"Audit {ANSWER}", table="grades") == (
        ("8",), [f"Audit {ANSWER}", "agree a day", "8"])
