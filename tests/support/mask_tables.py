"""Mask tables with the real command, and what an outsider can work out of what it wrote."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from outsider import tried
from papers import pscb

from pscb_lib.disclosure.secrecy.relations import Relation
from pscb_lib.disclosure.secrecy.system import Cell, System

MOST = 60  # the most that an open count is tried for
NEAR = 50  # one that reaches beyond it has no limit


def mask(folder: Path, *names: object, out: str = "masked", **written: str):
    """Write files into *folder* and mask those *names*, with further arguments."""
    for name, text in written.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    return pscb("mask", *names, "--out", folder / out, "--evidence", folder / "evidence.csv",
                cwd=folder)


def evidence(folder: Path) -> dict[tuple[str, str], tuple[str, int, int | None]]:
    """What the evidence says, by file and cell: the kind and the interval."""
    with (folder / "evidence.csv").open(encoding="utf-8-sig", newline="") as file:
        return {(row["file"], row["cell"]): (
            row["hidden"], int(row["least"]),
            None if row["most"] == "no limit" else int(row["most"]))
            for row in csv.DictReader(file)}


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def outsider_knows(folder: Path, equal: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """What follows of each hidden count, by trying all numbers.

    *equal* are pairs of sums of counts, each as "file/row/column + file/row/column".
    """
    cells, hidden = [], set()
    for path in (folder / "masked").iterdir():
        given, shown = rows(folder / path.name), rows(path)
        for row, masked in zip(given[1:], shown[1:], strict=True):
            for name, cell, mark in zip(given[0][1:], row[1:], masked[1:], strict=True):
                key = f"{path.stem}/{row[0]}/{name}"
                if cell:
                    cells.append(Cell(key, int(cell)))
                    hidden |= {key} if mark == "c" else set()
    relations = tuple(Relation((*((one, 1) for one in left.split(" + ")),
                                *((one, -1) for one in right.split(" + "))))
                      for left, right in equal)
    known = tried(System(tuple(cells), relations), hidden, MOST)
    return {key: (least, MOST if most > NEAR else most) for key, (least, most) in known.items()}


def told_by(folder: Path) -> dict[str, tuple[int, int]]:
    """What the evidence says, named as in ``outsider_knows``; MOST is no limit."""
    return {f"{Path(file).stem}/{cell.replace(', ', '/')}": (least, MOST if most is None else most)
            for (file, cell), (_, least, most) in evidence(folder).items()}
