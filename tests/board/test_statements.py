"""A person's statement: plain paragraphs, awaited where it is not written or states children."""

from __future__ import annotations

from datetime import date

import pytest
from projects import write_notebook

from pscb_lib.board.cleared_texts import FILE
from pscb_lib.board.statements import read_statement, statement_in, why_awaited
from pscb_lib.reading.findings import InputError

PLACE = statement_in("2014-15-q3", "small")
NAME = "params/2014-15-q3/statements/small.md"
CHAIR = "the chair of the panel"
THREE = "Three children died at home."
DAY = date(2015, 1, 31)


def written(root, text):
    path = root / PLACE
    path.parent.mkdir(parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def awaited(root, audience="board", cleared="", by=(CHAIR,)):
    (root / "params").mkdir(exist_ok=True)
    (root / "params" / FILE).write_text("text,cleared_by,cleared_on\n" + cleared, encoding="utf-8")
    notebook = root / "small.ipynb"
    write_notebook(notebook, statement_by=by)
    return why_awaited(root, PLACE, notebook, audience, DAY)


def test_its_paragraphs_are_read_as_they_are_written(tmp_path):
    text = "\ufeffEach number\nis a child.\r\n \nWe learn.\n\n\n"
    assert read_statement(written(tmp_path, text), PLACE) == (
        "Each number is a child.", "We learn.")


@pytest.mark.parametrize("text", [None, "", " \n\n"])
def test_there_is_none_where_nothing_is_written(tmp_path, text):
    root = tmp_path if text is None else written(tmp_path, text)
    assert read_statement(root, PLACE) == ()


@pytest.mark.parametrize(("text", "says"), [
    ("Well.\n\n# Foreword\n", "row 3, value '#': is not plain paragraphs"),
    ("- a list\n", "row 1, value '-': is not plain paragraphs"),
    ("1. a list\n", "row 1, value '1.': is not plain paragraphs"),
    ("*strong*\n", "row 1, value '*': is not plain paragraphs"),
    ("a [link](x)\n", "row 1, value '[': is not plain paragraphs"),
    ("<b>bold</b>\n", "row 1, value '<': is not plain paragraphs"),
    ("a\u202eb", "which turns the words after it round"),
    ("\u4f60", "which cannot be printed; write it in words"),
    (b"\xff\xfe\xfa", "cannot be read (UnicodeDecodeError); save it as a text in UTF-8")])
def test_what_is_no_plain_text_is_refused_by_its_place(tmp_path, text, says):
    with pytest.raises(InputError) as refused:
        read_statement(written(tmp_path, text), PLACE)
    assert str(refused.value).startswith(NAME) and says in str(refused.value)


def test_a_statement_may_have_numbers_of_years_and_hyphens(tmp_path):
    text = "Since 2010 - as before - the panel meets.\n1,000 days matter."
    assert read_statement(written(tmp_path, text), PLACE) == (text.replace("\n", " "),)


def test_every_set_but_the_restricted_waits_for_it(tmp_path):
    assert awaited(tmp_path, "restricted") is None
    assert awaited(tmp_path, "board") == awaited(tmp_path, "public") == (
        f"the statement of {CHAIR} is awaited; write it in {NAME}: write plain paragraphs, with an "
        "empty line between them")


def test_a_report_in_which_nobody_writes_waits_for_nobody(tmp_path):
    assert awaited(tmp_path, by=()) is None


@pytest.mark.parametrize(("audience", "cleared", "waits"), [
    ("restricted", "", False), ("board", "", True), ("public", "", True),
    ("public", f"{THREE},Head of Safeguarding,31/01/2015\n", False),
    ("public", f"{THREE},Head of Safeguarding,01/02/2015\n", True)])
def test_a_number_of_children_is_cleared_before_others_read_it(tmp_path, audience, cleared, waits):
    why = awaited(written(tmp_path, f"We learn.\n\n{THREE}"), audience, cleared)
    assert why == (f"{NAME}, paragraph 2: states a number of children; write it without, or have "
                   f"the paragraph cleared in params/{FILE}" if waits else None)
