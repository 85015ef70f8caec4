"""Texts that state a number of children, as far as they are cleared on the report's day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from papers import ROOT

from pscb_lib.board.cleared_texts import FILE, LEFT_OUT, for_readers, read_cleared
from pscb_lib.board.context import open_context
from pscb_lib.reading.findings import InputError

TWO = "Two of the children were not seen"
HEADER = "text,cleared_by,cleared_on\n"
CLEARED = '"two of the  children were not seen",Head of Safeguarding,31/01/2015\n'


@pytest.fixture
def context(monkeypatch):
    monkeypatch.chdir(ROOT)
    return open_context("2013-14", "2015-01-31", "pscb_lib/samples", "board")


@dataclass(frozen=True)
class Note:
    text: str | None
    about: tuple[str, ...] = ()
    on: date | None = None


def context_of(made, folder, audience, rows=""):
    (folder / "params").mkdir(exist_ok=True)
    (folder / "params" / FILE).write_text(HEADER + rows, encoding="utf-8")
    return replace(made, root=folder, audience=audience, as_of=date(2015, 1, 31))


@pytest.mark.parametrize(("audience", "rows", "told"), [
    pytest.param("restricted", "", TWO, id="restricted"),
    pytest.param("board", "", LEFT_OUT, id="not cleared"),
    pytest.param("public", CLEARED, TWO, id="cleared that day, in other letters"),
    pytest.param("board", CLEARED.replace("31/01", "01/02"), LEFT_OUT, id="cleared later"),
    pytest.param("board", CLEARED.replace("two", "three"), LEFT_OUT, id="another is cleared"),
])
def test_a_text_that_states_a_number_of_children(context, tmp_path, audience, rows, told):
    made = context_of(context, tmp_path, audience, rows)
    assert for_readers(made, [Note(TWO, ("Seen late", TWO))]) == (Note(told, ("Seen late", told)),)


def test_other_texts_are_as_they_were(context, tmp_path):
    notes = Note("Seen late", ("Within 72 hours",), date(2015, 1, 1)), Note(None)
    assert for_readers(context_of(context, tmp_path, "public"), notes) == notes


def test_a_project_without_the_file_has_cleared_nothing(tmp_path):
    assert read_cleared(tmp_path / FILE, date(2015, 1, 31)) == frozenset()


def test_a_clearing_says_who_and_when(tmp_path):
    (tmp_path / FILE).write_text(HEADER + f"{TWO},,2015-01-31\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_cleared(tmp_path / FILE, date(2015, 1, 31))
    assert str(refused.value).startswith(f"{FILE}, row 2, column cleared_by")
