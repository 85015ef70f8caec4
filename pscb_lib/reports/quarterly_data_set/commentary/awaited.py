"""What a commentary that was begun may still lack: a cause, an action, a day, a clearance.

A row without any text is not listed: the paper says which figures need a commentary.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.board.indicators import indicators_for
from pscb_lib.reading.rows import Record, awaits, find_awaited
from pscb_lib.reports.quarterly_data_set.returned.record import read_register
from pscb_lib.returns.waiting import Waiting

NOT_CLEARED = {"cleared_for": "", "cleared_by": "", "cleared_on": ""}


@awaits("what_happened", "what happened", {"what_happened": ""})
def says_no_cause(row: Record) -> bool:
    """Section 7: a figure rarely explains what is observed; its lead does."""
    return row["what_happened"] is None and row["what_is_being_done"] is not None


@awaits("what_is_being_done", "what is being done", {"what_is_being_done": "", "by_when": ""})
def says_no_action(row: Record) -> bool:
    """Section 4: the Board asks what is done about what was found."""
    return row["what_happened"] is not None and row["what_is_being_done"] is None


@awaits("by_when", "the day by which it will be done", {"by_when": ""})
def says_no_day(row: Record) -> bool:
    """Section 4: an action without a day is never late."""
    return row["what_is_being_done"] is not None and row["by_when"] is None


@awaits("cleared_for", "an officer's clearance for the Board", NOT_CLEARED)
def is_not_cleared(row: Record) -> bool:
    """Free text leaves the restricted set only when a named officer has cleared it."""
    is_written = row["what_happened"] or row["what_is_being_done"]
    return bool(is_written) and row["cleared_for"] is None


def _lead(context: Context, row: Record) -> str:
    register = indicators_for(read_register(context).values(), context.period)
    return next(one.lead for one in register if one.id == row["indicator"])


AWAITED = find_awaited(globals())
WAITING = Waiting(("indicator", "period"), _lead, lambda context, records: AWAITED)
