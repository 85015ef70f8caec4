"""Rebases: the Board's dated decisions to recalculate a usual range, each with its reason.

A step with a known cause, such as a new threshold document or a new way of counting, would
otherwise be reported as a real change in every later quarter. Only a person may decide on one.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.framework.statistics.variation import Rebase
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Rule

FIELDS = (
    Field("indicator", cells.text, meaning="the id of the indicator"),
    Field("from", cells.day, meaning="the day from which its usual range is worked out anew"),
    Field("reason", cells.text, meaning="the known cause of the step, printed with the chart"),
    Field("decided_by", cells.text, meaning="the group that decided it"),
    Field("decided_on", cells.day, meaning="the day of the decision: earlier papers do not have "
          "it"),
)
RULES = (
    Rule(("from", "decided_on"), "a rebase cannot be decided before the day it takes effect",
         "correct one of the two dates", lambda row: row["decided_on"] < row["from"]),
)


def read_rebases(path: Path, as_of: date) -> dict[str, list[Rebase]]:
    """The rebases of each indicator that were decided by the day *as_of*."""
    found: dict[str, list[Rebase]] = {}
    for row in read_register(path, FIELDS, RULES):
        if row["decided_on"] <= as_of:
            found.setdefault(row["indicator"], []).append(Rebase(row["from"], row["reason"]))
    return found


REGISTER = Register(
    "rebases.csv", lambda path: read_rebases(path, date.max), "Decisions to work out a usual "
    "range anew", FIELDS, RULES, key=("indicator", "from"), used_by="quarterly_data_set, method",
    refers={"indicator": ("indicators.csv", "id")},
    example={"indicator": "P1", "from": "2014-06-01", "reason": "a new provider took over",
             "decided_by": "Q&E Group", "decided_on": "2014-09-10"})
