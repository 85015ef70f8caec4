"""A column that identifies a child is known by its name, however it is written."""

from __future__ import annotations

from datetime import date

import pytest

from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field, read_checked
from pscb_lib.reading.rows.identifying import identifies


@pytest.mark.parametrize("column", [
    "Name", "NAME", "Child's name", "full_name", "childName", "Surname", "forename", "NHS number",
    "nhs_no", "NHSNumber", "Home address", "Postcode", "post code", "UPN", "Date of birth", "DOB",
    "Mother's mobile", "e-mail", "Unique Pupil Number",
])
def test_a_column_that_identifies(column):
    assert identifies(column)


@pytest.mark.parametrize("column", [
    "Agency name", "indicator_name", "School name", "Ward name", "number", "source", "sex",
    "renamed", "submitted_by", "note", "child_id", "placing_la", "filename",
])
def test_a_column_that_does_not(column):
    assert not identifies(column)


def test_a_field_of_the_return_is_taken_and_its_value_never_printed(tmp_path):
    path = tmp_path / "sent.csv"
    path.write_text("id,dob\nA,secret\nB,5/5/01\n", encoding="utf-8")
    checked = read_checked(path, (
        Field("id", cells.text), Field("dob", cells.dated(date(2015, 1, 31)), identifying=True)))
    assert list(checked.frame["dob"]) == [date(2001, 5, 5)]
    assert [str(finding) for finding in checked.findings] == [
        "sent.csv, row 2, column dob: is not a date; correct the cell",
        "sent.csv, row 3, column dob: is not written in the usual form, and was read by rule; see "
        "that this is what is meant"]


def test_the_message_has_only_the_names_of_the_columns(tmp_path):
    path = tmp_path / "sent.csv"
    path.write_text("id,Surname\nA,secret\n", encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read_checked(path, (Field("id", cells.text),))
    assert str(refusal.value) == (
        "sent.csv, row 1: columns that identify a child are not taken (Surname); remove them from "
        "the file and delete the copy that was sent; no row was read")


@pytest.mark.parametrize("column", [
    "D.O.B.", "N.H.S. No", "Sur\u200bname", "First\u2011name", "Child\u2019s name",
    "\uff2e\uff41\uff4d\uff45", "id (child's name)", "id [NHS number]", "PostCode", "e\u2010mail",
])
def test_a_column_is_known_however_its_name_is_written(tmp_path, column):
    path = tmp_path / "sent.csv"
    path.write_text(f"id,{column}\nA,secret\n", encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read_checked(path, (Field("id", cells.text),))
    assert "columns that identify a child are not taken" in str(refusal.value)


def test_a_remark_that_names_a_child_is_no_remark_on_the_column(tmp_path):
    path = tmp_path / "sent.csv"
    path.write_text("id (child's name)\nsecret\n", encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        read_checked(path, (Field("id", cells.text),))
    assert "secret" not in str(refusal.value)
