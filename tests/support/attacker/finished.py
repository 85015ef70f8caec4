"""Read a finished set as an outsider: the labels of its figures, and the numbers that it shows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

BLOCK = "application/vnd.pscb.block+json"
NOBODY = "nobody"
Place = tuple[str, str, str]  # table, row, column


@dataclass(frozen=True)
class Figure:
    """A printed figure: its numerator or count, its denominator, and whether it is hidden."""

    unit: str
    state: str
    describes: str
    hidden: bool
    number: int | None
    whole: int | None


@dataclass(frozen=True)
class Paper:
    """A finished set: its paper's name, for whom, the how-manieth issue, its printed figures."""

    name: str
    cycle: str
    audience: str
    issue: int
    period: str
    title: str
    as_of: str
    figures: dict[Place, Figure] = field(default_factory=dict)

    @property
    def report(self) -> str:
        """The report of the paper: its name without the key that follows two hyphens."""
        return self.name.partition("--")[0]


def read_papers(outputs: Path, audiences: tuple[str, ...], issue: int = 0,
                before: Path | None = None) -> list[Paper]:
    """Every set of the *audiences* in an outputs' folder, or in a copy of one.

    A set is of the issue in which it was made: one that stands in *before* too, the folder of the
    issue before, is left out. The restricted set beside it may be of returns corrected since.
    """
    return [_read(path, issue) for audience in audiences
            for path in sorted(outputs.glob(f"*/{audience}/*/report.ipynb"))
            if before is None or not _is_same(path, before / path.relative_to(outputs))]


def _is_same(path: Path, before: Path) -> bool:
    return before.exists() and path.read_bytes() == before.read_bytes()


def _read(path: Path, issue: int) -> Paper:
    figures: dict[Place, Figure] = {}
    front: dict[str, Any] = {}
    for block in _blocks(json.loads(path.read_text(encoding="utf-8"))):
        if block["kind"] == "front":
            front = block
        elif block["kind"] == "figures":
            figures |= dict(_figures(block))
        elif block.get("id") == "sources":
            figures |= dict(_rows_read(block["data"]))
    title = front["period_words"].partition(" (")[0]
    return Paper(path.parts[-2], path.parts[-4], path.parts[-3], issue, front["period"], title,
                 front["as_of"], figures)


def _blocks(notebook: dict) -> Iterator[dict]:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            if BLOCK in output.get("data", {}):
                yield output["data"][BLOCK]


def _figures(block: dict) -> Iterator[tuple[Place, Figure]]:
    for cells in block["rows"]:
        row = dict(zip(block["columns"], cells, strict=True))
        if row["readers"] == NOBODY or row["describes"] in ("published", NOBODY):
            continue
        is_count = row["unit"] == "count"
        number = _whole(row["actual"] if is_count else row["numerator"])
        hidden = bool(row.get("hidden", False)) or row["state"] == "suppressed"
        if row["state"] == "no cases":
            hidden, number = False, 0
        elif number is None and not hidden:
            continue  # not supplied, not collected, or no whole number
        whole = None if is_count else _whole(row["denominator"])
        place = (row["table"], row["row"] or "", row["column"] or "")
        yield place, Figure(row["unit"], row["state"], row["describes"], hidden,
                            None if hidden else number, None if hidden else whole)


def _rows_read(data: dict) -> Iterator[tuple[Place, Figure]]:
    """The numbers of rows read and used, which count the records of a return."""
    for label, *cells in data["rows"]:
        for column, cell in zip(data["columns"][1:], cells, strict=True):
            number = _whole(cell)
            if number is not None:
                yield (("sources", str(label), column),
                       Figure("count", "", "agency", False, number, None))


def _whole(value: object) -> int | None:
    if value in (None, "") or isinstance(value, str) and not value.replace("/", "").isdigit():
        return None
    number = Fraction(str(value))
    return int(number) if number.denominator == 1 else None
