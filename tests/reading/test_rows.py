"""Rows into a checked frame: every row counted, every rule named, no child in a message."""

from __future__ import annotations

import csv
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.reading.rows import (
    Broken,
    Field,
    FileRule,
    Rule,
    combine,
    name_rows,
    read_checked,
    read_files,
)

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


def test_a_valid_row_becomes_python_values_with_its_place(read):
    frame = read(SOUND, (*SOUND[:3], "")).frame
    assert list(frame.columns) == ["death_id", "born_on", "died_on", "note", "file", "row"]
    assert frame.to_dict("records") == [
        {"death_id": "D1", "born_on": date(2001, 4, 1), "died_on": date(2014, 4, 2),
         "note": note, "file": "deaths.csv", "row": row}
        for note, row in (("seen", 2), (None, 3))]


def test_a_file_with_a_header_only_is_refused(read):
    with pytest.raises(InputError) as refusal:
        read()
    assert str(refusal.value) == ("deaths.csv, row 1: there are no rows; send a nil return "
                                  "(nil_return = yes)")


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


def test_rows_left_out_are_counted_by_reason(read):
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
                              some.sampled_from(["", "seen"])), min_size=1))
def test_every_row_read_is_used_rejected_or_left_out(read, rows):
    checked = read(*rows)
    counts = checked.rows
    assert counts["read"] == len(rows)
    assert counts["read"] == counts["used"] + counts["rejected"] + counts["left_out"]
    assert counts["used"] == len(checked.frame)
    assert counts["rejected"] == len({finding.row for finding in checked.findings})
    assert counts["left_out"] == sum(checked.reasons.values())
    assert not any("secret" in str(finding) for finding in checked.findings)


COUNTS = (Field("area", cells.text), Field("deaths", cells.whole_number),
          Field("note", cells.optional(cells.text), optional=True))


def read_counts(tmp_path, content, rules=(), file_rules=(), file="counts.csv"):
    """Read a small return of counts."""
    (tmp_path / file).write_text(content, encoding="utf-8", newline="\n")
    return read_checked(tmp_path / file, COUNTS, rules, file_rules=file_rules)


def test_an_optional_column_may_be_missing_and_is_blank(tmp_path):
    assert list(read_counts(tmp_path, "area,deaths\nA,1\n").frame["note"]) == [None]
    assert list(read_counts(tmp_path, "area,deaths,note\nA,1,x\n").frame["note"]) == ["x"]


def test_a_text_read_by_rule_is_noted_once_with_its_rows(tmp_path):
    checked = read_counts(tmp_path, 'area,deaths\nA,"1,234"\nB,2\nC,"1,234"\n')
    assert list(checked.frame["deaths"]) == [1234, 2, 1234]
    assert [(str(finding), finding.reaction) for finding in checked.findings] == [(
        "counts.csv, row 2, column deaths, value '1,234': 1,234 read as 1234 (in 2 cells: rows 2, "
        "4); see that this is what is meant", Reaction.NORMALISED)]


def test_a_rule_that_only_notes_keeps_the_row_unless_another_rejects_it(tmp_path):
    rules = (Rule(("deaths",), "is many", "confirm", lambda row: row["deaths"] > 9, Reaction.NOTED),
             Rule(("deaths",), "is too many", "correct", lambda row: row["deaths"] > 99))
    checked = read_counts(tmp_path, "area,deaths\nA,10\nB,100\n", rules)
    assert list(checked.frame["area"]) == ["A"]
    assert [(str(finding), finding.reaction) for finding in checked.findings] == [
        ("counts.csv, row 2, column deaths, value '10': is many; confirm", Reaction.NOTED),
        ("counts.csv, row 3, column deaths, value '100': is too many; correct",
         Reaction.REJECTED)]


@pytest.mark.parametrize(("broken", "used", "rows"), [
    pytest.param(Broken((2, 3), ("area",)), [3], [2, 3], id="rejected: all of them"),
    pytest.param(Broken((2, 3), ("area",), Reaction.NORMALISED, left_out=(3,)), [1, 3], [2],
                 id="normalised: those named are left out"),
    pytest.param(Broken((2, 3), ("area",), Reaction.NOTED), [1, 2, 3], [2], id="noted: none"),
])
def test_a_rule_across_rows(tmp_path, broken, used, rows):
    rule = FileRule("areas are alike", "see", lambda records: [broken])
    checked = read_counts(tmp_path, "area,deaths\nA,1\nA,2\nB,3\n", file_rules=[rule])
    assert list(checked.frame["deaths"]) == used
    assert [(finding.row, finding.value) for finding in checked.findings] == [
        (row, "A") for row in rows]
    counts = checked.rows
    assert counts["read"] == counts["used"] + counts["rejected"] + counts["left_out"] == 3


def test_rules_across_rows_see_the_rows_that_earlier_rules_left(tmp_path):
    seen = []

    def first(records):
        yield Broken((2,), ("area",))

    def second(records):
        seen.extend(record["area"] for record in records)
        return ()

    read_counts(tmp_path, "area,deaths\nA,1\nB,2\n",
                file_rules=[FileRule("", "", first), FileRule("", "", second)])
    assert seen == ["B"]


def test_of_fifty_files_with_one_broken_forty_nine_are_read(tmp_path):
    for number in range(50):
        (tmp_path / f"{number:02}.csv").write_text(
            f"area,deaths\nA,{number}\n" if number != 7 else "nothing", encoding="utf-8")
    checked = read_files(sorted(tmp_path.iterdir()), lambda path: read_checked(path, COUNTS))
    assert (len(checked.sources), checked.rows["used"]) == (49, 49)
    assert [str(finding) for finding in checked.findings] == [
        "07.csv, row 1: there is no column area, deaths; add it; the file has none of them"]


def test_a_folder_in_which_no_file_can_be_read_is_refused(tmp_path):
    (tmp_path / "a.csv").write_text("nothing", encoding="utf-8")
    with pytest.raises(InputError):
        read_files([tmp_path / "a.csv"], lambda path: read_checked(path, COUNTS))


@pytest.mark.parametrize(("rows", "words"), [
    ([2], "row 2"), ([2, 3], "rows 2 and 3"), ([2, 3, 9], "rows 2, 3 and 9"),
    (range(2, 24), "rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 "
                   "and 2 more"),
])
def test_rows_are_named_in_words(rows, words):
    assert name_rows(rows) == words
