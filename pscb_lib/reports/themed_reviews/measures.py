"""The figures of a year of themed reviews: evidence, recommendations, consultation and policy.

Section 10. All describe agencies' work, except how many children and parents were asked.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas

from pscb_lib.board.context import Context
from pscb_lib.disclosure import counting
from pscb_lib.disclosure.figures import TOTAL, FigureRow, count, counts, frame
from pscb_lib.framework.english import capital
from pscb_lib.reading.rows import Checked, Record, records_of
from pscb_lib.reports.themed_reviews import places, returned, returned_evidence
from pscb_lib.reports.themed_reviews.known import of_the_year
from pscb_lib.reports.themed_reviews.returned_evidence import CHILDREN, KINDS, USERS
from pscb_lib.returns.registers.actions import RETURN as ACTIONS

RETURNS = returned.RETURN, returned_evidence.RETURN, ACTIONS
SHARES = ((places.ACCEPTED, places.MADE, "recommendations_accepted_n", "recommendations_n"),
          (places.CONSULTED, places.STAKEHOLDERS, "stakeholders_consulted_n", "stakeholders_n"))


def measure(context: Context, reviews: Checked, evidence: Checked, _: Checked
            ) -> pandas.DataFrame:
    """Work out every figure of the year; evidence that was not supplied has none."""
    rows, sources = of_the_year(reviews, context.period), records_of(evidence.frame)
    return frame([
        *_received(rows),
        *(figure for share in SHARES for figure in _shares(rows, *share)),
        *_policies(rows, context),
        *(_evidence(rows, sources) if evidence.sources else ()),
    ])


def _received(rows: Sequence[Record]) -> list[FigureRow]:
    """Count the reviews asked for, those with an agreed method, and those received in time."""
    come = [row for row in rows if row["received_on"] is not None]
    in_time = sum(row["received_on"] <= row["due_on"] for row in come)
    agreed = sum(row["method_agreed_on"] is not None for row in rows)
    return [
        *counting.steps(places.REVIEWS, {places.ASKED[1]: len(rows), places.AGREED[1]: agreed}),
        *counting.steps(places.RECEIVED[0], {places.RECEIVED[1]: len(come),
                                             places.ON_TIME[1]: in_time}),
        *counting.part_of_step(places.ASKED, places.RECEIVED, len(rows), len(come),
                               describes="agency"),
    ]


def _shares(rows: Sequence[Record], table: str, whole: str, part: str, of: str) -> list[FigureRow]:
    """Return the share of each review that has both numbers, and that of all of them."""
    known = [row for row in rows if row[of] and row[part] is not None]
    wholes = counts(whole, {row["label"]: row[of] for row in known}, describes="agency")
    shares = [counting.share((table, row["label"], ""), row[part], row[of],
                             of=(whole, row["label"], "")) for row in known]
    total = counting.share((table, TOTAL, ""), sum(row[part] for row in known),
                           sum(row[of] for row in known), of=(whole, TOTAL, ""))
    return [*wholes, *shares, total]


def _policies(rows: Sequence[Record], context: Context) -> list[FigureRow]:
    """Count the policies that were promised by a day that is over, and those changed by it."""
    due = [row for row in rows if row["policy_promised_on"] is not None
           and row["policy_promised_on"] < context.as_of]
    kept = sum(row["policy_changed_on"] is not None
               and row["policy_changed_on"] <= row["policy_promised_on"] for row in due)
    return counting.steps(places.PROMISED[0], {places.PROMISED[1]: len(due), places.KEPT[1]: kept})


def _evidence(rows: Sequence[Record], sources: Sequence[Record]) -> list[FigureRow]:
    """Count each kind of evidence, the kinds used of seven, and the reviews that asked children."""
    labels = {row["review_id"]: row["label"] for row in rows}
    used = [one for one in sources if one["used"] and one["review_id"] in labels]
    kinds = {id: sum(one["review_id"] == id for one in used) for id in labels}
    told = {one["review_id"] for one in sources if one["review_id"] in labels}
    heard = sum(one["kind"] == CHILDREN for one in used)
    return [
        *(count(places.EVIDENCE, labels[one["review_id"]], one["n"], capital(one["kind"]),
                describes="child" if one["kind"] in USERS else "agency")
          for one in used if one["n"] is not None),
        *(counting.share((places.KINDS_USED, labels[id], ""), kinds[id], len(KINDS), of=None)
          for id in labels if id in told),
        *counting.steps(places.WITH_CHILDREN[0], {
            "Reviews that say what evidence they use": len(told),
            places.WITH_CHILDREN[1]: heard}),
    ]
