"""The plain table of figures by row and column, as every report uses it."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.blocks import Cell, Column, Data, Group, Table, cell, strong
from pscb_lib.disclosure import TOTAL, Shown, ShownFigure, require_shown


def tabulate_counts(
    shown: Shown, table: str, caption: str, row_label: str, id: str | None = None,
    note: str | None = None, order: Sequence[str] | None = None, value_label: str = "Number",
) -> Table:
    """Tabulate one table of figures, a column for each of its columns.

    *order* chooses and orders the rows; a single unnamed column is headed *value_label*.
    A percentage stands above its numerator and denominator.
    """
    shown = require_shown(shown)
    names = shown.columns(table)
    rows = list(order or shown.rows(table))
    columns = [Column(row_label, width=2.4),
               *(Column(name or value_label, "end") for name in names)]
    lines = [[_label(row), *(_figure(shown, table, row, name) for name in names)] for row in rows]
    data = Data([row_label, *(name or value_label for name in names)],
                [[row, *(_plain(shown, table, row, name) for name in names)] for row in rows])
    return Table(id or table, caption, columns, [Group(None, lines)], data, note)


def figure_cell(figure: ShownFigure) -> Cell:
    """A figure as a cell: the value, and under a percentage what it is a part of."""
    if figure.value is None or figure.unit != "percent":
        return cell(figure.text)
    return cell(figure.text, f"{figure.numerator:,} of {figure.denominator:,}")


def plain_value(figure: ShownFigure) -> int | float | str:
    """A figure as it goes into a spreadsheet: a number, or the reason why there is none."""
    if figure.value is None:
        return figure.text
    return figure.value if isinstance(figure.value, int) else round(float(figure.value), 6)


def _label(row: str) -> Cell:
    return strong(row) if row == TOTAL else cell(row)


def _figure(shown: Shown, table: str, row: str, column: str) -> Cell:
    is_there = shown.has(table, row, column)
    return figure_cell(shown.get(table, row, column)) if is_there else cell("–")


def _plain(shown: Shown, table: str, row: str, column: str) -> int | float | str | None:
    return plain_value(shown.get(table, row, column)) if shown.has(table, row, column) else None
