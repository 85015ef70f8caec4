"""Write a ledger for tests."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from pscb_lib.ledger import NAME
from pscb_lib.ledger.lines import NAMES


def write_ledger(params: Path, *lines: Mapping[str, str]) -> Path:
    """Write a ledger with these lines, cells that are not named blank."""
    path = params / NAME
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, NAMES, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)
    return path
