"""The numbers in a text that a reader may take for figures.

Dates, periods, spans of time, sections and items are not figures: "Quarter 3", "72 hours",
"31 January 2015", "per 10,000". Small numbers may be spelled: "three children".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from pscb_lib.framework.english import SPELLED
from pscb_lib.framework.months import MONTHS

SPANS = "hours?|days?|weeks?|months?|quarters?|years?|points|columns?|files?|rows?|times"
MONTH = "|".join(MONTHS)
NUMBER = r"\d[\d,]*(?:\.\d+)?"
WORD = "|".join(SPELLED[1:])
NO_FIGURES = re.compile(rf"""
    \d{{4}}-\d\d-\d\d(?:[T ][\d:.]+Z?)? | \d\d?\ (?:{MONTH}|\w{{3}})\ \d{{4}}
    | (?:{MONTH})\ \d{{4}} | (?:Quarter|Half|Q|H)\ ?\d(?:\ \d{{4}}(?:[/-]\d\d)?)?
    | \d{{4}}[/-]\d\d(?!\d)(?:\ [QH]\d)? | (?<![\d.])(?:19|20)\d\d(?![\d.%])
    | (?:per|section|item|appendix|of\ the|aged?|the\ worst\ of|the\ (?:high|low)est\ of)\ {NUMBER}
    | targets?(?:\ of)?\ {NUMBER}(?:\ to\ {NUMBER})?%? | {NUMBER}%?\ of\ (?:the\ )?target
    | (?<![\d.,])(?<!from\ ){NUMBER}\ to\ {NUMBER}(?![\d%])
    | v?\d+\.\d+\.\d+ | [0-9a-f]{{32,}}
    | (?:{NUMBER}|{WORD})[\ -](?:{SPANS})\b
    | (?:{NUMBER}|{WORD})\ (?:more|fewer|not\ shown|not\ supplied)\b
    """, re.VERBOSE | re.IGNORECASE)
FIGURE = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})(?P<percent>\s?%|\sper\ cent)?(?!\w)"
                    rf"|\b(?P<word>{WORD})\b", re.IGNORECASE)
BLANK = "\u241f"  # replaces text that was struck out, so that its neighbours stay apart


@dataclass(frozen=True)
class Number:
    """A number in a text: its value, how many decimals are printed, and its position."""

    value: Fraction
    decimals: int
    is_percent: bool
    start: int
    end: int

    def is_rounded(self, exact: Fraction) -> bool:
        """Whether *exact*, rounded half up to as many decimals, prints as this number."""
        scale: int = 10**self.decimals
        return (2 * exact * scale + 1) // 2 == self.value * scale


def numbers_in(text: str, labels: Iterable[str] = ()) -> list[Number]:
    """The numbers in *text*, without those in *labels* and those that are not figures."""
    struck = struck_out(text, tuple(labels))
    return [_number(found) for found in FIGURE.finditer(struck)]


@cache
def struck_out(text: str, labels: tuple[str, ...]) -> str:
    """The text with labels and numbers that are not figures struck out; its length is the same."""
    for pattern in (*([labels_in(labels)] if any(labels) else []), NO_FIGURES):
        text = pattern.sub(lambda found: BLANK * len(found[0]), text)
    return text


@cache
def labels_in(labels: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of any of the *labels* as whole words, the longest first."""
    wanted = sorted(filter(None, labels), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, wanted))})(?!\w)", re.IGNORECASE)


def _number(found: re.Match[str]) -> Number:
    if found["word"]:
        value = Fraction(SPELLED.index(found["word"].lower()))
        return Number(value, 0, False, found.start(), found.end())
    printed = found["number"].replace(",", "")
    return Number(Fraction(printed), len(printed.partition(".")[2]), bool(found["percent"]),
                  found.start(), found.end())
