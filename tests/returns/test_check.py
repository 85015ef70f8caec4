"""``pscb check``: all findings of all files in one pass, those to correct first at the top."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pytest
from papers import ROOT, pscb
from sent import COUNT, EPISODE, checked_json, reactions, write_csv, write_sheet

from pscb_lib.returns.checking.runs import period_in
from pscb_lib.returns.kinds import find_returns

SAMPLES = ROOT / "pscb_lib" / "samples"
READ_AS = "see that this is what is meant"


def test_a_valid_file_exits_0_with_its_row_counts(tmp_path):
    done = pscb("check", write_csv(tmp_path / "police.csv", COUNT))
    rows = "Rows: 1 read = 1 used + 0 rejected + 0 left out"
    assert done.stdout == (f"police.csv: Quarterly data set, 2014-15 Q3. {rows}\n"
                           f"one file, 0 not used. {rows}\n")
    assert done.returncode == 0


def test_findings_are_printed_as_a_table(tmp_path):
    rows = [COUNT, COUNT | {"indicator": "CF1", "agency": "Cafcass", "numerator": "-"},
            COUNT | {"indicator": "PO2", "numerator": "1,234"}]
    done = pscb("check", write_csv(tmp_path / "police.csv", *rows), COLUMNS="100")
    assert done.returncode == 1
    assert done.stdout == """\
REJECTED: rows not used until they are corrected
================================================
police.csv
  Row  Column     Written  What is wrong; what to do
  ---  ---------  -------  -------------------------------------------------------------------------
  3    numerator  '-'      may mean nothing or not known; write a whole number, 0 for none, c if it
                           may not be sent, x if it is not known, or z if it does not apply

NORMALISED: written in another way, and read as said here
=========================================================
police.csv
  Row  Column     Written  What is wrong; what to do
  ---  ---------  -------  --------------------------------------------------
  4    numerator  '1,234'  1,234 read as 1234; see that this is what is meant

