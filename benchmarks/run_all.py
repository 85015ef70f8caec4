"""One run of all reports against papermill and nbconvert called one by one on the same notebooks.

    python benchmarks/run_all.py [ROUNDS]

Both make the restricted and the board set of every report of the shipped cycle. ``pscb run`` makes
HTML, PDF and spreadsheets; the other makes HTML alone. They take turns, so that a machine that
slows down slows both. Prints wall seconds of each round, the ratio pair by pair and the memory of
the largest process of ``pscb run``: the command itself or one of its kernels.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
CYCLE = ROOT / "params" / "2014-15-q3"
AUDIENCES = ("restricted", "board")


def one_by_one(folder: Path) -> None:
    """What an analyst would write in a loop."""
    for audience in AUDIENCES:
        for parameters in sorted(CYCLE.glob("*.yaml")):
            notebook = ROOT / "notebooks" / f"{parameters.stem}.ipynb"
            output = folder / f"{audience}-{notebook.name}"
            call("papermill", notebook, output, "-f", parameters, "-p", "audience", audience)
            call("nbconvert", "--to", "html", output)


def together(folder: Path) -> float:
    """The suite's own command; gives back the MiB of its largest process."""
    return call("pscb_lib", "run", "--out", folder)


def call(module: str, *arguments: str | Path) -> float:
    """Run a module as a command, quietly; give back the MiB of its largest process."""
    child = subprocess.Popen([sys.executable, "-m", module, *map(str, arguments)], cwd=ROOT,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)  # of this child and its own children, no other's
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{module} {arguments[0]} ended with {child.returncode}")
    return used.ru_maxrss / 1024


def measure(work) -> tuple[float, float | None]:
    """Wall seconds of one call in a folder of its own, and what the call gives back."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        peak = work(Path(folder))
        return time.perf_counter() - start, peak


def main() -> None:
    """Measure in turn and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    ratios, peaks = [], []
    for number in range(rounds):
        (ours, peak), (theirs, _) = measure(together), measure(one_by_one)
        ratios.append(ours / theirs)
        peaks.append(peak)
        print(f"round {number + 1}: pscb run {ours:.1f} s, one by one {theirs:.1f} s, "
              f"ratio {ours / theirs:.2f}", flush=True)
    print(f"median ratio {statistics.median(ratios):.2f}; "
          f"largest process of pscb run {max(peaks):.0f} MiB")


if __name__ == "__main__":
    main()
