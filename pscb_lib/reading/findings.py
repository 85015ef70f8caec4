"""What is wrong with an input, said so that a clerk knows which cell to mend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from typing import TypedDict, Unpack


class Reaction(Enum):
    """What became of the row: three different things."""

    REJECTED = "rejected"
    NORMALISED = "normalised"
    NOTED = "noted"


@dataclass(frozen=True)
class Finding:
    """One thing found at one place: file, sheet, row, column, value, rule and remedy.

    ``row`` counts as the spreadsheet does, the header being row 1. ``value`` is None where
    it must not be repeated, as in columns that identify a child.
    """

    file: str
    rule: str
    remedy: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    sheet: str | None = None
    reaction: Reaction = Reaction.REJECTED

    def __str__(self) -> str:
        places = [
            self.sheet and f"sheet {self.sheet}",
            self.row and f"row {self.row}",
            self.column and f"column {self.column}",
            self.value is not None and f"value {self.value!r}",
        ]
        where = ", ".join([self.file, *(str(place) for place in places if place)])
        return f"{where}: {self.rule}; {self.remedy}"


class Place(TypedDict, total=False):
    """Where in a file an error is: the parts of a :class:`Finding` that say so."""

    row: int | None
    column: str | None
    value: str | None
    sheet: str | None


class InputError(Exception):
    """The whole of an input is refused: one line that says where, why and what to do.

    ``finding`` holds the parts of that line where it was built from them. A character that is
    not to be seen, and might change what a terminal or a log shows, is written by its number.
    """

    finding: Finding | None = None

    def __init__(self, line: str) -> None:
        super().__init__("".join(each if each.isprintable() else ascii(each)[1:-1]
                                 for each in line))

    @classmethod
    def at(cls, file: str, rule: str, remedy: str, **place: Unpack[Place]) -> InputError:
        """Build the error from the parts of a :class:`Finding`."""
        return cls.of(Finding(file, rule, remedy, **place))

    @classmethod
    def of(cls, finding: Finding) -> InputError:
        """Build the error from a finding that refuses the whole."""
        error = cls(str(finding))
        error.finding = finding
        return error


def nearest(name: str, known: Iterable[str]) -> str:
    """Suggest the nearest known name, as a phrase to put behind a rule; empty where none is."""
    names = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), names, n=1, cutoff=0.5)
    return f" (nearest: {names[close[0]]})" if close else ""
