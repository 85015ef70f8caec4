"""The return of visits to privately fostered children: one row for each visit."""

from __future__ import annotations

from pscb_lib.board.context import Context
from pscb_lib.reading import cells
from pscb_lib.reading.rows import Field, Record, awaits, find_awaited, find_rules, rule
from pscb_lib.reports.private_fostering import returned
from pscb_lib.returns.across import once, refers_to
from pscb_lib.returns.kinds import Return, known_by
from pscb_lib.returns.waiting import Waiting

ALONE = ("yes", "no, too young", "no, the child did not wish it", "no, another reason")

VIEWS = ("content", "mixed", "unhappy", "did not wish to say")


def make_fields(context: Context) -> tuple[Field, ...]:
    """Return the columns of the return."""
    day = cells.dated(context.as_of)
    return (
        Field("arrangement_id", cells.identifier, "send ids as text"),
        Field("visited_on", day, "write it dd/mm/yyyy"),
        Field("child_seen", cells.yes_no, "write yes or no"),
        Field("alone", cells.one_of(*ALONE), "write yes, or no and the reason"),
        Field("report_on", cells.optional(day), "write it dd/mm/yyyy"),
        Field("child_view", cells.optional(cells.one_of(*VIEWS)),
              "write what the child said of living there", optional=True),
        Field("source", cells.text, "say where the row is from"),
    )


@rule("visited_on", "report_on", says="the report is before the visit", remedy=returned.CORRECT,
      example={"report_on": "13/05/2013"})
def is_reported_before_it(row: Record) -> bool:
    """Regulation 8: a report is written of every visit."""
    return row["report_on"] is not None and row["report_on"] < row["visited_on"]


@rule("child_seen", "alone", says="the child was seen alone and was not seen",
      remedy=returned.CORRECT, example={"child_seen": "no"})
def is_seen_and_not_seen(row: Record) -> bool:
    """Regulation 8: the child is seen alone, unless that is inappropriate."""
    return row["alone"] == "yes" and not row["child_seen"]


@rule("child_seen", "child_view", says="the child said something and was not seen",
      remedy=returned.CORRECT, example={"child_seen": "no", "alone": "no, another reason",
                                        "child_view": "content"})
def is_heard_and_not_seen(row: Record) -> bool:
    """Regulation 8: what the child wishes and feels is asked at a visit to the child."""
    return row["child_view"] is not None and not row["child_seen"]


@awaits("report_on", "the report of the visit", {"report_on": ""})
def has_no_report(row: Record) -> bool:
    """Regulation 8: a report is written of every visit."""
    return row["report_on"] is None


AWAITED = find_awaited(globals())
RETURN = Return(
    "private_fostering_visits", "Visits to privately fostered children", make_fields,
    find_rules(globals()),
    once("arrangement_id", "visited_on", says="are one visit and are not the same",
         remedy="correct the day, or take the wrong row out"),
    "private_fostering_visits.csv",
    {"arrangement_id": "PF-001", "visited_on": "14/05/2013", "child_seen": "yes", "alone": "yes",
     "report_on": "17/05/2013", "source": "case system"},
    known_by("visited_on", "visited"), months=12,
    together=refers_to("arrangement_id", returned.RETURN),
    awaited=Waiting(("arrangement_id", "visited_on"), lambda context, row: "Private fostering",
                    lambda context, records: AWAITED),
    applies={"report_on": "the report of the visit is written",
             "child_view": "the child was asked about living there"},
)
