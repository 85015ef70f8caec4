"""Twelve papers by one command, against papermill and nbconvert called one by one for the same.

    python benchmarks/run_all.py [ROUNDS]

Both make all three sets of every report of the shipped cycle that reads returns. ``pscb batch``
makes HTML, PDF and spreadsheets; the other makes HTML only. They take turns, so that a slower
machine slows both. Prints, by round, wall seconds and their ratio, the time of a second, unchanged
batch, and the memory of the largest process. "Outside the cells" is the processor time minus that
of the cells, as noted by papermill.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).parent.parent
CYCLE = Path("params", "2014-15-q3")
REPORTS = ("audit_programme", "cdop_annual", "missing_children", "quarterly_data_set")
AUDIENCES = ("restricted", "board", "public")
EXECUTIONS = len(REPORTS) * len(AUDIENCES)


@dataclass(frozen=True)
class Round:
    """Wall seconds of both ways and of a second batch, the cells' own, the largest process."""

    ours: float
    theirs: float
    again: float
    cells: float
    peak_mib: float

    @property
    def outside(self) -> float:
        """Return processor seconds per report outside its cells, assuming every core was busy."""
        return (self.ours * os.cpu_count() - self.cells) / EXECUTIONS


def make_project(folder: Path) -> Path:
    """Make a project of the four reports and three sets."""
    project = folder / "project"
    for part in ("params", "notebooks", "pscb_lib/samples"):
        shutil.copytree(ROOT / part, project / part)
    (project / CYCLE / "method.yaml").unlink()
    settings = project / "params" / "settings.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[restricted, board]", f"[{', '.join(AUDIENCES)}]"),
                        encoding="utf-8")
    return project


def one_by_one(project: Path, folder: Path) -> float:
    """Call papermill and nbconvert in a loop, as an analyst would; return the cells' seconds."""
    cells = 0.0
    for audience in AUDIENCES:
        for report in REPORTS:
            output = folder / f"{audience}-{report}.ipynb"
            call(project, "papermill", f"notebooks/{report}.ipynb", output, "-f",
                 CYCLE / f"{report}.yaml", "-p", "audience", audience)
            call(project, "nbconvert", "--to", "html", output)
            executed = json.loads(output.read_text(encoding="utf-8"))["cells"]
            cells += sum(cell["metadata"]["papermill"]["duration"] or 0 for cell in executed)
    return cells


def call(project: Path, module: str, *arguments: str | Path) -> float:
    """Run a module as a command, quietly; return the MiB of its largest process."""
    child = psutil.Popen([sys.executable, "-m", module, *map(str, arguments)], cwd=project,
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while child.poll() is None:
        peak = max(peak, *map(memory, (child, *child.children(recursive=True))))
        time.sleep(0.1)
    if child.returncode:
        raise SystemExit(f"{module} {arguments[0]} ended with {child.returncode}")
    return peak / 2**20


def memory(process: psutil.Process) -> int:
    """Return the bytes a process holds, including shared ones; 0 if it has ended."""
    try:
        return process.memory_info().rss
    except psutil.Error:
        return 0


def timed(work, *arguments: object) -> tuple[float, float]:
    """Return the wall seconds of a call, and its result."""
    start = time.perf_counter()
    result = work(*arguments)
    return time.perf_counter() - start, result


def measure() -> Round:
    """One round, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        project = make_project(Path(folder))
        command = (project, "pscb_lib", "batch", "--as-of", "2015-01-31")
        ours, peak = timed(call, *command)
        again, _ = timed(call, *command)
        theirs, cells = timed(one_by_one, project, Path(folder))
    return Round(ours, theirs, again, cells, peak)


def main() -> None:
    """Measure in turn and print the table."""
    rounds = []
    for number in range(1, 1 + (int(sys.argv[1]) if len(sys.argv) > 1 else 3)):
        one = measure()
        rounds.append(one)
        print(f"round {number}: pscb batch {one.ours:.1f} s, one by one {one.theirs:.1f} s, "
              f"ratio {one.ours / one.theirs:.2f}; again {one.again:.2f} s, "
              f"{one.again / one.ours:.3f} of the first; outside its cells {one.outside:.2f} s "
              "a report", flush=True)
    ratio = statistics.median(one.ours / one.theirs for one in rounds)
    peak = max(one.peak_mib for one in rounds)
    print(f"median ratio {ratio:.2f}; largest process of pscb batch {peak:.0f} MiB")


if __name__ == "__main__":
    main()
