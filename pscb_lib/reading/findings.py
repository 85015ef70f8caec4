"""Findings: what is wrong with an input, in which cell, and how to correct it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from typing import Self, TypedDict, Unpack

from pscb_lib.framework.english import listed


class Reaction(Enum):
    """What was done with the row: rejected, used in normalised form, or used as it is."""

    REJECTED = "rejected"
    NORMALISED = "normalised"
    NOTED = "noted"


@dataclass(frozen=True)
class Finding:
    """One finding at one place: file, sheet, row, column, value, rule and remedy.

    ``row`` is the number that the spreadsheet shows; the header is usually row 1. ``value`` is
    None if it must not be repeated, as in columns that identify a child.
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
    """The place of an error in a file: some of the fields of a :class:`Finding`."""

    row: int | None
    column: str | None
    value: str | None
    sheet: str | None


class InputError(Exception):
    """The error that refuses a whole input: one line that says where, why and what to do.

    ``finding`` has the parts of that line, if it was built from a finding; ``findings`` are all
    that the input has, the first of which the line says. A character that
    cannot be printed, and could change what a terminal or a log shows, is written as its code.
    """

    finding: Finding | None = None
    findings: tuple[Finding, ...] = ()

    def __init__(self, line: str) -> None:
        super().__init__("".join(each if each.isprintable() else ascii(each)[1:-1]
                                 for each in line))

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the line alone, because a traceback tells an officer nothing."""
        return [f"{type(self).__name__}: {self}"]

    @classmethod
    def at(cls, file: str, rule: str, remedy: str, **place: Unpack[Place]) -> Self:
        """Build the error from the parts of a :class:`Finding`."""
        return cls.of(Finding(file, rule, remedy, **place))

    @classmethod
    def of(cls, finding: Finding, *others: Finding) -> Self:
        """Build the error from a :class:`Finding`, and keep the *others* beside it."""
        error = cls(str(finding))
        error.finding, error.findings = finding, (finding, *others)
        return error


class Missing(InputError):
    """The error for what is not there: nothing was read, so nothing is wrong with it."""


def all_missing(folder: str, files: Iterable[str], remedy: str) -> Missing:
    """The error that names every file missing from a folder at once; {them} in the *remedy*."""
    names = sorted(set(files))
    verb, them = ("is", "it") if len(names) == 1 else ("are", "them")
    return Missing(f"{folder}: {listed(names)} {verb} missing; {remedy.format(them=them)}")


def nearest(name: str, known: Iterable[str]) -> str:
    """The nearest known name, as a phrase to add to a rule; empty if no name is near."""
    names = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), names, n=1, cutoff=0.5)
    return f" (nearest: {names[close[0]]})" if close else ""
