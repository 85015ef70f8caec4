"""A leak, and how it is said: all but the hidden number, so that the line may be logged."""

from __future__ import annotations

from dataclasses import dataclass

from pscb_lib.disclosure.outsider.known import Known
from pscb_lib.disclosure.outsider.numbers import Number

REMEDY = "make it from what disclosure.show returns"


@dataclass(frozen=True, order=True)
class Leak:
    """What a published file tells though it is hidden; never the number itself.

    It prints as one line, which may go to a shared log: file, place, label, what is told, remedy.
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
    """A figure by the labels it stands at."""
    table, row, column = figure.place
    return f"{table}: {row}" + (f", {column}" if column else "")


def tell(figure: Known, number: Number) -> str:
    """What a number tells of a hidden figure, in words and without the number."""
    if figure.unit == "count" or not (number.decimals or number.is_percent):
        return "a hidden count stands there"
    return f"a hidden {'percentage' if figure.unit == 'percent' else 'rate'} stands there"
