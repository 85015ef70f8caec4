"""A run that fails harms nothing: the last good set stays, the failed notebook is kept, exit 1."""

from __future__ import annotations

import hashlib
import stat
import sys

import pytest
from papers import pscb
from projects import write_notebook

FAULTS = {
    "a cell that raises": "raise ValueError('broken on purpose')",
    "sys.exit(0) in a cell": "import sys; sys.exit(0)",
    "a kernel that ends itself": "import os; os._exit(0)",
    "a kernel that is killed": "import os, signal; os.kill(os.getpid(), 9)",
    "output that is no block": "'plain text'",
}


def contents(folder):
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("cell", FAULTS.values(), ids=FAULTS)
def test_a_fault_leaves_the_last_good_set_and_keeps_the_failed_notebook(small_project, cell):
    assert pscb("run", "--project", small_project, "--audience", "board").returncode == 0
    good = small_project / "outputs" / "2014-15-q3" / "board" / "small"
    before = contents(good)
    write_notebook(small_project / "notebooks" / "small.ipynb", cell)
    done = pscb("run", "--project", small_project, "--audience", "board")
    assert done.returncode == 1
    assert "FAILED  board: small" in done.stderr
    assert contents(good) == before
    (kept,) = (small_project / "outputs" / ".failed").iterdir()
    assert (kept / "error.txt").exists()
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
    end = ("from pscb_lib.blocks import End\n"
           "End('small', 'x', audience, {}, dict(read=9, used=3, rejected=6, left_out=0))")
    write_notebook(small_project / "notebooks" / "small.ipynb", end=end)
    assert pscb("run", "--project", small_project, "--audience", "board").returncode == 3


def test_work_in_progress_leaves_nothing_behind(small_project):
    pscb("run", "--project", small_project)
    assert list((small_project / "outputs" / ".work").iterdir()) == []
    assert sorted(path.name for path in (small_project / "outputs").iterdir()) == [
        ".work", "2014-15-q3"]
