"""The sums that printed tables reveal by their heads: a total, a year to date, twelve months.

The head of a column is enough for an outsider to see that it is the sum of those beside it. So
such a column is added up here even if it is not in the paper's frame of figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pscb_lib.disclosure.figures import TOTAL, Place, masked_figures_in
from pscb_lib.disclosure.outsider.found import Cell, Finished, Row
from pscb_lib.disclosure.secrecy.relations import Relation
from pscb_lib.disclosure.showing import HIDDEN

SUM = re.compile(r"total|all|year to date|to date|twelve months|12 months|the year|whole year",
                 re.IGNORECASE)
PERIOD = re.compile(r"\b(q(uarter)?|h(alf)?|month)\b ?\d|\b\d{4}|\b[QH]\d|month", re.IGNORECASE)
COUNT = re.compile(r"\d[\d,]*")
Names = Mapping[Place, tuple[str, ...]]
Hidden = Mapping[str, list[tuple[Place, str]]]  # by label of the row: each place and its name


def relations_of(found: Finished, names: Names, step: int) -> list[Relation]:
    """The relations between hidden counts that the sums of the printed tables reveal.

    *names* are the names of the counts at each place. A hidden cell stands for a count if its row
    and column name exactly one. Shown counts may be rounded to the nearest *step*.
    """
    tables: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in found.rows:
        tables[row.file, row.table, row.group].append(row)
    hidden = _hidden(found, names)
    sums = [relation for rows in tables.values() for relation in _of_table(rows, hidden, step)]
    return list(dict.fromkeys(sums))


def _hidden(found: Finished, names: Names) -> Hidden:
    """The hidden counts by the label of their row, each with its place and name."""
    by_row: dict[str, list[tuple[Place, str]]] = defaultdict(list)
    for one in masked_figures_in(found.shown):
        place = one.table, one.row, one.column
        if one.hidden and one.unit == "count" and place in names:
            by_row[one.row].append((place, names[place][0]))
    return by_row


def _of_table(rows: Sequence[Row], hidden: Hidden, step: int) -> Iterator[Relation]:
    lines = [[cell for cell in row.cells if cell.head and not cell.is_picture] for row in rows]
    for row, line in zip(rows, lines, strict=True):
        for total in (cell for cell in line if SUM.fullmatch(cell.head) or _is_year(cell)):
            own = [(row, cell) for cell in _parts(total, line)]
            yield from _relation(total, own, row, hidden, step)
    for row, line in zip(rows, lines, strict=True):
        if TOTAL in row.labels:
            for total in line:
                parts = [(other, cell) for other, cells in zip(rows, lines, strict=True)
                         if other is not row for cell in cells if cell.head == total.head]
                yield from _relation(total, parts, row, hidden, step)


def _is_year(cell: Cell) -> bool:
    return bool(re.search("year to date|twelve months|12 months", cell.head, re.IGNORECASE))


def _parts(total: Cell, line: Sequence[Cell]) -> list[Cell]:
    """The columns that a total sums: periods for a year, all other columns for a plain total."""
    others = [cell for cell in line if cell is not total and not SUM.fullmatch(cell.head)
              and not _is_year(cell)]
    periods = [cell for cell in others if PERIOD.search(cell.head)]
    return periods if _is_year(total) else others


def _relation(total: Cell, parts: Sequence[tuple[Row, Cell]], row: Row, hidden: Hidden,
              step: int) -> Iterator[Relation]:
    """The relation of hidden parts to the rest of a sum; none if a cell is not a count."""
    terms, least, most = [], 0, 0
    for sign, (where, cell) in ((-1, (row, total)), *((1, part) for part in parts)):
        text = cell.text.strip()
        if text.startswith(HIDDEN):
            name = _name(where, cell, hidden)
            if name is None:
                return
            terms.append((name, sign))
        elif COUNT.fullmatch(text):
            value = int(text.replace(",", ""))
            ends = (-sign * (value - step // 2), -sign * (value + (step - 1) // 2))
            least, most = least + min(ends), most + max(ends)
        else:
            return
    if terms and len(parts) > 1:
        yield Relation(tuple(terms), least, most)


def _name(row: Row, cell: Cell, hidden: Hidden) -> str | None:
    own = [one for label in row.labels for one in hidden.get(label, ())]
    exact = [name for (table, _, column), name in own if column == cell.head]
    in_table = [name for (table, _, column), name in own if table == row.table]
    for names in (exact, in_table, [name for _, name in own]):
        if len(set(names)) == 1:
            return names[0]
    return None
