"""What a parser is, and what it says of a cell that was read in another form than written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

Parser = Callable[[str], Any]  # a value of the column's own type, or the same Noted
Value = TypeVar("Value")
SHAPE = "shape"  # the attribute of a parser that says what it takes


@dataclass(frozen=True)
class Noted:
    """A value and what had to be said of it: normalised, or taken as it is with a note."""

    value: object
    note: str
    is_changed: bool = True


@dataclass(frozen=True)
class Shape:
    """What a parser takes, for whoever makes a form to fill in.

    ``kind`` is text, day, time, whole number, number, percentage, yes or no, or choice;
    ``choices`` are the words of a choice; ``words`` are what may stand in place of a number.
    """

    kind: str = "text"
    choices: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    may_be_blank: bool = False


def value_of(parsed: Any) -> Any:
    """The value alone, whether or not something was noted."""
    return parsed.value if isinstance(parsed, Noted) else parsed


def noting(value: Value, cell: str) -> Value | Noted:
    """The value, noted where the cell does not spell it as we do."""
    written = cell.strip()
    return value if written == str(value) else Noted(value, f"{written} read as {value}")


def shape_of(parser: Parser) -> Shape:
    """The shape of a parser; text where it does not tell."""
    shape: Shape = getattr(parser, SHAPE, Shape())
    return shape


def shaped(parser: Parser, shape: Shape) -> Parser:
    """Give a parser the shape that a form needs to know."""
    setattr(parser, SHAPE, shape)
    return parser


def none_for(parser: Parser, *words: str) -> Parser:
    """Make a parser that takes some words, such as N/A, to say that there is nothing; noted."""
    def parse(cell: str) -> object:
        folded = cell.strip()
        if folded.casefold() in words:
            return Noted(None, f"{folded} read as none")
        return parser(cell)

    return shaped(parse, shape_of(parser))


def optional(parser: Parser) -> Parser:
    """Make a parser that takes a blank cell as None."""
    def parse(cell: str) -> object:
        return parser(cell) if cell.strip() else None

    return shaped(parse, replace(shape_of(parser), may_be_blank=True))
