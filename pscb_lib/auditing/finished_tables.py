"""The spreadsheets of a set read back: each row with what names it, and what a workbook hides."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from pscb_lib.auditing.finished import Cell, Finished, Row, Sentence

NAMES = 3  # of the first columns of a row: its group, its id and its name


def read_csv(path: Path, name: str, found: Finished) -> None:
    """Add the rows of one table."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        found.rows += _rows(list(csv.reader(file)), name, path.stem)


def read_xlsx(path: Path, name: str, found: Finished) -> None:
    """Add the rows of every sheet, hidden ones too, and the texts of all other parts."""
    from openpyxl import load_workbook

    workbook = load_workbook(path)
    for sheet in workbook.worksheets:
        lines = [["" if value is None else str(value) for value in line]
                 for line in sheet.iter_rows(values_only=True)]
        found.rows += _rows(lines, name, sheet.title)
        found.sentences += [Sentence(name, f"comment {cell.coordinate}", cell.comment.text)
                            for line in sheet.iter_rows() for cell in line if cell.comment]
    for named in workbook.defined_names.values():
        found.sentences.append(Sentence(name, "a defined name", str(named.value)))
    with zipfile.ZipFile(path) as parts:
        for part in parts.namelist():
            if part.startswith("docProps/"):
                text = parts.read(part).decode("utf-8").replace("<", "\n<").replace(">", "> ")
                found.sentences.append(Sentence(name, f"metadata {part}", text))


def _rows(lines: Sequence[Sequence[str]], name: str, table: str) -> Iterator[Row]:
    heads = lines[0] if lines else []
    for line in lines[1:]:
        names = tuple(value for number, value in enumerate(line[:NAMES])
                      if value and (number == 0 or not is_number(value)))
        cells = tuple(Cell(head, value) for head, value in zip(heads, line, strict=False)
                      if value and value not in names)
        group = line[0] if heads[:1] == ["Group"] else ""
        yield Row(name, table, group, names, cells)


def is_number(text: str) -> bool:
    """Whether a cell holds a number and nothing else."""
    try:
        float(text)
    except ValueError:
        return False
    return True
