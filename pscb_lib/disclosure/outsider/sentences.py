"""Find hidden figures that a sentence tells: as a number, a share, a sum, a range or a difference.

A bare number is a leak only next to its label, a share such as "4 of 19" or "21.1%" anywhere in the
same clause. A number is no leak if it is a shown figure that the clause names as closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

from pscb_lib.disclosure.outsider.known import Known, Paper
from pscb_lib.disclosure.outsider.leak import NARROWED, describe, label_of
from pscb_lib.disclosure.outsider.numbers import (
    Number,
    differences_in,
    labels_in,
    numbers_in,
    plain,
    ranges_in,
)

NEAR = 3  # words between a label and its number
NARROW = 4  # a mark says 1 to 5, so a range is told that is narrower
CLAUSE = re.compile(r"(?<=[.;!?])\s+|\n")
TOGETHER = re.compile(r"\b(?:together|in all|altogether|combined|in total|between them|sum)\b",
                      re.IGNORECASE)
PAIR = re.compile(r" (?:out )?of (?:the |all |those |these )?(?P<whole>\d[\d,]*)")
# Labels that name no figure of their own in running text, but only as "label: number".
PERIOD = re.compile(r"\d{4}[-/]\d\d(?: [QH]\d)?|\d+(?:\D{1,4}\d+)?|now|last year|this year|"
                    r"(?:quarter|q|h) ?\d", re.IGNORECASE)
COUNTED = frozenset("child children episodes missing deaths reviews interviews returns cases other "
                    "none all notified held found open closed started began ended running".split())
SAYS = re.compile(r"\s*[:=(–—]\s*")
ELSEWHERE = re.compile(r"\bEngland(?:'s|\u2019s)?,?\s+$")  # what is said of it is published


@dataclass(frozen=True)
class Named:
    """A label in a clause: where it stands, its words and its figures; whether it is general."""

    start: int
    end: int
    label: str
    figures: tuple[Known, ...]
    is_general: bool


def tells_of(text: str, paper: Paper) -> list[tuple[str, str]]:
    """The hidden figures that a text tells, each with what it tells."""
    if not paper.labels or not any(letter.isalnum() for letter in text):
        return []
    found = [(label_of(figure), tells) for clause in CLAUSE.split(plain(text))
             for figure, tells in _of_clause(clause, paper)]
    return list(dict.fromkeys(found))


def _of_clause(clause: str, paper: Paper) -> Iterator[tuple[Known, str]]:
    named = _named_in(clause, paper)
    if not any(figure.is_hidden for one in named for figure in one.figures):
        return
    numbers = numbers_in(clause, paper.labels)
    for one, number in product(named, numbers):
        for figure in one.figures:
            if (figure.is_hidden and figure.is_revealed_by(number)
                    and _stands_by(clause, one, figure, number, numbers)
                    and not _is_explained(clause, one, number, named, paper)):
                yield figure, describe(figure, number)
                break
    yield from _summed(clause, named, numbers)
    yield from _compared(clause, named)
    for one in named:
        told = [entry for entry in ranges_in(clause, paper.labels)
                if _is_near(clause, one, entry[0], numbers)]
        yield from ((figure, NARROWED) for figure in _narrowed(told, one.figures))


def _named_in(clause: str, paper: Paper) -> list[Named]:
    """The labels in a clause; of "Monday to Thursday" neither is named."""
    found = list(labels_in(paper.labels).finditer(clause))
    ends = {one.end(): one.start() for one in found}
    starts = {one.start() for one in found}
    named = []
    for one in found:
        is_range = one.end() + 4 in starts and clause[one.end():one.end() + 4] == " to " or (
            one.start() - 4 in ends and clause[one.start() - 4:one.start()] == " to ")
        figures = () if is_range else paper.by_word.get(one[0].lower(), ())
        is_general = one[0].lower() in COUNTED or PERIOD.fullmatch(one[0]) is not None
        named.append(Named(*one.span(), one[0], tuple(figures), is_general))
    return named


def _stands_by(clause: str, named: Named, figure: Known, number: Number,
               numbers: Sequence[Number]) -> bool:
    """Whether a number is of a label: a share of the figure anywhere, a bare count next to it."""
    if named.is_general:
        return _says(clause, named, number)
    if is_share(clause, number) and _is_share_of(clause, number, figure):
        return True
    return _is_near(clause, named, number, numbers)


def _says(clause: str, named: Named, number: Number) -> bool:
    """Whether a number stands after a general label as its own: "2013/14: 3", not England's."""
    return (SAYS.fullmatch(clause[named.end:number.start]) is not None
            and ELSEWHERE.search(clause[:named.start]) is None)


