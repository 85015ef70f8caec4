"""Each register of params/ says what it is: its title, columns, key, example and readers."""

from __future__ import annotations

import csv

import pytest
from papers import ROOT

from pscb_lib.board.decisions import comments_in, find_registers, read_register
from pscb_lib.board.indicators import Indicator
from pscb_lib.reading.files import read_table

REGISTERS = [*find_registers()]
EDITED = [one for one in REGISTERS if not one.is_record]


def ids(one):
    return one.file


@pytest.mark.parametrize("register", REGISTERS, ids=ids)
def test_a_register_and_each_of_its_columns_is_described(register):
    assert register.title and register.used_by
    assert [one.name for one in register.fields if not one.meaning] == []


@pytest.mark.parametrize("register", REGISTERS, ids=ids)
def test_a_register_describes_the_columns_that_the_shipped_file_has(register):
    always, added = ([one.name for one in register.fields if one.optional is optional]
                     for optional in (False, True))
    columns = read_table(ROOT / "params" / register.file, always, optional=added).columns
    assert {*always} <= {*columns} <= {*always, *added}


@pytest.mark.parametrize("register", EDITED, ids=ids)
def test_the_example_of_a_register_is_a_valid_row(register, tmp_path):
    names = [one.name for one in register.fields]
    assert {*register.example} <= {*names}
    path = tmp_path / register.file
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerow(register.example)
    assert len(read_register(path, register.fields, register.rules)) == 1


@pytest.mark.parametrize("register", EDITED, ids=ids)
def test_the_key_of_a_register_tells_its_rows_apart(register):
    with (ROOT / "params" / register.file).open(encoding="utf-8", newline="") as file:
        keys = [tuple(row[name] for name in register.key) for row in csv.DictReader(file)]
    assert register.key and len({*keys}) == len(keys)


def test_what_a_column_refers_to_is_a_column_of_a_register():
    columns = {(one.file, field.name) for one in REGISTERS for field in one.fields}
    assert {to for one in REGISTERS for to in one.refers.values()} <= columns


def test_a_column_means_what_stands_beside_its_field():
    assert comments_in(Indicator)["lead"] == (
        "the post that answers, and comments when it is red")
