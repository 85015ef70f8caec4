"""Read the sheets of the workbook as texts, in the columns of their pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pscb_lib.reading.files import read_table
from pscb_lib.reading.files.files import OpenFile
from pscb_lib.reading.findings import Finding, Reaction
from pscb_lib.running.params_book.guide import GUIDE, MARKS
from pscb_lib.running.params_book.habits import AS_TEXT, Doubtful, mended
from pscb_lib.running.params_book.pages import (
    NOT_A_ROW,
    SETTINGS,
    Column,
    Page,
    Rows,
    asides_of,
    mark_of,
)

CHECK_IT = "see that this is what is meant"


@dataclass(frozen=True)
class Sheet:
    """The rows of a page as a workbook has them, and their numbers there.

    ``faults`` are what is wrong in the sheet itself, ``notes`` what was read otherwise than it is
    written. ``mark`` is that of the rows as they are written.
    """

    page: Page
    rows: Rows
    numbers: tuple[int, ...]
    mark: str
    faults: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()

    @property
    def is_as_the_file(self) -> bool:
        """Whether the sheet has the rows that the file has now."""
        return self.rows == self.page.rows


def read_marks(opened: OpenFile) -> dict[str, str]:
    """The mark of each file when the workbook was made. Raises InputError if it has none."""
    lines = [[str(cell) for cell in cells] for one in opened.sheets if one.name == GUIDE
             for _, cells in one.lines()]
    place = MARKS.index("Mark")
    found = {line[1]: line[place].strip() for line in lines
             if len(line) > place and line[place].strip()}
    if found.pop("File", None) is None:
        raise opened.content.refusal(f"the sheet {GUIDE} does not tell when the workbook was made",
                                     "make a workbook with pscb params --to, and edit that")
    return found


def read_sheet(opened: OpenFile, page: Page) -> Sheet:
    """The sheet of a page, with what Excel made of changed cells undone where that is certain.

    Raises InputError if the workbook has no such sheet, or the sheet no such table.
    """
    own = [one for one in opened.sheets if one.name == page.name]
    if not own:
        raise opened.content.refusal(f"there is no sheet {page.name}", "put it back, from a new "
                                     "workbook by pscb params --to")
    always = page.names[:page.written] if page.written else page.names
    table = read_table(OpenFile(opened.content, own), always, page.name, page.names[len(always):])
    if strange := [name for name in table.columns if name not in page.names]:
        raise opened.content.refusal("is no column of this register", "take it out",
                                     column=strange[0], sheet=page.name)
    places = [table.columns.index(name) if name in table.columns else None for name in page.names]
    meanings = {row[0]: row[2:] for row in page.rows} if page.cells_of else {}
    written = tuple(tuple("" if place is None else str(cells[place]) for place in places)
                    for cells in table.cells)
    written = tuple((*row[:2], *meanings.get(row[0], row[2:])) for row in written)
    faults = [fault for found in table.faults.values() for fault in found]
    faults += [Finding(table.file, NOT_A_ROW, "take it out, or write it in other words", row,
                       sheet=page.name) for row in asides_of(table)]
    sheet = Sheet(page, written, tuple(table.numbers), mark_of(written), tuple(faults),
                  tuple(note for note in table.notes if note.reaction is Reaction.NORMALISED))
    return _mended(sheet, table.file)


def _mended(sheet: Sheet, file: str) -> Sheet:
    known = [{*texts} for texts in zip(*sheet.page.rows, strict=True)] or [set()] * len(
        sheet.page.columns)
    rows, faults, notes = [list(row) for row in sheet.rows], [*sheet.faults], [*sheet.notes]
    for at, place, column in _cells(sheet):
        text = rows[at][place]
        if text in known[place]:
            continue
        where = Finding(file, "", CHECK_IT, sheet.numbers[at], column.name, text, sheet.page.name,
                        Reaction.NORMALISED)
        try:
            rows[at][place] = mended(text, column.shape.kind)
        except Doubtful as fault:
            faults.append(replace(where, rule=str(fault), remedy=AS_TEXT,
                                  reaction=Reaction.REJECTED))
        if (new := rows[at][place]).strip() != text.strip():
            notes.append(replace(where, rule=f"{text} read as {new}"))
    return replace(sheet, rows=tuple(map(tuple, rows)), faults=tuple(faults), notes=tuple(notes))


def _cells(sheet: Sheet) -> Iterator[tuple[int, int, Column]]:
    """The place of each cell, by row and column, and the column that says what it takes."""
    for at in range(len(sheet.rows)):
        for place, column in enumerate(sheet.page.columns):
            if sheet.page.name != SETTINGS or column.name == "value":
                own = sheet.page.cells_of.get(sheet.rows[at][0])
                yield at, place, replace(own or column, field=replace(
                    (own or column).field, name=column.name))
