"""Real signals and kernels: a process that dies harms no set; the next run needs no cleaning."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from papers import ROOT, pscb
from projects import DEAF, contents, write_notebook
from warm_batches import begin, holds, needs_fork, one_set, summary

from pscb_lib.writing.holders import is_alive

pytestmark = needs_fork

FORMATS, SECONDS = "[html, pdf, tables]", 20
KILL_WORKER = "import multiprocessing, os; os.kill(multiprocessing.parent_process().pid, 9)"
WAITS = '''import multiprocessing, os, time
open("pids", "w").write(f"{os.getpid()} {multiprocessing.parent_process().pid}")
while not os.path.exists("go"):
    time.sleep(0.05)'''


@pytest.fixture
def good(small_project):
    """The board set of the small project as it was published, before something fails."""
    assert batch(small_project).returncode == 0
    return small_project / "outputs" / "2014-15-q3" / "board" / "small"


def batch(project, *arguments):
    one_set(project, FORMATS, SECONDS)
    return pscb("batch", "--as-of", "2015-01-31", "--project", project, *arguments)


def begin_cell(project):
    """Start a batch and wait until its cell runs; return the process numbers it wrote."""
    one_set(project, FORMATS, SECONDS)
    started = begin("batch", "--as-of", "2015-01-31", cwd=project)
    assert holds(lambda: (project / "pids").exists() and (project / "pids").read_text())
    return started, pids(project)


def pids(project):
    return [int(pid) for pid in (project / "pids").read_text(encoding="utf-8").split()]


def left_in_temporary_folders():
    return [path.name for path in Path(tempfile.gettempdir()).glob("pscb-[0-9]*-*")
            if not is_alive(int(path.name.split("-")[1]))]


@pytest.mark.parametrize(("cell", "failure"), [
    pytest.param("import os; os.kill(os.getpid(), 9)", "cell middle-0, DeadKernelError",
                 id="F2: its kernel is killed"),
    pytest.param("import sys; sys.exit(0)", "3 of 5 cells ran and the end was not reached",
                 id="F4: a cell says that all is well and leaves"),
    pytest.param(KILL_WORKER, "its process ended with SIGKILL", id="its own process is killed"),
])
def test_a_set_that_fails_leaves_the_last_good_one_and_a_true_summary(
    small_project, good, cell, failure
):
    before = contents(good)
    write_notebook(small_project / "notebooks" / "small.ipynb", cell)
    done = batch(small_project)
    assert done.returncode == 1
    assert f"FAILED  board: small: {failure}" in done.stderr
    assert contents(good) == before
    (line,) = summary(small_project)["sets"]
    assert (line["state"], line["failure"]) == ("failed", failure)
    assert line["last_good"]["period"] == "2014-15 Q3"
    assert left_in_temporary_folders() == []


@pytest.mark.slow
def test_f5_a_loop_that_ignores_interrupts_is_killed_with_its_processes(small_project):
    write_notebook(small_project / "notebooks" / "small.ipynb", DEAF)
    one_set(small_project, FORMATS, SECONDS)
    done = batch(small_project)
    assert done.returncode == 1
    assert "FAILED  board: small: cell middle-0, CellTimeoutError" in done.stderr
    assert not any(map(is_alive, pids(small_project)))


def test_f11_a_killed_batch_leaves_no_process_and_the_next_needs_no_cleaning(
    small_project, good
):
    before = contents(good)
    write_notebook(small_project / "notebooks" / "small.ipynb", WAITS)
    started, (kernel, worker) = begin_cell(small_project)
    started.process.kill()
    started.end()
    assert holds(lambda: not is_alive(kernel) and not is_alive(worker), seconds=15)
    assert contents(good) == before
    (small_project / "go").touch()
    assert batch(small_project).returncode == 0
    assert left_in_temporary_folders() == []
    assert sorted(path.name for path in (small_project / "outputs" / "2014-15-q3").iterdir()) == [
        "board", "index.html", "summary.json"]


def test_f13_a_second_run_on_the_same_outputs_exits_and_names_the_first(small_project):
    write_notebook(small_project / "notebooks" / "small.ipynb", WAITS)
    started, _ = begin_cell(small_project)
    for command in (("batch", "--as-of", "2015-01-31"), ("run",)):
        second = pscb(*command, "--project", small_project)
        assert second.returncode == 4
        assert second.stderr.startswith(f"pscb: 2014-15-q3: process {started.process.pid} on ")
        assert second.stderr.endswith("is at work there; wait until it has ended\n")
    (small_project / "go").touch()
    assert started.end().returncode == 0
    assert pscb("verify", small_project / "outputs").returncode == 0


def test_f14_an_input_that_changes_while_it_is_read_fails_the_report(small_project):
    log = small_project / "returns" / "programme_log.csv"
    shutil.copy(ROOT / "pscb_lib" / "samples" / "programme_log.csv", log)
    write_notebook(small_project / "notebooks" / "small.ipynb",
                   "open('returns/programme_log.csv', 'a').write('\\n');",
                   returns=["programme_log"])
    done = batch(small_project)
    assert done.returncode == 1
    assert ("FAILED  restricted: small: input changed during the run: returns/programme_log.csv; "
            "run again") in done.stderr


@pytest.mark.parametrize(("file", "says"), [
    pytest.param("report.html", "board/small/report.html: was edited", id="a page"),
    pytest.param("manifest.json", "board/small/manifest.json: was edited", id="the manifest"),
])
def test_f17_a_set_that_was_edited_by_hand_is_named_and_made_again(small_project, good, file, says):
    published = (good / file).read_text(encoding="utf-8")
    (good / file).write_text(published.replace("Small report", "Great report").replace(
        '"board"', '"public"'), encoding="utf-8", newline="\n")
    checked = pscb("verify", good.parents[1])
    assert (checked.returncode, checked.stderr) == (1, f"{says}\n")
    assert batch(small_project).stdout.startswith("1 made, 0 failed, 0 unchanged")
    assert (good / file).read_text(encoding="utf-8") == published
