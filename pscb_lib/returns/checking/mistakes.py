"""Findings grouped for a reader: one line for the same mistake in many rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from pscb_lib.reading.findings import Finding

MOST_ROWS = 5
LONGEST = 40
WHOLE = "whole file"


@dataclass
class Mistake:
    """The same finding in one column of a file, with its rows."""

    reaction: str
    file: str
    sheet: str | None
    column: str | None
    value: str | None
    rule: str
    remedy: str
    numbers: list[int] = field(default_factory=list)

    @property
    def place(self) -> str:
        """The file, and the sheet if it has sheets."""
        return f"{self.file}, sheet {self.sheet}" if self.sheet else self.file

    @property
    def rows(self) -> str:
        """Its first rows, and the number of further rows."""
        more = len(self.numbers) - MOST_ROWS
        shown = ", ".join(map(str, self.numbers[:MOST_ROWS]))
        return f"{shown} and {more:,} more" if more > 0 else shown


def gather(findings: Iterable[tuple[bool, Finding]]) -> list[Mistake]:
    """Group findings that differ only in the row, in the order of their first finding."""
    found: dict[tuple, Mistake] = {}
    for is_whole, finding in findings:
        key = (WHOLE if is_whole else finding.reaction.value, finding.file, finding.sheet,
               finding.column, finding.value and shortened(finding.value), finding.rule,
               finding.remedy)
        mistake = found.setdefault(key, Mistake(*key))
        if finding.row:
            mistake.numbers.append(finding.row)
    return list(found.values())


def shortened(value: str) -> str:
    """Cut a value to the length that fits a line."""
    return value if len(value) <= LONGEST else value[:LONGEST - 3] + "..."


def plain(text: str) -> str:
    """Replace control characters and line breaks by spaces, for a console."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
