"""Parse one cell of a return: text in, a value out, or the rule it breaks.

Each parser raises ValueError with the rule as its message. Nothing is guessed: a day is
written dd/mm/yyyy or in ISO form and never month first, an id is text, and an absent figure
is one of the absences of :class:`pscb_lib.rag.Absence`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar

Parser = Callable[[str], object]
Choice = TypeVar("Choice", bound=Enum)
WHOLE = r"(\d+|\d{1,3}([, ]\d{3})+)"


def text(cell: str) -> str:
    """Text that is not blank, outer space removed and inner space made one."""
    if not cell.strip():
        raise ValueError("must not be blank")
    return " ".join(cell.split())


def whole_number(cell: str) -> int:
    """A count: digits, with or without a comma or a space between thousands."""
    folded = cell.strip().replace("\u00a0", " ")
    if not re.fullmatch(WHOLE, folded):
        raise ValueError("is not a whole number")
    return int(re.sub("[, ]", "", folded))


def number(cell: str) -> Decimal:
    """A number that is not negative, with or without decimals; thousands as in a count."""
    folded = cell.strip().replace("\u00a0", " ")
    if not re.fullmatch(WHOLE + r"(\.\d+)?", folded):
        raise ValueError("is not a number")
    return Decimal(re.sub("[, ]", "", folded))


def day(cell: str) -> date:
    """A day as dd/mm/yyyy or yyyy-mm-dd; day first, always."""
    folded = cell.strip()
    iso = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]00:00(?::00)?)?", folded)
    british = re.fullmatch(r"(\d\d?)/(\d\d?)/(\d{4})", folded)
    parts = iso.groups() if iso else british.groups()[::-1] if british else None
    try:
        return date(*map(int, parts))
    except (TypeError, ValueError):
        raise ValueError("is not a date") from None


def yes_no(cell: str) -> bool:
    """Yes or no, in full or by the first letter."""
    folded = cell.strip().lower()
    if folded not in ("yes", "no", "y", "n"):
        raise ValueError("is neither yes nor no")
    return folded.startswith("y")


def one_of(*allowed: str) -> Parser:
    """Make a parser for one of a few words, whatever their capitals."""
    return coded({word: (word,) for word in allowed})


def coded(codes: Mapping[str, tuple[str, ...]]) -> Parser:
    """Make a parser that turns a code, or a label known for it, into the code."""
    known = {name.casefold(): code for code, names in codes.items() for name in (code, *names)}

    def parse(cell: str) -> str:
        folded = " ".join(cell.split()).casefold()
        if folded not in known:
            raise ValueError(f"is not one of {', '.join(codes)}")
        return known[folded]

    return parse


def member_of(choices: type[Choice]) -> Parser:
    """Make a parser for the values of an Enum."""
    by_value = {choice.value: choice for choice in choices}
    word = one_of(*by_value)
    return lambda cell: by_value[word(cell)]


def optional(parser: Parser) -> Parser:
    """Make a parser that takes a blank cell as None."""
    return lambda cell: parser(cell) if cell.strip() else None
