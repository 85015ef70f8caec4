"""The figures of learning: told, reached, knew and used, by point and by agency.

All of them describe agencies' own work. What is reached is counted by the agency itself, among the
staff that the point is meant for; staff of an agency that said nothing are in no share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure.figures import (
    NOT_PUBLIC,
    NOT_SUPPLIED,
    TOTAL,
    FigureRow,
    count,
    counts,
    frame,
    proportion,
    with_readers,
)
from pscb_lib.framework.english import capital
from pscb_lib.reading.rows import Checked
from pscb_lib.reports.learning import places
from pscb_lib.reports.learning.known import Cascade, Known, Point, known_from
from pscb_lib.reports.learning.returned import Origin

AGENCY, NOT_SAID = "agency", "not said"


def measure(context: Context, sent: Checked, checked: Checked, elsewhere: Checked
            ) -> pandas.DataFrame:
    """Work out every figure of the year."""
    known = known_from(context, sent, checked, elsewhere)
    return frame([*measure_points(known.points, known.is_supplied), *measure_elsewhere(known)])


def measure_points(points: Sequence[Point], is_supplied: bool) -> list[FigureRow]:
    """Count points by origin, and by point who was told, reached, knew it and had used it."""
    good = sum(one.origin is Origin.GOOD_PRACTICE for one in points)
    by_origin = {capital(origin.value): sum(one.origin is origin for one in points)
                 for origin in Origin}
    if not is_supplied:
        return [count(table, row, None, column, state=NOT_SUPPLIED, describes=AGENCY)
                for table, row, column in (places.GOOD_PRACTICE, places.ALL_TOLD,
                                           places.ALL_REACHED, places.ALL_KNEW, places.ALL_USED)]
    return [
        *counts(places.ORIGINS, by_origin, describes=AGENCY),
        proportion(*places.GOOD_PRACTICE[:2], good, len(points), describes=AGENCY),
        *(row for one in points for row in _line(one.point, [one])),
        *_line(TOTAL, points),
        *with_readers(_grid(points), NOT_PUBLIC),
    ]


def _line(label: str, points: Sequence[Point]) -> list[FigureRow]:
    """One line of the table: of one point, or of all of them."""
    owed = sum(len(one.agencies) for one in points)
    silent = sum(len(one.silent) for one in points)
    checks = [check for one in points for check in one.checks]
    asked = sum(one.asked for one in checks)
    shares = {places.TOLD: (owed - silent, owed),
              places.REACHED: _reach(one for point in points for one in point.told),
              places.KNEW: (sum(one.knew for one in checks), asked),
              places.USED: (sum(one.used for one in checks), asked)}
    days = [] if label == TOTAL else [count(
        places.POINTS, label, points[0].days, places.DAYS, describes=AGENCY,
        state="" if points[0].days is not None else "not yet told")]
    return days + [proportion(places.POINTS, label, *both, column, describes=AGENCY)
                   for column, both in shares.items()]


def _grid(points: Sequence[Point]) -> list[FigureRow]:
    """The share of staff reached in each agency that a point is owed to."""
    return [count(places.GRID, agency, None, point.point, state=NOT_SAID, describes=AGENCY)
            if agency in point.silent else
            proportion(places.GRID, agency, *_reach(
                one for one in point.told if one.agency == agency), point.point, describes=AGENCY)
            for point in points for agency in point.agencies]


def _reach(cascades: Iterable[Cascade]) -> tuple[int, int]:
    """How many staff were reached, of how many."""
    those = [*cascades]
    return sum(one.reached or 0 for one in those), sum(one.staff for one in those)


def measure_elsewhere(known: Known) -> list[FigureRow]:
    """Count other areas' reviews considered, of those the group chose, and those that apply."""
    if not known.are_reviews_supplied:
        return [count(*place[:2], None, state=NOT_SUPPLIED, describes=AGENCY)
                for place in (places.CONSIDERED, places.APPLY)]
    considered = [one for one in known.reviews if one.considered_on]
    apply = sum(bool(one.applies) for one in considered)
    return [proportion(*places.CONSIDERED[:2], len(considered), len(known.reviews),
                       describes=AGENCY),
            proportion(*places.APPLY[:2], apply, len(considered), describes=AGENCY)]