def _is_near(clause: str, named: Named, number: Number, numbers: Sequence[Number]) -> bool:
    (_, first), (last, _) = sorted(((named.start, named.end), (number.start, number.end)))
    is_apart = any(first <= one.start < last for one in numbers)
    if named.is_general:
        return _says(clause, named, number)
    return not is_apart and len(clause[first:last].split()) <= NEAR


def is_share(text: str, number: Number) -> bool:
    """Whether a number is a percentage, has decimals, or is the first of a pair: 4 of 19."""
    return number.is_percent or number.decimals > 0 or PAIR.match(text, number.end) is not None


def _is_share_of(clause: str, number: Number, figure: Known) -> bool:
    """Whether a share is this figure's: its own value with decimals, or the pair of its counts."""
    if pair := PAIR.match(clause, number.end):
        wholes = figure.totals if figure.unit == "count" else (figure.denominator,)
        return int(pair["whole"].replace(",", "")) in wholes
    return number.decimals > 0


def _is_explained(clause: str, named: Named, number: Number, all_named: Sequence[Named],
                  paper: Paper) -> bool:
    """Whether a number is a shown figure of a label named here, or named in as many words.

    What others have published of a label is no secret either; the text of a picture in a PDF has
    label and number without a space.
    """
    said = clause.lower()
    if any(number.value in numbers for label, numbers in paper.published.items() if label in said):
        return True
    if any(figure.is_revealed_by(number) for one in all_named for figure in one.figures
           if not figure.is_hidden):
        return True
    words, least = _words(clause), max(2, len(_words(named.label)))
    return any(len(_words(figure.place[1]) & words) >= least and figure.is_revealed_by(number)
               for figure in paper.shown)


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{3,}", text.lower()))


def _summed(clause: str, named: Sequence[Named], numbers: Sequence[Number]
            ) -> Iterator[tuple[Known, str]]:
    """Figures whose sum with others named in the clause stands there: Neglect and ... together."""
    if not TOGETHER.search(clause) or len(named) < 2:
        return
    whole = {number.value for number in numbers if not number.is_percent}
    for first, second in combinations(named, 2):
        for one, other in product(first.figures, second.figures):
            is_pair = one.place != other.place and (one.place[0], one.place[2]) == (
                other.place[0], other.place[2])
            if (is_pair and (one.is_hidden or other.is_hidden) and one.actual is not None
                    and other.actual is not None and one.actual + other.actual in whole):
                yield (one if one.is_hidden else other), "a sum with a hidden count stands there"


def _compared(clause: str, named: Sequence[Named]) -> Iterator[tuple[Known, str]]:
    """Figures of which the clause says how many more or fewer than a shown one they are."""
    differences = differences_in(clause)
    figures = [figure for one in named for figure in one.figures if figure.unit == "count"
               and figure.actual is not None]
    for one, other in product(figures, figures) if differences else ():
        is_alike = one.place[0] == other.place[0] and not other.is_hidden
        if one.is_hidden and is_alike and one.actual is not None and other.actual is not None and (
                abs(one.actual - other.actual) in differences):
            yield one, "the difference of a hidden count from a shown one stands there"


def narrowed_in(text: str, labels: tuple[str, ...], figures: Sequence[Known]) -> list[Known]:
    """The hidden counts among *figures* that a range or a limit in a cell narrows."""
    return _narrowed(ranges_in(text, labels), figures)


def _narrowed(told: Sequence[tuple[Number, int, int]], figures: Sequence[Known]) -> list[Known]:
    return [figure for _, least, most in told if most - least < NARROW for figure in figures
            if figure.is_hidden and figure.unit == "count" and figure.actual is not None
            and least <= figure.actual <= most]
