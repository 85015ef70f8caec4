"""Members' ratings: how many answered, and what they gave. Fewer than five are not told.

Where a statement's ratings are told they tell how many answered at least. Where none is, how many
members rated the Board is masked like a count of children.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pscb_lib.disclosure import counting
from pscb_lib.disclosure.counting import CASES
from pscb_lib.disclosure.figures import (
    NOT_SUPPLIED,
    RESPONDENT,
    TOTAL,
    FigureRow,
    Place,
    count,
    counts,
    relation,
)
from pscb_lib.disclosure.summaries import AGENCY
from pscb_lib.disclosure.survey import answers_at, count_answers
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reading.rows import Checked, records_of
from pscb_lib.reports.board_effectiveness import places
from pscb_lib.reports.board_effectiveness.statements import SCORES, STATEMENTS


def measure_forms(rounds: Checked, ratings: Checked, year: ReportingPeriod
                  ) -> Iterator[FigureRow]:
    """Count the members who rated the Board, of those asked, in this year and the one before."""
    asked = {row["year"]: row for row in records_of(rounds.frame)}
    for place, of in _by_year(year):
        if of in asked:
            yield from count_answers(place, asked[of]["returned_n"], asked[of]["asked_n"],
                                     describes=AGENCY if _is_told(ratings, of) else RESPONDENT)
        else:
            yield count(*place[:2], None, state=NOT_SUPPLIED, describes=AGENCY)


def _by_year(year: ReportingPeriod) -> tuple[tuple[Place, ReportingPeriod], ...]:
    return (places.RATED, year), (places.RATED_BEFORE, year.same_last_year)


def _is_told(ratings: Checked, year: ReportingPeriod) -> bool:
    """Whether enough members answered a statement in a year for its ratings to be told."""
    answers = Counter(row["statement"] for row in records_of(ratings.frame) if row["year"] == year)
    return any(number >= places.FEWEST for number in answers.values())


def measure_ratings(ratings: Checked, year: ReportingPeriod) -> Iterator[FigureRow]:
    """Count the scores of each statement in both years, and how many gave one of the highest two.
    """
    rows = records_of(ratings.frame)
    for place, of in _by_year(year):
        for statement in STATEMENTS:
            given = [str(row["score"]) for row in rows
                     if row["year"] == of and row["statement"] == statement]
            if given:
                yield from _spread(places.answers(statement, of), given, place)


def _spread(column: str, given: Sequence[str], rated: Place) -> Iterator[FigureRow]:
    if len(given) < places.FEWEST:
        yield from (count(places.RATINGS, score, None, column, state=places.TOO_FEW,
                          describes=AGENCY) for score in (*SCORES, TOTAL))
        return
    yield from counts(places.RATINGS, {score: given.count(score) for score in SCORES},
                      column=column, describes=AGENCY)
    yield counting.at_most(answers_at(rated), (places.RATINGS, TOTAL, column))
    good: Place = (places.GOOD, column, "")
    yield counting.share(good, sum(score in places.HIGH for score in given), len(given),
                         of=(places.RATINGS, TOTAL, column))
    yield relation(f"good of {column}", {(good, CASES): 1} | {
        ((places.RATINGS, score, column), CASES): -1 for score in places.HIGH})
