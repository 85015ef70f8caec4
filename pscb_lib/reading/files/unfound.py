"""Explain why no table is found in a file: the likeliest reasons are looked for one by one.

A sender who sees the names of the columns in the file is told where they were seen and why they
were not taken. No text of the file is repeated but the names of its sheets and known columns:
without a header, row 1 is about a child.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from pscb_lib.framework.folding import bare, visible
from pscb_lib.reading.files.names import FIRST_ROWS, has_all, names_of
from pscb_lib.reading.files.table import Line, Sheet

DEEP = 1_000  # rows
LONG = 200  # cells of a column that may be a header on its side
Kinds = Sequence[Sequence[str]]  # the columns that each kind of table must have


@dataclass(frozen=True)
class Reason:
    """Why no table was found, what to do, and where it was seen."""

    rule: str
    remedy: str
    row: int | None = None
    sheet: str = ""


def explain(sheets: Sequence[Sheet], kinds: Kinds) -> Reason | None:
    """The first reason that fits, or None."""
    kinds = [columns for columns in kinds if len(columns) > 1]
    shown = [way for sheet in sheets if not sheet.is_hidden for way in (sheet, *sheet.others)]
    tops = [(sheet, list(islice(sheet.lines(), DEEP))) for sheet in shown]
    if not any(_is_near(cells, kinds) for _, top in tops for _, cells in top[:FIRST_ROWS]) and (
            said := _in_hidden_sheet(sheets, kinds)):
        return said
    if _is_blank(sheets):
        return Reason("has nothing in any cell", "send a nil return (nil_return = yes), or the "
                      "sheet with the table")
    looks: tuple[Callable[[Sheet, list[Line], Kinds], Reason | None], ...] = (
        _further_down, _in_two_rows, _on_its_side, _in_one_cell)
    found: Iterator[Reason | None] = (look(sheet, top, kinds) for look in looks
                                      for sheet, top in tops)
    return next(filter(None, found), None)


def _is_blank(sheets: Sequence[Sheet]) -> bool:
    return not any(visible(cell).strip() for sheet in sheets if not sheet.is_hidden
                   for _, cells in sheet.lines() for cell in cells)


def _is_near(cells: Sequence[str], kinds: Kinds) -> bool:
    """Whether a row has half the columns of a kind: others are lacking, or are in the next row."""
    return any(2 * len({*columns} & {*names_of(cells, columns)}) >= len(columns)
               for columns in kinds)


def _in_hidden_sheet(sheets: Sequence[Sheet], kinds: Kinds) -> Reason | None:
    for sheet in sheets:
        top = islice(sheet.lines(), FIRST_ROWS) if sheet.is_hidden else ()
        if any(has_all(cells, columns) for _, cells in top for columns in kinds):
            return Reason(f"has its table in a sheet that is hidden ({sheet.name})",
                          "right-click a sheet's name, unhide it and save")
    return None


def _further_down(sheet: Sheet, top: list[Line], kinds: Kinds) -> Reason | None:
    for number, cells in top[FIRST_ROWS:]:
        if any(has_all(cells, columns) for columns in kinds):
            return Reason(f"has the names of its columns below its first {FIRST_ROWS} rows",
                          "delete the rows above them", number, sheet.name)
    return None


def _in_two_rows(sheet: Sheet, top: list[Line], kinds: Kinds) -> Reason | None:
    for (number, upper), (_, lower) in pairwise(top[:FIRST_ROWS]):
        width = max(len(upper), len(lower))
        both = [f"{one} {other}" for one, other in zip(
            [*upper, *[""] * (width - len(upper))], [*lower, *[""] * (width - len(lower))],
            strict=True)]
        for columns in kinds:
            named = set[str]().union(*(names_of(cells, columns) for cells in (upper, lower, both)))
            if {*columns} <= named:
                return Reason("has the names of its columns in two rows",
                              "write each name whole into one cell of one row", number, sheet.name)
    return None


def _on_its_side(sheet: Sheet, top: list[Line], kinds: Kinds) -> Reason | None:
    for place in (0, 1):
        column = [cells[place] for _, cells in top[:LONG] if len(cells) > place]
        if any(has_all(column, columns) for columns in kinds):
            return Reason("has the names of its columns below one another",
                          "turn the table: copy it, and choose Paste Special, Transpose",
                          sheet=sheet.name)
    return None


def _in_one_cell(sheet: Sheet, top: list[Line], kinds: Kinds) -> Reason | None:
    divide = ("select the column, choose Data, Text to Columns, and save" if sheet.name
              else "divide the columns by commas, or save the file as CSV UTF-8")
    for number, cells in top[:FIRST_ROWS]:
        for cell in map(bare, cells):
            if any(all(bare(name) in cell for name in columns) for columns in kinds):
                return Reason("has the names of all its columns in one cell", divide, number,
                              sheet.name)
    return None
