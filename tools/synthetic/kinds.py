"""Kinds of faults that people and spreadsheets make, each as a change to one valid row.

A kind says which rows it fits, how the row is changed, whether a row is added at the end of the
file, and the columns in which the fault can be seen. They are faults of real returns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

Cells = Mapping[str, str]
FIRST_OF_1900 = date(1899, 12, 30)


def _always(cells: Cells) -> bool:
    return True


@dataclass(frozen=True)
class Kind:
    """One kind of fault.

    The added row shows the fault in ``add_columns``, if they differ. ``of_owner`` is the number of
    rows the child must have for the fault to be seen in its place: with two, the second is changed
    and the first is named with it.
    """

    name: str
    columns: tuple[str, ...]
    change: Callable[[Cells], dict[str, str]]
    fits: Callable[[Cells], bool] = _always
    add: Callable[[Cells], dict[str, str]] | None = None
    add_columns: tuple[str, ...] = ()
    of_owner: int | None = None


def written(name: str, column: str, value: str) -> Kind:
    """Replace a cell by *value*."""
    return Kind(name, (column,), lambda cells: {column: value}, _filled(column))


def wrong_date(column: str, value: str = "31/02/2014") -> Kind:
    """Return a date that does not exist."""
    return written("a day that is none", column, value)


def not_a_date(column: str) -> Kind:
    """Return a word instead of a date."""
    return written("a word in the place of a day", column, "unknown")


def short_year(column: str) -> Kind:
    """Return a date with a year of two digits."""
    return Kind("a year of two digits", (column,),
                lambda cells: {column: f"{cells[column][:6]}{cells[column][8:]}"}, _filled(column))


def counted_day(column: str) -> Kind:
    """Return a date as Excel's number of days."""
    return Kind("a day as a number", (column,),
                lambda cells: {column: str((day_of(cells[column]) - FIRST_OF_1900).days)},
                _filled(column))


def unknown_code(column: str, value: str) -> Kind:
    """Return a code that is on no list."""
    return written("a code that is on no list", column, value)


def id_as_number(column: str) -> Kind:
    """Return a long id as a spreadsheet turns it into a number."""
    return written("an id turned into a number", column, "1.23457E+12")


def blank(column: str) -> Kind:
    """Clear a required cell."""
    return written("a blank that must be filled", column, "")


def end_before_start(start: str, end: str, days: int = 20) -> Kind:
    """Move an end some days before its start."""
    return Kind("an end before its start", (end,),
                lambda cells: {end: moved(cells[start], -days)}, _filled(start, end))


def moved_by(name: str, column: str, days: int, *others: str) -> Kind:
    """Move a day by *days*; *others* must be filled."""
    return Kind(name, (column,), lambda cells: {column: moved(cells[column], days)},
                _filled(column, *others))


def leading_zero(column: str) -> Kind:
    """Return an id with a leading zero in one row and without it in another."""
    return Kind("ids that differ in leading zeros", (column,),
                lambda cells: {column: f"0{cells[column]}"}, of_owner=2)


def two_births(column: str) -> Kind:
    """Give a child two dates of birth."""
    return Kind("two dates of birth for one child", (column,),
                lambda cells: {column: moved(cells[column], 31)}, of_owner=2)


def same_row_twice() -> Kind:
    """Repeat a row at the end of the file; no column is at fault."""
    return Kind("the same row twice", ("",), dict, add=dict)


def differs_below(column: str, change: Callable[[str], str]) -> Kind:
    """Repeat a key at the end of the file with another value in one column."""
    return Kind("one key with two values", (column,), dict, _filled(column),
                lambda cells: {**cells, column: change(cells[column])})


def moved(cell: str, days: int) -> str:
    """Move a day written as dd/mm/yyyy or yyyy-mm-dd; a time of day is kept."""
    day = day_of(cell) + timedelta(days=days)
    return f"{day:%d/%m/%Y}{cell[10:]}" if "/" in cell else f"{day}{cell[10:]}"


def day_of(cell: str) -> date:
    """Return the day of a valid cell."""
    if "/" in cell:
        return date(int(cell[6:10]), int(cell[3:5]), int(cell[:2]))
    return date.fromisoformat(cell[:10])


def _filled(*columns: str) -> Callable[[Cells], bool]:
    return lambda cells: all(cells.get(column) for column in columns)
