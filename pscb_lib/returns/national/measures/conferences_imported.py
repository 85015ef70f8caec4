"""Make rows of the return of child protection conferences from the children in need census.

The census has the days of conferences and plans, and their categories. It has no families, no
quorum, no reasons and nobody's part: those cells stay blank, which is "not recorded" and never
"no". A conference of brothers and sisters is one row for each child.

The return of a quarter stands alone. It has the initial conferences and the reviews that were
held, and one more row for each plan that would otherwise not be in it: with the day on which its
next review is due, and with its end if it ended between two reviews.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from pscb_lib.framework.periods import ReportingPeriod, months_after
from pscb_lib.reading.rows import Record
from pscb_lib.returns.national.measures.behind import by_child
from pscb_lib.returns.national.measures.plan_reviews import NEXT, first_due
from pscb_lib.returns.national.measures.referrals import Records

BLANK = ("strategy_on", "notified_on", "late_because", "quorate", "went_ahead_because", "dissent",
         "end_reason", "child_part", "parent_part", "parent_got_report_on")
HEADINGS = ("conference_id", "family_id", "child_id", "kind", "dob", "expected_dob", "sex",
            "ethnicity", "enquiry_started_on", "due_on", "held_on", "outcome", "category",
            "plan_start", "plan_end", "earlier_plan", *BLANK, "source")
NEEDS = ("children", "enquiries", "plans", "reviews")
INITIAL, PRE_BIRTH, REVIEW, GOES_ON = "initial", "pre-birth", "review", "plan"
Cells = dict[str, object]


def conference_rows(records: Records, quarter: ReportingPeriod, source: str) -> Iterator[tuple]:
    """Yield the rows of *quarter*: by day, then by child."""
    children = {one["child_id"]: one for one in records["children"]}
    rows = [*_initial(records, quarter), *_reviews(records, quarter)]
    for number, row in enumerate(sorted(rows, key=_order), 1):
        child = children.get(row["child_id"])
        known = {**row, **_who(child, row["held_on"]), "source": source,
                 "conference_id": f"CIN-{quarter.label.replace(' ', '')}-{number:04}"}
        if known["expected_dob"] and row["kind"] == INITIAL:
            known["kind"] = PRE_BIRTH
        yield tuple(known.get(name) for name in HEADINGS)


def _order(row: Cells) -> tuple:
    return row["held_on"] or row["due_on"], row["child_id"], row["kind"]


def _who(child: Record | None, held: object) -> Cells:
    """A child's birth, sex and ethnic group; one born after the conference was expected then."""
    if child is None:
        return {"expected_dob": None}
    born, expected = child["dob"], child["expected_dob"]
    if born and isinstance(held, date) and born > held:
        born, expected = None, expected or born
    return {"dob": born, "expected_dob": None if born else expected, "sex": child["sex"],
            "ethnicity": child["ethnicity"]}


def _initial(records: Records, quarter: ReportingPeriod) -> Iterator[Cells]:
    """Yield the initial conferences; of several enquiries that led to one, the first started it."""
    begun = {(one["child_id"], one["started_on"]): one for one in _plans(records)}
    held: dict[tuple[str, date], Record] = {}
    for one in sorted(records["enquiries"], key=lambda one: one["started_on"]):
        if one["conference_on"] and quarter.contains(one["conference_on"]):
            held.setdefault((one["child_id"], one["conference_on"]), one)
    for (child, day), one in held.items():
        plan = begun.get((child, day))
        yield {"child_id": child, "kind": INITIAL, "enquiry_started_on": one["started_on"],
               "held_on": day, "due_on": None, "outcome": GOES_ON if plan else None,
               **(_told(plan, plan["first_category"]) if plan else {})}


def _plans(records: Records) -> Iterator[Record]:
    """Yield the plans, with the number of earlier ones where the file has these too."""
    for ordered in by_child(records["plans"], "started_on").values():
        for place, one in enumerate(ordered):
            yield {**one, "earlier_plans": place or one["earlier_plans"]}


def _told(plan: Record, category: str | None) -> Cells:
    count = plan["earlier_plans"]
    return {"category": category or plan["category"], "plan_start": plan["started_on"],
            "earlier_plan": None if count is None else count > 0}


def _reviews(records: Records, quarter: ReportingPeriod) -> Iterator[Cells]:
    """Yield the reviews held in the quarter, then for each plan what else is to be told of it."""
    days = by_child(records["reviews"], "reviewed_on")
    begun = {(one["child_id"], one["conference_on"]) for one in records["enquiries"]}
    for plan in _plans(records):
        start, end = plan["started_on"], plan["ended_on"]
        if start > quarter.end or (end and end < quarter.start):
            continue
        held = [one["reviewed_on"] for one in days.get(plan["child_id"], ())
                if one["started_on"] == start]
        is_new = quarter.contains(start) and (plan["child_id"], start) in begun
        for row in _of_plan(plan, held, quarter, is_new):
            yield {"child_id": plan["child_id"], "kind": REVIEW,
                   **_told(plan, plan["category"]), **row}


def _of_plan(plan: Mapping, held: Iterable[date], quarter: ReportingPeriod, is_told: bool
             ) -> Iterator[Cells]:
    """Yield a row for each review in the quarter, and one for a review that waits, or the end."""
    end, due, last = plan["ended_on"], first_due(plan["started_on"], plan["known_from"]), None
    for last in (day for day in held if day <= quarter.end):
        if quarter.contains(last):
            is_told = True
            is_over = bool(end) and end <= last
            yield {"due_on": due, "held_on": last, "outcome": None if is_over else GOES_ON,
                   "plan_end": end if is_over else None}
        due = months_after(last, NEXT)
    if end and end <= quarter.end:
        if end != last:
            yield {"due_on": due, "held_on": None, "plan_end": end}
    elif due <= quarter.end or not is_told:
        yield {"due_on": due, "held_on": None}
