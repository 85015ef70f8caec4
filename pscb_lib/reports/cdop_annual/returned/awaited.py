"""What the record of a child's death may still lack: its review, and the panel's finding."""

from __future__ import annotations

from pscb_lib.reading.rows import Record, awaits, find_awaited
from pscb_lib.returns.waiting import Waiting

PANEL = "Child Death Overview Panel"


@awaits("panel_completed_on", "the panel's review, and the day it was completed",
        {"panel_completed_on": ""})
def is_not_reviewed(row: Record) -> bool:
    """Section 12: the Board collects and analyses "information about each death"."""
    return row["panel_completed_on"] is None


@awaits("modifiable", "whether there were modifiable factors", {"modifiable": ""})
def has_no_finding(row: Record) -> bool:
    """Working Together (2013): the panel says whether something could be changed."""
    return row["panel_completed_on"] is not None and row["modifiable"] is None


AWAITED = find_awaited(globals())
WAITING = Waiting(("death_id",), lambda context, row: PANEL, lambda context, records: AWAITED)
