"""Counts of the data set that are the same, or part of one another, by what the register says.

A numerator and a denominator are named in the register's words. Counts with the same words are the
same count: the referrals of which some were re-referrals are the referrals accepted. "Children on a
plan for three months or more" are some of the "children on a plan". Agencies send each figure by
itself, so a relation is declared for a quarter in which what they sent agrees with it; where it
does not, it tells a reader nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from pscb_lib.board.indicators import INDICATORS, Indicator, Role, Unit, by_role
from pscb_lib.disclosure.figures import FigureRow, Place, relation
from pscb_lib.framework.periods import ReportingPeriod

AT_END = " at the quarter's end"
CASES, WHOLE = "cases", "whole"
Named = tuple[str, str]  # an indicator's id, and which of its counts
Counts = Mapping[Place, tuple[int, int | None]]  # numerator and denominator of a figure
PARTS = (  # a part and its whole that the words do not tell
    ((Role.REFERRALS, CASES), (Role.CONTACTS, CASES)),
    ((Role.CHILDREN_ON_PLAN, CASES), (Role.CHILDREN_IN_NEED, CASES)),
    ((Role.PLANS_OPEN_TWO_YEARS, CASES), (Role.REVIEWS_IN_TIME, WHOLE)),
    ((Role.MISSING_ASSESSED, WHOLE), (Role.MISSING_EPISODES, CASES)),
)


def tie_alike(indicators: Iterable[Indicator], quarters: Iterable[ReportingPeriod], rows: Counts
              ) -> Iterator[FigureRow]:
    """Yield, for each quarter, the relations between counts that are alike and hold in *rows*."""
    pairs = find_pairs(indicators)
    for quarter in quarters:
        for part, whole, is_same in pairs:
            some, all_of_them = (number_at(rows, named, quarter) for named in (part, whole))
            if some is None or all_of_them is None or some > all_of_them or (
                    is_same and some < all_of_them):
                continue
            terms = {((INDICATORS, name, quarter.label), which): by
                     for (name, which), by in ((whole, 1), (part, -1))}
            yield relation(f"{' '.join(part)} in {' '.join(whole)}, {quarter.label}", terms, 0,
                           0 if is_same else None)


def find_pairs(indicators: Iterable[Indicator]) -> list[tuple[Named, Named, bool]]:
    """Each count that is part of another, with that, and whether the two are the same count."""
    indicators = [*indicators]
    return [*_pairs(nouns_of(indicators), by_role(indicators))]


def nouns_of(indicators: Iterable[Indicator]) -> dict[Named, str]:
    """The words for each count of a quarter, without the day on which it is counted."""
    nouns: dict[Named, str] = {}
    for one in (one for one in indicators if one.basis == "quarter"):
        nouns[one.id, CASES] = one.numerator.removesuffix(AT_END)
        if one.unit is Unit.PERCENT:
            nouns[one.id, WHOLE] = (one.denominator or "").removesuffix(AT_END)
    return nouns


def _pairs(nouns: Mapping[Named, str], held: Mapping[Role, Indicator]
           ) -> Iterator[tuple[Named, Named, bool]]:
    for part, whole in permutations(nouns, 2):
        if part[0] != whole[0]:
            if nouns[part] == nouns[whole] and part < whole:
                yield part, whole, True
            elif nouns[part].startswith(f"{nouns[whole]} "):
                yield part, whole, False
    for pair in PARTS:
        part, whole = ((held[role].id if role in held else "", which) for role, which in pair)
        if {part, whole} <= nouns.keys():
            yield part, whole, False


def number_at(rows: Counts, named: Named, quarter: ReportingPeriod) -> int | None:
    """The number of a count in a quarter; None if it was not sent."""
    cases, whole = rows.get((INDICATORS, named[0], quarter.label), (None, None))
    return cases if named[1] == CASES else whole
