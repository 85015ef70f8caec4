"""What an action may still await: a day, then evidence of an outcome."""

from __future__ import annotations

from pscb_lib.reading.rows import Record, awaits, find_awaited
from pscb_lib.returns.waiting import Waiting


@awaits("due_on", "the day by which it is to be done", {"due_on": ""})
def has_no_day(row: Record) -> bool:
    """An action without a day is never late."""
    return row["due_on"] is None and row["completed_on"] is None


@awaits("outcome", "evidence of an outcome, and its day", {"completed_on": "01/09/2014"})
def has_no_evidence(row: Record) -> bool:
    """Section 4: the end is "the successful implementation of an action alongside evidence of
    an outcome"."""
    return row["completed_on"] is not None and row["evidenced_on"] is None


AWAITED = find_awaited(globals())
WAITING = Waiting(("action_id",), lambda context, row: row["agency"],
                  lambda context, records: AWAITED)
