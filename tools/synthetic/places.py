"""Places where a fault can be planted: the rows of csv files and the elements of a census.

Both are read one by one and written again with changes. A place has the row as a finding counts it
and the line that is rewritten. In a census these differ: a finding names the line of the module (an
assessment, a plan), and the fault is in one of the lines within it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MODULES = ("CINdetails", "Assessments", "Section47", "ChildProtectionPlans")
ALONE = "CPPreviewDate"
HERE = "element"
TAG = re.compile(r"\s*<(/?)(\w+)>(?:([^<]*)</\w+>)?\n")
OWNERS = ("LAchildID", "child_id", "CHILD", "Child Unique ID", "death_id")


@dataclass(frozen=True)
class Place:
    """A row, or an element of a census; ``cells`` has its text and the texts before it."""

    line: int
    row: int
    sheet: str
    owner: str
    cells: Mapping[str, str]


def rows_of(path: Path, sheet: str = "") -> Iterator[Place]:
    """Yield the rows of a csv file, numbered as in a spreadsheet."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, cells in enumerate(csv.DictReader(file), 2):
            known = [cells[name] for name in OWNERS if name in cells]
            owner = known[0] if known else f"{path.name} {cells['indicator']} {cells['period']}"
            yield Place(number, number, sheet, owner, cells)


def elements_of(path: Path) -> Iterator[Place]:
    """Yield the elements of a census that hold a text, each within its module."""
    open_now: list[tuple[str, int]] = []
    cells: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for number, line in enumerate(file, 1):
            closes, name, text = TAG.fullmatch(line).groups() if TAG.fullmatch(line) else ("",) * 3
            if name == "Child":
                cells = {}
            elif text:
                cells[name] = text
            elif name in MODULES:
                open_now = open_now[:-1] if closes else [*open_now, (name, number)]
                if name == MODULES[0] and not closes:
                    cells = {"LAchildID": cells["LAchildID"]}
            if text and open_now:
                sheet, row = (name, number) if name == ALONE else open_now[-1]
                yield Place(number, row, sheet, cells["LAchildID"], {**cells, HERE: name})


def rewrite_rows(
    path: Path, changes: Mapping[int, Mapping[str, str]], added: Iterable[Mapping[str, str]]
) -> None:
    """Write a csv file again with its *changes* by row and *added* rows at its end."""
    copy = path.with_suffix(".new")
    with (path.open(encoding="utf-8", newline="") as old,
          copy.open("w", encoding="utf-8", newline="") as new):
        rows = csv.DictReader(old)
        writer = csv.DictWriter(new, rows.fieldnames, lineterminator="\n")
        writer.writeheader()
        for number, cells in enumerate(rows, 2):
            writer.writerow({**cells, **changes.get(number, {})})
        writer.writerows(added)
    copy.replace(path)


def rewrite_elements(path: Path, changes: Mapping[int, Mapping[str, str]]) -> None:
    """Write a census again with the texts of some elements changed."""
    copy = path.with_suffix(".new")
    with (path.open(encoding="utf-8", newline="") as old,
          copy.open("w", encoding="utf-8", newline="") as new):
        for number, line in enumerate(old, 1):
            for name, text in changes.get(number, {}).items():
                line = re.sub(rf"<{name}>.*<", f"<{name}>{_escaped(text)}<", line)
            new.write(line)
    copy.replace(path)


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;")
