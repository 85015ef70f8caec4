"""Codes of the national files, and the letters and labels that case systems add to them.

The code lists are those of the SSDA903 guide and the children in need census. Some placement
codes (K1, U1 to U6) were introduced after 2014 and are not in older files.
"""

from __future__ import annotations

import re

from pscb_lib.framework.folding import fold, tidy
from pscb_lib.reading import cells
from pscb_lib.reading.cells import Parser

REASONS_NEW = ("S", "L", "P", "T", "B", "U")
LEGAL_STATUSES = ("C1", "C2", "D1", "E1", "V2", "V3", "V4", "L1", "L2", "L3", "J1", "J2", "J3")
PLACEMENTS = {
    "Home": ("P1",),
    "Foster care": ("U1", "U2", "U3", "U4", "U5", "U6", "Q1", "Q2"),
    "Children's home": ("K1", "K2", "H3", "H4"),
    "Semi-independent": ("H5", "P2"),
    "Other": ("A3", "A4", "A5", "A6", "P3", "R1", "R2", "R3", "R5", "S1", "T0", "T1", "T2", "T3",
              "T4", "Z1"),
}
PLACEMENT_OF = {code: group for group, codes in PLACEMENTS.items() for code in codes}
TRUTHS = {"true": ("1",), "false": ("0",)}
LETTERED = re.compile(r"\s*[a-z]{1,2}\)\s*(.*)", re.DOTALL)
NOTHING = ("#n/a", "n/a", "null")


def reason_ended(cell: str) -> str:
    """Parse the reason why an episode ended: X1 if the next one begins, or a code such as E4A."""
    if not re.fullmatch(r"X1|E\d{1,2}[AB]?", cell.strip(), re.ASCII):
        raise ValueError("is not X1 or a reason such as E4A")
    return cell.strip()


def truth(cell: str) -> bool:
    """Parse true or false as XML writes it: true, 1, false or 0; blank is false."""
    return bool(cell.strip()) and cells.coded(TRUTHS)(cell) == "true"


def lettered(parser: Parser) -> Parser:
    """Make a parser that accepts a cell with the letter of its list before it: "b) No"."""
    def parse(cell: str) -> object:
        return parser(bare(cell))

    return parse


def bare(cell: str) -> str:
    """Return a cell without its letter; #N/A, n/a and null become blank."""
    found = LETTERED.fullmatch(cell)
    written = tidy(found[1] if found else cell)
    return "" if fold(written) in NOTHING else written


def leading_code(cell: str) -> str:
    """Return the code at the start: E1 of "E1: Placement order", N1 of "N1 - Abuse or neglect"."""
    found = re.match(r"([A-Z]{1,2}\d{1,2}[AB]?)\b", bare(cell))
    return found[1] if found else bare(cell)
