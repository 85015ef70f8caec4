"""The rules that a row of the return of conferences must keep, each with its guidance."""

from __future__ import annotations

from pscb_lib.framework.ages import complete_years
from pscb_lib.reading.rows import Record, find_rules, rule
from pscb_lib.reports.child_protection_conferencing.returned.record import (
    FIRST,
    OWN_INITIAL,
    PLAN,
    PRE_BIRTH,
    REVIEWS,
    TRANSFER_IN,
)
from pscb_lib.returns.national.source import is_imported

CORRECT = "correct one of the two"
AS_REVIEW = {"kind": "review", "due_on": "13/01/2015", "enquiry_started_on": "",
             "strategy_on": "", "plan_start": "14/10/2014"}


@rule("enquiry_started_on", "held_on", says="the conference is before the enquiry", remedy=CORRECT,
      example={"enquiry_started_on": "15/10/2014"})
def is_before_its_enquiry(row: Record) -> bool:
    """Working Together 2013, chapter 1: an initial conference follows an enquiry under section 47
    of the Children Act 1989."""
    return _is_after(row["enquiry_started_on"], row["held_on"])


@rule("strategy_on", "held_on", says="the conference is before the strategy discussion",
      remedy=CORRECT, example={"strategy_on": "15/10/2014"})
def is_before_its_strategy(row: Record) -> bool:
    """Working Together 2013, chapter 1: a strategy discussion decides whether to enquire."""
    return _is_after(row["strategy_on"], row["held_on"])


@rule("kind", "notified_on", says="a transferred plan, and only that, has the day on which the "
      "authority was notified", remedy=CORRECT, example={"notified_on": "01/10/2014"})
def is_transferred_by_nobody(row: Record) -> bool:
    """Working Together 2013, chapter 1: the receiving authority holds a conference within 15
    working days of being notified."""
    return (row["kind"] == TRANSFER_IN) != (row["notified_on"] is not None)


@rule("notified_on", "held_on", says="the conference is before the notification", remedy=CORRECT,
      example={"kind": "transfer-in", "notified_on": "15/10/2014"})
def is_before_its_notification(row: Record) -> bool:
    """Working Together 2013, chapter 1: the 15 working days run from the notification."""
    return _is_after(row["notified_on"], row["held_on"])


@rule("kind", "due_on", says="a review, and only a review, has a day on which it is due",
      remedy=CORRECT, example={"due_on": "13/01/2015"})
def has_no_day_due(row: Record) -> bool:
    """Working Together 2013, chapter 1: the first review is within three months of the initial
    conference, each later one within six months of the last."""
    return (row["kind"] in REVIEWS) != (row["due_on"] is not None)


@rule("kind", "held_on", says="only a review is sent before it is held", remedy="give the day, or "
      "send the row once it is held", example={"held_on": ""})
def is_not_yet_held(row: Record) -> bool:
    """Only a review has a day by which it is due; an initial conference counts once it is held."""
    return row["kind"] in FIRST and row["held_on"] is None


@rule("family_id", says="must not be blank", remedy="send ids as text",
      example={"family_id": ""})
def is_of_no_family(row: Record) -> bool:
    """Children of one family are counted apart from families; a census has none."""
    return row["family_id"] is None and not is_imported(row["source"])


@rule("held_on", "outcome", says="a conference that was held, and only that, has an outcome",
      remedy=CORRECT, example={"outcome": ""})
def ends_in_nothing(row: Record) -> bool:
    """Working Together 2013, chapter 1: the conference decides whether the child needs a plan."""
    is_unknown = is_imported(row["source"]) and row["outcome"] is None
    return (row["held_on"] is None) != (row["outcome"] is None) and not is_unknown


@rule("held_on", "quorate", says="it is not said whether the conference was quorate",
      remedy="write yes or no", example={"quorate": ""})
def is_neither_quorate_nor_not(row: Record) -> bool:
    """The Board's procedures: social care and two other agencies in contact with the child."""
    is_unsaid = row["held_on"] is not None and row["quorate"] is None
    return is_unsaid and not is_imported(row["source"])


@rule("quorate", "went_ahead_because", says="it is not said why a conference that was not quorate "
      "went ahead", remedy="say why", example={"quorate": "no"})
def goes_ahead_without_reason(row: Record) -> bool:
    """The Board's procedures: the chair records why."""
    return row["quorate"] is False and row["went_ahead_because"] is None


