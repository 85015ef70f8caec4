"""Many boards on this machine: the same results as one by one; a failure stops no other board."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from papers import pscb

from pscb_lib.running.board import BoardResult, Order
from pscb_lib.running.boards import exit_code_of

ORDER = Order(Path("leeds"), Path("leeds/outputs"), date(2015, 1, 31))


@pytest.mark.parametrize(("codes", "expected"), [
    pytest.param([0, 0], 0, id="all good"),
    pytest.param([0, 1], 1, id="one with a paper that failed"),
    pytest.param([0, 2], 1, id="one that could not run"),
    pytest.param([3, 4], 1, id="one that another run works on"),
    pytest.param([2, 2], 2, id="none could run"),
    pytest.param([2, 4], 2, id="none ran, of one because another run works on it"),
    pytest.param([0, 3], 3, id="all made, one with too many rows rejected"),
    pytest.param([4, 4], 4, id="another run works on all"),
])
def test_the_exit_code_of_many_boards(codes, expected):
    assert exit_code_of(BoardResult(ORDER, code) for code in codes) == expected


def batch(*arguments, day="2015-01-31"):
    return pscb("batch", "--as-of", day, *arguments)


def test_a_board_that_cannot_run_is_listed_with_its_published_sets(board_maker):
    boards = board_maker("leeds", "york")
    assert batch("--boards", boards).returncode == 0
    (boards / "york" / "params" / "settings.yaml").unlink()
    done = batch("--boards", boards)
    assert done.returncode == 1
    assert done.stdout == ("1 of 2 boards ran: 0 made, 0 failed, 2 unchanged, 0 not due; see "
                           f"{boards.name}/index.html\n")
    assert ("FAILED  york: params: settings.yaml is missing; restore it from a copy, or begin "
            "a project with pscb init\n") in done.stderr
    york = json.loads((boards / "summary.json").read_text(encoding="utf-8"))["boards"][1]
    assert [(line["state"], line["last_good"]["period"]) for line in york["sets"]] == [
        ("not run", "2014-15 Q3")] * 2
    page = (boards / "index.html").read_text(encoding="utf-8")
    assert '<a href="leeds/outputs/2014-15-q3/index.html">leeds</a>' in page
    assert "Could not run: params: settings.yaml is missing" in page


def test_a_board_is_made_the_same_alone_and_with_others(board_maker):
    boards = board_maker("leeds")
    assert batch("--project", boards / "leeds").returncode == 0
    assert batch("--boards", boards).stdout.startswith(
        "1 of 1 boards ran: 0 made, 0 failed, 2 unchanged")
    assert batch("--boards", boards, "--out", boards / "all").returncode == 0
    assert (boards / "all" / "leeds" / "2014-15-q3" / "board" / "planner").is_dir()
    assert (boards / "all" / "index.html").is_file()


@pytest.mark.parametrize(("arguments", "says"), [
    pytest.param(("--boards", "."), ", column boards: no folder in it holds params/; name the "
                 "folder that holds the boards' folders\n", id="a folder without boards"),
    pytest.param(("--boards", ".", "--project", "."), "pscb: --boards: cannot be used "
                 "with --project; use one of them\n", id="both many boards and one"),
    pytest.param(("--cluster", "tcp://127.0.0.1:1"), "pscb: --cluster: is only for many "
                 "boards; name their folder by --boards\n", id="a cluster for one board"),
])
def test_options_that_cannot_be_used_exit_2(tmp_path, arguments, says):
    done = pscb("batch", "--as-of", "2015-01-31", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stderr[-len(says):]) == (2, says)
