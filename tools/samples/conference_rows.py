"""The sample of conferences as it is sent: a row for each child and conference, by quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from pscb_lib.framework.periods import months_after
from tools.samples.conference_families import Child, Family, working_day
from tools.samples.conference_initial import Initial
from tools.samples.dealing import chance, pick

PARTS = {"attended": 24, "advocate": 14, "written or drawn": 18, "told to chair": 16,
         "declined": 12, "not asked": 16}
LATE_REVIEW = {"chair": 3, "family": 3, "agency availability": 3, "report not ready": 3}
NOT_QUORATE = ("two agencies had sent reports", "the decision could not wait",
               "the third agency joined by telephone")
OLD_ENOUGH = 8
DAYS_BEFORE = {True: 1, False: 5}  # working days before an initial conference, and a review
Row = dict[str, str]


def write_day(day: date | None) -> str:
    """A day as a clerk writes it."""
    return f"{day:%d/%m/%Y}" if day else ""


def rows_of(rng: Random, initial: Sequence[Initial], families: Sequence[Family]) -> Iterator[Row]:
    """Yield all rows; ``on`` is the day by which a row's quarter is known."""
    for one in initial:
        yield from _initial(rng, one)
    for one in families:
        yield from _reviews(rng, one)


def _initial(rng: Random, one: Initial) -> Iterator[Row]:
    family, day = one.family, one.family.start
    shared = _conference(rng, family, day, is_first=True) | {
        "kind": family.kind, "enquiry_started_on": write_day(one.enquiry),
        "strategy_on": write_day(one.strategy), "notified_on": write_day(one.notified),
        "late_because": one.late_because}
    for child, outcome in zip(family.children, one.outcomes, strict=True):
        is_plan = outcome == "plan"
        yield shared | _child(rng, child, family, day) | {
            "outcome": outcome, "dissent": _yes(chance(6, rng))} | (
            _plan(child, family) if is_plan else {})


def _reviews(rng: Random, family: Family) -> Iterator[Row]:
    for due, day in family.held:
        present = [child for child in family.planned if child.end is None or child.end >= day]
        shared = _conference(rng, family, day, is_first=False) | {
            "kind": "review", "due_on": write_day(due),
            "late_because": str(pick(LATE_REVIEW, rng)) if day > due else ""}
        for child in present:
            ends = child.end == day
            yield shared | _child(rng, child, family, day) | _plan(child, family, ends) | {
                "outcome": _after(child) if ends else "plan", "dissent": _yes(chance(4, rng))}
    for seen_on, due in family.missed:
        why = str(pick(LATE_REVIEW, rng))
        for child in family.planned:
            if child.end is None or child.end > seen_on:
                yield _waiting(family, child, due, seen_on) | _plan(child, family) | {
                    "late_because": why}
    for child in family.planned:
        if child.end and child.end not in [day for _, day in family.held]:
            before = [day for _, day in family.held if day < child.end]
            due = months_after(before[-1], 6) if before else family.first_due
            yield _waiting(family, child, due, child.end) | _plan(child, family, True)


def _after(child: Child) -> str:
    return "none" if child.end_reason == "looked after" else "CIN plan"


def _waiting(family: Family, child: Child, due: date, on: date) -> Row:
    """A row without a conference: a review that is overdue, or a plan that ended before it."""
    return {"on": on.isoformat(), "key": f"{family.id} {due} due", "family_id": family.id,
            "child_id": child.id, "kind": "review", "due_on": write_day(due),
            **_who(child, on)}


def _conference(rng: Random, family: Family, day: date, is_first: bool) -> Row:
    quorate, came = chance(94, rng), chance(86, rng)
    row = {"on": day.isoformat(), "key": f"{family.id} {day}", "family_id": family.id,
           "held_on": write_day(day), "quorate": _yes(quorate), "parent_part": _yes(came),
           "went_ahead_because": "" if quorate else NOT_QUORATE[rng.randrange(3)]}
    if chance(91, rng):
        early = DAYS_BEFORE[is_first] if chance(74, rng) else 0
        row["parent_got_report_on"] = write_day(_days_before(day, early))
    return row


def _days_before(day: date, number: int) -> date:
    for _ in range(number):
        day = working_day(day - timedelta(days=1), -1)
    return day


def _child(rng: Random, child: Child, family: Family, day: date) -> Row:
    young = child.dob > day - timedelta(days=365 * OLD_ENOUGH + 2)
    part = "too young" if young else str(pick(PARTS, rng))
    return {"child_id": child.id, "child_part": part, **_who(child, day)}


def _who(child: Child, day: date) -> Row:
    is_born = child.dob <= day
    return {"dob": write_day(child.dob) if is_born else "",
            "expected_dob": "" if is_born else write_day(child.dob),
            "sex": child.sex, "ethnicity": child.ethnicity}


def _plan(child: Child, family: Family, has_ended: bool = False) -> Row:
    return {"category": child.category, "plan_start": write_day(family.start),
            "earlier_plan": _yes(child.earlier),
            **({"plan_end": write_day(child.end), "end_reason": child.end_reason}
               if has_ended else {})}


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
