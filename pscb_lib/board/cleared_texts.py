"""Agencies' texts that an officer has cleared, though they state a number of children.

Any such text is in the restricted set alone until it stands in ``cleared_texts.csv``, copied from
the return as it is written there, with the officer's post and the day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pscb_lib.board.context import Context
from pscb_lib.board.decisions import Register, read_register
from pscb_lib.board.notebooks import RESTRICTED
from pscb_lib.disclosure.stated import states_children
from pscb_lib.framework.folding import fold
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field

FILE = "cleared_texts.csv"
FIELDS = (
    Field("text", cells.text, meaning="the agency's text that states a number of children, copied "
          "as the return has it"),
    Field("cleared_by", cells.text, meaning="the post that cleared it, not a name"),
    Field("cleared_on", cells.day, meaning="the day on which it was cleared"),
)
LEFT_OUT = ("A comment was left out: it states a number of children; it is in the restricted "
            "set.")
Written = TypeVar("Written")


def read_cleared(path: Path, as_of: date) -> frozenset[str]:
    """The texts cleared by the day *as_of*; none if the project has no such file."""
    rows = read_register(path, FIELDS) if path.exists() else ()
    return frozenset(fold(row["text"]) for row in rows if row["cleared_on"] <= as_of)


def for_readers(context: Context, written: Sequence[Written]) -> tuple[Written, ...]:
    """The same without texts that the readers of the set may not have.

    *written* are dataclasses; LEFT_OUT stands in place of each such text in them.
    """
    return for_others(context, written) if context.audience != RESTRICTED else tuple(written)


def for_others(context: Context, written: Sequence[Written]) -> tuple[Written, ...]:
    """The same as far as the board and public sets may have it."""
    cleared = read_cleared(context.params / FILE, context.as_of)
    return tuple(_without(one, cleared) for one in written)


def _without(written: Any, cleared: frozenset[str]) -> Any:
    if isinstance(written, str):
        is_open = fold(written) in cleared or not states_children(written)
        return written if is_open else LEFT_OUT
    if isinstance(written, tuple):
        return tuple(_without(one, cleared) for one in written)
    if not is_dataclass(written) or isinstance(written, type):
        return written
    return replace(written, **{one.name: _without(getattr(written, one.name), cleared)
                               for one in fields(written)})


REGISTER = Register(
    FILE, lambda path: read_cleared(path, date.max), "Agencies' texts cleared for the board and "
    "public sets", FIELDS, key=("text",), may_be_missing=True,
    used_by="every board and public set that prints an agency's text",
    example={"text": "Twelve children waited for an interview.",
             "cleared_by": "Business Manager", "cleared_on": "2015-02-04"})
