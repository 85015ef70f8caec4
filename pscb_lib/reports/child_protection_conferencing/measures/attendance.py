"""Agencies' attendance and reports, of their invitations: the quarter, the last, twelve months."""

from __future__ import annotations

from collections.abc import Iterator

import pandas

from pscb_lib.disclosure.counting import share, within
from pscb_lib.disclosure.figures import NOT_PUBLIC, NOT_SUPPLIED, TOTAL, FigureRow, count
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.child_protection_conferencing import places
from pscb_lib.reports.child_protection_conferencing.returned_attendance import CAME


def invited_in(frame: pandas.DataFrame, attendance: pandas.DataFrame, *quarters: ReportingPeriod
               ) -> pandas.DataFrame:
    """Return the invitations to conferences held in these quarters."""
    held = {*within(frame, "held_on", *quarters)["conference_id"]}
    is_in = [bool(invited) and id in held for invited, id in zip(
        attendance["invited"], attendance["conference_id"], strict=True)]
    return attendance[pandas.Series(is_in, attendance.index, dtype=bool)]


def measure_attendance(frame: pandas.DataFrame, attendance: pandas.DataFrame,
                       quarter: ReportingPeriod) -> Iterator[FigureRow]:
    """Measure who came and whose report was in time; most often invited first. Not for the public.
    """
    times = {quarter.label: [quarter], quarter.previous.label: [quarter.previous],
             places.YEAR: quarter.rolling_year.split(3)}
    invited = {column: invited_in(frame, attendance, *some) for column, some in times.items()}
    often = invited[places.YEAR]["agency"].value_counts()
    agencies = sorted(map(str, often.index), key=lambda agency: (-often[agency], agency))
    for column, rows in invited.items():
        came = rows["attended"] == CAME
        sent = pandas.Series([*map(bool, rows["report_in_time"])], rows.index, dtype=bool)
        for table, done in ((places.ATTENDED, came), (places.REPORTED, sent)):
            for agency in (*agencies, TOTAL):
                own = slice(None) if agency == TOTAL else rows["agency"] == agency
                if not len(rows) and (column != quarter.label or not len(attendance)):
                    yield count(table, agency, None, column, state=NOT_SUPPLIED,
                                describes="agency", readers=NOT_PUBLIC)
                else:
                    yield share((table, agency, column), int(done[own].sum()), len(done[own]),
                                of=None, readers=NOT_PUBLIC)


def probation_of(invited: pandas.DataFrame) -> tuple[int, int]:
    """Return how many conferences probation attended, and to how many it was invited."""
    own = invited[pandas.Series([*map(places.is_probation, invited["agency"])], invited.index,
                                dtype=bool)]
    return (own[own["attended"] == CAME]["conference_id"].nunique(),
            own["conference_id"].nunique())
