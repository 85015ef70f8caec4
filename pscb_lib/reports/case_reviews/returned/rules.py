"""What cannot be true of one row of the return of reviews."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pscb_lib.reading.rows import Broken, FileRule, Record, Records, find_rules, rule
from pscb_lib.reports.case_reviews.returned.record import (
    ELSEWHERE,
    MANAGEMENT,
    NONE,
    OF_THE_EVENT,
    SERIOUS,
    STEPS,
)

CORRECT = "correct one of the two"
TESTED = ("standards_tested", "standards_met", "standards_not_met")


@rule(*STEPS, says="the steps of a review are not in order", remedy="correct the day that is wrong",
      example={"decided_on": "12/01/2014"})
def is_out_of_order(row: Record) -> bool:
    """Working Together 2013, chapter 4: notified, considered, decided, begun, completed, published.

    Another area may publish its review long before this Board hears of it.
    """
    steps = STEPS[:-1] if row["kind"] == ELSEWHERE else STEPS
    days = [row[name] for name in steps if row[name] is not None]
    return any(later < earlier for earlier, later in pairwise(days))


@rule("decided_on", "begun_on", "completed_on", "published_on", says="a step before it has no day",
      remedy="fill the missing day", example={"begun_on": ""})
def skips_a_step(row: Record) -> bool:
    """Working Together 2013, chapter 4: a review is decided, begun and completed before it is out.
    """
    days = [row[name] for name in STEPS[2:]]
    return row["kind"] != ELSEWHERE and any(
        later and not earlier for earlier, later in pairwise(days))


@rule("begun_on", "due_on", says="the review is due before it begins", remedy=CORRECT,
      example={"due_on": "01/03/2014"})
def is_due_before_it_begins(row: Record) -> bool:
    """Working Together 2013, chapter 4: the aim is six months from the beginning."""
    begun, due = row["begun_on"], row["due_on"]
    return begun is not None and due is not None and due < begun


@rule("decided_on", "kind", "serious_case", says="a decision has its day, the kind of review and "
      "whether it is a serious case review", remedy="fill all three, or none of them",
      example={"serious_case": ""})
def is_half_decided(row: Record) -> bool:
    """Regulation 5: the chair decides whether there is a serious case review."""
    told = {row[name] is not None for name in ("decided_on", "kind", "serious_case")}
    return row["kind"] != ELSEWHERE and len(told) > 1


@rule("kind", "serious_case", says="the kind of review is not what was decided", remedy=CORRECT,
      example={"serious_case": "yes"})
def is_not_what_was_decided(row: Record) -> bool:
    """Section 11: a case below the threshold of a serious case review may be reviewed otherwise."""
    return row["serious_case"] is not None and row["serious_case"] != (row["kind"] == SERIOUS)


@rule("kind", "begun_on", says="a case that is not reviewed has a review", remedy=CORRECT,
      example={"kind": "not reviewed"})
def is_reviewed_and_not(row: Record) -> bool:
    """Section 11: the group considers a case, and reviews it or not."""
    return row["kind"] == NONE and row["begun_on"] is not None


@rule("kind", "criterion", says="the case meets a criterion or neither, and the row does not say",
      remedy="write died, seriously harmed, custody or neither", example={"criterion": ""})
def has_no_criterion(row: Record) -> bool:
    """Regulation 5 of the Local Safeguarding Children Boards Regulations 2006."""
    return row["criterion"] is None and row["kind"] != ELSEWHERE


@rule("published_on", "withheld_because", says="the review is published and withheld",
      remedy=CORRECT, example={"published_on": "01/08/2014", "published_where": "website"})
def is_out_and_withheld(row: Record) -> bool:
    """Working Together 2013, chapter 4: a review is published in full, or it is said why not."""
    return row["published_on"] is not None and (
        row["withheld_because"] is not None or row["withheld_by"] is not None)


@rule("published_on", "published_where", says="a published review has its day and its place",
      remedy="fill both or neither", example={"published_where": "website", "withheld_by": "",
                                              "withheld_because": ""})
def is_nowhere(row: Record) -> bool:
    """Working Together 2013, chapter 4: the public can read it."""
    return (row["published_on"] is None) != (row["published_where"] is None)


@rule("withheld_by", "withheld_because", says="what is withheld is withheld by a role, for a "
      "reason", remedy="fill both or neither", example={"withheld_by": ""})
def is_half_withheld(row: Record) -> bool:
    """Working Together 2013, chapter 4: a review is published in full, or it is said why not."""
    return (row["withheld_by"] is None) != (row["withheld_because"] is None)


@rule(*TESTED, says="more standards and criteria were met or not met than were tested",
      remedy="correct the one that is wrong", example={"standards_tested": "6"})
def has_more_than_were_tested(row: Record) -> bool:
    """Section 11: practice is considered "against PSCB standards and criteria"."""
    tested, met, unmet = (row[name] or 0 for name in TESTED)
    return met + unmet > tested


@rule(*OF_THE_EVENT, says="more practitioners took part than were invited", remedy=CORRECT,
      example={"practitioners_invited_n": "20"})
def has_more_guests_than_invited(row: Record) -> bool:
    """Section 11: the learning process "involves practitioners and their managers"."""
    invited, came = (row[name] or 0 for name in OF_THE_EVENT)
    return came > invited


@rule("kind", "for_review_id", says="only a management review is made for another review",
      remedy=CORRECT, example={"kind": "multi-agency review", "for_review_id": "SCR-Z"})
def is_for_another(row: Record) -> bool:
    """Section 11: a management review stands alone, or is an agency's part of another review."""
    return row["for_review_id"] is not None and row["kind"] != MANAGEMENT


def for_unknown_reviews(records: Records) -> Iterator[Broken]:
    """Find rows for a review that is no other row of the return."""
    known = {*records.column("review_id")}
    for row in records:
        if row["for_review_id"] and row["for_review_id"] not in known - {row["review_id"]}:
            yield Broken((row["row"],), ("for_review_id",), value=row["for_review_id"],
                         file=row["file"])


KNOWN_REVIEWS = FileRule("is no other review of the return", "correct the id, or send that review",
                         for_unknown_reviews)
RULES = find_rules(globals())
