"""All papers of the shipped year at once, and what each set costs outside its cells (Linux).

    python benchmarks/year.py [YEAR]

Makes the sets of all cycles of a year, for three audiences, by ``pscb batch --year`` as HTML, PDF
and spreadsheets. Prints processor seconds of all processes, those that the kernels spend in cells
(:mod:`in_cells`), what is left for each set, and the MiB of the largest process.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from measured import measure, python
from run_all import ROOT

YEAR = "2014-15"


def make_project(folder: Path) -> Path:
    """Make the shipped project with all sets."""
    project = folder / "project"
    for part in ("params", "notebooks", "pscb_lib/samples"):
        shutil.copytree(ROOT / part, project / part)
    settings = project / "params" / "settings.yaml"
    settings.write_text(settings.read_text("utf-8").replace(
        "[restricted, board]", "[restricted, board, public]"), encoding="utf-8")
    return project


def main() -> None:
    """Measure the year."""
    year = sys.argv[1] if len(sys.argv) > 1 else YEAR
    with tempfile.TemporaryDirectory() as folder:
        project, log = make_project(Path(folder)), Path(folder) / "cells"
        done = measure(python(__file__, "--make", year), project, {
            "PYTHONPATH": f"{ROOT}:{ROOT / 'benchmarks'}", "IN_CELLS": str(log)})
        cells = [*map(float, log.read_text("utf-8").split())]
        sets = len([*(project / "outputs").glob("*/*/*/manifest.json")])
    outside = (done.processor - sum(cells)) / sets
    print(f"{year}: {sets} sets; {done.wall:.1f} s by the clock, {done.processor:.1f} s by "
          f"processor, {sum(cells):.1f} in cells, {outside:.2f} a set outside them; "
          f"largest process {done.peak_mib:.0f} MiB")


def make(year: str) -> None:
    """Make the year, with the server's processes noting what their cells take."""
    from pscb_lib.commands.cli import main as pscb
    from pscb_lib.running.processes import processes

    processes.PRELOADED = (*processes.PRELOADED, "in_cells")
    pscb(["batch", "--year", year])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        make(sys.argv[2])
    else:
        main()
