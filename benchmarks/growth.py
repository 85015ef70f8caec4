"""How the cost of a batch grows with its papers and cycles: copies of one paper, in three sets.

    python benchmarks/growth.py [PAPERSxCYCLES ...]

Without arguments 5x1, 15x1, 15x2 and 15x4 are measured. Each copy is a notebook of its own, of the
same returns and figures, so that masking and audit have all of them in one system. The cycles are
made one after another; then the last is made again, unchanged, and ``pscb audit`` reads all cycles
twice. Prints processor seconds of all processes, and the MiB of the largest.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from measured import Measured, measure, python
from run_all import ROOT

PAPER = "private_fostering"
CYCLES = ("2014-15-q1", "2014-15-q2", "2014-15-q3", "2014-15-q4")
YAML = 'period: "2013-14"\nas_of: "2015-01-31"\nreturns_folder: "pscb_lib/samples"\n'
SIZES = ("5x1", "15x1", "15x2", "15x4")


def make_project(folder: Path, papers: int, cycles: int) -> Path:
    """Make a project with so many copies of the paper in each of its cycles."""
    root = folder / "project"
    for part in ("params", "pscb_lib/samples"):
        shutil.copytree(ROOT / part, root / part)
    (root / "notebooks").mkdir()
    for cycle in (root / "params").glob("*-q*"):
        shutil.rmtree(cycle)
    for number in range(1, papers + 1):
        shutil.copy(ROOT / "notebooks" / f"{PAPER}.ipynb",
                    root / "notebooks" / f"{PAPER}_{number:02}.ipynb")
    for cycle in CYCLES[:cycles]:
        (root / "params" / cycle).mkdir()
        for number in range(1, papers + 1):
            (root / "params" / cycle / f"{PAPER}_{number:02}.yaml").write_text(YAML, "utf-8")
    settings = root / "params" / "settings.yaml"
    settings.write_text(settings.read_text("utf-8").replace(
        "[restricted, board]", "[restricted, board, public]"), encoding="utf-8")
    return root


def spent(root: Path, *words: str) -> Measured:
    """What the command pscb costs."""
    return measure(python("-m", "pscb_lib", *words), root, {"PYTHONPATH": str(ROOT)})


def main() -> None:
    """Measure each size."""
    for size in sys.argv[1:] or SIZES:
        papers, cycles = map(int, size.split("x"))
        with tempfile.TemporaryDirectory() as folder:
            root = make_project(Path(folder), papers, cycles)
            runs = [spent(root, "batch", "--as-of", "2015-01-31", "--cycle", cycle)
                    for cycle in CYCLES[:cycles]]
            again = spent(root, "batch", "--as-of", "2015-01-31", "--cycle", CYCLES[cycles - 1])
            audit, unchanged = (spent(root, "audit", "outputs").processor for _ in range(2))
        made, sets = sum(one.processor for one in runs), 3 * papers * cycles
        print(f"{size}: {sets} sets; {made:.1f} s, {made / sets:.2f} a set; cycles "
              f"{', '.join(f'{one.processor:.1f}' for one in runs)}; again "
              f"{again.processor:.2f} s; audit "
              f"{audit:.1f} s, {audit / sets:.3f} a set; audit again {unchanged:.2f} s; "
              f"largest process {max(one.peak_mib for one in runs):.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
