"""Read the spreadsheets of a set back: every row with its labels, and a workbook's hidden parts.

The first column labels a row, or the second if the first groups rows. The column after an id has
its title.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from pscb_lib.disclosure.outsider.found import Cell, Finished, Row, Sentence

GROUPS = ("Group", "priority")  # heads of a first column that groups rows


def read_csv(path: Path, name: str, found: Finished) -> None:
    """Add the rows of one table to *found*."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        found.rows += rows_of(list(csv.reader(file)) or [[]], name, path.stem)


def read_xlsx(path: Path, name: str, found: Finished) -> None:
    """Add the rows of every sheet, hidden ones too, and comments, names and metadata."""
    from openpyxl import load_workbook

    workbook = load_workbook(path)
    for sheet in workbook.worksheets:
        lines: list[tuple[object, ...]] = list(sheet.iter_rows(values_only=True)) or [()]
        found.rows += rows_of(lines, name, sheet.title)
        found.sentences += [Sentence(name, f"comment {cell.coordinate}", cell.comment.text)
                            for line in sheet.iter_rows() for cell in line if cell.comment]
    for named in workbook.defined_names.values():
        found.sentences.append(Sentence(name, "a defined name", str(named.value)))
    with zipfile.ZipFile(path) as parts:
        for part in parts.namelist():
            if part.startswith("docProps/"):
                text = parts.read(part).decode("utf-8").replace("<", "\n<").replace(">", "> ")
                found.sentences.append(Sentence(name, f"metadata {part}", text))


def rows_of(lines: Sequence[Sequence[object]], name: str, table: str) -> Iterator[Row]:
    """The rows of tidy data, without the heads. The group of a row is not one of its labels."""
    heads, *rest = [["" if value is None else str(value) for value in line] for line in lines]
    first = int(heads[:1] != [] and heads[0] in GROUPS)
    last = first + 1 + (heads[first:first + 1] == ["id"])
    for line in rest:
        cells = tuple(Cell(head, value) for head, value in
                      zip(heads[last:], line[last:], strict=False) if value)
        labels = tuple(filter(None, line[first:last]))
        yield Row(name, table, line[0] if first else "", labels, cells)
