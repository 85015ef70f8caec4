"""The command as a user meets it: help with examples, lists, what is due, and plain errors."""

from __future__ import annotations

import pytest
from papers import REPORTS, ROOT, pscb


@pytest.mark.parametrize("command", ["run", "list", "due", "clean"])
def test_each_command_explains_itself_with_an_example(command):
    done = pscb(command, "--help")
    assert done.returncode == 0
    assert f"Example:\n    pscb {command}" in done.stdout


def test_the_reports_are_listed_with_their_parameters():
    lines = pscb("list").stdout.splitlines()
    assert [line for line in lines if not line.startswith(" ")] == list(REPORTS)
    assert '  audience = "board"  # restricted, board or public' in lines


def test_what_is_due_is_listed_by_day_with_its_route():
    lines = pscb("due", "--on", "2015-01-31").stdout.splitlines()
    data_set = next(line for line in lines if "Quarterly data set" in line)
    assert data_set.split()[:2] == ["2015-02-04", "10"]
    assert "Q&E 2015-02-11, PSCB 2015-03-03" in data_set


def test_a_day_that_is_none_is_one_line():
    done = pscb("due", "--on", "31/02/2015")
    assert done.returncode == 1
    assert done.stderr == ("pscb: --on, value '31/02/2015': is not a date; "
                           "write it like 2015-01-31\n")


def test_outside_a_project_it_says_where_to_start(tmp_path):
    done = pscb("list", cwd=tmp_path, PYTHONPATH=str(ROOT))
    assert done.returncode == 1
    assert "no folder from here upwards holds params/indicators.csv" in done.stderr


def test_an_unknown_audience_is_refused():
    done = pscb("run", "--audience", "press")
    assert done.returncode == 2
    assert "'press' is not one of restricted, board, public" in done.stderr


def test_it_prints_on_a_console_that_knows_only_windows_letters():
    done = pscb("due", "--on", "2015-01-31", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
