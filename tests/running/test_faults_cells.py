"""Faults in the cells of a report: one batch of many reports, each with another fault.

The last good set of each stays, its files are kept where only their owner may read them, and the
summary says what failed. The one report without a fault is made; the next batch needs no
cleaning.
"""

from __future__ import annotations

import json
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from projects import DEAF, contents, make_project, write_notebook
from warm_batches import CYCLE, Done, batch, faults, needs_fork, one_set, summary

from pscb_lib.writing.holders import is_alive

pytestmark = [needs_fork, pytest.mark.slow]

SECONDS = 10
SOUND = "sound"
DEAD = "DeadKernelError"
FAULTS = {
    "parameters": ("F1: an exception in the first cell", "1/0", "ZeroDivisionError"),
    "front_sheet": ("F1: an exception in the set-up", "1/0", "ZeroDivisionError"),
    "middle_0": ("F1: an exception in a cell", "1/0", "ZeroDivisionError"),
    "end": ("F1: an exception in the last cell", "1/0", "ZeroDivisionError"),
    "killed": ("F2: its kernel is killed", "import os; os.kill(os.getpid(), 9)", DEAD),
    "left": ("F3: its kernel ends itself as if all were well", "import os; os._exit(0)", DEAD),
    "magic": ("F4: a magic that fails", "%run none.py", "Exception"),
    "asks": ("F4: a cell that waits for an answer", "input()", "StdinNotImplementedError"),
    "endless": ("F5: an endless loop", "while True: pass", "CellTimeoutError"),
    "deaf": ("F5: a loop that swallows the interrupt", DEAF, "CellTimeoutError"),
    "memory": ("F6: more memory than it may", "bytearray(2**36)", "MemoryError"),
    "system": ("F6: the system takes its whole group for want of memory",
               "import os; os.killpg(0, 9)", DEAD),
}
PLACE = {name: name.replace("_", "-") for name in ("parameters", "front_sheet", "middle_0", "end")}


@dataclass(frozen=True)
class Broken:
    """A project as it was, and its batch after all reports but one were broken."""

    project: Path
    before: dict[str, str]
    done: Done

    def set(self, report: str) -> Path:
        """Return the published set of a report."""
        return self.project / "outputs" / CYCLE / "board" / report

    def line(self, report: str) -> dict:
        """Return the line of a report in the summary."""
        return {line["report"]: line for line in summary(self.project)["sets"]}[report]


def break_cell(path: Path, place: str, source: str) -> None:
    """Insert *source* at the start of the cell *place*."""
    notebook = nbformat.read(path, as_version=4)
    (cell,) = (cell for cell in notebook.cells if cell.id == place)
    cell.source = f"{cell.source}\n{source}" if place == "parameters" else f"{source}\n"
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    project = make_project(tmp_path_factory.mktemp("cells") / "a project", SOUND, *FAULTS)
    one_set(project, seconds=SECONDS)
    for report in (SOUND, *FAULTS):
        write_notebook(project / "notebooks" / f"{report}.ipynb", "None")
    assert batch(project, "--workers", "4").returncode == 0
    before = contents(project / "outputs" / CYCLE / "board")
    for report, (_, source, _) in FAULTS.items():
        break_cell(project / "notebooks" / f"{report}.ipynb", PLACE.get(report, "middle-0"), source)
    write_notebook(project / "notebooks" / f"{SOUND}.ipynb", "None;")
    return Broken(project, before, batch(project, "--workers", "4"))


@pytest.mark.parametrize(("report", "place", "error"), [
    pytest.param(report, PLACE.get(report, "middle-0"), error, id=what)
    for report, (what, _, error) in FAULTS.items()])
def test_the_last_good_set_stays_and_the_failure_is_reported_and_kept(broken, report, place, error):
    failure = f"cell {place}, {error}"
    line = broken.line(report)
    assert (line["state"], line["failure"]) == ("failed", failure)
    assert line["last_good"]["period"] == "2014-15 Q3"
    assert f"FAILED  board: {report}: {failure} (kept in .failed/{report}-" in broken.done.stderr
    after = contents(broken.set(report))
    assert after == {name.partition("/")[2]: each for name, each in broken.before.items()
                     if name.startswith(f"{report}/")}
    (kept,) = (broken.project / "outputs" / ".failed").glob(f"{report}-*")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    executed = nbformat.read(kept / "executed.ipynb", as_version=4)
    (raised,) = (output for cell in executed.cells for output in cell.get("outputs", [])
               if output.output_type == "error")
    assert raised.ename == error


def test_the_batch_says_what_it_did(broken):
    assert broken.done.returncode == summary(broken.project)["exit_code"] == 1
    assert broken.done.stdout.startswith(f"1 made, {len(FAULTS)} failed, 0 unchanged")
    assert broken.line(SOUND)["state"] == "made"
    page = (broken.project / "outputs" / CYCLE / "index.html").read_text(encoding="utf-8")
    assert page.count("Failed; the last good one, as known on 2015-01-31, stands") == len(FAULTS)
    assert page.count("/report.html") == len(FAULTS) + 1


def test_no_process_that_a_cell_started_is_left(broken):
    pids = (broken.project / "pids").read_text(encoding="utf-8").split()
    assert not any(is_alive(int(pid)) for pid in pids)


def test_all_sets_verify_and_the_next_batch_needs_no_cleaning(broken):
    assert faults(broken.project / "outputs") == []
    shutil.rmtree(broken.project / "outputs" / ".failed")
    for report in FAULTS:
        write_notebook(broken.project / "notebooks" / f"{report}.ipynb", "None;")
    done = batch(broken.project, "--workers", "4")
    assert (done.returncode, done.stderr.count("made\n")) == (0, len(FAULTS))
    assert list((broken.project / "outputs" / ".work").iterdir()) == []
    text = json.dumps(summary(broken.project))
    assert "failed" not in text and faults(broken.project / "outputs") == []
