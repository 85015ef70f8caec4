"""Which agencies took part, of the cases that they had."""

from __future__ import annotations

from collections.abc import Sequence

from pscb_lib.disclosure.counting import part_of_step
from pscb_lib.disclosure.figures import NOBODY, FigureRow, count
from pscb_lib.reading.rows import Record
from pscb_lib.reports.multi_agency_audit import places


def measure_took_part(rows: Sequence[Record]) -> list[FigureRow]:
    """Count by agency the cases it was in, its file read, it at the meeting, and both of these."""
    figures = []
    for agency in sorted({row["agency"] for row in rows}):
        own = [row for row in rows if row["agency"] == agency]
        numbers = {places.IN_CASES: len(own),
                   places.FILE_READ: sum(row["file_read"] for row in own),
                   places.MET: sum(row["at_meeting"] for row in own),
                   places.BOTH: sum(row["file_read"] and row["at_meeting"] for row in own)}
        at = {label: (places.TOOK_PART, label, str(agency)) for label in numbers}
        figures += [count(*place[:2], numbers[label], place[2], describes="agency")
                    for label, place in at.items()]
        for before, after in ((places.IN_CASES, places.FILE_READ), (places.IN_CASES, places.MET),
                              (places.FILE_READ, places.BOTH), (places.MET, places.BOTH)):
            figures += _part(at[before], at[after], numbers[before], numbers[after])
    return figures


def _part(before: tuple, after: tuple, came: int, number: int) -> list[FigureRow]:
    return part_of_step(before, after, came, number, describes=NOBODY)
