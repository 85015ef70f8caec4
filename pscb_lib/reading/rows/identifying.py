"""Refuse a file with columns that identify a child, before any row is checked.

The message has the names of the columns, never a value. A return that needs a date of birth has
it as a field of its own, marked as identifying, so that its values are never repeated.
"""

from __future__ import annotations

from collections.abc import Iterable

from pscb_lib.reading.files import Table
from pscb_lib.reading.files.identifying import identifies
from pscb_lib.reading.findings import InputError
from pscb_lib.reading.rows.nouns import Field

REMEDY = "remove them from the file and delete the copy that was sent; no row was read"


def refuse_identifying(table: Table, fields: Iterable[Field]) -> None:
    """Raise InputError if a column of *table* identifies a child and is not one of *fields*."""
    own = {field.name for field in fields}
    found = [name for name in table.columns if name not in own and identifies(name)]
    if found:
        raise InputError.at(
            table.file, f"columns that identify a child are not taken ({', '.join(found)})",
            REMEDY, row=table.header_row, sheet=table.sheet or None)
