"""What a conference may still lack: why it was late, the child's part, a review that is overdue."""

from __future__ import annotations

from dataclasses import replace

from pscb_lib.board.context import Context
from pscb_lib.reading.rows import Awaited, Record, Records, awaits, find_awaited
from pscb_lib.reports.child_protection_conferencing.returned.record import FIRST
from pscb_lib.returns.national.source import is_imported
from pscb_lib.returns.waiting import Waiting

NOT_HELD = {"kind": "review", "due_on": "13/11/2014", "held_on": "", "outcome": "",
            "enquiry_started_on": "", "strategy_on": "", "parent_got_report_on": ""}


@awaits("held_on", "the review, or the end of the plan", NOT_HELD)
def is_not_held(row: Record) -> bool:
    """Working Together 2013, chapter 1: each review has a day by which it is held."""
    return row["held_on"] is None and row["plan_end"] is None


@awaits("late_because", "why the review was late", {
    **NOT_HELD, "held_on": "14/11/2014", "outcome": "plan"})
def is_late_without_reason(row: Record) -> bool:
    """What holds conferences up is the first thing that the Board asks."""
    due, held = row["due_on"], row["held_on"]
    is_late = due is not None and (held is not None and held > due)
    return is_late and row["late_because"] is None


@awaits("child_part", "how the child took part", {"child_part": ""})
def has_no_part(row: Record) -> bool:
    """Working Together 2013, chapter 1: the child's wishes and feelings are heard."""
    return row["held_on"] is not None and row["child_part"] is None


@awaits("earlier_plan", "whether the child had an earlier plan", {"earlier_plan": ""})
def has_no_history(row: Record) -> bool:
    """Children in need census: the number of earlier plans, however long ago."""
    starts = row["kind"] in FIRST and row["plan_start"] is not None
    return starts and row["earlier_plan"] is None


def _unless_imported(one: Awaited) -> Awaited:
    """What a row that is imported lacks only the next census tells."""
    return replace(one, lacks=lambda row: not is_imported(row["source"]) and one.lacks(row))


AWAITED = tuple(map(_unless_imported, find_awaited(globals())))


def make_awaited(context: Context, records: Records) -> tuple[Awaited, ...]:
    """Return what a conference may lack."""
    return AWAITED


WAITING = Waiting(("conference_id",), lambda context, row: "Child protection conferences",
                  make_awaited)
