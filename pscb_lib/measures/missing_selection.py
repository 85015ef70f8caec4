"""Which episodes, which children: the groups every table of missing children is cut by."""

from __future__ import annotations

from collections.abc import Callable

import pandas

from pscb_lib.measures.figures import TOTAL, count
from pscb_lib.periods import ReportingPeriod
from pscb_lib.returns.local_time import day_of

GROUPS = {
    "From home": "home",
    "Own looked-after children": "own_cla",
    "Placed here by other authorities": "other_la_cla",
}
STATUSES = {"Missing": "M", "Absent or away": "A"}
ALL_EPISODES = ("episodes", TOTAL, TOTAL)


def within(frame: pandas.DataFrame, period: ReportingPeriod) -> pandas.DataFrame:
    """The episodes that began in *period*."""
    start, end = period.start, period.end
    known = {left: start <= day_of(left) <= end for left in {*frame["left_at"]}}
    inside = [known[left] for left in frame["left_at"]]
    return frame[pandas.Series(inside, frame.index, dtype=bool)]


def episodes(frame: pandas.DataFrame) -> int:
    """How many episodes there are."""
    return len(frame)


def children(frame: pandas.DataFrame) -> int:
    """How many children there are, each counted once."""
    return frame["child_id"].nunique()


def by_whose_and_status(
    table: str, frame: pandas.DataFrame, number: Callable[[pandas.DataFrame], int]
) -> list[dict]:
    """Count in *number* by whose child it is, down, and missing or absent, across."""
    return [
        count(table, row, number(chosen(frame, GROUPS.get(row), STATUSES.get(column))), column)
        for row in (*GROUPS, TOTAL) for column in (*STATUSES, TOTAL)
    ]


def chosen(frame: pandas.DataFrame, whose: str | None, status: str | None = None
           ) -> pandas.DataFrame:
    """The episodes of one group, of one status, or of all where None is given."""
    if whose:
        frame = frame[frame["from"] == whose]
    return frame[frame["status"] == status] if status else frame
