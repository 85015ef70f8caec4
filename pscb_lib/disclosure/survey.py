"""Count who answered a survey: a few answers tell who gave them, and are masked like children.

How many were asked is nobody's secret. But asked less not answered is answered, so that the share
with its two counts is hidden where the answers are.
"""

from __future__ import annotations

from pscb_lib.disclosure.counting import share
from pscb_lib.disclosure.figures import RESPONDENT, FigureRow, Place, count

ANSWERS = "Answers"  # the column of the count


def count_answers(place: Place, answered: int, asked: int, *, describes: str = RESPONDENT
                  ) -> list[FigureRow]:
    """Count those who *answered*, and return at *place* their share of those *asked*."""
    counted = answers_at(place)
    return [count(*counted[:2], answered, counted[2], describes=describes),
            share(place, answered, asked, of=None, counted=counted)]


def answers_at(place: Place) -> Place:
    """The place of the count of answers, beside the share at *place*."""
    return place[0], place[1], ANSWERS
