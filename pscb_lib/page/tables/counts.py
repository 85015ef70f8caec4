"""A plain table of figures by row and column, for any report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.disclosure.showing import Shown, ShownFigure, require_shown
from pscb_lib.framework.pounds import write_pounds
from pscb_lib.page.blocks import Cell, Column, Data, Group, Prose, Sheet, Table, cell, strong
from pscb_lib.page.tables.folded import Line, fold, is_mostly_hidden, join_hidden, not_shown
from pscb_lib.page.words.shown import joined


def tabulate_counts(
    shown: Shown, table: str, caption: str, row_label: str, id: str | None = None,
    note: str | None = None, order: Sequence[str] | None = None, value_label: str = "Number",
    heads: Mapping[str, str] | None = None,
) -> Table | Prose:
    """Tabulate one table of figures, a column for each of its columns, or say it is not shown.

    *order* selects and orders the rows; a single unnamed column has the heading *value_label*, and
    *heads* has the headings of columns whose names do not say enough.
    A percentage is printed above its numerator and denominator. In a single column the counts that
    are hidden are one row.
    """
    names = require_shown(shown).columns(table)
    headings = [(heads or {}).get(name, name) or value_label for name in names]
    lines, together = _lines(shown, table, names, order or shown.rows(table))
    kept, folded = fold({None: lines})
    if not kept:
        return not_shown(caption)
    columns = [Column(row_label, width=2.4), *(Column(head, "end") for head in headings)]
    data = [[row, *map(plain_value, line)] for row, line in kept[None].items()]
    return Table(id or table, caption, columns, [Group(None, figure_rows(kept[None]))],
                 Data([row_label, *headings], data), joined(note, together, folded) or None)


def _lines(shown: Shown, table: str, names: Sequence[str], rows: Sequence[str]
           ) -> tuple[dict[str, Line], str | None]:
    """The figures of each row, and what is said of those that are shown together."""
    lines = {row: [figure_at(shown, table, row, name) for name in names] for row in rows}
    if len(names) != 1 or any(shown.get(table, row, *names).value != 0
                              for row in shown.rows(table) if row not in rows):
        return dict(lines), None
    parts, together = join_hidden({row: one for row, (one,) in lines.items()
                                   if one is not None and row != TOTAL},
                                  shown.total_of(table, names[0]))
    if not together:
        return dict(lines), None
    return {**{row: [one] for row, one in parts.items()},
            **{row: line for row, line in lines.items() if row == TOTAL}}, together


def list_counts(shown: Shown, table: str, caption: str, row_label: str, note: str | None = None,
                id: str | None = None) -> Sheet | None:
    """List one table of figures for the spreadsheet alone, a column for each of its columns.

    None if it has no figure or is mostly hidden.
    """
    columns = require_shown(shown).columns(table)
    lines = {row: [figure_at(shown, table, row, name) for name in columns]
             for row in shown.rows(table)}
    if not columns or is_mostly_hidden(one for line in lines.values() for one in line):
        return None
    return Sheet(id or table, caption, Data([row_label, *(name or "Number" for name in columns)], [
        [row, *map(plain_value, line)] for row, line in lines.items()]), note)


def figure_rows(lines: Mapping[str, Line]) -> list[list[Cell]]:
    """Rows of cells, each with its label first; the row of the total is in strong text."""
    return [[strong(row) if row == TOTAL else cell(row), *map(figure_cell, line)]
            for row, line in lines.items()]


def figure_at(shown: Shown, table: str, row: str, column: str) -> ShownFigure | None:
    """The figure in one row and column of a table, or None if there is none."""
    return shown.get(table, row, column) if shown.has(table, row, column) else None


def figure_cell(figure: ShownFigure | None) -> Cell:
    """A cell with a figure, and its numerator and denominator if a percentage; or with a dash."""
    if figure is None:
        return cell("–")
    if figure.value is None or figure.unit != "percent" or figure.numerator is None:
        return cell(figure.text)
    numerator, denominator = figure.counts
    return cell(figure.text, f"{numerator:,} of {denominator:,}")


def plain_value(figure: ShownFigure | None) -> int | float | str | None:
    """The value of a figure for a spreadsheet: a number, or the reason why there is none."""
    if figure is None:
        return None
    if figure.value is None:
        return figure.text
    if figure.unit == "pounds":
        return write_pounds(figure.value)
    return figure.value if isinstance(figure.value, int) else round(float(figure.value), 6)


def plain_counts(figure: ShownFigure) -> tuple[int | str | None, int | str | None]:
    """Numerator and denominator for a spreadsheet, or the reason why a share has none.

    A count has neither, unless it is that of a rate which could not be made.
    """
    if figure.unit in ("count", "pounds", "score"):
        return figure.numerator, None
    if figure.value is None:
        return figure.text, figure.text
    return figure.numerator, figure.denominator
