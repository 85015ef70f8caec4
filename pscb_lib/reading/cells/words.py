"""Text, codes, ids, and yes or no."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import TypeVar

from pscb_lib.framework.folding import fold, tidy, visible
from pscb_lib.reading.cells.noted import Noted, Parser, Shape, shape_of, shaped

Choice = TypeVar("Choice", bound=Enum)
MONTH = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
A_DATE = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d)?)?|\d\d?/\d\d?/\d{2,4}")
A_MONTH = re.compile(rf"(\d\d?-)?({MONTH})(-\d\d(\d\d)?)?", re.IGNORECASE)
A_NUMBER = re.compile(r"\d+(\.\d+)?E\+\d+|\d+\.\d+|\d{16,}", re.IGNORECASE)


def text(cell: str) -> str:
    """Parse text that is not blank; outer spaces are removed, inner ones reduced to one."""
    folded = " ".join(visible(cell).split())
    if not folded:
        raise ValueError("must not be blank")
    return cell if folded == cell else folded  # the same object, to save memory


def identifier(cell: str) -> str | Noted:
    """Parse an id as text, and refuse one that a spreadsheet has turned into a number.

    An id with another dash or apostrophe than a keyboard's is the same id, and is noted.
    """
    written = text(cell)
    if A_NUMBER.fullmatch(written):
        raise ValueError("is a number, and long numbers lose digits in Excel")
    usual = tidy(written)
    return written if usual == written else Noted(usual, f"{written} read as {usual}")


def code(what: str, parser: Parser = text, has_months: bool = False) -> Parser:
    """Make a parser for a code, such as an age band, that Excel may turn into a date.

    *what* names the code in the message. With *has_months* a month is a valid code, and only a
    whole date is refused.
    """
    def parse(cell: str) -> object:
        folded = tidy(cell)
        if A_DATE.fullmatch(folded) or not has_months and A_MONTH.fullmatch(folded):
            raise ValueError(f"is a date: Excel has turned {what} into one; "
                             "format the column as text and type it again")
        return parser(cell)

    return shaped(parse, getattr(parser, "shape", Shape()))


def yes_no(cell: str) -> bool:
    """Parse yes or no, in full or by the first letter."""
    folded = fold(cell)
    if folded not in ("yes", "no", "y", "n"):
        raise ValueError("is neither yes nor no")
    return folded.startswith("y")


def one_of(*allowed: str) -> Parser:
    """Make a parser for one of the *allowed* words, with or without capitals."""
    return coded({word: (word,) for word in allowed})


def labelled(codes: Mapping[str, tuple[str, ...]]) -> Parser:
    """Make a parser of codes that adds a note if a label was written instead of the code."""
    as_code = coded(codes)

    def parse(cell: str) -> object:
        value = as_code(cell)
        is_code = fold(cell) == fold(value)
        return value if is_code else Noted(value, f"{cell.strip()} read as {value}")

    return shaped(parse, shape_of(as_code))


def coded(codes: Mapping[str, tuple[str, ...]]) -> Parser:
    """Make a parser that turns a code, or one of its other names, into the code."""
    known = {fold(name): code for code, names in codes.items() for name in (code, *names)}

    def parse(cell: str) -> str:
        folded = fold(cell)
        if folded not in known:
            raise ValueError(f"is not one of {', '.join(codes)}")
        return known[folded]

    return shaped(parse, Shape("choice", tuple(codes), may_be_blank="" in known))


def member_of(choices: Iterable[Choice], former: tuple[str, str] | None = None) -> Parser:
    """Make a parser for the values of an Enum, or of members of several.

    *former* is a word that some boards write in a value, and the word in its place.
    """
    by_value = {choice.value: choice for choice in choices}
    own, ours = former or ("", "")
    word = coded({value: (value.replace(ours, own),) if former else () for value in by_value})

    def parse(cell: str) -> Choice:
        return by_value[word(cell)]

    return shaped(parse, Shape("choice", tuple(by_value)))


shaped(yes_no, Shape("yes or no", ("yes", "no")))
