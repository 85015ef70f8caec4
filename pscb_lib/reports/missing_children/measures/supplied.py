"""Set to "not supplied" the figures that an imported return has no data for, never to zero.

The missing table of SSDA903 has no return interviews, no record of the police and so none of their
absent, no strategy meetings, no risk of exploitation and no times of day, and covers looked-after
children only. Where a half-year's episodes come from it, such figures would count what nobody sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas

from pscb_lib.board.indicators import INDICATORS
from pscb_lib.disclosure.figures import NOBODY, NOT_SUPPLIED
from pscb_lib.reports.missing_children import places
from pscb_lib.returns.national.source import is_imported

NOT_IMPORTED = (places.INTERVIEWS, places.OWED, places.BY_DAY, places.HELD, places.WORK,
                places.SAID, places.CHANGED, places.RECORDED, places.EXPLOITATION, INDICATORS)
BY_WHOSE = (places.EPISODES, places.CHILDREN, places.BY_STATUS, places.YEAR_OF_EPISODES,
            places.YEAR_OF_CHILDREN)
NOT_LOOKED_AFTER_HERE = (places.HOME, places.PLACED)
NOTHING = {"actual": None, "numerator": None, "denominator": None, "unit": "count",
           "state": NOT_SUPPLIED}


def as_supplied(
    rows: Iterable[dict], half: pandas.DataFrame, others: Mapping[str, pandas.DataFrame | None]
) -> list[dict]:
    """Return the figures, with "not supplied" for those that their episodes cannot give.

    A figure is about *half*, unless *others* names another half-year for its column.
    """
    now = _imported(half)
    then = {column: _imported(frame) for column, frame in others.items()}
    return [{**row, **NOTHING} if _is_lost(row, *then.get(row["column"], now)) else row
            for row in rows]


def _imported(frame: pandas.DataFrame | None) -> tuple[bool, bool]:
    """Return whether any episodes were imported, and whether all were."""
    imported = [] if frame is None else [*map(is_imported, frame["source"].unique())]
    return any(imported), bool(imported) and all(imported)


def _is_lost(row: dict, some: bool, all_of_them: bool) -> bool:
    if row["readers"] == NOBODY:
        tied = (*row["part_of"], row["same_as"])
        return some and any(place and place[0] in NOT_IMPORTED for place in tied)
    place = table, name, column = row["table"], row["row"], row["column"]
    if table in NOT_IMPORTED or place == places.MET:
        return some
    return all_of_them and (places.ABSENT in (name, column) or table == places.CLOCK
                            or table in BY_WHOSE and name in NOT_LOOKED_AFTER_HERE)
