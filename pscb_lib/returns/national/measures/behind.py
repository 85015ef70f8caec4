"""The rows behind a figure: one for each child, referral, plan or episode that it counts.

A figure is made from its rows and from nothing else: the denominator is their number, the
numerator the number marked. So the list an analyst works through is the figure itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pscb_lib.reading.rows import Record

COUNTED = "in_numerator"


def behind(record: Record, *columns: str, counted: bool = True) -> Record:
    """One row: the child's local id, the *columns* of *record*, and whether it is counted."""
    return {"child_id": record["child_id"], **{name: record[name] for name in columns},
            COUNTED: counted}


def each_once(rows: Iterable[Record]) -> list[Record]:
    """One row for each child, the latest, where a figure counts children."""
    return list({row["child_id"]: row for row in rows}.values())


def by_child(records: Iterable[Record], order: str) -> dict[str, list[Record]]:
    """The records of each child, ordered by the day in the column *order*."""
    children: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda record: record[order]):
        children.setdefault(record["child_id"], []).append(record)
    return children


def numerator(rows: Sequence[Record]) -> int:
    """How many of the rows are counted."""
    return sum(row[COUNTED] for row in rows)
