"""A leak, described without the hidden number, so that the line may be logged."""

from __future__ import annotations

from dataclasses import dataclass

from pscb_lib.disclosure.outsider.known import Known
from pscb_lib.disclosure.outsider.numbers import Number

NARROWED = "a hidden count is narrowed there"
REMEDY = "make it from what disclosure.show returns"


@dataclass(frozen=True, order=True)
class Leak:
    """A hidden figure that a published file discloses, without its number.

    It prints as one line, which may go to a shared log: file, place, label, what the file
    discloses, and the remedy.
    """

    file: str
    place: str
    label: str
    tells: str
    remedy: str = REMEDY

    def __str__(self) -> str:
        where = ", ".join(filter(None, (self.file, self.place, self.label)))
        return f"{where}: {self.tells}; {self.remedy}"


def label_of(figure: Known) -> str:
    """A figure by its table, row and column."""
    table, row, column = figure.place
    return f"{table}: {row}" + (f", {column}" if column else "")


def describe(figure: Known, number: Number) -> str:
    """Describe the hidden figure that a printed number discloses, without the number."""
    if figure.unit == "count" or not (number.decimals or number.is_percent):
        return "a hidden count stands there"
    return f"a hidden {'percentage' if figure.unit == 'percent' else 'rate'} stands there"
