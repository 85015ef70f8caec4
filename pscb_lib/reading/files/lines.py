"""Read the rows under a header, and separate totals, notes, examples and faulty rows."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.framework.folding import visible
from pscb_lib.reading.files.asides import MANY, is_between, is_heading, is_total
from pscb_lib.reading.files.content import Content
from pscb_lib.reading.files.examples import take_examples
from pscb_lib.reading.files.formats.seen import letters
from pscb_lib.reading.files.header import Header
from pscb_lib.reading.files.table import Sheet
from pscb_lib.reading.files.taken import (
    Taken,
    says_nil,
    take_errors,
    take_hidden,
    take_merged,
    take_nil,
    take_notes,
    take_unsaved,
    take_width,
)
from pscb_lib.reading.files.unprintable import take_characters

OUTSIDE = "name the column, or move what is not part of the table to another sheet"
UNQUOTED = "put quotation marks around a text with a comma in it, or name the last column"
BETWEEN = "is a marking, a heading or a sub-total, not one of the rows"
# The first or last letters of a row that may be a sub-total or a line: most rows have neither.
LINES = {"---", "===", "___", "***", "~~~", "..."}
STARTS, ENDS = LINES | {"sub", "Sub", "SUB"}, {"tal", "TAL", "als", "ALS"}


class _Texts(dict[str, str]):
    """One string for each distinct text, without marks that nobody sees."""

    def __missing__(self, cell: str) -> str:
        self[cell] = seen = visible(cell)
        return seen


def take_lines(content: Content, sheet: Sheet, header: Header, is_refused: bool = True) -> Taken:
    """Read every row under the header; blank rows are ignored.

    A text that cannot be printed *is_refused*, or has names for what cannot be.
    """
    taken = Taken(content, sheet, header)
    taken.is_nil = any(says_nil(cells) for _, cells in header.above)
    texts = _Texts()
    last = header.row
    for number, line in sheet.lines():
        last = number
        if number <= header.row:
            continue
        cells = tuple(map(texts.__getitem__, line))
        first = next(filter(None, map(str.strip, cells)), "")
        if first and len(cells) > taken.width and _stands_outside(taken, cells):
            taken.leave_out(number, cells, BETWEEN)
        elif first:
            if len(cells) != taken.width or taken.has_gaps:
                cells = _fit(taken, number, cells)
            _take(taken, number, first, cells)
    if last == sheet.most_rows:
        raise content.refusal(
            f"has {last:,} rows, all that its format holds: rows may be missing",
            "send it as CSV, or in parts")
    take_examples(taken)
    take_errors(taken, texts.values())
    take_characters(taken, texts.values(), is_refused)
    take_unsaved(taken)
    take_merged(taken)
    take_hidden(taken)
    take_width(taken)
    take_notes(taken)
    take_nil(taken)
    return taken


def _stands_outside(taken: Taken, cells: Sequence[str]) -> bool:
    """Whether all that a row has is one text beyond the last column, such as a marking."""
    written = [cell for cell in cells if cell.strip()]
    return len(written) == 1 and not any(cell.strip() for cell in cells[:taken.width]) and (
        is_between(written) or len(written[0].split()) >= MANY)


def _fit(taken: Taken, number: int, cells: Sequence[str]) -> tuple[str, ...]:
    """The cells under the named columns. Raises InputError if a cell is outside them."""
    names = taken.header.names
    beyond = any(cell.strip() for cell in cells[len(names):])
    nameless = [place for place, (name, cell) in enumerate(zip(names, cells, strict=False), 1)
                if cell.strip() and not name]
    if not beyond and nameless and nameless[0] < taken.width:
        raise taken.content.refusal(
            f"has a value in column {nameless[0]} ({letters(nameless[0])}), which has no name",
            "name the column, or take it out", row=number, sheet=taken.sheet.name or None)
    if beyond or nameless:
        raise taken.content.refusal(
            f"the row has {_cells(cells)} and the header {len(taken.columns)}",
            OUTSIDE if taken.sheet.name else UNQUOTED, row=number, sheet=taken.sheet.name or None)
    if not taken.sheet.name and len(cells) < taken.width:
        taken.fault(number, f"the row has {_cells(cells)} and the header {taken.width}",
                    "see that no cell is missing, and put a comma for each blank one")
    taken.too_wide += not taken.sheet.name and len(cells) > len(names)
    cells = [*cells, *[""] * (taken.width - len(cells))]
    return tuple(cells[place] for place in taken.places)


def _cells(cells: Sequence[str]) -> str:
    return "1 cell" if len(cells) == 1 else f"{len(cells):,} cells"


def _take(taken: Taken, number: int, first: str, cells: tuple[str, ...]) -> None:
    if is_total(first):
        taken.totals.append((number, cells))
        taken.faults.pop(number, None)
    elif _is_aside(taken, first, cells):
        taken.leave_out(number, cells, BETWEEN)
    else:
        taken.numbers.append(number)
        taken.cells.append(cells)


def _is_aside(taken: Taken, first: str, cells: tuple[str, ...]) -> bool:
    if len(cells) < 2:
        return False
    if len(first) == len(taken.head) and first.casefold() == taken.head:
        return is_heading(cells, taken.columns)
    is_short = len(cells) - cells.count("") == 1
    if is_short or first[-3:] in ENDS or first[:3] in STARTS:
        return is_between([cell for cell in cells if cell.strip()])
    return False
