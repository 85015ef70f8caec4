"""A row of a register that is not edited keeps its bytes."""

from __future__ import annotations

import pytest

from pscb_lib.board.register_text import text_of, with_rows

ODD = b'id,text\r\n"A",plain\r\nB,"two\r\nlines, and ""marks"""\r\n\r\nC,"=1+1"\r\n'


def rows_of(text):
    return [(number, one.cells) for number, one in text.rows.items() if number > 1 and one.cells]


@pytest.mark.parametrize("data", [
    pytest.param(ODD.replace(b"\r\n\r\nC", b"\r\nC"), id="needless marks and a line end within"),
    pytest.param(b"\xef\xbb\xbfid;text\nA;x, y\n", id="a byte order mark, and semicolons"),
    pytest.param("id,text\nA,caf\u00e9\n".encode(), id="other letters"),
])
def test_rows_that_are_not_edited_give_the_same_bytes(data):
    text = text_of(data, "utf-8-sig", 2)
    assert with_rows(text, 1, ("id", "text"), rows_of(text)) == data


def test_one_edited_row_is_the_only_one_that_differs():
    text = text_of(ODD, "utf-8", 2)
    rows = rows_of(text)
    assert [number for number, _ in rows] == [2, 3, 5]
    rows[2] = (None, ("C", "new, longer"))
    assert with_rows(text, 1, ("id", "text"), rows) == (
        b'id,text\r\n"A",plain\r\nB,"two\r\nlines, and ""marks"""\r\nC,"new, longer"\r\n')


def test_a_new_column_is_added_to_the_heading_and_to_each_row():
    text = text_of(b"id,text\nA,x\n", "utf-8", 2)
    assert with_rows(text, 1, ("id", "text", "role"), [(2, ("A", "x", "contacts"))]) == (
        b"id,text,role\nA,x,contacts\n")


def test_a_file_without_a_last_line_end_gets_one_before_a_new_row():
    text = text_of(b"id,text\nA,x", "utf-8", 2)
    assert with_rows(text, 1, ("id", "text"), [*rows_of(text), (None, ("B", "y"))]) == (
        b"id,text\nA,x\nB,y\n")
