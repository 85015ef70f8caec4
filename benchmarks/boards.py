"""The papers of many boards on a Dask cluster: what they cost, and whether linearly in boards.

    python benchmarks/boards.py [--shipped] [--workers N] BOARDS...

Each board has one small report that reads one return, restricted and board set, or with --shipped
every report of the shipped cycle. Each number of boards is made from scratch on a scheduler and N
workers (2) with one thread each. Prints wall seconds, processor seconds of all processes together,
including both runs and the cluster's start, the time of a second run, the most memory of one worker
and its processes (proportional set size), and bytes published. Linux only: processor time is that
of every process, including those whose parent has ended.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "pscb_lib" / "samples"
CYCLE = "2014-15-q3"
PR_SET_CHILD_SUBREAPER = 36
CELLS = {
    "parameters": 'period: str = "2014-15 Q3"  # the period\nas_of: str = "2015-01-31"  # the day\n'
                  'returns_folder: str = "returns"  # the folder\n'
                  'audience: str = "board"  # the set',
    "front-sheet": "from pscb_lib.board.context import open_context\n"
                   'from pscb_lib.page.words import about, front\n'
                   'context = open_context(period, as_of, returns_folder, audience)\n'
                   'front.front_sheet(context, "small", item=10, asks="Note it.", '
                   'equality="None.")',
    "end": 'about.end_report(context, "small")',
}


@dataclass(frozen=True)
class Run:
    """Wall seconds of two runs, processor seconds of both with the cluster, MiB and bytes."""

    first: float
    second: float
    processor: float
    peak_mib: float
    published: int


def make_boards(folder: Path, count: int, shipped: bool) -> None:
    """Make a folder of *count* boards that share their notebooks."""
    if shipped:
        shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    else:
        (folder / "notebooks").mkdir(parents=True)
        write_small(folder / "notebooks" / "small.ipynb")
    for number in range(count):
        make_board(folder / f"board-{number:03}", shipped)


def make_board(root: Path, shipped: bool) -> None:
    """Make one board: the shipped decisions, and the sample as its returns."""
    cycle = root / "params" / CYCLE
    shutil.copytree(ROOT / "params", root / "params")
    for path in cycle.glob("*.yaml"):
        text = path.read_text(encoding="utf-8").replace("pscb_lib/samples", "returns")
        path.write_text(text, encoding="utf-8")
    if shipped:
        shutil.copytree(SAMPLES, root / "returns")
        return
    small = (cycle / "audit_programme.yaml").read_bytes()
    shutil.rmtree(cycle)
    cycle.mkdir()
    (cycle / "small.yaml").write_bytes(small)
    (root / "returns").mkdir()
    shutil.copy(SAMPLES / "programme_log.csv", root / "returns")


def write_small(path: Path) -> None:
    """Write a report with a front sheet and an end, which reads one return."""
    cells = [nbformat.v4.new_markdown_cell("# Small report", id="title")]
    cells += [nbformat.v4.new_code_cell(source, id=name) for name, source in CELLS.items()]
    cells[1].metadata["tags"] = ["parameters"]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"}, "pscb": {"returns": ["programme_log"]}}), path)


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[psutil.Popen]]]:
    """Yield the address of a scheduler on this machine, and its workers."""
    file = folder / "scheduler.json"
    started = [dask(folder, "scheduler", "--host", "127.0.0.1", "--port", "0",
                    "--scheduler-file", file)]
    while not (file.exists() and file.read_text(encoding="utf-8")):
        time.sleep(0.1)
    started += [dask(folder, "worker", "--scheduler-file", file, "--no-nanny", "--nthreads", "1")
                for _ in range(workers)]
    try:
        yield json.loads(file.read_text(encoding="utf-8"))["address"], started[1:]
    finally:
        for process in started:
            process.kill()


def dask(folder: Path, *command: str | Path) -> psutil.Popen:
    """Start a command of Dask."""
    with (folder / "dask.log").open("a", encoding="utf-8") as log:
        return psutil.Popen([sys.executable, "-m", "dask", *map(str, command), "--no-dashboard"],
                            stdout=log, stderr=log)


def batch(boards: Path, address: str, workers: list[psutil.Popen]) -> tuple[float, float]:
    """Return the wall seconds of one batch, and the most MiB of a worker and its processes."""
    begun, peak = time.perf_counter(), 0.0
    child = subprocess.Popen(
        [sys.executable, "-m", "pscb_lib", "batch", "--as-of", "2015-01-31", "--boards", boards,
         "--cluster", address], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while child.poll() is None:
        peak = max(peak, *map(held, workers))
        time.sleep(1)
    if child.returncode:
        raise SystemExit(f"pscb batch ended with {child.returncode}")
    return time.perf_counter() - begun, peak


def held(worker: psutil.Popen) -> float:
    """Return the MiB of a worker and its processes, shared memory counted once."""
    total = 0
    for process in (worker, *worker.children(recursive=True)):
        try:
            total += process.memory_full_info().pss
        except psutil.Error:
            continue
    return total / 2**20


def processor_seconds() -> float:
    """Return the seconds of all descendant processes, once they have ended."""
    while True:
        try:
            os.wait()
        except ChildProcessError:
            spent = resource.getrusage(resource.RUSAGE_CHILDREN)
            return spent.ru_utime + spent.ru_stime


def measure(count: int, workers: int, shipped: bool) -> Run:
    """Make the papers of *count* boards twice."""
    before = processor_seconds()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_boards(folder / "boards", count, shipped)
        with cluster(folder, workers) as (address, started):
            first, peak = batch(folder / "boards", address, started)
            second, _ = batch(folder / "boards", address, started)
        spent = processor_seconds() - before
        published = sum(path.stat().st_size for path in folder.glob("boards/*/outputs/**/*")
                        if path.is_file())
    return Run(first, second, spent, peak, published)


def main() -> None:
    """Measure and print a line for each count."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("boards", nargs="+", type=int)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--shipped", action="store_true")
    given = options.parse_args()
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    for count in given.boards:
        run = measure(count, given.workers, given.shipped)
        print(f"{count} boards: {run.first:.0f} s, {run.first / count:.2f} a board; processor "
              f"{run.processor:.0f} s, {run.processor / count:.2f} a board; again "
              f"{run.second:.1f} s; a worker held {run.peak_mib:.0f} MiB; published "
              f"{run.published / 2**20:.1f} MiB, {run.published / count / 2**10:.0f} KiB a board",
              flush=True)


if __name__ == "__main__":
    main()
