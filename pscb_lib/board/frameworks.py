"""The framework that a board has chosen: the setting ``framework``, by default that of May 2014.

Another is a folder of ``pscb_lib/frameworks/``, found by its name.
"""

from __future__ import annotations

from csv import DictReader
from dataclasses import fields, replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from pscb_lib.board.yaml_files import read_yaml
from pscb_lib.framework.edition import MAY_2014, UNITS, Framework, Within
from pscb_lib.framework.rag import Thresholds
from pscb_lib.reading import cells
from pscb_lib.reading.findings import InputError, nearest

FOLDER = Path(__file__).parents[1] / "frameworks"
FILE, WORDS = "framework.yaml", "words.csv"
OPTIONAL = ("left_to_the_board", "board", "words", "decide_within", "publish_by",
            "follows")
NAMES = tuple(one.name for one in fields(Framework) if one.name != "id")


def framework_ids(folder: Path = FOLDER) -> tuple[str, ...]:
    """The ids that a board may choose, the default first."""
    return MAY_2014.id, *sorted(path.parent.name for path in folder.glob(f"*/{FILE}"))


def parse_framework(cell: str) -> Framework:
    """Parse the id of a framework."""
    id, known = cell.strip(), framework_ids()
    if id not in known:
        raise ValueError(f"is not one of {', '.join(known)}{nearest(id, known)}")
    return MAY_2014 if id == MAY_2014.id else read_framework(FOLDER / id)


cells.shaped(parse_framework, cells.Shape("choice", framework_ids()))


@cache
def read_framework(folder: Path) -> Framework:
    """Read the framework in a *folder*, whose name is its id.

    What it does not give is as in the one that it ``follows``, and so are the words that its
    ``words.csv`` does not have. Raises InputError if a field is unknown, or neither given nor left
    to the board.
    """
    given = dict(read_yaml(folder / FILE))
    before = read_framework(folder.parent / given["follows"]) if "follows" in given else None
    left = given.get("left_to_the_board", [])
    faults = [*(f"there is no field {name}" for name in given if name not in NAMES),
              *(f"the field {name} is neither given nor in left_to_the_board" for name in NAMES
                if name not in given and name not in left and name not in OPTIONAL and not before)]
    if faults:
        raise InputError.at(f"{folder.name}/{FILE}", faults[0], "correct it")
    found = {name: _typed(name, given[name]) for name in given if name != "follows"}
    found |= {"follows": before, "words": _words(folder / WORDS, before.words if before else ())}
    if before:
        return replace(before, id=folder.name, **found)
    return Framework(folder.name, **{name: None for name in left if name in NAMES} | found)


def _words(path: Path, before: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The words of a framework: two columns, word and instead."""
    if not path.is_file():
        return before
    with path.open(encoding="utf-8", newline="") as file:
        return tuple((dict(before) | {row["word"]: row["instead"] for row in DictReader(file)}
                      ).items())


def _typed(name: str, value: Any) -> Any:
    if name == "left_to_the_board":
        return tuple(value or ())
    if name == "board":
        return str(value or "")
    if value is None:
        return None
    if name == "decide_within":
        number, _, unit = value.partition(" ")
        return Within(int(number), UNITS[UNITS.index(unit)])
    if name in ("in_force_from", "review_by"):
        return date.fromisoformat(value)
    if name == "publish_by":
        month, _, day = value.partition("-")
        return int(month), int(day)
    if name == "standards":
        return int(value)
    if name == "thresholds":
        return Thresholds(Fraction(value["green"]) / 100, Fraction(value["amber"]) / 100)
    return str(value)
