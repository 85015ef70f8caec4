"""The strongest honest peer: papermill and nbconvert by their APIs, in a pool of two processes.

    python benchmarks/pool_of_two.py FOLDER REPORT:AUDIENCE ...

Run in a project. Python, pandas and the suite are imported once in each process of the pool. Each
notebook is executed into FOLDER and exported as HTML; nothing is masked, audited or printed.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import papermill
import yaml
from nbconvert import HTMLExporter

CYCLE = Path("params", "2014-15-q3")


def execute(folder: Path, one: str) -> None:
    """Execute one report for one audience, and export it."""
    report, audience = one.split(":")
    written = yaml.load((CYCLE / f"{report}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    output = folder / f"{report}-{audience}.ipynb"
    papermill.execute_notebook(f"notebooks/{report}.ipynb", str(output),
                               {**written, "audience": audience}, progress_bar=False)
    html, _ = HTMLExporter().from_filename(str(output))
    output.with_suffix(".html").write_text(html, encoding="utf-8")


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(partial(execute, Path(sys.argv[1])), sys.argv[2:]))
