"""What several parts of the page ask of the figures: which statement stands where, and days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from pscb_lib.disclosure.showing import Shown, ShownFigure
from pscb_lib.framework.english import count_of, listed
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.page.tables.days import short_day
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.statements import STATEMENTS

MOST_NAMED = 2  # statements in a sentence


def rated(shown: Shown, year: ReportingPeriod) -> dict[str, ShownFigure]:
    """How many gave 4 or 5 to each statement that enough members rated, the fewest first."""
    found = {one: shown.get(places.GOOD, places.answers(one, year)) for one in STATEMENTS
             if shown.has(places.GOOD, places.answers(one, year))}
    return dict(sorted(found.items(), key=lambda item: share_of(item[1])))


def share_of(good: ShownFigure) -> Fraction:
    """What share of those who answered gave 4 or 5."""
    number, whole = good.counts
    return Fraction(number, whole)


def at_end(ranked: Mapping[str, ShownFigure], is_high: bool = False) -> list[str]:
    """The statements that are rated lowest, or highest: several where they share that place."""
    end = (max if is_high else min)(map(share_of, ranked.values()))
    return [one for one, good in ranked.items() if share_of(good) == end]


def quoted(statements: Sequence[str]) -> str:
    """Statements as members read them, in a sentence; of many, the first two and how many more."""
    more = len(statements) - MOST_NAMED
    return listed([*(f"“{STATEMENTS[one]}”" for one in statements[:MOST_NAMED]),
                   *([count_of(more, "other", "others")] if more > 0 else [])])


def day_of(written: str) -> str:
    """A day of the facts in short form: 4 Feb 2015; a dash if there is none."""
    return short_day(date.fromisoformat(written) if written else None)
