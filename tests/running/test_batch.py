"""A failed run: the last good set stays, the failed notebook is kept, the exit code is 1."""

from __future__ import annotations

import os
import shutil
import stat
import sys

import pytest
from papers import ROOT, pscb
from projects import contents, write_notebook

from pscb_lib.running.publishing.publish import private_folder
from pscb_lib.running.publishing.replacing import PREVIOUS

FAULTS = {
    "a cell that raises": (
        "raise ValueError('broken on purpose')",
        "cell middle-0, ValueError: broken on purpose", '"ename": "ValueError"'),
    "a kernel that ends itself": (
        "import os; os._exit(0)",
        "cell middle-0, DeadKernelError: Kernel died", '"ename": "DeadKernelError"'),
    "output that is no block": (
        "'plain text'", "cell middle-0: its output (text/plain) is not a block; show it with "
        "pscb_lib.page.tables, charts or blocks, or end the line with a semicolon", "plain text"),
    "a character that the font lacks": (
        "from pscb_lib.page.blocks import Prose; Prose('Ring \u260e first')",
        "cell middle-0: the font has no \u260e (U+260E BLACK TELEPHONE); write it in words",
        "Ring \u260e first"),
    "a block that the PDF refuses": (
        "from pscb_lib.page.blocks import Prose; Prose('\u1680')",
        "TypstError: ", "\u1680"),
}


def kept_folder(project):
    """Return the one folder in which a failed report was kept."""
    (kept,) = (project / "outputs" / ".failed").iterdir()
    return kept


@pytest.mark.parametrize(("cell", "says", "shows"), FAULTS.values(), ids=FAULTS)
def test_a_fault_leaves_the_last_good_set_and_keeps_the_failed_notebook(
    small_project, cell, says, shows
):
    assert pscb("run", "--project", small_project, "--audience", "board").returncode == 0
    good = small_project / "outputs" / "2014-15-q3" / "board" / "small"
    before = contents(good)
    write_notebook(small_project / "notebooks" / "small.ipynb", cell)
    done = pscb("run", "--project", small_project, "--audience", "board")
    assert done.returncode == 1
    assert "FAILED  board: small: " in done.stderr and "Traceback" not in done.stderr
    assert contents(good) == before
    assert list((small_project / "outputs" / ".work").iterdir()) == []
    kept = kept_folder(small_project)
    assert (kept / "error.txt").read_text(encoding="utf-8").startswith(says)
    assert shows in (kept / "executed.ipynb").read_text(encoding="utf-8")
    if sys.platform != "win32":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o700


def test_a_report_without_its_end_is_not_a_success(small_project):
    write_notebook(small_project / "notebooks" / "small.ipynb", end="None")
    done = pscb("run", "--project", small_project, "--audience", "board")
    assert done.returncode == 1
    assert "4 of 4 cells ran and the end was not reached" in done.stderr


def test_one_failure_stops_no_other_set(small_project):
    write_notebook(small_project / "notebooks" / "small.ipynb", "assert audience != 'board'")
    done = pscb("run", "--project", small_project)
    assert done.returncode == 1
    assert (small_project / "outputs/2014-15-q3/restricted/small/report.html").exists()
    assert not (small_project / "outputs/2014-15-q3/board/small").exists()


def test_more_rejected_rows_than_allowed_is_exit_3(small_project):
    log = (ROOT / "pscb_lib" / "samples" / "programme_log.csv").read_text(encoding="utf-8")
    unknown = "".join(f"{item},2013-14,,,,,,,,illustrative\n" for item in range(90, 96))
    (small_project / "returns" / "programme_log.csv").write_text(
        log.splitlines(keepends=True)[0] + "2,2013-14,,,,,,,,illustrative\n" + unknown,
        encoding="utf-8")
    write_notebook(small_project / "notebooks" / "small.ipynb", returns=("programme_log",))
    done = pscb("run", "--project", small_project, "--audience", "board")
    assert done.returncode == 3
    # The notebook's own end block counts nothing: the rows are those that the runner checked.
    assert done.stdout.splitlines()[1].split()[-3:] == ["1", "6", "0"]


def test_a_set_of_another_period_is_not_replaced(small_project):
    assert pscb("run", "--project", small_project, "--audience", "board").returncode == 0
    good = contents(small_project / "outputs")
    done = pscb("run", "--project", small_project, "--audience", "board", "-p", "period",
                "2014-15 Q2")
    assert done.returncode == 1
    assert done.stderr == (
        "Returns are read from returns\n"
        "1 of 1  board: small: failed\n"
        "FAILED  board: small: 2014-15-q3/board/small, column period, value '2014-15 Q2': the "
        "set of 2014-15 Q3 is there; make a cycle for this period or name another --out\n")
    assert contents(small_project / "outputs") == good


def test_work_in_progress_leaves_nothing_behind(small_project):
    pscb("run", "--project", small_project)
    assert list((small_project / "outputs" / ".work").iterdir()) == []
    assert sorted(path.name for path in (small_project / "outputs").iterdir()) == [
        ".work", "2014-15-q3", "board-2014-15.html", "board.html", "restricted-2014-15.html",
        "restricted.html"]


def test_folders_of_dead_runs_are_removed_and_those_of_live_runs_are_not(small_project):
    outputs = small_project / "outputs"
    mine = private_folder(outputs, "2014-15-q3")
    dead = mine.with_name(mine.name.replace(f".{os.getpid()}.", f".{2**30}."))
    theirs, later = (dead.with_name(f"{cycle}.elsewhere.1.x")
                     for cycle in ("2014-15-q3", "2014-15-q4"))
    for folder in (dead, theirs, later):
        shutil.copytree(mine, folder)
    pscb("run", "--project", small_project, "--audience", "board")
    assert {*(outputs / ".work").iterdir()} == {mine, later}


def test_a_set_lost_in_a_crash_is_restored_even_if_the_next_run_fails(small_project):
    pscb("run", "--project", small_project, "--audience", "board")
    good = small_project / "outputs" / "2014-15-q3" / "board" / "small"
    before = contents(good)
    good.rename(good.with_name(good.name + PREVIOUS))
    write_notebook(small_project / "notebooks" / "small.ipynb", "raise ValueError")
    assert pscb("run", "--project", small_project, "--audience", "board").returncode == 1
    assert contents(good) == before
