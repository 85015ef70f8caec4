"""The agencies that work with children here, and the names they are known by, dated.

Agencies change name and clerks write short forms; ``params/agencies.csv`` holds one row for
each name with the dates between which it was in use. A name that is not there is never
guessed: the nearest one is only suggested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.reading import cells
from pscb_lib.reading.findings import nearest
from pscb_lib.reading.rows import Field, Record, Rule


@dataclass(frozen=True)
class Alias:
    """One name of an agency, in use from one day to another."""

    name: str
    alias: str
    valid_from: date
    valid_to: date
    section11: str

    @property
    def is_dated(self) -> bool:
        """Whether there are days on which the name was not in use."""
        return self.valid_from > date.min or self.valid_to < date.max


FIELDS = (
    Field("name", cells.text), Field("alias", cells.text),
    Field("valid_from", cells.optional(cells.day)), Field("valid_to", cells.optional(cells.day)),
    Field("section11", cells.one_of("yes", "commissioned", "no")),
)


def read_agencies(path: Path) -> list[Alias]:
    """Read ``params/agencies.csv``; the first cell that is wrong refuses it (InputError)."""
    return [Alias(row["name"], row["alias"], row["valid_from"] or date.min,
                  row["valid_to"] or date.max, row["section11"])
            for row in read_register(path, FIELDS)]


class Agency(str):
    """An agency's own name, and the names it was called by in a cell, with their dates."""

    called: tuple[Alias, ...] = ()
    is_dated: bool = True


def agency_parser(aliases: Iterable[Alias], on: date | None = None) -> cells.Parser:
    """Make a parser from any name of an agency to its own, noted where they differ.

    With *on* only the names in use on that day are taken; without it :func:`in_use` judges
    each row at its own date.
    """
    taken = [one for one in aliases if on is None or one.valid_from <= on <= one.valid_to]
    names = [one.alias for one in taken]
    known: dict[str, list[Alias]] = {}
    for one in taken:
        known.setdefault(one.alias.casefold(), []).append(one)

    def parse(cell: str) -> object:
        folded = " ".join(cell.split())
        if folded.casefold() not in known:
            raise ValueError(f"is not an agency on the register{nearest(folded, names)}")
        agency = Agency(known[folded.casefold()][0].name)
        agency.called = tuple(known[folded.casefold()])
        agency.is_dated = all(one.is_dated for one in agency.called)
        return cells.noting(agency, cell)

    return cells.shaped(parse, cells.Shape("choice", tuple(dict.fromkeys(
        one.name for one in taken))))


def in_use(field: str, over: Callable[[Record], tuple[date, date] | None]) -> Rule:
    """The rule that a name was in use at some time in the span that *over* gives for a row."""
    def broken(record: Record) -> bool:
        agency = record[field]
        span = over(record) if agency and agency.is_dated else None
        if span is None:
            return False
        first, last = span
        return not any(one.valid_from <= last and first <= one.valid_to for one in agency.called)

    return Rule((field,), "is a name that was not in use at the date of the row",
                "use the name of that time, or correct the date", broken,
                guidance="Agencies change their names: the register has the dates of each.")


REGISTER = Register("agencies.csv", read_agencies)
