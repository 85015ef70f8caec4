"""The codes that invented records are written with, each in force from one year to another.

The lists are those of the children in need census, SSDA903 and Annex A. Weights are rough and
invented. A code that came later is not drawn for an earlier day: foster placements are Q1 and
Q2 until March 2015 and U1 to U6 from then on, and children's homes have K2 from April 2015.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random
from typing import NamedTuple

from pscb_lib.framework.periods import APRIL
from tools.samples.dealing import pick


class Code(NamedTuple):
    """A code, how often it is drawn, and the financial years (by their start) it is used in."""

    code: str
    weight: int
    first: int = 0
    last: int = 9999


def _codes(weights: dict[str, int]) -> tuple[Code, ...]:
    return tuple(Code(code, weight) for code, weight in weights.items())


SOURCES = (*_codes({
    "1A": 8, "1B": 2, "1C": 2, "1D": 4, "2A": 16, "2B": 2, "3A": 3, "3B": 4, "3C": 1, "3D": 3,
    "3E": 5, "3F": 3, "4": 2, "5A": 6, "5B": 4, "5C": 5, "6": 24, "7": 3, "8": 4, "9": 3, "10": 1,
}), Code("5D", 3, 2016))
NEEDS = _codes({"N1": 50, "N2": 8, "N3": 4, "N4": 11, "N5": 17, "N6": 4, "N7": 1, "N8": 3})
CLOSURES = (*_codes({"RC3": 3, "RC4": 2, "RC5": 9, "RC7": 86}), Code("RC9", 30, 2017))
FACTORS = (*_codes({
    "1A": 3, "1B": 12, "2B": 12, "3A": 8, "3B": 26, "3C": 3, "4A": 6, "4B": 18, "5A": 4, "6B": 3,
    "7A": 3, "10A": 2, "11A": 3, "13A": 1, "14A": 4, "15A": 4, "16A": 14, "17A": 14, "18B": 4,
    "18C": 2, "19B": 2, "19C": 1, "20": 5,
}), Code("22A", 1, 2016), Code("23A", 1, 2016), Code("24A", 3, 2018))
ABUSE = _codes({"NEG": 46, "EMO": 34, "PHY": 12, "SAB": 5, "MUL": 3})
ETHNIC_GROUPS = _codes({
    "WBRI": 62, "WIRI": 1, "WIRT": 1, "WROM": 2, "WOTH": 11, "MWBC": 3, "MWBA": 1, "MWAS": 2,
    "MOTH": 1, "AIND": 1, "APKN": 7, "ABAN": 1, "AOTH": 1, "BCRB": 1, "BAFR": 2, "BOTH": 1,
    "CHNE": 1, "OOTH": 2, "REFU": 1, "NOBT": 2,
})
DISABILITIES = _codes({
    "NONE": 880, "MOB": 10, "HAND": 4, "PC": 6, "INC": 6, "COMM": 14, "LD": 30, "HEAR": 6,
    "VIS": 6, "BEH": 14, "CON": 8, "AUT": 16, "DDA": 4,
})
PLACEMENTS = (
    Code("Q1", 14, last=2014), Code("Q2", 60, last=2014), Code("U3", 14, 2015),
    Code("U4", 20, 2015), Code("U6", 40, 2015), Code("K2", 10, 2015),
    Code("R3", 2), Code("S1", 3), Code("R1", 2), Code("Z1", 1),
)
LEAVING_HOME = (*PLACEMENTS, Code("H5", 20), Code("P2", 20))
FOSTER = ("Q1", "Q2", "U3", "U4", "U6")
PROVIDERS = _codes({"PR1": 55, "PR2": 3, "PR4": 36, "PR5": 6})
ENDINGS = _codes({"E4A": 45, "E4B": 12, "E8": 20, "E41": 8, "E5": 3})
CHANGE_REASONS = tuple(Code(code, weight, 2015) for code, weight in {
    "PLACE": 30, "CARPL": 25, "CREQB": 20, "CREQO": 5, "CHILD": 5, "LAREQ": 5, "ALLEG": 1,
    "STAND": 1, "CLOSE": 2, "OTHER": 6}.items())


def draw(codes: tuple[Code, ...], on: date, random: Random) -> str:
    """Draw one of the codes in force on a day, or "" where none was."""
    weights = _in_force(codes, on.year - (on.month < APRIL))
    return pick(weights, random) if weights else ""


@cache
def _in_force(codes: tuple[Code, ...], year: int) -> dict[str, int]:
    return {one.code: one.weight for one in codes if one.first <= year <= one.last}
