"""What an imported return cannot tell is "not supplied", never a zero.

The missing table of SSDA903 has no return interviews, no record of the police, no strategy
meetings, no risk of exploitation and no times of day, and tells of looked-after children alone.
Where a half-year's episodes come from it, figures made from these would count what nobody sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas

from pscb_lib.reports.missing_children.measures.selection import GROUPS
from pscb_lib.reports.missing_children.measures.who import MET
from pscb_lib.reports.missing_children.returned.record import is_imported

NOT_IMPORTED = ("interviews", "owed", "interviews_by_day", "interviews_held", "work", "said",
                "changed", "recorded", "exploitation", "indicators")
TIMES = "clock"
MEETINGS = ("frequent", MET)
BY_WHOSE = ("episodes", "children", "children_by_status", "year_episodes", "year_children")
NOT_LOOKED_AFTER_HERE = tuple(name for name, whose in GROUPS.items() if whose != "own_cla")
NOTHING = {"actual": None, "numerator": None, "denominator": None, "unit": "count",
           "state": "not supplied"}


def as_supplied(
    rows: Iterable[dict], half: pandas.DataFrame, others: Mapping[str, pandas.DataFrame | None]
) -> list[dict]:
    """The figures, those that their episodes cannot tell being not supplied.

    Figures are of *half*, but for those in a column that *others* names another half for.
    """
    now = _imported(half)
    then = {column: _imported(frame) for column, frame in others.items()}
    return [{**row, **NOTHING} if _is_lost(row, *then.get(row["column"], now)) else row
            for row in rows]


def _imported(frame: pandas.DataFrame | None) -> tuple[bool, bool]:
    """Whether some episodes were imported, and whether all were."""
    imported = [] if frame is None else [*map(is_imported, frame["source"].unique())]
    return any(imported), bool(imported) and all(imported)


def _is_lost(row: dict, some: bool, all_of_them: bool) -> bool:
    table, name = row["table"], row["row"]
    if table in NOT_IMPORTED or (table, name) == MEETINGS:
        return some
    return all_of_them and (
        table == TIMES or table in BY_WHOSE and name in NOT_LOOKED_AFTER_HERE)
