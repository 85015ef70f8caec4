"""The size of each report: its folder with its notebook, YAMLs, sample and tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from tools.structure.imports import PACKAGE
from tools.structure.sizes import lines_of


@dataclass(frozen=True)
class Cost:
    """A report's number of files, lines of library, and lines without its sample."""

    report: str
    files: int
    library: int
    lines: int


def costs(root: Path) -> list[Cost]:
    """Return the size of each folder of ``reports/``; empty for a checkout without it."""
    folders = sorted((root / PACKAGE / "reports").glob("*/__init__.py"))
    return [cost_of(root, path.parent.name) for path in folders]


def cost_of(root: Path, report: str) -> Cost:
    """Count the files that carry a report's name; a sample carries the name of one of its returns.
    """
    library = sorted((root / PACKAGE / "reports" / report).rglob("*.py"))
    notebook = root / "notebooks" / f"{report}.ipynb"
    tests = root / "tests" / "reports"
    others = [notebook, *root.glob(f"params/*/{report}.yaml"),
              *root.glob(f"params/*/{report}--*.yaml"), *tests.glob(f"{report}/*.py"),
              *tests.glob(f"test_{report}*.py")]
    others = [path for path in others if path.exists()]
    samples = [path for name in {report, *_returns_of(notebook)}
               for path in (root / PACKAGE / "samples").rglob("*.csv")
               if name in (path.stem, path.parent.name)]
    own, rest = (sum(map(lines_of, paths)) for paths in (library, others))
    return Cost(report, len(library) + len(others) + len(samples), own, own + rest)


def _returns_of(notebook: Path) -> list[str]:
    if not notebook.exists():
        return []
    metadata = json.loads(notebook.read_text(encoding="utf-8"))["metadata"]
    return metadata.get("pscb", {}).get("returns", [])
