"""The return of evidence: one row for each kind of evidence of a themed review.

Section 10: "a range of perspectives including local practice, user experience (including children
and young people), national and local research and case reviews"; all reviews "include reference to
performance data as relevant". Children and parents are told apart.
"""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.disclosure.summaries import COUNTS
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, find_rules, rule
from pscb_lib.reports.themed_reviews import returned
from pscb_lib.returns.across import once, refers_to
from pscb_lib.returns.kinds import Return

PRACTICE, CHILDREN, PARENTS = "local practice", "children and young people", "parents and carers"
USERS = CHILDREN, PARENTS
DATA = "performance data"
KINDS = (PRACTICE, *USERS, "national research", "local research", "case reviews", DATA)


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    return (
        Field("review_id", cells.identifier),
        Field("kind", cells.one_of(*KINDS)),
        Field("used", cells.yes_no, "write yes or no"),
        Field("n", cells.optional(cells.whole_number), "write how many were read or asked"),
        Field("describes", cells.optional(cells.text), "say what the number counts"),
        Field("found", cells.optional(cells.text), "say in a sentence what it told"),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("used", "n", says="evidence that was not used has a number", remedy=returned.CORRECT,
      example={"used": "no"})
def is_counted_and_not_used(row: Record) -> bool:
    """Section 10: a review says which perspectives it took."""
    return bool(row["n"]) and not row["used"]


@rule("n", "describes", says="a number does not say what it counts", remedy="say what it counts",
      example={"describes": ""})
def counts_nothing(row: Record) -> bool:
    """Section 10: user experience and local practice are told apart."""
    return row["n"] is not None and row["describes"] is None


RETURN = Return(
    "review_evidence", "Evidence of themed reviews", make_fields, find_rules(globals()),
    once("review_id", "kind", says="are one kind of evidence and are not the same",
         remedy="correct the kind, or take the wrong row out"),
    "review_evidence.csv",
    {"review_id": "TR-01", "kind": "local practice", "used": "yes", "n": "18",
     "describes": "files read", "found": "Plans drifted where change was small",
     "source": "review report"},
    months=12, describes=COUNTS, may_be_empty=True, kept_by_office=True,
    together=refers_to("review_id", returned.RETURN),
    applies={"n": "it can be counted", "describes": "there is a number",
             "found": "the evidence is used"},
)