@rule("outcome", "category", "plan_start", says="a plan has a category and a first day",
      remedy="give both, or correct the outcome", example={"category": ""})
def is_a_plan_for_nothing(row: Record) -> bool:
    """Children in need census: a plan has a start date and a category of abuse."""
    is_unknown = row["category"] is None and not is_imported(row["source"])
    return row["outcome"] == PLAN and (is_unknown or row["plan_start"] is None)


@rule("kind", "plan_start", says="a review is of a plan, and its first day is missing",
      remedy="give it", example={**AS_REVIEW, "plan_start": "", "outcome": "none"})
def reviews_no_plan(row: Record) -> bool:
    """Children in need census: a review is of a plan that has a start date."""
    return row["kind"] in REVIEWS and row["plan_start"] is None


@rule("held_on", "plan_start", says="the plan starts before its initial conference",
      remedy=CORRECT, example={"plan_start": "13/10/2014"})
def starts_before_its_conference(row: Record) -> bool:
    """Working Together 2013, chapter 1: the initial conference decides on the plan."""
    return row["kind"] in FIRST and _is_after(row["held_on"], row["plan_start"])


@rule("plan_start", "due_on", says="the review is due before the plan starts", remedy=CORRECT,
      example={**AS_REVIEW, "plan_start": "15/01/2014", "due_on": "13/01/2014"})
def is_reviewed_before_it_starts(row: Record) -> bool:
    """Working Together 2013, chapter 1: a review is of a plan that runs."""
    return _is_after(row["plan_start"], row["due_on"])


@rule("plan_start", "plan_end", says="the plan ended before it started", remedy=CORRECT,
      example={**AS_REVIEW, "outcome": "none", "plan_end": "13/10/2014",
               "end_reason": "lower risk"})
def ends_before_it_starts(row: Record) -> bool:
    """Children in need census: the end date of a plan is not before its start date."""
    return _is_after(row["plan_start"], row["plan_end"])


@rule("plan_end", "end_reason", says="a plan that has ended, and only that, has a reason",
      remedy=CORRECT, example={"end_reason": "moved"})
def ends_for_no_reason(row: Record) -> bool:
    """Why plans end tells whether they end well."""
    is_unknown = is_imported(row["source"]) and row["end_reason"] is None
    return (row["plan_end"] is None) != (row["end_reason"] is None) and not is_unknown


@rule("outcome", "plan_end", says="the plan goes on and has ended", remedy=CORRECT,
      example={**AS_REVIEW, "plan_end": "14/10/2014", "end_reason": "lower risk"})
def goes_on_and_has_ended(row: Record) -> bool:
    """Working Together 2013, chapter 1: a review decides whether the plan goes on."""
    return row["outcome"] == PLAN and row["plan_end"] is not None


@rule("kind", "dob", "expected_dob", says="a child has a date of birth or, not yet born, an "
      "expected one", remedy="give one of the two", example={"dob": ""})
def is_neither_born_nor_expected(row: Record) -> bool:
    """Working Together 2013, chapter 1: a conference may be held before a child is born."""
    if row["kind"] == PRE_BIRTH:
        return row["expected_dob"] is None or row["dob"] is not None
    return (row["dob"] is None) == (row["expected_dob"] is None)


@rule("dob", "held_on", says="the child was 18 or over, or not born", remedy=CORRECT,
      example={"dob": "14/10/1996"})
def is_no_child(row: Record) -> bool:
    """Children Act 1989, section 105: a child is a person under the age of eighteen."""
    born, day = row["dob"], row["held_on"]
    return None not in (born, day) and not 0 <= complete_years(born, day) < 18


@rule("parent_got_report_on", "held_on", says="the parent was given the report after the "
      "conference", remedy=CORRECT, example={"parent_got_report_on": "15/10/2014"})
def is_told_afterwards(row: Record) -> bool:
    """The Board's procedures: a parent reads the report before the conference."""
    return _is_after(row["parent_got_report_on"], row["held_on"])


RULES_OF_A_ROW = find_rules(globals())


def has_own_clock(row: Record) -> bool:
    """Whether its 15 working days run from an enquiry, and not from a notification."""
    return row["kind"] in OWN_INITIAL


def _is_after(earlier: object, later: object) -> bool:
    return None not in (earlier, later) and earlier > later  # type: ignore[operator]
