"""The rows read from a sheet so far, and its totals, examples, notes and faults."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pscb_lib.framework.folding import fold
from pscb_lib.reading.files.asides import is_under
from pscb_lib.reading.files.content import Content
from pscb_lib.reading.files.formats.errors import is_error, is_too_narrow
from pscb_lib.reading.files.formats.seen import CORRECT, ErrorCell, letters
from pscb_lib.reading.files.header import Header
from pscb_lib.reading.files.table import Line, Sheet
from pscb_lib.reading.findings import Finding, Reaction

NIL = "nil return"
UNDER = "is a note under the table, not one of its rows"
UNSAVED = "is a formula whose value was not saved"
SAVE = "open the workbook in Excel and save it, or write the value"
NARROW = ("is what a spreadsheet shows where a column is too narrow",
          "widen the column, and save the file again")
UNMERGE = "unmerge the cells, and write the value in each row"
MOST_MERGED = 100_000
LONGEST_NOTE = 200


@dataclass
class Taken:
    """The rows read from a sheet so far."""

    content: Content
    sheet: Sheet
    header: Header
    numbers: array[int] = field(default_factory=lambda: array("l"))
    cells: list[tuple[str, ...]] = field(default_factory=list)
    totals: list[Line] = field(default_factory=list)
    examples: list[int] = field(default_factory=list)
    faults: dict[int, list[Finding]] = field(default_factory=dict)
    notes: list[Finding] = field(default_factory=list)
    asides: list[Finding] = field(default_factory=list)
    is_nil: bool = False
    too_wide: int = 0

    def __post_init__(self) -> None:
        self.places = [place for place, name in enumerate(self.header.names) if name]
        self.columns = tuple(self.header.names[place] for place in self.places)
        self.width = max(self.places, default=-1) + 1
        self.head = self.columns[0].casefold() if self.columns else ""
        self.has_gaps = self.width != len(self.places)

    def finding(self, rule: str, remedy: str, row: int | None = None, column: str | None = None,
                value: str | None = None, reaction: Reaction = Reaction.REJECTED) -> Finding:
        """A finding in this sheet."""
        return Finding(self.content.name, rule, remedy, row, column, value,
                       self.sheet.name or None, reaction)

    def leave_out(self, row: int, cells: Sequence[str], rule: str) -> None:
        """Leave out a row that is not one of the table's, and say so."""
        self.faults.pop(row, None)
        written = " ".join(" ".join(cells).split())
        self.asides.append(self.finding(
            rule, "nothing to do if that is so", row, value=written[:LONGEST_NOTE],
            reaction=Reaction.NOTED))

    def fault(self, row: int, rule: str, remedy: str, column: str | None = None) -> None:
        """Add the finding that a row cannot be used."""
        self.faults.setdefault(row, []).append(self.finding(rule, remedy, row, column))


def take_errors(taken: Taken, texts: Iterable[str]) -> None:
    """Add a fault for each cell with an error, or with what stands for a value not shown."""
    errors = {text: says for text in texts if (says := _error(text))}
    lines = enumerate(zip(taken.numbers, taken.cells, strict=True)) if errors else ()
    for place, (number, cells) in lines:
        wrong = [(name, errors[cell]) for name, cell in zip(taken.columns, cells, strict=True)
                 if cell in errors]
        for name, says in wrong:
            taken.fault(number, *says, name)
        if wrong:
            taken.cells[place] = tuple(map(str, cells))


def _error(text: str) -> tuple[str, str] | None:
    if isinstance(text, ErrorCell):
        return text.says, text.remedy
    if is_error(text):
        return ErrorCell.of(text.strip()).says, CORRECT
    return NARROW if is_too_narrow(text) else None


def take_merged(taken: Taken) -> None:
    """Add a fault for each cell that is part of a merged one, and not its first."""
    marked = 0
    for first, left, last, right in taken.sheet.seen().merged:
        names = [(place, name) for place, name in enumerate(
            taken.header.names[left - 1:right], left) if name]
        begin, end = bisect_left(taken.numbers, first), bisect_right(taken.numbers, last)
        marked += (end - begin) * len(names)
        if marked > MOST_MERGED:
            raise taken.content.refusal(f"has more than {MOST_MERGED:,} merged cells", UNMERGE,
                                        sheet=taken.sheet.name)
        for row in taken.numbers[begin:end] if names else ():
            for place, name in names:
                if (row, place) != (first, left):
                    taken.fault(row, f"is merged with the cell {letters(left)}{first}: it cannot "
                                "be told whether the value holds for both", UNMERGE, name)


def take_hidden(taken: Taken) -> None:
    """Note the columns that are hidden and were read."""
    names = [name for place, name in enumerate(taken.header.names, 1)
             if name and place in taken.sheet.seen().hidden_columns]
    if names:
        verb = "columns are hidden and were" if len(names) > 1 else "column is hidden and was"
        taken.notes.append(taken.finding(
            f"{len(names)} {verb} read ({', '.join(names)})",
            "see that they belong to the return", reaction=Reaction.NOTED))


def take_width(taken: Taken) -> None:
    """Add a note if rows of a csv file have blank cells beyond the header."""
    if taken.too_wide:
        taken.notes.append(taken.finding(
            f"{taken.too_wide} rows have blank cells beyond the last column, which were "
            "ignored", "see that every column has a name", reaction=Reaction.NORMALISED))


def take_unsaved(taken: Taken) -> None:
    """Add a fault for each formula without a saved value."""
    names = taken.header.names
    rows = {*taken.numbers}
    for row, place in sorted(taken.sheet.seen().unsaved):
        if row in rows and place <= len(names) and names[place - 1]:
            taken.fault(row, UNSAVED, SAVE, names[place - 1])


def take_notes(taken: Taken) -> None:
    """Turn the last rows that are texts and no records into notes."""
    while taken.cells and len(taken.columns) > 1 and is_under(taken.cells[-1]):
        taken.leave_out(taken.numbers.pop(), taken.cells.pop(), UNDER)
    taken.notes += taken.asides


def take_nil(taken: Taken) -> None:
    """Record a nil return. Raises InputError if the file is one and also has rows."""
    places = [place for place, name in enumerate(taken.columns) if fold(name) == NIL]
    said = places and any(cells[places[0]].strip().casefold() in ("yes", "y")
                          for cells in taken.cells)
    if said and len(taken.cells) == 1:
        taken.numbers.pop()
        taken.cells.pop()
        taken.faults.clear()
        taken.is_nil = True
    if (said or taken.is_nil) and taken.cells:
        raise taken.content.refusal("says that it is a nil return and has rows",
                                    "remove the rows, or nil_return")
    if taken.is_nil:
        taken.notes.append(taken.finding("is a nil return: there was nothing to report",
                                         "nothing to do if that is so", reaction=Reaction.NOTED))


def says_nil(cells: Sequence[str]) -> bool:
    """Whether a row above the table reads "nil return" and "yes"."""
    written = [fold(cell).rstrip(":") for cell in cells if cell.strip()]
    return written[:2] in (["nil return", "yes"], ["nil return", "y"])
