"""Counts, numbers, percentages and the words written instead of an absent figure."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pscb_lib.framework.rag import Absence
from pscb_lib.reading.cells.noted import Noted, Parser, Shape, Value, noting, shape_of, shaped

WHOLE = r"(\d{1,15}|\d{1,3}(,\d{3}){1,4}|\d{1,3}( \d{3}){1,4})"
ABSENCES = {
    "c": Absence.SUPPRESSED, "suppressed": Absence.SUPPRESSED,
    "x": Absence.NOT_SUPPLIED, "not supplied": Absence.NOT_SUPPLIED,
    "z": Absence.DOES_NOT_APPLY, "not applicable": Absence.DOES_NOT_APPLY,
    "no cases": Absence.NO_CASES, "not collected": Absence.NOT_COLLECTED,
}
ALLOWED = "0, a number, c, x, z, no cases or not collected"
FEWER = re.compile(r"<\s*\d{1,2}")


def whole_number(cell: str) -> int | Noted:
    """Parse a count: digits, with or without a comma or a space between thousands."""
    folded = cell.strip().replace("\u00a0", " ")
    if not re.fullmatch(WHOLE, folded, re.ASCII):
        raise ValueError("is not a whole number")
    return _grouped(int(re.sub("[, ]", "", folded)), cell)


def number(cell: str) -> Decimal | Noted:
    """Parse a number that is not negative, with or without decimals; thousands as in a count."""
    folded = cell.strip().replace("\u00a0", " ")
    if not re.fullmatch(WHOLE + r"(\.\d+)?", folded, re.ASCII):
        raise ValueError("is not a number")
    return _grouped(Decimal(re.sub("[, ]", "", folded)), cell)


def percentage(cell: str) -> Decimal | Noted:
    """Parse a percentage, with or without its sign; its range is not checked."""
    folded = cell.strip()
    has_sign = folded.endswith("%")
    try:
        found = number(folded.removesuffix("%"))
    except ValueError:
        raise ValueError("is neither a number nor a percentage") from None
    value = found.value if isinstance(found, Noted) else found
    return Noted(value, f"{folded} read as {value}") if has_sign else found


def figure(parser: Parser) -> Parser:
    """Make a parser that also takes the words for an absent figure.

    "<5" is a figure suppressed at source, not a number. A dash may mean zero or not known, so
    the parser refuses it and says what may be written.
    """
    def parse(cell: str) -> object:
        folded = " ".join(cell.split()).casefold()
        if folded in ABSENCES:
            absence = ABSENCES[folded]
            return Noted(absence, f"{absence.value.lower()} at source: there is no figure",
                         is_changed=False)
        if FEWER.fullmatch(folded):
            return Noted(Absence.SUPPRESSED, "suppressed at source: there is no figure",
                         is_changed=False)
        if folded in ("-", "\u2013", "\u2014"):
            raise ValueError(f"may mean nothing or not known: write {ALLOWED}")
        return parser(cell)

    words = tuple(ABSENCES)
    return shaped(parse, replace(shape_of(parser), words=words))


def _grouped(value: Value, cell: str) -> Value | Noted:
    is_grouped = re.search("[, \u00a0]", cell.strip())
    return noting(value, cell) if is_grouped else value


shaped(whole_number, Shape("whole number"))
shaped(number, Shape("number"))
shaped(percentage, Shape("percentage"))
