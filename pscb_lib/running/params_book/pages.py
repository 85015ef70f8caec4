"""The pages of the workbook: a sheet for each register that people edit, and one of the settings.

Each has the rows of its file as the suite reads them. The ledger, a record that commands alone
write, and the files of a cycle, which ``pscb new-cycle`` writes, are not in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pscb_lib.board.decisions import Register, find_registers, missing_from
from pscb_lib.board.period_cells import DAYS, PERIOD, YEAR
from pscb_lib.board.settings import read_settings
from pscb_lib.board.settings_text import settings_in
from pscb_lib.reading import cells
from pscb_lib.reading.files import Table, read_table
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows import Field
from pscb_lib.returns.forms.validation import SAYS as SAID

SETTINGS, SETTINGS_FILE = "settings", "settings.yaml"
NOT_A_ROW = "is read as a total, a marking or a note, and not as a row of the register"
UNKNOWN = "a column of the Board's own: it is kept, and nothing reads it"
SAYS = {**SAID, "day": "A day, as 2015-01-31", YEAR: "A financial year, as 2014-15",
        DAYS: "Days, as 2014-11-12;2015-02-11",
        PERIOD: "A period, as 2014-15 Q3 or, for a month, 2014-11"}
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Column:
    """A column of a page: the field that reads it, and what a person must know of it."""

    field: Field
    words: tuple[str, ...] = ()
    must_be_one: bool = False
    is_list: bool = False
    example: str = ""
    rules: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Its heading."""
        return self.field.name

    @property
    def shape(self) -> cells.Shape:
        """The cells that it takes."""
        return cells.shape_of(self.field.parse)

    @property
    def may_be_blank(self) -> bool:
        """Whether a cell of it may be blank."""
        return self.shape.may_be_blank or self.field.optional

    @property
    def says(self) -> str:
        """What to write."""
        return SAYS[self.shape.kind]


@dataclass(frozen=True)
class Page:
    """A sheet of the workbook and the file that it stands for.

    ``numbers`` are those of the file's rows; the table's header is in row ``header`` of it.
    ``written`` is how many of the columns the file has now.
    """

    name: str
    file: str
    title: str
    columns: tuple[Column, ...]
    rows: Rows
    key: tuple[str, ...]
    used_by: str
    numbers: tuple[int, ...] = ()
    header: int = 1
    written: int = 0
    cells_of: Mapping[str, Column] = field(default_factory=dict)  # by the key of a row

    @property
    def names(self) -> tuple[str, ...]:
        """The headings."""
        return tuple(column.name for column in self.columns)

    @property
    def mark(self) -> str:
        """What tells these rows from others: a SHA-256 of them."""
        return mark_of(self.rows)


def mark_of(rows: Sequence[Sequence[str]]) -> str:
    """The SHA-256 of rows of texts."""
    return hashlib.sha256(json.dumps([[*row] for row in rows]).encode()).hexdigest()


def pages_of(params: Path) -> list[Page]:
    """The pages of a folder of decisions, the settings first, the registers by their names.

    Raises Missing, with all names, if a file is missing that every project has, and InputError if
    the table of one cannot be read or the settings cannot be used.
    """
    registers = [one for one in find_registers() if not one.is_record]
    needed = [SETTINGS_FILE, *(one.file for one in registers if not one.may_be_missing)]
    if not all((params / name).exists() for name in needed):
        raise missing_from(params)
    tables = {one.file: _read(params / one.file, one) for one in registers}
    return [_settings(params / SETTINGS_FILE), *(
        _page(one, tables) for one in sorted(registers, key=lambda one: one.file))]


def _read(path: Path, register: Register) -> Table:
    if not path.exists():
        names = tuple(one.name for one in register.fields)
        return Table(register.file, "", "", names)
    table = read_table(path, tuple(one.name for one in register.fields if not one.optional),
                       optional=tuple(one.name for one in register.fields if one.optional))
    if asides := asides_of(table):
        raise InputError.at(path.name, NOT_A_ROW, "take it out of the file", row=asides[0])
    return table


def asides_of(table: Table) -> list[int]:
    """The numbers of the rows of a table that are read as a total, a marking or a note."""
    noted = [note.row for note in table.notes
             if note.row and note.row > table.header_row and note.column is None]
    return sorted([*noted, *(number for number, _ in table.totals)])


def _page(register: Register, tables: Mapping[str, Table]) -> Page:
    table, fields = tables[register.file], {one.name: one for one in register.fields}
    added = [name for name in fields if name not in table.columns]
    columns = tuple(_column(register, fields.get(name) or Field(
        name, cells.optional(cells.text), optional=True, meaning=UNKNOWN), tables)
        for name in (*table.columns, *added))
    rows = tuple((*map(str, row), *("" for _ in added)) for row in table.cells)
    return Page(register.file.removesuffix(".csv"), register.file, register.title, columns, rows,
                register.key, register.used_by, tuple(table.numbers), table.header_row,
                len(table.columns))


def _column(register: Register, one: Field, tables: Mapping[str, Table]) -> Column:
    own, must_be_one = cells.shape_of(one.parse).choices, True
    if one.name in register.refers:
        file, name = register.refers[one.name]
        own, must_be_one = _texts(tables[file], name), False
    words = (*own, *_texts(tables[register.file], one.name)) if own else ()
    return Column(one, tuple(dict.fromkeys(filter(None, words))), must_be_one,
                  example=register.example.get(one.name, ""),
                  rules=tuple(rule.says for rule in register.rules if one.name in rule.fields))


def _texts(table: Table, name: str) -> tuple[str, ...]:
    place = table.columns.index(name) if name in table.columns else None
    return () if place is None else tuple(str(row[place]) for row in table.cells)


def _settings(path: Path) -> Page:
    parsers: dict[str, cells.Parser] = {}
    read_settings(path, parsers)
    found = [one for one in settings_in(path.read_text(encoding="utf-8")).values()
             if not one.is_group]
    columns = (
        Column(Field("setting", cells.text, meaning="its name; that of its group stands before a "
                     "dot"), example="cycle"),
        Column(Field("value", cells.optional(cells.text), meaning="what the Board has set; blank "
                     "if it is not set; commas divide several"), example="2014-15-q3"),
        Column(Field("meaning", cells.optional(cells.text), meaning="what it is for, from the "
                     "remark beside it; it is not taken back"), example="the folder of params/"),
    )
    fields = {one.name: Field(one.name, parsers.get(one.name, cells.text)) for one in found}
    of_row = {one.name: Column(fields[one.name], () if one.is_list else cells.shape_of(
        fields[one.name].parse).choices, True, one.is_list) for one in found}
    return Page(SETTINGS, SETTINGS_FILE, "Settings", columns,
                tuple((one.name, one.value, one.meaning) for one in found), ("setting",),
                "every paper and every command", tuple(one.line + 1 for one in found),
                cells_of=of_row)
