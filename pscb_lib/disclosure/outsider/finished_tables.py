"""Read the spreadsheets of a set back: every row with its labels, and all parts of a workbook.

In a workbook a row is one of a marked-up table, whose name ends in the table's id; other cells are
sentences.
The first column labels a row, or the second if the first groups rows. The column after an id has
its title.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from pscb_lib.disclosure.outsider.closed.workbooks import parts_of, strange_in_workbook, texts_in
from pscb_lib.disclosure.outsider.found import Cell, Finished, Row, Sentence
from pscb_lib.disclosure.outsider.sheets import sheets_of
from pscb_lib.disclosure.showing import HIDDEN

GROUPS = ("Group", "priority", "Priority", "table")  # heads of a first column that groups rows
IDS = ("id", "Reference")  # heads of a column of ids, which the next one names
NUMBERED = re.compile(r"(?:Figure|Table)_(?:\d+_)?")  # before the id in a table's name
SHORTHAND = "[c]"  # what a sheet has for a hidden figure


def read_csv(path: Path, name: str, found: Finished) -> None:
    """Add the rows of one table to *found*."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        _add_lines(list(csv.reader(file)) or [[]], name, path.stem, found)


def read_xlsx(path: Path, name: str, found: Finished) -> None:
    """Add the rows of every sheet, and the texts and attributes of every part, to *found*."""
    with zipfile.ZipFile(path) as packed:
        parts = parts_of(packed)
        found.strange |= {(name, place) for place in
                          strange_in_workbook(packed, parts, path.stat().st_size)}
    found.sentences += [Sentence(name, f"metadata {part}", text) for part, text in texts_in(parts)]
    sheets = list(sheets_of(parts))
    is_marked = any(sheet.tables for sheet in sheets)  # not until release 0.1.0
    for sheet in sheets:
        found.sentences += [Sentence(name, "the name of a table", table.replace("_", " "))
                            for table in sheet.tables]
        for table, area in sheet.tables.items():
            _add_lines([[_read(sheet.cells.get(place)) for place in line] for line in area], name,
                       NUMBERED.sub("", table), found)
        if is_marked:
            own = {place for area in sheet.tables.values() for line in area for place in line}
            found.sentences += [Sentence(name, f"sheet {sheet.title}", str(_read(value)))
                                for place, value in sheet.cells.items() if place not in own]
        else:
            _add_lines([[*map(_read, line)] for line in sheet.lines()], name, sheet.title, found)


def _read(value: object) -> object:
    """The value of a cell: the words that the shorthand stands for, in place of it."""
    return HIDDEN if value == SHORTHAND else value


def _add_lines(lines: Sequence[Sequence[object]], name: str, table: str, found: Finished) -> None:
    """Add the rows of a table, and as sentences its heads and the labels of its rows."""
    rows = list(rows_of(lines, name, table))
    found.rows += rows
    heads = [str(head) for head in lines[0] if head is not None]
    labels = [label for row in rows for label in (row.group, *row.labels)]
    found.sentences += [Sentence(name, f"table {table}", text) for text in (*heads, *labels)]


def rows_of(lines: Sequence[Sequence[object]], name: str, table: str) -> Iterator[Row]:
    """The rows of tidy data, without the heads. The group of a row is not one of its labels."""
    heads, *rest = [["" if value is None else str(value) for value in line] for line in lines]
    first = int(heads[:1] != [] and heads[0] in GROUPS)
    last = first + 1 + (heads[first:first + 1] != [] and heads[first] in IDS)
    for line in rest:
        cells = tuple(Cell(head, value) for head, value in
                      zip_longest(heads[last:], line[last:], fillvalue="") if value)
        labels = tuple(filter(None, line[first:last]))
        yield Row(name, table, line[0] if first else "", labels, cells)
