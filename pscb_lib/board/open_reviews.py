"""Whether the Board may read of reviews that are open, which by themselves identify a child.

The Board's set says "in time" or "late" of them, and nothing else, until the chair and the
information governance lead have both decided otherwise: ``open_reviews.csv`` has the day and the
two posts. The public set has published reviews alone, whatever is decided.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pscb_lib.board.decisions import Register, read_register
from pscb_lib.framework.folding import fold
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, rule

FILE = "open_reviews.csv"
FIELDS = (
    Field("decided_on", cells.day, meaning="the day on which both decided that the Board may read "
          "the days and the number of open reviews"),
    Field("chair", cells.text, meaning="the post that decided for the Board, not a name"),
    Field("information_governance", cells.text, meaning="the post that decided for information "
          "governance, not a name"),
    Field("ended_on", cells.optional(cells.day), meaning="the day from which it holds no longer; "
          "blank while it holds"),
)


@rule("chair", "information_governance", says="one post decided twice",
      remedy="name the two posts that decided", example={"information_governance": "Chair"})
def is_one_post(row: Record) -> bool:
    """What identifies a child is open to the Board only if two people decide it."""
    return fold(row["chair"]) == fold(row["information_governance"])


def may_read_open(params: Path, as_of: date) -> bool:
    """Whether a decision that the Board may read of open reviews holds on the day *as_of*."""
    path = params / FILE
    rows = read_register(path, FIELDS, (is_one_post,)) if path.exists() else ()
    return any(row["decided_on"] <= as_of and (row["ended_on"] is None or row["ended_on"] > as_of)
               for row in rows)


REGISTER = Register(
    FILE, lambda path: may_read_open(path.parent, date.max), "Decisions that the Board may read of "
    "open reviews", FIELDS, (is_one_post,), key=("decided_on",), used_by="case_reviews",
    may_be_missing=True, example={
        "decided_on": "2014-12-02", "chair": "Chair", "information_governance":
        "Information Governance Manager"})
