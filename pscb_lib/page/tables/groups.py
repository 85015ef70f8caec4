"""Tables with rows in labelled groups, with figures in columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pscb_lib.disclosure.showing import Shown, require_shown
from pscb_lib.page.blocks import Column, Data, Group, Prose, Table
from pscb_lib.page.tables.counts import figure_at, figure_rows, plain_value
from pscb_lib.page.tables.folded import fold, not_shown
from pscb_lib.page.words.shown import joined

Place = tuple[str, str]
WIDTH_OF_LABELS = 2.2
WIDTH_OF_FIGURES = 5.4


def columns_of(shown: Shown, table: str) -> list[Place]:
    """The columns of a table of figures, each as the names of the table and the column."""
    return [(table, column) for column in require_shown(shown).columns(table)]


def grouped(
    shown: Shown, id: str, caption: str, row_label: str,
    parts: Mapping[str | None, Sequence[Place]], heads: Sequence[str] | None = None,
    note: str | None = None,
) -> Table | Prose:
    """Tabulate groups of rows under each other, each with its label.

    Each of *parts* lists the table and name of its columns; its rows are the rows of the first
    table. *heads* are the headings of the columns, by default their names in the first part.
    """
    names = list(heads or [column for _, column in next(iter(parts.values()))])
    lines = {label: {row: [figure_at(shown, table, row, column) for table, column in places]
                     for row in require_shown(shown).rows(places[0][0])}
             for label, places in parts.items()}
    kept, folded = fold(lines)
    if not kept:
        return not_shown(caption)
    columns = [Column(row_label, width=WIDTH_OF_LABELS),
               *(Column(name, "end", WIDTH_OF_FIGURES / len(names)) for name in names)]
    groups = [Group(label, figure_rows(of_group)) for label, of_group in kept.items()]
    return Table(id, caption, columns, groups, _data([row_label, *names], kept),
                 joined(note, folded) or None)


def _data(heads: list[str], lines: Mapping) -> Data:
    """The plain values by group and row; there is no column of groups if none has a label."""
    rows = {label: [[row, *map(plain_value, line)] for row, line in of_group.items()]
            for label, of_group in lines.items()}
    if set(rows) == {None}:
        return Data(heads, rows[None])
    return Data(["Group", *heads], [[label, *line] for label, of_group in rows.items()
                                    for line in of_group])
