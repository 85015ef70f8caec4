"""One run of all reports against papermill and nbconvert called one by one on the same notebooks.

    python benchmarks/run_all.py [ROUNDS]

Both make the restricted and the board set of every report of the shipped cycle. ``pscb run`` makes
HTML, PDF and spreadsheets; the other makes HTML alone. They take turns, so that a machine that
slows down slows both. Prints wall seconds of each round and the ratio pair by pair.
"""

from __future__ import annotations

import resource
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


def together(folder: Path) -> None:
    """The suite's own command."""
    call("pscb_lib", "run", "--out", folder)


def call(module: str, *arguments: str | Path) -> None:
    """Run a module as a command, quietly."""
    subprocess.run([sys.executable, "-m", module, *map(str, arguments)], cwd=ROOT, check=True,
                   capture_output=True)


def seconds(work) -> float:
    """Wall time of one call in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        work(Path(folder))
        return time.perf_counter() - start


def main() -> None:
    """Measure in turn and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    ratios = []
    for number in range(rounds):
        ours, theirs = seconds(together), seconds(one_by_one)
        ratios.append(ours / theirs)
        print(f"round {number + 1}: pscb run {ours:.1f} s, one by one {theirs:.1f} s, "
              f"ratio {ours / theirs:.2f}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"median ratio {statistics.median(ratios):.2f}; largest process {peak:.0f} MiB")


if __name__ == "__main__":
    main()
