"""A register with an invalid row is refused."""

from __future__ import annotations

import pytest

from pscb_lib.board.decisions import read_register
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field, Rule

FIELDS = (Field("id", cells.text, "give it an id"), Field("severity", cells.whole_number, "1 to 3"))
RULES = (Rule(("severity",), "there is no such severity", "write 1, 2 or 3",
              lambda row: row["severity"] > 3),)


def read(folder, content):
    path = folder / "register.csv"
    path.write_text(content, encoding="utf-8", newline="\n")
    return read_register(path, FIELDS, RULES)


def test_a_valid_register_is_read_row_by_row(tmp_path):
    assert read(tmp_path, "id,severity\nA,1\n\nB,2\n") == (
        {"file": "register.csv", "row": 2, "id": "A", "severity": 1},
        {"file": "register.csv", "row": 4, "id": "B", "severity": 2},
    )


@pytest.mark.parametrize(("rows", "message"), [
    pytest.param("A,1\nB,high\n,\n", "register.csv, row 3, column severity, value 'high': "
                 "is not a whole number; 1 to 3", id="the first bad cell, and no other"),
    pytest.param("A,4\n", "register.csv, row 2, column severity, value '4': there is no such "
                 "severity; write 1, 2 or 3", id="a broken rule"),
    pytest.param(",x\n", "register.csv, row 2, column id, value '': must not be blank; "
                 "give it an id", id="the first of two in a row"),
])
def test_the_first_invalid_row_refuses_it(tmp_path, rows, message):
    with pytest.raises(InputError) as refusal:
        read(tmp_path, f"id,severity\n{rows}")
    assert str(refusal.value) == message


def test_a_register_that_was_edited_is_read_again(tmp_path):
    [first], [same] = read(tmp_path, "id,severity\nA,1\n"), read(tmp_path, "id,severity\nA,1\n")
    first["severity"] = 3
    assert same["severity"] == 1
    assert [row["severity"] for row in read(tmp_path, "id,severity\nA,2\n")] == [2]
