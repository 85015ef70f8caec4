"""Which episodes, which children: the groups every table of missing children is cut by."""

from __future__ import annotations

from collections.abc import Callable

import pandas

from pscb_lib.disclosure.figures import TOTAL, count
from pscb_lib.reading.cells.local_time import earliest
from pscb_lib.reports.missing_children.places import GROUPS, STATUSES

BEGAN = "began_on"
CUT_BY = ("from", "status", "sex", "ethnicity", "source")
NOT_ASKED = ["placing_la", "placement_type", "file", "row"]  # by any measure
MOMENT = "datetime64[s]"


def in_order(frame: pandas.DataFrame) -> pandas.DataFrame:
    """The episodes by when they began, with the day, ``began_on``; children are numbered.

    Numbers, days and categories of pandas stand for objects in what a million rows are cut by.
    """
    began = pandas.Series(map(earliest, frame["left_at"]), frame.index, MOMENT)
    child, _ = pandas.factorize(frame["child_id"])
    cut = frame.drop(columns=NOT_ASKED).assign(
        **{BEGAN: began.dt.normalize(), "child_id": child},
        **{name: frame[name].astype("category") for name in CUT_BY})
    return cut.iloc[began.argsort(kind="stable")]


def episodes(frame: pandas.DataFrame) -> int:
    """How many episodes there are."""
    return len(frame)


def children(frame: pandas.DataFrame) -> int:
    """How many children there are, each counted once."""
    return frame["child_id"].nunique()


def latest_of_each(frame: pandas.DataFrame) -> pandas.DataFrame:
    """The last episode of each child: what is known of the child is taken from there."""
    return frame.drop_duplicates("child_id", keep="last")


def by_whose_and_status(
    table: str, frame: pandas.DataFrame, number: Callable[[pandas.DataFrame], int]
) -> list[dict]:
    """Count in *number* by whose child it is, down, and missing or absent, across."""
    frame = frame[["from", "status", "child_id"]]
    return [count(table, row, number(chosen(frame, whose, status)), column)
            for whose, row in (*GROUPS.items(), (None, TOTAL))
            for status, column in (*STATUSES.items(), (None, TOTAL))]


def chosen(frame: pandas.DataFrame, whose: str | None, status: str | None = None
           ) -> pandas.DataFrame:
    """The episodes of one group, of one status, or of all where None is given."""
    if whose:
        frame = frame[frame["from"] == whose]
    return frame[frame["status"] == status] if status else frame


def missing(frame: pandas.DataFrame) -> pandas.DataFrame:
    """The episodes of children who were missing, and not only away."""
    return chosen(frame, None, "M")
