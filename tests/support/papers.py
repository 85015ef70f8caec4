"""The command ``pscb``, and every report of the shipped cycle, run once and shared by all tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from filelock import FileLock
from warm_batches import Done, warm

from pscb_lib.board.names import split_name
from pscb_lib.board.settings import FORMATS
from pscb_lib.disclosure.mime import BLOCK
from pscb_lib.running.processes.processes import FORKS

ROOT = Path(__file__).parents[2]
CYCLE = "2014-15-q3"
SETS = ("restricted", "board", "public")


def reports_of(root: Path) -> tuple[str, ...]:
    """Return the reports of the cycle: notebooks that have a YAML file in its folder."""
    parameters = {path.stem for path in (root / "params" / CYCLE).glob("*.yaml")}
    notebooks = sorted(path.stem for path in (root / "notebooks").glob("*.ipynb"))
    return tuple(name for name in notebooks if name in parameters)


REPORTS = reports_of(ROOT)
ALL_REPORTS = frozenset(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
CARRIED = {"annual_report"}  # made from published papers, of which a sample has none


def _papers_of(report: str) -> list[tuple[str, str]]:
    """Return the papers of a report in the cycle, one for each key, in each set it declares."""
    notebook = json.loads((ROOT / "notebooks" / f"{report}.ipynb").read_text(encoding="utf-8"))
    declared = [one for one in SETS if one in notebook["metadata"]["pscb"]["audiences"]]
    names = sorted(path.stem for path in (ROOT / "params" / CYCLE).glob("*.yaml")
                   if split_name(path.stem)[0] == report)
    return [(audience, name) for name in names for audience in declared]


PAPERS = [paper for report in sorted(ALL_REPORTS) for paper in _papers_of(report)]


@dataclass(frozen=True)
class Published:
    """The outputs of one run, and what it printed."""

    folder: Path
    code: int
    printed: str
    errors: str

    def file(self, audience: str, report: str, name: str) -> Path:
        """Return a file of a published set."""
        return self.folder / CYCLE / audience / report / name

    def block(self, audience: str, report: str, cell: str) -> dict:
        """Return the block that the cell with this id displays, the first of several."""
        return self.blocks(audience, report, cell)[0]

    def blocks(self, audience: str, report: str, cell: str) -> list[dict]:
        """Return the blocks that the cell with this id displays."""
        path = self.file(audience, report, "report.ipynb")
        for each in nbformat.read(path, as_version=4).cells:
            if each.id == cell:
                return [output.data[BLOCK] for output in each.outputs]
        raise KeyError(cell)


def cold(
    *arguments: object, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess:
    """Run the command as a user does, in a new Python and on a console without a width."""
    given = {"PYTHONIOENCODING": "utf-8", **os.environ, "COLUMNS": "", **environment}
    return subprocess.run(
        [sys.executable, "-m", "pscb_lib", *map(str, arguments)], cwd=cwd, env=given, text=True,
        capture_output=True, encoding=given["PYTHONIOENCODING"], timeout=600)


def pscb(*arguments: object, cwd: Path = ROOT, **environment: str
         ) -> Done | subprocess.CompletedProcess:
    """Run the command as :func:`cold` does, forked from a server that has its imports.

    Processes that the command starts have the server's environment: where it matters, use
    ``cold``.
    """
    return (warm if FORKS else cold)(*arguments, cwd=cwd, **environment)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """Publish all reports in all their sets, once, by the first worker that asks."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    outputs, said = folder / "published", folder / "published.json"
    with FileLock(folder / "published.lock"):
        if not said.exists():
            done = pscb("run", "--out", outputs, "--audience", ",".join(SETS), "--format",
                        ",".join(FORMATS))
            said.write_text(json.dumps([done.returncode, done.stdout, done.stderr]))
    return Published(outputs, *json.loads(said.read_text()))
