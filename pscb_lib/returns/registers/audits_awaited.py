"""What an audit may still await: the day it is due, and its report once that day has come."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.reading.rows import Awaited, Record, Records, awaits, find_awaited
from pscb_lib.returns.waiting import Waiting

SEVERAL = "Several agencies"


def make_awaited(context: Context, records: Records) -> tuple[Awaited, ...]:
    """What is awaited on the day of the report."""
    as_of = context.as_of

    @awaits("due_on", "the day on which it is due", {"due_on": "", "received_on": ""})
    def has_no_day(row: Record) -> bool:
        """Section 8: the group outlines the timescale of what it asks for."""
        return row["due_on"] is None and row["received_on"] is None

    @awaits("received_on", "its report, and the day it was received", {"received_on": ""})
    def has_not_come(row: Record) -> bool:
        """Section 8: the group receives the findings of every audit."""
        is_due = row["due_on"] is not None and row["due_on"] <= as_of
        return is_due and row["received_on"] is None

    @awaits("grade", "its grade", {"grade": ""})
    def has_no_grade(row: Record) -> bool:
        """Section 8: an audit that was received says how good practice is."""
        return row["received_on"] is not None and row["grade"] is None

    return find_awaited(locals())


WAITING = Waiting(("audit_id",), lambda context, row: row["agency"] or SEVERAL, make_awaited)
