"""Members' ratings: how many answered, and what they gave. Fewer than five are not told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pscb_lib.disclosure import counting
from pscb_lib.disclosure.counting import CASES
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    TOTAL,
    FigureRow,
    Place,
    count,
    counts,
    relation,
)
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked, records_of
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.statements import SCORES, STATEMENTS


def measure_forms(rounds: Checked, year: ReportingPeriod) -> Iterator[FigureRow]:
    """Count the members who rated the Board, of those asked, in this year and the one before."""
    asked = {row["year"]: row for row in records_of(rounds.frame)}
    for place, of in ((places.RATED, year), (places.RATED_BEFORE, year.same_last_year)):
        if of in asked:
            yield counting.share(place, asked[of]["returned_n"], asked[of]["asked_n"], of=None)
        else:
            yield count(*place[:2], None, state=NOT_SUPPLIED, describes=AGENCY)


def measure_ratings(ratings: Checked, year: ReportingPeriod) -> Iterator[FigureRow]:
    """Count the scores of each statement in both years, and how many gave one of the highest two.
    """
    rows = records_of(ratings.frame)
    for of in (year, year.same_last_year):
        for statement in STATEMENTS:
            given = [str(row["score"]) for row in rows
                     if row["year"] == of and row["statement"] == statement]
            if given:
                yield from _spread(places.answers(statement, of), given)


def _spread(column: str, given: Sequence[str]) -> Iterator[FigureRow]:
    if len(given) < places.FEWEST:
        yield from (count(places.RATINGS, score, None, column, state=places.TOO_FEW,
                          describes=AGENCY) for score in (*SCORES, TOTAL))
        return
    yield from counts(places.RATINGS, {score: given.count(score) for score in SCORES},
                      column=column, describes=AGENCY)
    good: Place = (places.GOOD, column, "")
    yield counting.share(good, sum(score in places.HIGH for score in given), len(given),
                         of=(places.RATINGS, TOTAL, column))
    yield relation(f"good of {column}", {(good, CASES): 1} | {
        ((places.RATINGS, score, column), CASES): -1 for score in places.HIGH})
