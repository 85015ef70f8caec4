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
from pscb_lib.reading import read_table


@dataclass(frozen=True)
class Alias:
    """One name of an agency, in use from one day to another."""

    name: str
    alias: str
    valid_from: date
    valid_to: date
    section11: str


def read_agencies(path: Path) -> list[Alias]:
    """Read ``params/agencies.csv``: name, alias, valid_from, valid_to, section11."""
    rows = read_table(path, ("name", "alias", "valid_from", "valid_to", "section11")).rows
    return [_alias(row.cells) for row in rows]


def _alias(row: dict[str, str]) -> Alias:
    start = cells.optional(cells.day)(row["valid_from"]) or date.min
    end = cells.optional(cells.day)(row["valid_to"]) or date.max
    return Alias(cells.text(row["name"]), cells.text(row["alias"]), start, end, row["section11"])


def agency_parser(aliases: Iterable[Alias], on: date) -> cells.Parser:
    """Make a parser from any name in use on a day to the agency's own name."""
    in_use = [one for one in aliases if one.valid_from <= on <= one.valid_to]
    known = {one.alias.casefold(): one.name for one in in_use}

    def parse(cell: str) -> str:
        folded = " ".join(cell.split())
        if folded.casefold() not in known:
            raise ValueError(f"is not an agency on the register{nearest(folded, known)}")
        return known[folded.casefold()]

    return parse


def nearest(name: str, known: Iterable[str]) -> str:
    """Suggest the nearest known name, as a phrase to put behind a rule; empty where none is."""
    names = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), names, n=1, cutoff=0.5)
    return f" (nearest: {names[close[0]]})" if close else ""
