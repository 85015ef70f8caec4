"""What was seen in a sheet besides its texts, in the same words for every format."""

from __future__ import annotations

from dataclasses import dataclass, field

from pscb_lib.reading.findings import Finding, Reaction

FIRST = 20
CORRECT = "correct the formula, or write the value"
OF_A_CHECK = "Check of a return"  # the author of our own comments in a copy to correct
LAST_COLUMN = 16_384
Block = tuple[int, int, int, int]  # first row, first column, last row, last column, all from 1


@dataclass
class Seen:
    """The hidden rows and columns of a sheet, its merged and its unsaved cells, from 1.

    ``commented`` are the places, such as B2, of cells with a comment, and ``struck`` of those with
    a line through all of their text.
    """

    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    merged: list[Block] = field(default_factory=list)
    unsaved: set[tuple[int, int]] = field(default_factory=set)
    commented: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)

    def hide_columns(self, first: int, last: int) -> None:
        """Add hidden columns, which a file names from left to right."""
        begin = max(first, self.hidden_columns[-1] + 1 if self.hidden_columns else 1)
        self.hidden_columns += range(begin, min(last, LAST_COLUMN) + 1)

    def notes(self, file: str, sheet: str) -> list[Finding]:
        """The findings that note hidden rows, comments and what is struck through."""
        found = []
        if self.hidden_rows:
            verb = "rows are hidden and were" if len(self.hidden_rows) > 1 else (
                "row is hidden and was")
            found.append((f"{len(self.hidden_rows)} {verb} read ({_first(self.hidden_rows)})",
                          "see that they belong to the return"))
        if self.commented:
            verb = "cells have comments" if len(self.commented) > 1 else "cell has a comment"
            found.append((f"{len(self.commented)} {verb}, not read ({_first(self.commented)})",
                          "write in a column what belongs to the return"))
        if self.struck:
            verb = "cells are struck through and were" if len(self.struck) > 1 else (
                "cell is struck through and was")
            found.append((f"{len(self.struck)} {verb} read ({_first(self.struck)})",
                          "delete what does not belong to the return"))
        return [Finding(file, says, remedy, sheet=sheet, reaction=Reaction.NOTED)
                for says, remedy in found]


class ErrorCell(str):
    """The text of a cell that holds an error: the rule that it breaks, and the remedy.

    It equals no plain text: the same characters are no error in another cell.
    """

    says: str
    remedy: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ErrorCell) and (str(self), self.says) == (str(other), other.says)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((ErrorCell, str(self)))

    @classmethod
    def of(cls, shown: str, says: str = "", remedy: str = CORRECT) -> ErrorCell:
        """The error that a spreadsheet shows as *shown*."""
        made = cls(shown.encode("ascii", "replace").decode())
        made.remedy = remedy
        made.says = says or f"is an error of Excel's ({made})"
        return made


def beyond_days(written: str) -> ErrorCell:
    """The cell that is formatted as a date, and whose number is none."""
    return ErrorCell.of(f"{written} as a date", f"is formatted as a date, and {written} is no day "
                        "that a spreadsheet knows")


def not_shown(shown: str) -> ErrorCell:
    """The cell whose number format shows a text, or nothing, in place of its number."""
    return ErrorCell.of(
        shown or "(nothing)", f"is shown as {shown or 'nothing'} by its number format, and holds a "
        "number that is not shown", "write what is meant into the cell itself, c if the number may "
        "not be sent")


def letters(column: int) -> str:
    """The letters of a column, from 1: A, B, ... Z, AA."""
    name = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        name = chr(65 + letter) + name
    return name


def _first(places: list[int] | list[str]) -> str:
    return ", ".join(map(str, places[:FIRST])) + (" ..." if len(places) > FIRST else "")
