"""Faults around a batch: signals, removed folders, links, disks and kernels."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time

import nbformat
import pytest
from interrupting import read_heard
from mounts import make_image, mounted, needs_images
from papers import ROOT, cold
from projects import contents, write_notebook
from warm_batches import (
    CYCLE,
    batch,
    begin,
    faults,
    holds,
    needs_fork,
    one_set,
    plan,
    serve,
    summary,
)

from pscb_lib.writing.holders import is_alive

pytestmark = needs_fork

SET = f"outputs/{CYCLE}/board/small"
WAITS = '''import multiprocessing, os, time
open("pids", "w").write(f"{os.getpid()} {multiprocessing.parent_process().pid}")
time.sleep(600)'''
REPLACES = '''import os
os.rename("outputs/{0}", "aside")
os.symlink(os.path.abspath("outside"), "outputs/{0}")'''
SHUTS_DOWN = '''import fcntl, os
_ = fcntl.ioctl(os.open("outputs", os.O_RDONLY), 0x8004587D, (1).to_bytes(4, "little"))'''
LINK = ("the folder has been replaced by a link, nothing is written there; remove the link and "
        "run again")


@pytest.fixture
def project(small_project):
    """The small project, its board set published, and a folder outside of its outputs."""
    one_set(small_project)
    assert batch(small_project).returncode == 0
    (small_project / "outside").mkdir()
    return small_project


def break_report(project, cell):
    write_notebook(project / "notebooks" / "small.ipynb", cell)


def mend(project):
    write_notebook(project / "notebooks" / "small.ipynb", "None;")
    done = batch(project)
    assert (done.returncode, faults(project / "outputs")) == (0, [])
    assert summary(project)["sets"][0]["state"] == "made"
    assert list((project / "outputs" / ".work").iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize(("sent", "code"), [
    pytest.param(signal.SIGTERM, -signal.SIGTERM, id="F11: SIGTERM"),
    pytest.param(signal.SIGINT, 1, id="F11: SIGINT, as by Ctrl+C"),
    pytest.param(signal.SIGKILL, -signal.SIGKILL, id="F11: SIGKILL"),
])
def test_a_batch_that_is_ended_ends_its_processes_and_harms_no_set(project, sent, code):
    before = contents(project / SET)
    break_report(project, WAITS)
    begun = begin("batch", "--as-of", "2015-01-31", cwd=project)
    pids = [int(pid) for pid in holds(lambda: (project / "pids").exists()
                                      and (project / "pids").read_text().split())]
    os.kill(begun.process.pid, sent)
    assert begun.end().returncode == code
    assert holds(lambda: not any(map(is_alive, pids)), seconds=15)
    assert contents(project / SET) == before
    assert not (project / "outputs" / CYCLE / "summary.json").exists()
    mend(project)


@pytest.mark.slow
@pytest.mark.parametrize(("replaced", "failure"), [
    pytest.param(f"{CYCLE}/board", f"FAILED  board: small: board: {LINK}",
                 id="F15: the folder of the sets becomes a link"),
    pytest.param(CYCLE, f"FAILED  {CYCLE}: {CYCLE}: {LINK}",
                 id="F15: the folder of the cycle becomes a link"),
    pytest.param(".work", "FAILED  board: small: ", id="F15: the work in progress becomes a link"),
])
def test_nothing_is_written_through_a_link(project, replaced, failure):
    before = contents(project / SET)
    break_report(project, REPLACES.format(replaced))
    done = batch(project)
    assert done.returncode == 1
    assert failure in done.stderr and "Traceback" not in done.stderr
    assert list((project / "outside").iterdir()) == []
    (project / "outputs" / replaced).unlink()
    (project / "aside").rename(project / "outputs" / replaced)
    assert contents(project / SET) == before
    mend(project)


@pytest.mark.slow
def test_f15_a_set_that_became_a_link_is_replaced_and_the_links_target_is_not(project):
    break_report(project, REPLACES.format(f"{CYCLE}/board/small"))
    assert batch(project).returncode == 0
    assert list((project / "outside").iterdir()) == []
    assert not (project / SET).is_symlink() and faults(project / "outputs") == []
    assert {path.name for path in (project / SET).parent.iterdir()} == {"small", "index.html"}


def test_f15_a_link_is_refused_before_a_kernel_starts(project):
    shutil.rmtree(project / "outputs" / CYCLE / "board")
    (project / "outputs" / CYCLE / "board").symlink_to(project / "outside")
    done = batch(project)
    assert (done.returncode, done.stderr) == (2, f"pscb: board: {LINK}\n")
    assert list((project / "outside").iterdir()) == []


@pytest.mark.slow
def test_f15_outputs_that_are_removed_fail_the_report_and_the_next_batch_makes_them(project):
    break_report(project, "import shutil; shutil.rmtree('outputs')")
    done = batch(project)
    assert done.returncode == 1
    assert "FAILED  board: small: " in done.stderr and "Traceback" not in done.stderr
    mend(project)


@pytest.mark.slow
@needs_images
def test_f9_if_the_set_cannot_be_replaced_the_new_one_is_kept(small_project, tmp_path):
    one_set(small_project)
    with mounted(small_project / "outputs", "-o", "loop", str(make_image(tmp_path / "image"))):
        assert batch(small_project).returncode == 0
        before = contents(small_project / SET)
        break_report(small_project, f"import os; _ = os.system('chattr +i outputs/{CYCLE}/board')")
        done = batch(small_project)
        subprocess.run(["chattr", "-i", small_project / "outputs" / CYCLE / "board"], check=True)
        assert done.returncode == summary(small_project)["exit_code"] == 1
        assert ("FAILED  board: small: small: cannot be changed; check who may, and close it in "
                "other programs (kept in .failed/small-") in done.stderr
        (kept,) = (small_project / "outputs" / ".failed").iterdir()
        assert (kept / "set" / "report.html").exists() and faults(kept / "set") == []
        assert contents(small_project / SET) == before
        mend(small_project)


@pytest.mark.slow
@needs_images
def test_f10_a_disk_that_fails_during_a_write_keeps_the_last_good_set(
    small_project, tmp_path
):
    one_set(small_project)
    outputs, image = small_project / "outputs", make_image(tmp_path / "image")
    with mounted(outputs, "-o", "loop", str(image)):
        assert batch(small_project).returncode == 0
        before = contents(small_project / SET)
        os.sync()
        break_report(small_project, SHUTS_DOWN)
        done = batch(small_project)
        assert done.returncode == 1
        assert "FAILED  board: small: executed.ipynb: the disk has a fault; " in done.stderr
        assert "FAILED  2014-15-q3: " in done.stderr and "Traceback" not in done.stderr
    with mounted(outputs, "-o", "loop", str(image)):
        assert contents(small_project / SET) == before
        mend(small_project)


@pytest.mark.slow
def test_f7_a_notebook_whose_kernel_is_missing_is_run_by_the_suites_own(project):
    path = project / "notebooks" / "small.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata.kernelspec = {"name": "none-such", "display_name": "None such"}
    nbformat.write(notebook, path)
    assert batch(project).returncode == 0 and faults(project / "outputs") == []


@pytest.mark.slow
def test_f7_a_kernel_that_dies_at_its_start_fails_the_report_quickly(project):
    began = time.monotonic()
    break_report(project, "None")
    plan("none", 0, project / "outputs")
    assert batch(project, "--force").returncode == 0
    begins = [line.endswith("kernel.log") for line in read_heard()].index(True)
    before = contents(project / SET)
    break_report(project, "None # again")
    plan("kill", begins + 1, project / "outputs")
    done = batch(project)
    serve().unlink()
    assert time.monotonic() - began < 70
    assert done.returncode == summary(project)["exit_code"] == 1
    assert "FAILED  board: small: before its first cell, RuntimeError" in done.stderr
    assert contents(project / SET) == before
    mend(project)


def test_f7_a_temporary_folder_in_which_no_kernel_can_start_is_exit_2(project, tmp_path):
    break_report(project, "None;")
    folder = tmp_path / ("too-long-for-a-socket-" * 5)
    folder.mkdir()
    done = cold("batch", "--as-of", "2015-01-31", cwd=project, TMPDIR=str(folder),
                PYTHONPATH=str(ROOT))
    assert (done.returncode, done.stderr) == (
        2, f"pscb: {folder.name}: no process can be started there (AF_UNIX path too long); name "
        "a folder with a shorter path by TMPDIR\n")
    mend(project)
