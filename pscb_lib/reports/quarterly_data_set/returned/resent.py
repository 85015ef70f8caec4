"""The day a figure of the data set became known: the day its return was received.

A row has the day it was submitted, and a return that corrects it often repeats that day, but the
ledger has the day of receipt. Of the rows for one figure in an accepted return, the one submitted
last is used; if an earlier file has the figure, that row counts from the day of receipt. So the
latest accepted return is used, and what it replaced is still known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pscb_lib.reading.rows import Checked, Records
from pscb_lib.returns.history import Accepted

FIGURE = ("agency", "indicator", "period")


def count_from_receipt(checked: Checked, kept: Iterable[Accepted]) -> Checked:
    """Return the frame with ``submitted_on`` as above, and never after the day of receipt."""
    received = {line.named: line.received_on for line in kept}
    if not received:
        return checked
    last = _last_rows(checked.records)
    first_file: dict[tuple, str] = {}
    days = []
    for place, (file, day, *figure) in enumerate(
            checked.records.tuples("file", "submitted_on", *FIGURE)):
        was_sent = first_file.setdefault(tuple(figure), file) != file
        on = received.get(file, day)
        days.append(on if was_sent and last[file, *figure] == place else min(day, on))
    return replace(checked, frame=checked.frame.assign(submitted_on=days))


def _last_rows(records: Records) -> dict[tuple, int]:
    """Return the positions of the rows submitted last for each figure in each file."""
    last: dict[tuple, int] = {}
    days = records.column("submitted_on")
    for place, key in enumerate(records.tuples("file", *FIGURE)):
        if key not in last or days[last[key]] <= days[place]:
            last[key] = place
    return last
