"""The type of a parser, and the note on a cell that was not written in the usual form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pscb_lib.framework.folding import fold

Parser = Callable[[str], Any]  # returns a value of the column's type, or a Noted with one
Value = TypeVar("Value")
SHAPE = "shape"  # the attribute of a parser that describes the cells it takes


@dataclass(frozen=True)
class Noted:
    """A value and a note on it; *is_changed* if the cell was normalised to the value."""

    value: object
    note: str
    is_changed: bool = True


@dataclass(frozen=True)
class Shape:
    """The cells that a parser takes, as a form to fill in needs to know.

    ``kind`` is text, day, time, day or time, period, whole number, number, percentage, pounds,
    yes or no, or choice; ``choices`` are the words of a choice; ``words`` may be written instead
    of a number.
    """

    kind: str = "text"
    choices: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    may_be_blank: bool = False


def value_of(parsed: Any) -> Any:
    """The value without its note, if it has one."""
    return parsed.value if isinstance(parsed, Noted) else parsed


def noting(value: Value, cell: str) -> Value | Noted:
    """The value, with a note if the cell is not spelt as the value is."""
    written = cell.strip()
    return value if written == str(value) else Noted(value, f"{written} read as {value}")


def shape_of(parser: Parser) -> Shape:
    """The shape of a parser; text if it has none."""
    shape: Shape = getattr(parser, SHAPE, Shape())
    return shape


def shaped(parser: Parser, shape: Shape) -> Parser:
    """Set the shape of a parser, and return the parser."""
    setattr(parser, SHAPE, shape)
    return parser


def none_for(parser: Parser, *words: str) -> Parser:
    """Make a parser that reads some *words*, such as N/A, as None, with a note."""
    def parse(cell: str) -> object:
        if fold(cell) in words:
            return Noted(None, f"{cell.strip()} read as none")
        return parser(cell)

    return shaped(parse, shape_of(parser))


def optional(parser: Parser) -> Parser:
    """Make a parser that takes a blank cell as None."""
    def parse(cell: str) -> object:
        return parser(cell) if cell.strip() else None

    return shaped(parse, replace(shape_of(parser), may_be_blank=True))