police.csv: Quarterly data set, 2014-15 Q3. Rows: 3 read = 2 used + 1 rejected + 0 left out
one file, 0 not used. Rows: 3 read = 2 used + 1 rejected + 0 left out
"""


def test_the_same_mistake_in_many_rows_is_one_line(tmp_path):
    rows = [EPISODE | {"episode_id": f"E{row}", "status": "Q"} for row in range(2, 12)]
    done = pscb("check", write_csv(tmp_path / "2014-15-h1.csv", *rows))
    (line,) = (one for one in done.stdout.splitlines() if "'Q'" in one)
    assert line.startswith("  2, 3, 4, 5, 6 and 5")


def test_what_to_correct_first_is_first(tmp_path):
    write_csv(tmp_path / "b.csv", COUNT | {"numerator": "c"}, COUNT | {"indicator": "MS99"},
              COUNT | {"agency": "Cambs Constabulary", "indicator": "PO2"})
    write_csv(tmp_path / "a.csv", COUNT | {"indicator": "po2"}, COUNT | {"numerator": "few"})
    (tmp_path / "c.xlsx").write_bytes(b"no workbook")
    found = checked_json(tmp_path)
    places = [(one["reaction"], one["file"], one["row"]) for one in found["findings"]]
    assert list(dict.fromkeys(places)) == [
        ("whole file", "c.xlsx", None), ("rejected", "a.csv", 3), ("rejected", "b.csv", 3),
        ("normalised", "a.csv", 2), ("normalised", "b.csv", 4), ("noted", "b.csv", 2)]
    assert found["exit_code"] == 2


def test_a_folder_of_fifty_files_with_one_broken_reads_forty_nine(tmp_path):
    for number in range(50):
        write_csv(tmp_path / f"{number:02}.csv", COUNT | {"numerator": str(number)})
    (tmp_path / "31.csv").write_bytes(b"agency,indicator\n\x81,MS1\n")
    found = checked_json(tmp_path)
    assert [one["read"] for one in found["files"]].count(1) == 49
    assert [(one["file"], one["rule"]) for one in found["findings"] if one["reaction"] ==
            "whole file"] == [("31.csv", "byte 17 is not a character in UTF-8 or Windows-1252")]


def test_a_file_in_another_format_is_not_checked_and_is_listed(tmp_path):
    write_csv(tmp_path / "police.csv", COUNT)
    for name in ("letter.docx", ".hidden.csv", "~$police.xlsx"):
        (tmp_path / name).write_bytes(b"")
    assert "Not checked: one other file (.docx)" in pscb("check", tmp_path).stdout


@pytest.mark.parametrize(("path", "name", "period"), [
    ("data_set/cafcass.csv", "data_set", "2014-15 Q3"),
    ("deaths.csv", "deaths", "2013-14"),
    ("actions.csv", "actions", "2014-15 Q3"),
    ("audits.csv", "audits", "2014-15 Q3"),
    ("section11.csv", "section11", "2014-15 Q3"),
    ("programme_log.csv", "programme_log", "2014-15 Q3"),
    ("missing_episodes/2013-14-h2.csv", "missing_episodes", "2013-14 H2"),
])
def test_a_return_is_recognised_by_its_columns(tmp_path, path, name, period):
    named = tmp_path / ("2013-14-h2.csv" if "h2" in path else "from our system.csv")
    named.write_bytes((SAMPLES / path).read_bytes())
    file = checked_json(named)["files"][0]
    assert (file["return"], file["period"]) == (name, period)
    assert file["read"] == file["used"] + file["rejected"] + file["left_out"]


def test_columns_of_no_return_are_refused_with_the_returns_there_are(tmp_path):
    row = {name: cell for name, cell in COUNT.items() if name != "submitted_on"}
    found = checked_json(write_csv(tmp_path / "police.csv", row))["findings"][0]
    assert found["rule"] == ("is not a known return: the nearest is data_set, but there is "
                             "no column submitted_on")
    assert found["remedy"] == (
        "add it, or start from pscb template data_set; the returns are "
        f"{', '.join(find_returns())}")


def test_a_forgotten_header_discloses_no_child(tmp_path):
    path = write_sheet(tmp_path / "list.xlsx", [["Anna Example", "02/05/2000", "E1"]])
    done = pscb("check", path)
    assert "none of its first twenty rows has the columns of one" in " ".join(done.stdout.split())
    assert "missing_episodes (episode_id, child_id, dob ...)" in " ".join(done.stdout.split())
    assert "Example" not in done.stdout and done.returncode == 2


def test_a_workbook_with_two_returns_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(list(COUNT))
    book.create_sheet("Episodes").append(list(EPISODE))
    book.save(tmp_path / "both.xlsx")
    found = checked_json(tmp_path / "both.xlsx")
    assert found["findings"][0]["rule"] == (
        "can be more than one return (data_set, missing_episodes)")
    assert found["exit_code"] == 2


def test_the_same_file_twice_is_refused_the_second_time(tmp_path):
    write_csv(tmp_path / "a.csv", COUNT)
    write_csv(tmp_path / "b.csv", COUNT)
    found = checked_json(tmp_path)
    assert found["exit_code"] == 1
    assert [one["rule"][:32] for one in found["findings"]] == ["is the same file as a.csv (SHA-2"]
    assert [(one["used"], one["rejected"]) for one in found["files"]] == [(1, 0), (0, 1)]


def test_a_return_of_another_period_is_refused(tmp_path):
    path = write_csv(tmp_path / "police.csv", COUNT | {"period": "2014-15 Q1"})
    found = checked_json(path, "--period", "2014-15 Q2")
    assert found["findings"][0]["rule"] == "is about 2014-15 Q1, and 2014-15 Q2 is asked for"
    assert (reactions(found), found["exit_code"]) == (["whole file"], 1)


def test_files_of_one_return_are_checked_against_each_other(tmp_path):
    write_csv(tmp_path / "2013-14-h2.csv", EPISODE | {
        "episode_id": "E0", "left_at": "28/03/2014 10:00", "returned_at": "14/05/2014 10:00"})
    write_csv(tmp_path / "2014-15-h1.csv", EPISODE)
    found = checked_json(tmp_path)
    assert [(one["file"], one["row"], one["rule"]) for one in found["findings"]
            if one["reaction"] == "rejected"] == [
        ("2014-15-h1.csv", 2, "the start is within the episode of row 2 of 2013-14-h2.csv "
                              "(SSDA903 rule 574)")]


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_a_value_that_identifies_a_child_is_printed_nowhere(tmp_path, form):
    rows = [EPISODE | {"dob": "31/02/1987"}, EPISODE | {"episode_id": "E2", "dob": "17/09/95"},
            EPISODE | {"episode_id": "E3", "dob": "08/08/2014"}]
    path = write_csv(tmp_path / "2014-15-h1.csv", *rows)
    done = pscb("check", path, "--format", form)
    assert done.returncode == 1 and "dob" in done.stdout
    for value in ("1987", "17/09/95", "1995", "08/08/2014", "2014-08-08"):
        assert value not in done.stdout + done.stderr


def test_columns_that_identify_a_child_refuse_the_file_by_name_alone(tmp_path):
    row = EPISODE | {"NHS number": "943 476 5919"}
    done = pscb("check", write_csv(tmp_path / "2014-15-h1.csv", row))
    assert done.returncode == 2
    assert "columns that identify a child are not taken (NHS number)" in done.stdout
    assert "943" not in done.stdout


def test_csv_opens_in_excel_and_runs_nothing(tmp_path):
    path = write_csv(tmp_path / "police.csv", COUNT | {"numerator": "=1+1"})
    done = pscb("check", path, "--format", "csv", PYTHONIOENCODING="utf-8")
    assert done.stdout.startswith("\ufeffreaction,file,sheet,row,column,value,rule,remedy")
    row = next(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))
    assert (row["reaction"], row["row"], row["value"]) == ("rejected", "2", "'=1+1")


def test_json_names_the_file_its_hash_and_its_day(tmp_path):
    path = write_csv(tmp_path / "police.csv", COUNT)
    file = json.loads(pscb("check", path, "--format", "json").stdout)["files"][0]
    assert (file["return"], file["period"], file["as_of"]) == ("data_set", "2014-15 Q3",
                                                               "2015-01-31")
    assert len(file["sha256"]) == 64


@pytest.mark.parametrize(("options", "left_out"), [
    pytest.param([], 0, id="the cycle's day"),
    pytest.param(["--as-of", "2015-01-19"], 1, id="an earlier day leaves out what came later"),
    pytest.param(["--period", "2014-15 Q4"], 0, id="a later period has three months to come in"),
])
def test_the_day_of_the_report_can_be_given(tmp_path, options, left_out):
    later = COUNT | {"period": "2014-15 Q4", "indicator": "PO2"}
    path = write_csv(tmp_path / "police.csv", COUNT, later)
    reasons = checked_json(path, *options)["files"][0]["reasons"]
    assert reasons.get("submitted after the day of the report", 0) == 2 * left_out


def test_a_missing_path_is_an_error_of_use(tmp_path):
    done = pscb("check", tmp_path / "none.csv")
    assert done.returncode == 2 and "does not exist" in done.stderr


@pytest.mark.parametrize(("name", "expected"), [
    pytest.param("2014-15-q3", "2014-15 Q3", id="as forms are named"),
    pytest.param("police 2014-2015 Q3", "2014-15 Q3", id="both years whole"),
    pytest.param("Q3 2014-15 final", "2014-15 Q3", id="the quarter first"),
    pytest.param("police_qtr3_2014_15", "2014-15 Q3", id="Qtr and underscores"),
    pytest.param("2014\u201315 quarter 3", "2014-15 Q3", id="another dash"),
    pytest.param("2014-2016", None, id="two years"),
    pytest.param("police", None, id="no period"),
])
def test_a_period_in_the_name_of_a_file(name, expected):
    found = period_in(name)
    assert (found and found.label) == expected
