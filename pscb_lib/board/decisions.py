"""Read a file of the Board's decisions in ``params/``.

A return can be used with a row rejected; a file of decisions cannot. Its first invalid row stops
the run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from pscb_lib.reading.files import read_table
from pscb_lib.reading.findings import InputError, Reaction
from pscb_lib.reading.rows import Field, Record, Rule, check_rows

BOARD = Path(__file__).parent


@dataclass(frozen=True)
class Register:
    """A file of ``params/`` and the function that reads it, named ``REGISTER`` in its module."""

    file: str
    read: Callable[[Path], object]


def find_registers() -> Iterator[Register]:
    """Every register of this wing, in the order of the modules that define them."""
    for path in sorted(BOARD.rglob("*.py")):
        if "\nREGISTER = " in path.read_text(encoding="utf-8"):
            name = ".".join(path.relative_to(BOARD).with_suffix("").parts)
            yield import_module(f"pscb_lib.board.{name}".removesuffix(".__init__")).REGISTER


def read_register(
    path: Path, fields: tuple[Field, ...], rules: Iterable[Rule] = (), is_record: bool = False
) -> tuple[Record, ...]:
    """Read every row of *path*. Raises InputError at the first invalid row.

    The lines of a record are never edited: what cannot be printed in one is read by its name.
    """
    required = tuple(field.name for field in fields if not field.optional)
    table = replace(read_table(path, required, is_refused=not is_record), notes=())
    checked = check_rows(table, fields, rules)
    for finding in checked.findings:
        if finding.reaction is Reaction.REJECTED:
            raise InputError(str(finding))
    return tuple(checked.records)
