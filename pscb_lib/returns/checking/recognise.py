"""Recognise the kind of return from the columns of a file, not from its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from pscb_lib.reading.files import OpenFile
from pscb_lib.reading.files.names import FIRST_ROWS, has_all, names_of
from pscb_lib.reading.files.unfound import explain

FEW = 3  # columns that a message lists for each return
Columns = Mapping[str, tuple[str, ...]]  # the columns that a return must have, by its name


def recognise(file: OpenFile, required: Columns) -> str:
    """Return the name of the return in an open file.

    If the columns of two returns fit and one has all columns of the other and more, it is that one.
    Raises InputError if no return or more than one fits, or if the file proves to be damaged.
    """
    content, sheets = file
    rows = [cells for sheet in sheets if not sheet.is_hidden for way in (sheet, *sheet.others)
            for _, cells in islice(way.lines(), FIRST_ROWS)]
    found = _widest(required, [name for name, columns in required.items()
                               if any(has_all(row, columns) for row in rows)])
    if not found and (said := explain(sheets, [*required.values()])):
        raise content.refusal(said.rule, said.remedy, row=said.row, sheet=said.sheet or None)
    if not found:
        raise content.refusal(*_unknown(rows, required))
    if len(found) > 1:
        raise content.refusal(f"can be more than one return ({', '.join(found)})",
                              "send each return in a file of its own")
    return found[0]


def _widest(required: Columns, found: list[str]) -> list[str]:
    """Drop each return whose columns are a part of another's columns."""
    return [name for name in found
            if not any({*required[name]} < {*required[other]} for other in found)]


def _unknown(rows: Sequence[Sequence[str]], required: Columns) -> tuple[str, str]:
    # The message has no text of the file: without a header, row 1 is about a child.
    nearest, lacking = "", None
    for name, columns in required.items():
        for row in rows:
            names = names_of(row, columns)
            missing = [column for column in columns if column not in names]
            if 2 * len(missing) <= len(columns) and (lacking is None
                                                     or len(missing) < len(lacking)):
                nearest, lacking = name, missing
    if lacking is None:
        listed = "; ".join(f"{name} ({', '.join(columns[:FEW])} ...)"
                           for name, columns in required.items())
        return ("is not a known return: none of its first twenty rows has the columns of one",
                "start from pscb template, and name the columns as it does; the returns are "
                f"{listed}")
    return (f"is not a known return: the nearest is {nearest}, but there is no column "
            f"{', '.join(lacking)}", f"add it, or start from pscb template {nearest}; the returns "
            f"are {', '.join(required)}")
