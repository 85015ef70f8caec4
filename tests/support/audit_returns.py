"""Write a small return of the audit programme and read it, for tests."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from contextlib import chdir
from dataclasses import replace
from pathlib import Path

from papers import ROOT

from pscb_lib.board.context import Context, open_context
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Checked


def sample_context(audience: str = "board") -> Context:
    """Return the context of the shipped sample for one audience."""
    with chdir(ROOT):
        return open_context("2014-15 Q3", "2015-01-31", "pscb_lib/samples", audience)


def read_rows(
    read: Callable[[Context], Checked], path: Path, usual: Mapping[str, str],
    *changes: Mapping[str, str],
) -> Checked:
    """Write rows like *usual*, each with some cells changed, to *path* and read them."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(usual), lineterminator="\n")
        writer.writeheader()
        writer.writerows({**usual, **change} for change in changes)
    return read(replace(sample_context(), returns=path.parent))


def findings(checked: Checked) -> list[str]:
    """Return the rejected findings as text."""
    return [str(finding) for finding in checked.findings
            if finding.reaction is Reaction.REJECTED]
