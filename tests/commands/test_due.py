"""The reports due, as ``pscb due`` lists them."""

from __future__ import annotations

import json
import shutil

import pytest
from papers import ROOT, pscb


def test_reports_due_are_a_table_by_day_with_their_meetings():
    heading, _, *lines = pscb("due", "--on", "2015-01-31").stdout.splitlines()
    assert heading.split() == ["Due", "Item", "Report", "Period", "From", "Q&E", "Board"]
    data_set = next(line for line in lines if "Quarterly data set" in line)
    assert data_set.split() == [
        "2015-02-04", "10", "Quarterly", "data", "set", "2014-15", "Q3", "Q&E", "Group", "Chair",
        "2015-02-11", "2015-03-03"]


def test_json_has_the_same():
    listed = json.loads(pscb("due", "--on", "2015-01-31", "--format", "json").stdout)
    assert [one for one in listed if one["item"] == 10] == [{
        "due_on": "2015-02-04", "item": 10, "title": "Quarterly data set",
        "report": "quarterly_data_set", "period": "2014-15 Q3", "lead": "Q&E Group Chair",
        "scrutiny_on": "2015-02-11", "board_on": "2015-03-03"}]
    assert [one["board_on"] for one in listed if one["item"] == 3] == [None]


@pytest.fixture
def planned(small_project):
    """A small project with the audit programme's report, its YAML file and its returns."""
    for path in ("notebooks/audit_programme.ipynb", "params/2014-15-q3/audit_programme.yaml"):
        shutil.copy(ROOT / path, small_project / path)
    shutil.copytree(ROOT / "pscb_lib" / "samples", small_project / "pscb_lib" / "samples")
    return small_project


def due_of(item, *arguments):
    """The days on which an item of the programme is due, as the command lists them."""
    listed = json.loads(pscb("due", "--format", "json", *arguments).stdout)
    return [one["due_on"] for one in listed if one["item"] == item]


def test_a_date_in_the_planner_overrides_the_derived_one(planned):
    # Item 9 for 2013-14 falls on 5 November 2014 by its frequency (test_schedule.py).
    assert due_of(9, "--on", "2015-01-31", "--project", planned) == ["2015-02-04"]
    log = planned / "pscb_lib" / "samples" / "programme_log.csv"
    log.write_text(log.read_text(encoding="utf-8").replace("9,2013-14,2015-02-04", "9,2013-14,"),
                   encoding="utf-8")
    assert due_of(9, "--on", "2015-01-31", "--project", planned) != ["2015-02-04"]


def test_the_planner_is_read_from_the_folder_named(planned):
    other = planned / "other returns"
    other.mkdir()
    (other / "programme_log.csv").write_text(
        "item,period,due_on,received_on,scrutinised_on,presented_on,decision,note,source\n"
        "9,2013-14,2015-03-04,,,,,,illustrative\n", encoding="utf-8")
    arguments = ("--on", "2015-01-31", "--project", planned, "--returns", other)
    assert due_of(9, *arguments) == ["2015-03-04"]


def test_a_row_of_the_planner_that_cannot_be_used_is_reported(planned):
    with (planned / "pscb_lib/samples/programme_log.csv").open("a", encoding="utf-8") as file:
        file.write("99,2013-14,,,,,,,,illustrative\n")
    done = pscb("due", "--on", "2015-01-31", "--project", planned)
    assert done.returncode == 0
    assert "column item, value '99': is not an item of Appendix 1" in done.stderr


def test_the_first_day_of_a_timescale_counts_if_the_setting_says_so(planned):
    arguments = ("--on", "2015-01-10", "--project", planned)
    assert due_of(3, *arguments) == ["2015-01-15"]
    settings = planned / "params" / "settings.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(
        "day_count: day 0 excluded", "day_count: day 0 counted"), encoding="utf-8")
    assert due_of(3, *arguments) == ["2015-01-14"]


def test_reports_due_before_the_shipped_period_are_listed_too():
    done = pscb("due", "--on", "2014-05-01")
    assert done.returncode == 0
    assert any(line.startswith("2014-05-07    10  Quarterly data set    2013-14")
               for line in done.stdout.splitlines())


def test_a_wrong_day_is_refused_in_one_line():
    done = pscb("due", "--on", "31/02/2015")
    assert done.returncode == 1
    assert done.stderr == ("pscb: --on, value '31/02/2015': is not a date; "
                           "write it like 2015-01-31\n")


def test_a_cycle_that_is_not_written_yet_is_read_from_the_boards_own_returns(tmp_path):
    """The notebooks' defaults are the sample's: its planner is no other board's."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    shutil.copytree(ROOT / "params", tmp_path / "params", ignore=shutil.ignore_patterns("20*"))
    settings = tmp_path / "params" / "settings.yaml"
    settings.write_text(settings.read_text("utf-8").replace("cycle: 2014-15-q3",
                                                            "cycle: 2014-15-q4"), "utf-8")
    for words in (("due", "--on", "2015-05-31"), ("plan", "--year", "2014-15"),
                  ("new-cycle", "2014-15-q4")):
        assert pscb(*words, cwd=tmp_path).stderr == (
            "pscb: parameters, column returns_folder, value 'returns': there is no such folder; "
            "give the folder that holds the returns\n")


def test_a_return_that_no_report_of_the_cycle_reads_has_the_period_of_its_own_length(tmp_path):
    """The cycle of a third quarter has no paper on missing children, whose return is of a half."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    shutil.copytree(ROOT / "params", tmp_path / "params")
    (tmp_path / "params" / "2014-15-q3" / "missing_children.yaml").unlink()
    sent = ROOT / "pscb_lib" / "samples" / "missing_episodes" / "2013-14-h1.csv"
    shutil.copy(sent, tmp_path / "missing.csv")
    shutil.copy(sent, tmp_path / "2013-14-h1.csv")
    said = pscb("check", "missing.csv", cwd=tmp_path).stdout
    assert "missing.csv: Children missing from home and care, 2014-15 H1." in said
    assert "the start is outside April to September 2014" in said
    said = pscb("check", "2013-14-h1.csv", cwd=tmp_path).stdout
    assert "2013-14-h1.csv: Children missing from home and care, 2013-14 H1." in said
    assert "is outside" not in said
    assert pscb("template", "missing_episodes", cwd=tmp_path).stdout == (
        "Wrote missing_episodes-2014-15-h1.xlsx\n")
