"""Rows into a checked frame: every row accounted for, every rule named, no child in a message."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from pscb_lib import cells
from pscb_lib.records import Field, Rule, combine, read_checked

FIELDS = (
    Field("death_id", cells.text, "give it a number"),
    Field("born_on", cells.day, "write it dd/mm/yyyy", identifying=True),
    Field("died_on", cells.day, "write it dd/mm/yyyy"),
    Field("note", cells.optional(cells.text)),
)
RULES = (
    Rule(("born_on", "died_on"), "a death cannot be before the birth", "correct one of the dates",
         lambda row: row["died_on"] < row["born_on"]),
    Rule(("death_id", "died_on"), "D0 died in 2014", "correct the year",
         lambda row: row["death_id"] == "D0" and row["died_on"].year != 2014),
)
SOUND = ("D1", "01/04/2001", "02/04/2014", "seen")


@pytest.fixture
def read(tmp_path):
    """Read rows as a csv file; deaths after 2014 are left out."""
    def read_rows(*rows, file="deaths.csv"):
        with (tmp_path / file).open("w", encoding="utf-8", newline="") as target:
            csv.writer(target).writerows([[field.name for field in FIELDS], *rows])
        return read_checked(
            tmp_path / file, FIELDS, RULES,
            lambda row: "died after 2014" if row["died_on"].year > 2014 else None)

    return read_rows


def test_a_sound_row_becomes_python_values_with_its_place(read):
    frame = read(SOUND, (*SOUND[:3], "")).frame
    assert list(frame.columns) == ["death_id", "born_on", "died_on", "note", "file", "row"]
    assert frame.to_dict("records") == [
        {"death_id": "D1", "born_on": date(2001, 4, 1), "died_on": date(2014, 4, 2),
         "note": note, "file": "deaths.csv", "row": row}
        for note, row in (("seen", 2), (None, 3))]


def test_a_file_with_a_header_only_has_no_rows_and_all_its_columns(read):
    checked = read()
    assert list(checked.frame.columns) == ["death_id", "born_on", "died_on", "note", "file", "row"]
    assert checked.rows == {"read": 0, "used": 0, "rejected": 0, "left_out": 0}


@pytest.mark.parametrize(("row", "messages"), [
    pytest.param(("", "01/04/2001", "31/02/2014", ""), [
        "deaths.csv, row 2, column death_id, value '': must not be blank; give it a number",
        "deaths.csv, row 2, column died_on, value '31/02/2014': is not a date; "
        "write it dd/mm/yyyy"], id="every bad cell of a row is named"),
    pytest.param(("D1", "in April 2001", "02/04/2014", ""), [
        "deaths.csv, row 2, column born_on: is not a date; write it dd/mm/yyyy"],
        id="an identifying value is not repeated"),
    pytest.param(("D1", "01/04/2001", "02/04/2000", ""), [
        "deaths.csv, row 2, column born_on and died_on: a death cannot be before the birth; "
        "correct one of the dates"], id="nor in a rule about the row, nor its neighbour"),
    pytest.param(("D0", "01/04/2001", "02/04/2013", ""), [
        "deaths.csv, row 2, column death_id and died_on, value 'D0 and 02/04/2013': "
        "D0 died in 2014; correct the year"], id="a rule shows both cells"),
])
def test_findings(read, row, messages):
    checked = read(row)
    assert [str(finding) for finding in checked.findings] == messages
    assert checked.rows == {"read": 1, "used": 0, "rejected": 1, "left_out": 0}


def test_a_row_that_breaks_two_rules_is_rejected_once(read):
    checked = read(("D0", "01/04/2001", "02/04/2000", ""), SOUND)
    assert len(checked.findings) == 2
    assert checked.rows == {"read": 2, "used": 1, "rejected": 1, "left_out": 0}


def test_what_is_left_out_is_counted_by_its_reason(read):
    checked = read(SOUND, ("D2", "01/04/2001", "02/01/2015", ""))
    assert list(checked.frame["death_id"]) == ["D1"]
    assert (checked.reasons, checked.findings) == ({"died after 2014": 1}, ())


def test_files_are_put_together_in_order(read):
    late = ("D2", "01/04/2001", "02/01/2015", "")
    both = combine([read(SOUND, late, file="b.csv"), read(("", *SOUND[1:]), late, file="a.csv")])
    assert [source.file for source in both.sources] == ["b.csv", "a.csv"]
    assert list(both.frame["file"]) == ["b.csv"]
    assert [finding.file for finding in both.findings] == ["a.csv"]
    assert both.reasons == {"died after 2014": 2}
    assert both.rows == {"read": 4, "used": 1, "rejected": 1, "left_out": 2}


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.tuples(some.sampled_from(["D0", "D1", ""]),
                              some.sampled_from(["01/04/2001", "a secret"]),
                              some.sampled_from(["02/04/2000", "02/04/2014", "2015-01-01", "-"]),
                              some.sampled_from(["", "seen"]))))
def test_every_row_read_is_used_rejected_or_left_out(read, rows):
    checked = read(*rows)
    counts = checked.rows
    assert counts["read"] == len(rows)
    assert counts["read"] == counts["used"] + counts["rejected"] + counts["left_out"]
    assert counts["used"] == len(checked.frame)
    assert counts["rejected"] == len({finding.row for finding in checked.findings})
    assert counts["left_out"] == sum(checked.reasons.values())
    assert not any("secret" in str(finding) for finding in checked.findings)
