"""The agencies that work with children here, and the names they are known by, dated.

Agencies change name and clerks write short forms; ``params/agencies.csv`` holds one row for
each name with the dates between which it was in use. A name that is not there is never
guessed: the nearest one is only suggested.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from pscb_lib import cells
from pscb_lib.records import Field
from pscb_lib.registers import read_register


@dataclass(frozen=True)
class Alias:
    """One name of an agency, in use from one day to another."""

    name: str
    alias: str
    valid_from: date
    valid_to: date
    section11: str


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


def agency_parser(aliases: Iterable[Alias], on: date) -> cells.Parser:
    """Make a parser from any name in use on a day to the agency's own name."""
    in_use = [one for one in aliases if one.valid_from <= on <= one.valid_to]
    names = [one.alias for one in in_use]
    known = {one.alias.casefold(): one.name for one in in_use}

    def parse(cell: str) -> str:
        folded = " ".join(cell.split())
        if folded.casefold() not in known:
            raise ValueError(f"is not an agency on the register{nearest(folded, names)}")
        return known[folded.casefold()]

    return parse


def nearest(name: str, known: Iterable[str]) -> str:
    """Suggest the nearest known name, as a phrase to put behind a rule; empty where none is."""
    names = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), names, n=1, cutoff=0.5)
    return f" (nearest: {names[close[0]]})" if close else ""
