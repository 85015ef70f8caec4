"""The numbers in a text that a reader may take for figures.

Dates, periods, spans of time, sections and items are not figures: "Quarter 3", "72 hours",
"31 January 2015", "per 10,000"; nor are thresholds, "three or more", and "one" for a thing, "this
one". Small numbers may be spelled: "three children". A range, "2 to 4", and a limit, "fewer than
three", are figures if they narrow a count further than its mark does.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from os.path import commonprefix

from pscb_lib.framework.english import SPELLED
from pscb_lib.framework.months import MONTHS

SPANS = (r"(?:(?:working|calendar|school|whole)\ )?(?:hours?|days?|weeks?|months?)|"
         r"quarters?|years?|points|columns?|files?|rows?|times\ (?:the|as|more|over)")
MONTH = "|".join(MONTHS)
NUMBER = r"\d[\d,]*(?:\.\d+)?"
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
         "eighteen", "nineteen")
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
IN_WORDS = {word: number for number, word in enumerate((*SPELLED, *TEENS)) if number} | {
    ten + (f"-{SPELLED[unit]}" if unit else ""): 10 * number + unit
    for number, ten in enumerate(TENS, 2) for unit in range(10)}
WORD = "|".join(sorted(IN_WORDS, key=len, reverse=True))
ANY = rf"(?:{NUMBER}|\b(?:{WORD})\b)"
NO_SHARE = r"(?!\.?\d|,\d|\s?%|\sper\ cent)"
BELOW = r"fewer\ than|less\ than|under|below"
LIMITS = (BELOW + r"|at\ most|no\ more\ than|not\ more\ than|up\ to"
          r"|more\ than|over|above|at\ least|no\ fewer\ than|not\ fewer\ than")
NO_FIGURES = re.compile(rf"""
    \d{{4}}-\d\d-\d\d(?:[T ][\d:.]+Z?)? | \d\d?\ (?:{MONTH}|\w{{3}})\ \d{{4}}
    | (?:{MONTH})\ \d{{4}} | (?:Quarter|Half|Q|H)\ ?\d(?:\ \d{{4}}(?:[/-]\d\d)?)?
    | \d{{4}}[/-]\d\d(?!\d)(?:\ [QH]\d)? | (?<![\d.])(?:19|20)\d\d(?![\d.%])
    | \b(?:figure|table|question|page)\ \d+\b | \bpaper\ (?:[A-Z]+\ )?\d+(?:/\d+)?
    | \b(?:chapter|part|section|regulation|reg|paragraph)s?\ {ANY}(?:\ (?:and|or|to)\ {ANY})*
    | (?:per|item|appendix|of\ the|aged?|the\ worst\ of|the\ (?:high|low)est\ of)\ {NUMBER}
    | targets?(?:\ (?:of|≤|≥))?\ {NUMBER}(?:(?:\ to\ |[–-]){NUMBER})?%?
    | {NUMBER}%?\ of\ (?:the\ )?target
    | {NUMBER}%\ (?:confidence\ )?(?:interval|limits?)
    | (?<![\d.,])(?<!from\ ){ANY}\ to\ {ANY}(?![\d%]) | \bbetween\ {ANY}\ and\ {ANY}{NO_SHARE}
    | {ANY}\ or\ (?:more|fewer|less|over|under|older|younger|above|below)\b
    | \b(?:this|that|the|each|any|every|which|another|no)\ one\b
    | \bone\ (?:another|by\ one|side|day|hand|record\ only)\b
    | \b(?:{LIMITS})\ {ANY}{NO_SHARE}
    | v?\d+\.\d+\.\d+ | [0-9a-f]{{32,}}
    | {ANY}[\ -](?:{SPANS})\b
    | {ANY}\ (?:more|fewer|less|not\ shown|not\ supplied)\b
    """, re.VERBOSE | re.IGNORECASE)
RANGE = re.compile(rf"\bbetween\ (?P<least>{ANY})\ and\ (?P<most>{ANY}){NO_SHARE}|"
                   rf"(?<![\w.,%/-])(?P<first>{ANY})(?:\ to\ |\ or\ |\ ?[-–]\ ?)(?P<last>{ANY})"
                   rf"(?![\w/-]){NO_SHARE}", re.IGNORECASE)
LIMIT = re.compile(rf"\b(?P<words>{LIMITS})\ (?P<limit>{ANY}){NO_SHARE}", re.IGNORECASE)
SPREAD = re.compile(r"\b(?:range|interval|limits?|band|target|ages?|aged|from)(?: of| from)?\W*$",
                    re.IGNORECASE)
APART = re.compile(rf"(?P<by>{ANY})\ (?:more|fewer|less)\ than\b", re.IGNORECASE)
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # soft hyphens and marks without width
FIGURE = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})(?P<percent>\s?%|\sper\ cent)?(?!\w)"
                    rf"|\b(?P<word>{WORD})\b(?P<percent_word>\sper\ cent)?", re.IGNORECASE)
FEW, DEEPEST = 4, 30  # texts tried one by one; steps of a pattern within patterns
MOST = 10**9  # a limit that says nothing upwards
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
        above, below = exact.numerator, exact.denominator  # whole numbers are much faster
        return (2 * above * scale + below) // (2 * below) == self.value * scale


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
    low = {one.lower() if len(one.lower()) == len(one) else one for one in labels if one}
    return re.compile(rf"(?<!\w)(?:{any_of(low)})(?!\w)", re.IGNORECASE)


def any_of(texts: Collection[str], depth: int = 0) -> str:
    """A pattern of any of the *texts*, the longest first.

    Those that begin alike stand together: otherwise all are tried at each place of a sentence.
    """
    if len(texts) <= FEW or depth == DEEPEST:
        return "|".join(map(re.escape, sorted(texts, key=len, reverse=True)))
    start = commonprefix([*texts])
    by_next: dict[str, set[str]] = defaultdict(set)
    for one in texts:
        by_next[one[len(start):len(start) + 1]].add(one[len(start) + 1:])
    ends = [f"{re.escape(letter)}(?:{any_of(rest, depth + 1)})" for letter, rest
            in sorted(by_next.items()) if letter]
    return f"{re.escape(start)}(?:{'|'.join([*ends, *([''] if '' in by_next else [])])})"


def _number(found: re.Match[str]) -> Number:
    if found["word"]:
        value = Fraction(IN_WORDS[found["word"].lower()])
        return Number(value, 0, bool(found["percent_word"]), found.start(), found.end())
    printed = found["number"].replace(",", "")
    return Number(Fraction(printed), len(printed.partition(".")[2]), bool(found["percent"]),
                  found.start(), found.end())


def plain(text: str) -> str:
    """A text as a reader sees it: figures in any script as 0 to 9, without invisible marks."""
    return text if text.isascii() else UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def ranges_in(text: str, labels: tuple[str, ...]) -> list[tuple[Number, int, int]]:
    """The ranges and limits of counts in *text*: where each stands, its least and its most."""
    without = labels_in(labels).sub(lambda found: BLANK * len(found[0]), text) if labels else text
    found = []
    for one in RANGE.finditer(without):
        least, most = (_whole(one[each] or one[other])
                       for each, other in (("least", "first"), ("most", "last")))
        if least.denominator == most.denominator == 1 and not SPREAD.search(without[:one.start()]):
            found.append((Number(least, 0, False, one.start(), one.end()), int(least), int(most)))
    for one in LIMIT.finditer(without):
        limit = _whole(one["limit"])
        found.append((Number(limit, 0, False, one.start(), one.end()),
                      *_ends(one["words"].lower(), int(limit))))
    return found


def _ends(words: str, limit: int) -> tuple[int, int]:
    if re.fullmatch(BELOW, words):
        return 1, limit - 1
    if words in ("at most", "no more than", "not more than", "up to"):
        return 1, limit
    return (limit + 1 if words in ("more than", "over", "above") else limit), MOST


def _whole(text: str) -> Fraction:
    spelled = IN_WORDS.get(text.lower())
    return Fraction(text.replace(",", "")) if spelled is None else Fraction(spelled)


def differences_in(text: str) -> set[Fraction]:
    """By how much *text* says that one figure is more, or fewer, than another."""
    return {_whole(one["by"]) for one in APART.finditer(text)}
