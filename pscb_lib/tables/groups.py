"""Tables whose rows stand in labelled groups, with figures in columns or with a bar in each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pscb_lib import blocks
from pscb_lib.blocks import Column, Data, Group, Table
from pscb_lib.charts import draw_bar
from pscb_lib.disclosure import HIDDEN, TOTAL, Shown, require_shown
from pscb_lib.tables.counts import figure_cell, plain_value

Place = tuple[str, str]
WIDTH_OF_LABELS = 2.2
WIDTH_OF_FIGURES = 5.4


def columns_of(shown: Shown, table: str) -> list[Place]:
    """Where the columns of a table of figures are found: its name and theirs."""
    return [(table, column) for column in require_shown(shown).columns(table)]


def grouped(
    shown: Shown, id: str, caption: str, row_label: str,
    parts: Mapping[str | None, Sequence[Place]], heads: Sequence[str] | None = None,
    note: str | None = None,
) -> Table:
    """Tabulate groups of rows under each other, by the label of each group.

    A part lists the places its columns come from; its rows are those of the first. *heads*
    are printed over the columns, by default the names in the first part.
    """
    shown = require_shown(shown)
    names = list(heads or [column for _, column in next(iter(parts.values()))])
    groups, data = [], []
    for label, places in parts.items():
        lines = {row: [shown.get(table, row, column) for table, column in places]
                 for row in shown.rows(places[0][0])}
        groups.append(Group(label, [[_header(row), *map(figure_cell, line)]
                                    for row, line in lines.items()]))
        data += [[label, row, *map(plain_value, line)] for row, line in lines.items()]
    columns = [Column(row_label, width=WIDTH_OF_LABELS),
               *(Column(name, "end", WIDTH_OF_FIGURES / len(names)) for name in names)]
    return Table(id, caption, columns, groups, Data(["Group", row_label, *names], data), note)


def bars(
    shown: Shown, id: str, caption: str, row_label: str, value_label: str,
    parts: Mapping[str | None, str], note: str | None = None, say_total: bool = True,
) -> Table:
    """Tabulate one-column tables under each other, with a bar in each row.

    Bars of one part share a scale. Where all parts have one total it stands in the caption,
    unless it is hidden in any of them.
    """
    shown = require_shown(shown)
    groups, data = [], []
    for label, table in parts.items():
        figures = {row: shown.get(table, row) for row in shown.rows(table) if row != TOTAL}
        largest = float(max((one.value for one in figures.values() if one.value), default=1))
        groups.append(Group(label, [
            [blocks.cell(row), figure_cell(one),
             blocks.picture(draw_bar(one, largest), f"{row}: {one.text}")]
            for row, one in figures.items()]))
        data += [[label, row, plain_value(one)] for row, one in figures.items()]
    totals = {shown.get(table, TOTAL).text for table in parts.values()} if say_total else set()
    if len(totals) == 1 and HIDDEN not in totals:
        caption = f"{caption}: {totals.pop()} {value_label.lower()}"
    columns = [Column(row_label, width=2.6), Column(value_label, "end", 1.8),
               Column("Bar", width=1.8)]
    return Table(id, caption, columns, groups, Data(["Group", row_label, value_label], data), note)


def _header(row: str) -> blocks.Cell:
    return blocks.strong(row) if row == TOTAL else blocks.cell(row)
