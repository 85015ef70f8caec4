"""The plain table of figures by row and column, as every report uses it."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.page.blocks import Cell, Column, Data, Group, Table, cell, strong


def tabulate_counts(
    shown: Shown, table: str, caption: str, row_label: str, id: str | None = None,
    note: str | None = None, order: Sequence[str] | None = None, value_label: str = "Number",
) -> Table:
    """Tabulate one table of figures, a column for each of its columns.

    *order* chooses and orders the rows; a single unnamed column is headed *value_label*.
    A percentage stands above its numerator and denominator.
    """
    names = require_shown(shown).columns(table)
    heads = [name or value_label for name in names]
    lines = {row: [figure_at(shown, table, row, name) for name in names]
             for row in order or shown.rows(table)}
    columns = [Column(row_label, width=2.4), *(Column(head, "end") for head in heads)]
    data = [[row, *map(plain_value, line)] for row, line in lines.items()]
    return Table(id or table, caption, columns, [Group(None, figure_rows(lines))],
                 Data([row_label, *heads], data), note)


def figure_rows(lines: dict[str, list[ShownFigure | None]]) -> list[list[Cell]]:
    """Rows of cells, each headed by its label; the total's stands out."""
    return [[strong(row) if row == TOTAL else cell(row), *map(figure_cell, line)]
            for row, line in lines.items()]


def figure_at(shown: Shown, table: str, row: str, column: str) -> ShownFigure | None:
    """The figure at a place of a table, or None where there is none."""
    return shown.get(table, row, column) if shown.has(table, row, column) else None


def figure_cell(figure: ShownFigure | None) -> Cell:
    """A figure as a cell: the value, and under a percentage what it is a part of; or a dash."""
    if figure is None:
        return cell("–")
    if figure.value is None or figure.unit != "percent":
        return cell(figure.text)
    numerator, denominator = figure.counts
    return cell(figure.text, f"{numerator:,} of {denominator:,}")


def plain_value(figure: ShownFigure | None) -> int | float | str | None:
    """A figure as it goes into a spreadsheet: a number, or the reason why there is none."""
    if figure is None:
        return None
    if figure.value is None:
        return figure.text
    return figure.value if isinstance(figure.value, int) else round(float(figure.value), 6)
