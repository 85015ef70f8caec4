"""Groups of episodes and children that the tables of missing children are broken down by."""

from __future__ import annotations

from collections.abc import Callable

import pandas

from pscb_lib.disclosure.figures import TOTAL, count
from pscb_lib.reading.cells.local_time import earliest
from pscb_lib.reports.missing_children.places import GROUPS, STATUSES

BEGAN = "began_on"
CUT_BY = ("from", "status", "sex", "ethnicity", "source")
NOT_ASKED = ["placing_la", "placement_type", "file", "row"]  # no measure uses these
MOMENT = "datetime64[s]"


def in_order(frame: pandas.DataFrame) -> pandas.DataFrame:
    """Sort the episodes by when they began; add the day, ``began_on``; number the children.

    Numbers, days and categories replace Python objects, because a million rows are grouped by
    them.
    """
    began = pandas.Series(map(earliest, frame["left_at"]), frame.index, MOMENT)
    child, _ = pandas.factorize(frame["child_id"])
    cut = frame.drop(columns=NOT_ASKED).assign(
        **{BEGAN: began.dt.normalize(), "child_id": child},
        **{name: frame[name].astype("category") for name in CUT_BY})
    return cut.iloc[began.argsort(kind="stable")]


def episodes(frame: pandas.DataFrame) -> int:
    """Return the number of episodes."""
    return len(frame)


def children(frame: pandas.DataFrame) -> int:
    """Return the number of children, each counted once."""
    return frame["child_id"].nunique()


def latest_of_each(frame: pandas.DataFrame) -> pandas.DataFrame:
    """Return the last episode of each child, from which the child's details are taken."""
    return frame.drop_duplicates("child_id", keep="last")


def by_whose_and_status(
    table: str, frame: pandas.DataFrame, number: Callable[[pandas.DataFrame], int]
) -> list[dict]:
    """Count with *number*: rows by whose child it is, columns by status."""
    frame = frame[["from", "status", "child_id"]]
    return [count(table, row, number(chosen(frame, whose, status)), column)
            for whose, row in (*GROUPS.items(), (None, TOTAL))
            for status, column in (*STATUSES.items(), (None, TOTAL))]


def chosen(frame: pandas.DataFrame, whose: str | None, status: str | None = None
           ) -> pandas.DataFrame:
    """Return the episodes of one group and one status; None means all."""
    if whose:
        frame = frame[frame["from"] == whose]
    return frame[frame["status"] == status] if status else frame


def missing(frame: pandas.DataFrame) -> pandas.DataFrame:
    """Return the episodes of children who were missing, not only away or absent."""
    return chosen(frame, None, "M")
