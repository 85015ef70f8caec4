"""Read ``pscb_lib/starter/``, the registers that a new board starts with."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "starter"
KINDS, README, IGNORED = "agencies.csv", "README.md", "gitignore.txt"
STATEMENT = "statement.md"  # of a sample
Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Kind:
    """A kind of agency: its usual name, others that it goes by, and what it is to Section 11.

    ``example`` are the names that the shipped sample gives it, its own first.
    """

    kind: str
    name: str
    section11: str
    is_usual: bool
    aliases: tuple[str, ...]
    example: tuple[str, ...]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of agency by its word, such as police."""
    return {row["kind"]: Kind(row["kind"], row["name"], row["section11"], row["usual"] == "yes",
                              _names(row["aliases"]), _names(row["example"]))
            for row in read_rows(KINDS)[1]}


def _names(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


def registers() -> Iterator[str]:
    """The names of the registers that are filled in and not made."""
    yield from (path.name for path in sorted(FOLDER.glob("*.csv")) if path.name != KINDS)


def read_rows(name: str) -> tuple[tuple[str, ...], Rows]:
    """The headings and the rows of one file."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [*reader]
        return tuple(reader.fieldnames or ()), rows


def read_text(name: str) -> str:
    """The text of one file."""
    return (FOLDER / name).read_text(encoding="utf-8")
