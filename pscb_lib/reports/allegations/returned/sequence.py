"""Rules across half-years: a case stands in the return of every half-year in which it was open.

The last return has the case as it is now, so that its earlier rows are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pscb_lib.board.context import Context
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import (
    Broken,
    Checked,
    FileRule,
    Record,
    Records,
    Source,
    leave_out_rows,
)
from pscb_lib.reports.allegations.returned.record import MET

SENT_AGAIN = "standing in a later half-year's return too"


def is_open(row: Record) -> bool:
    """Whether a case had neither been closed nor gone to another LADO."""
    return row["kind"] == MET and row["closed_on"] is None and row["transferred_on"] is None


def one_case(records: Records) -> Iterator[Broken]:
    """Find cases that have another day of receipt than in an earlier return."""
    first: dict[str, Record] = {}
    for row in records:
        then = first.setdefault(row["case_id"], row)
        if then["received_on"] != row["received_on"]:
            yield Broken((row["row"],), ("received_on",), file=row["file"], says=(
                f"the case has another day of receipt in row {then['row']} of {then['file']}"))


def make_across(context: Context, sources: Sequence[Source]) -> tuple[FileRule, ...]:
    """Return the rules across the files of several half-years, the last of them in *sources*."""
    last = sources[-1].file if sources else ""

    def find_lost(records: Records) -> Iterator[Broken]:
        latest = {row["case_id"]: row for row in records}
        return (Broken((row["row"],), ("closed_on",), Reaction.NOTED, file=row["file"])
                for row in latest.values() if is_open(row) and row["file"] != last)

    return (FileRule("the case has one day of receipt", "correct the one that is wrong", one_case),
            FileRule("was open, and is in no later return: it is counted as still open",
                     "send the case in each return until it is closed", find_lost))


def keep_latest(checked: Checked, context: Context) -> Checked:
    """Leave out all rows of a case but that of the latest return."""
    columns = checked.records.tuples("case_id", "file", "row")
    latest = {case: (file, row) for case, file, row in columns}
    return leave_out_rows(checked, lambda row: None if (
        latest[row["case_id"]] == (row["file"], row["row"])) else SENT_AGAIN)
