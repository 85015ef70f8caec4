"""Read a file of the Board's decisions in ``params/``.

A return can be used with a row rejected; a file of decisions cannot. Its first invalid row stops
the run.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from inspect import getsource
from pathlib import Path

from pscb_lib.reading.files import read_table
from pscb_lib.reading.files.files import OpenFile, open_sheets
from pscb_lib.reading.findings import InputError, Missing, Reaction, all_missing
from pscb_lib.reading.rows import Field, Record, Rule, check_records

BOARD = Path(__file__).parent
RESTORE = "restore {them} from a copy, or begin a project with pscb init"
RESTORE_RECORD = "restore {them} from a copy; a board without a record starts with an empty file"
MOST_KEPT = 100  # registers, of one board after another
_kept: dict[tuple[object, ...], list[Record]] = {}


@dataclass(frozen=True)
class Register:
    """A file of ``params/``, named ``REGISTER`` in its module: what it holds and how it is read.

    A row is known by its ``key``. ``refers`` names, for a column, the register and the column that
    have its words. ``example`` has the cells of a valid row; ``used_by`` names who reads it. A
    record is added to by commands alone.
    """

    file: str
    read: Callable[[Path], object]
    title: str
    fields: tuple[Field, ...]
    rules: tuple[Rule, ...] = ()
    key: tuple[str, ...] = ()
    used_by: str = ""
    refers: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    example: Mapping[str, str] = field(default_factory=dict)
    may_be_missing: bool = False
    is_record: bool = False


def find_registers() -> Iterator[Register]:
    """Every register of this wing, in the order of the modules that define them."""
    for path in sorted(BOARD.rglob("*.py")):
        if "\nREGISTER = " in path.read_text(encoding="utf-8"):
            name = ".".join(path.relative_to(BOARD).with_suffix("").parts)
            yield import_module(f"pscb_lib.board.{name}".removesuffix(".__init__")).REGISTER


def comments_in(columns: type) -> dict[str, str]:
    """The comment beside each field of a class whose fields are the columns of a register."""
    lines = getsource(columns).splitlines()
    return {one.target.id: lines[one.lineno - 1].partition("  # ")[2]
            for one in ast.walk(ast.parse("\n".join(lines)))
            if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)}


def missing_from(params: Path, *names: str) -> Missing:
    """The error that names all registers that the folder *params* lacks, *names* among them."""
    registers = [*find_registers()]
    needed = {*names, "settings.yaml", *(one.file for one in registers if not one.may_be_missing)}
    lacking = {one for one in needed if not (params / one).is_file()}
    records = {one.file for one in registers if one.is_record}
    return all_missing(params.name, lacking, RESTORE_RECORD if lacking <= records else RESTORE)


def read_register(
    path: Path, fields: tuple[Field, ...], rules: Iterable[Rule] = (), is_record: bool = False
) -> tuple[Record, ...]:
    """Read every row of *path*. Raises InputError at the first invalid row, with all findings.

    The lines of a record are never edited: what cannot be printed in one is read by its name.
    Raises Missing, with every register that its folder lacks, if it is not there.
    """
    if not path.exists():
        raise missing_from(path.parent, path.name)
    opened, rules = open_sheets(path), tuple(rules)
    # A paper needs some registers a dozen times; one that has been edited has another digest.
    key = (path, opened.content.sha256, fields, rules, is_record)
    if key not in _kept:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = _read(opened, fields, rules, is_record)
    return tuple(dict(record) for record in _kept[key])


def _read(opened: OpenFile, fields: tuple[Field, ...], rules: tuple[Rule, ...], is_record: bool
          ) -> list[Record]:
    required = tuple(field.name for field in fields if not field.optional)
    table = read_table(opened, required, is_refused=not is_record)
    records, findings = check_records(table, fields, rules)
    rejected = [one for one in findings if one.reaction is Reaction.REJECTED]
    if rejected:
        raise InputError.of(*rejected)
    return records
