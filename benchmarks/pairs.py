"""This tree against another, such as the commit before, in pairs: all papers of the shipped cycle.

    git worktree add /tmp/before COMMIT
    python benchmarks/pairs.py /tmp/before [PAIRS] [FORMATS]

Each of a pair makes the ten sets anew in a project of its own tree with ``pscb run``. Prints the
seconds of both by the clock and by processor, all processes together, and the median ratios.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from measured import Measured, measure, python

ROOT = Path(__file__).parent.parent


def run(tree: Path, formats: str) -> Measured:
    """Make all sets of the cycle by the code of one tree."""
    with tempfile.TemporaryDirectory() as folder:
        for part in ("params", "notebooks", "pscb_lib/samples"):
            shutil.copytree(tree / part, Path(folder) / part)
        return measure(python("-m", "pscb_lib", "run", "--format", formats), Path(folder),
                       {"PYTHONPATH": str(tree)})


def main() -> None:
    """Measure both by turns, and print each pair."""
    options = ArgumentParser()
    options.add_argument("before", type=Path)
    options.add_argument("pairs", type=int, nargs="?", default=5)
    options.add_argument("formats", nargs="?", default="html,pdf,tables")
    given = options.parse_args()
    ratios = []
    for number in range(1, given.pairs + 1):
        old, new = run(given.before.resolve(), given.formats), run(ROOT, given.formats)
        ratios.append((new.wall / old.wall, new.processor / old.processor))
        print(f"pair {number}: before {old.wall:.1f} s, {old.processor:.1f} by processor; now "
              f"{new.wall:.1f} s, {new.processor:.1f}; ratios {ratios[-1][0]:.2f} and "
              f"{ratios[-1][1]:.2f}", flush=True)
    wall, processor = (statistics.median(column) for column in zip(*ratios, strict=True))
    print(f"median of {given.pairs}: {wall:.2f} by the clock, {processor:.2f} by processor")


if __name__ == "__main__":
    main()
