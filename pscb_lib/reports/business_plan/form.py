"""The form of the business plan for the chair of each sub-group: its actions, as they stand.

Section 4 of the Performance Management Framework (May 2014): the plan is to be "completed by the
chair of the relevant sub group". What was agreed is locked; what has come of it is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum

from pscb_lib.reading.rows import Record
from pscb_lib.returns.prefilled import Line, Offered, Prefilled

OPEN = ("now", "now_on", "revised_due_on", "completed_on", "implemented_on", "evidenced_on",
        "outcome", "evidence_kind", "disseminated_on", "trained_on", "dropped_on",
        "dropped_because")
TOLD = ("what", "by")
SAID = (("Where", "Write on the sheet Return, into the open boxes of each action, what has changed "
         "since. What is shaded was agreed and is locked"),)



def prefill_chairs(records: Sequence[Record], columns: Iterable[str]) -> tuple[Prefilled, ...]:
    """The form of each sub-group with its own rows of the plan, in the order of the plan."""
    groups = dict.fromkeys(row["sub_group"] for row in records)
    return tuple(Prefilled(group, TOLD, tuple(_row(row, columns) for row in records
                                            if row["sub_group"] == group), told=SAID)
                 for group in groups)


def _row(row: Record, columns: Iterable[str]) -> Line:
    by = row["revised_due_on"] or row["due_on"]
    return {"what": row["text"], "by": _written(by)} | {
        name: Offered(_written(row[name])) if name in OPEN else _written(row[name])
        for name in columns}


def _written(value: object) -> str:
    """A value of a row as a clerk writes it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return str(value.value) if isinstance(value, Enum) else "" if value is None else str(value)
