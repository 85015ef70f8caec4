"""Read ``pscb_lib/starter/``, the registers that a new board starts with.

A framework of ``pscb_lib/frameworks/`` may have agencies of its own, and ``starter.yaml``: what its
groups are called, in which months they meet and which items of the programme are not its own.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pscb_lib.board.frameworks import FOLDER as FRAMEWORKS
from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.edition import MAY_2014, Framework

FOLDER = Path(__file__).parents[2] / "starter"
KINDS, README, IGNORED = "agencies.csv", "README.md", "gitignore.txt"
STATEMENT = "statement.md"  # of a sample
BEGINNINGS = "starter.yaml"
UNTIL = " until "
Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Kind:
    """A kind of agency: its usual name, others that it goes by, and what it is to Section 11.

    ``families`` is "no" if its staff do not work with families, else blank. ``earlier`` are names
    with the last day of each; ``example`` are the names that the shipped sample gives it, its own
    first.
    """

    kind: str
    name: str
    section11: str
    families: str
    is_usual: bool
    aliases: tuple[str, ...]
    example: tuple[str, ...]
    earlier: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Beginnings:
    """What a board is called and has at first, if it does not say otherwise."""

    group: str = "Quality and Effectiveness sub-group"
    group_short: str = "Q&E"
    groups: Mapping[str, str] = field(default_factory=dict)  # the setting of that name
    months: tuple[int, ...] = (5, 9, 11, 2)  # the group meets on their second Wednesday
    left_out: tuple[str, ...] = ()  # items of the programme of May 2014
    sample: Mapping[str, str] = field(default_factory=dict)  # names in it, and those in their place


def beginnings(framework: Framework) -> Beginnings:
    """What a board that works by a *framework* begins with; one follows the one before it."""
    path = FRAMEWORKS / framework.id / BEGINNINGS
    if not path.is_file():
        return beginnings(framework.follows) if framework.follows else Beginnings()
    given = read_yaml(path)
    return Beginnings(given["group"], given["group_short"], given["groups"],
                      tuple(map(int, given["months"])), tuple(given["left_out"]), given["sample"])


@cache
def kinds(framework: Framework = MAY_2014) -> dict[str, Kind]:
    """Every kind of agency by its word, such as police."""
    own = FRAMEWORKS / framework.id / KINDS
    if framework.follows and not own.is_file():
        return kinds(framework.follows)
    return {row["kind"]: Kind(row["kind"], row["name"], row["section11"],
                              row["works_with_families"], row["usual"] == "yes",
                              _names(row["aliases"]), _names(row["example"]),
                              tuple(_dated(one) for one in _names(row.get("earlier", ""))))
            for row in _read(own if own.is_file() else FOLDER / KINDS)[1]}


def _dated(name: str) -> tuple[str, str]:
    earlier, _, last = name.partition(UNTIL)
    return earlier, last


def _names(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split(";")))


def registers() -> Iterator[str]:
    """The names of the registers that are filled in and not made."""
    yield from (path.name for path in sorted(FOLDER.glob("*.csv")) if path.name != KINDS)


def read_rows(name: str) -> tuple[tuple[str, ...], Rows]:
    """The headings and the rows of one file."""
    return _read(FOLDER / name)


def _read(path: Path) -> tuple[tuple[str, ...], Rows]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [*reader]
        return tuple(reader.fieldnames or ()), rows


def read_text(name: str) -> str:
    """The text of one file."""
    return (FOLDER / name).read_text(encoding="utf-8")
