"""Read the rows of a file of the sample, and write them changed."""

from __future__ import annotations

import csv
from pathlib import Path

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "pscb_lib" / "samples"
Rows = list[dict[str, str]]


def read(path: Path) -> Rows:
    """The rows of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: Rows, like: Path) -> None:
    """Write rows with the heading of another file, and what the rows have beyond it."""
    with like.open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    head += dict.fromkeys(name for row in rows for name in row if name not in head)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, head, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
