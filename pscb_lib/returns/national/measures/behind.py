"""The rows that a figure counts: one for each child, referral, plan or episode.

A figure is made only from its rows: the denominator is their number, the numerator the number
of marked rows. So an analyst can check the figure by the list of its rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pscb_lib.reading.rows import Record

COUNTED = "in_numerator"


def behind(record: Record, *columns: str, counted: bool = True) -> Record:
    """Return one row: the child's local id, *columns* of *record*, and whether it is counted."""
    return {"child_id": record["child_id"], **{name: record[name] for name in columns},
            COUNTED: counted}


def each_once(rows: Iterable[Record]) -> list[Record]:
    """Return the last row of each child, for a figure that counts children."""
    return list({row["child_id"]: row for row in rows}.values())


def by_child(records: Iterable[Record], order: str) -> dict[str, list[Record]]:
    """Return the records of each child, ordered by the day in the column *order*."""
    children: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda record: record[order]):
        children.setdefault(record["child_id"], []).append(record)
    return children


def numerator(rows: Sequence[Record]) -> int:
    """Return the number of rows in the numerator."""
    return sum(row[COUNTED] for row in rows)
