"""Counts, numbers, percentages and amounts of money."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pscb_lib.framework.folding import tidy
from pscb_lib.reading.cells.absent import ABSENCES, absence_in
from pscb_lib.reading.cells.noted import Noted, Parser, Shape, Value, noting, shape_of, shaped
from pscb_lib.reading.cells.words import A_DATE

WHOLE = r"(\d{1,15}|\d{1,3}(,\d{3}){1,4}|\d{1,3}( \d{3}){1,4})"
AMOUNT = re.compile(rf"(-|−)?£?{WHOLE}(\.\d\d?)?", re.ASCII)
ONE_COMMA = re.compile(r"\d{1,3},\d{3}(%|\.\d+)?", re.ASCII)
DECIMAL_COMMA = re.compile(r"\d+,(\d\d?|\d{4,})%?", re.ASCII)


class MaybeDecimal(str):
    """A number with a comma in a file divided by semicolons, where a comma can be a decimal one."""


def may_be_decimal(cells: list[str]) -> list[str]:
    """The cells of a row divided by semicolons, with each number that has such a comma marked."""
    return [MaybeDecimal(cell) if "," in cell and ONE_COMMA.fullmatch(tidy(cell)) else cell
            for cell in cells]


def whole_number(cell: str) -> int | Noted:
    """Parse a count: digits, with or without a comma or a space between thousands."""
    folded = _told(cell)
    if A_DATE.fullmatch(folded):
        raise ValueError("is a date: Excel may have turned a range such as 1-4 into one")
    if not re.fullmatch(WHOLE, folded, re.ASCII):
        raise ValueError("is not a whole number")
    return _grouped(int(re.sub("[, ]", "", folded)), folded, cell)


def number(cell: str) -> Decimal | Noted:
    """Parse a number that is not negative, with or without decimals; thousands as in a count."""
    folded = _told(cell)
    if DECIMAL_COMMA.fullmatch(folded):
        raise ValueError("has a comma for a decimal point")
    if not re.fullmatch(WHOLE + r"(\.\d+)?", folded, re.ASCII):
        raise ValueError("is not a number")
    return _grouped(Decimal(re.sub("[, ]", "", folded)), folded, cell)


def percentage(cell: str) -> Decimal | Noted:
    """Parse a percentage, with or without its sign; its range is not checked."""
    folded = _told(cell)
    has_sign = folded.endswith("%")
    try:
        found = number(folded.removesuffix("%"))
    except ValueError as fault:
        is_comma = DECIMAL_COMMA.fullmatch(folded)
        raise fault if is_comma else ValueError("is neither a number nor a percentage") from None
    value = found.value if isinstance(found, Noted) else found
    return Noted(value, f"{folded} read as {value}") if has_sign else found


def pounds(cell: str) -> Decimal | Noted:
    """Parse an amount of money, exact to the penny: 1234.5, £1,234.50, -£250; no part of a penny.

    A minus stands before the amount; an amount in brackets is refused, as it may be a note.
    """
    folded = _told(cell)
    found = AMOUNT.fullmatch(folded)
    if found is None:
        is_comma = DECIMAL_COMMA.fullmatch(folded)
        raise ValueError("has a comma for a decimal point" if is_comma else
                         "is not an amount in pounds and pence")
    amount = Decimal(re.sub("[, £]", "", folded.replace("−", "-")))
    return noting(amount, cell) if re.search("[, £−]", folded) else amount


def figure(parser: Parser) -> Parser:
    """Make a parser that also takes the words and marks for an absent figure.

    "<5" is a figure suppressed at source, not a number. A dash may mean zero or not known, so
    the parser refuses it and says what may be written.
    """
    def parse(cell: str) -> object:
        absence = absence_in(cell)
        if absence is None:
            return parser(cell)
        return Noted(absence, f"{absence.value.lower()} at source: there is no figure",
                     is_changed=False)

    return shaped(parse, replace(shape_of(parser), words=tuple(ABSENCES)))


def unless_absent(parser: Parser) -> Parser:
    """Make a parser that takes a mark for an absent figure as none, with a note."""
    def parse(cell: str) -> object:
        absence = absence_in(cell)
        if absence is None:
            return parser(cell)
        return Noted(None, f"{absence.value.lower()} at source: there is no figure",
                     is_changed=False)

    return shaped(parse, shape_of(parser))


def _told(cell: str) -> str:
    """The tidy cell. Raises ValueError if its comma may be a decimal one or divide thousands."""
    folded = tidy(cell)
    if isinstance(cell, MaybeDecimal) and ONE_COMMA.fullmatch(folded):
        raise ValueError("has a comma that may be a decimal point or divide thousands, as "
                         "semicolons divide this file: write it without")
    return folded


def _grouped(value: Value, folded: str, cell: str) -> Value | Noted:
    return noting(value, cell) if re.search("[, ]", folded) else value


shaped(whole_number, Shape("whole number"))
shaped(number, Shape("number"))
shaped(percentage, Shape("percentage"))
shaped(pounds, Shape("pounds"))
