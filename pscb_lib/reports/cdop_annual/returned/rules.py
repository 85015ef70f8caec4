"""The rules that a row of the panel's return must keep, each with its guidance.

Working Together (2013), chapter 5: the panel reviews the deaths of all children under 18 who
were resident in its area, and says what could be changed.
"""

from __future__ import annotations

from pscb_lib.framework.ages import complete_years
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Record, find_rules, rule

ADULT = 18
REPORTED_TO_CORONER = ("1", "2", "3", "10")  # categories that no panel gives without a coroner
DATES = "correct one of the two dates"
NUMBERS = "correct one of the two numbers"


@rule("date_of_birth", "date_of_death", says="a death cannot be before the birth", remedy=DATES,
      example={"date_of_death": "28/02/2000"})
def dies_before_birth(row: Record) -> bool:
    """A child who was not born alive is outside the panel's review."""
    return row["date_of_death"] < row["date_of_birth"]


@rule("date_of_birth", "date_of_death",
      says="a death on or after the 18th birthday is outside the panel's review",
      remedy="correct one of the two dates or take the row out",
      example={"date_of_birth": "01/03/1995"})
def dies_of_age(row: Record) -> bool:
    """Working Together (2013): the deaths of children, who are under 18, are reviewed."""
    return complete_years(row["date_of_birth"], row["date_of_death"]) >= ADULT


@rule("notified_on", "date_of_death", says="a death cannot be notified before it happened",
      remedy=DATES, example={"notified_on": "28/02/2013"})
def is_notified_too_early(row: Record) -> bool:
    """The panel is told of a death once it has happened."""
    return _is_before(row, "notified_on")


@rule("panel_completed_on", "date_of_death",
      says="the panel cannot complete a review before the death", remedy=DATES,
      example={"panel_completed_on": "28/02/2013"})
def is_reviewed_too_early(row: Record) -> bool:
    """The panel reviews a death once it has happened."""
    return _is_before(row, "panel_completed_on")


@rule("panel_completed_on", "notified_on",
      says="the panel cannot complete a review before it is told of the death", remedy=DATES,
      example={"panel_completed_on": "01/03/2013"})
def is_reviewed_before_it_is_told(row: Record) -> bool:
    """Reviews brought forward and deaths notified, less reviews completed, are still open."""
    completed = row["panel_completed_on"]
    return completed is not None and row["date_of_death"] <= completed < row["notified_on"]


@rule("inquest_concluded_on", "date_of_death",
      says="an inquest cannot conclude before the death", remedy=DATES,
      example={"inquest_concluded_on": "28/02/2013"})
def is_inquired_into_too_early(row: Record) -> bool:
    """An inquest is held into a death that has happened."""
    return _is_before(row, "inquest_concluded_on")


@rule("scr", "referred_for_case_review",
      says="a serious case review needs a referral for case review",
      remedy="correct one of the two answers",
      example={"scr": "yes", "referred_for_case_review": "no"})
def is_reviewed_without_referral(row: Record) -> bool:
    """Working Together (2013): a case is referred before the Board decides on a review."""
    return bool(row["scr"]) and row["referred_for_case_review"] is False


@rule("recommendations_done", "recommendations",
      says="more recommendations are done than were made", remedy=NUMBERS,
      example={"recommendations": "1", "recommendations_done": "2"})
def does_more_than_was_made(row: Record) -> bool:
    """Section 4 of the framework: a recommendation is made, done and evidenced, in this order."""
    return (row["recommendations_done"] or 0) > (row["recommendations"] or 0)


@rule("recommendations_evidenced", "recommendations_done",
      says="more recommendations have evidence of an outcome than are done", remedy=NUMBERS,
      example={"recommendations": "2", "recommendations_done": "1",
               "recommendations_evidenced": "2"})
def has_more_evidence_than_was_done(row: Record) -> bool:
    """Section 4 of the framework: signing off is not the end; the evidence comes after."""
    return (row["recommendations_evidenced"] or 0) > (row["recommendations_done"] or 0)


@rule("coroner", "category", "expected",
      says="an unexpected death, or one of category 1, 2, 3 or 10, is reported to the coroner",
      remedy="panel co-ordinator: ask the coroner's office, and correct the answer that is wrong",
      example={"coroner": "no"}, reaction=Reaction.NOTED)
def is_unknown_to_the_coroner(row: Record) -> bool:
    """Working Together (2013), chapter 5: the coroner is told of each unexpected death."""
    return is_unreported(row)


@rule("rapid_response", "category",
      says="a sudden, unexplained death has had no coordinated response",
      remedy="panel co-ordinator: say why, or correct the answer",
      example={"rapid_response": "no", "category": "10"}, reaction=Reaction.NOTED)
def has_had_no_response(row: Record) -> bool:
    """Regulation 6: "a coordinated response ... to an unexpected death"."""
    return is_without_response(row)


@rule("wider_concern", "wider_concern_from",
      says="a wider concern arises from a particular death or from a pattern of deaths",
      remedy="fill both or neither", example={"wider_concern": "housing"})
def arises_from_nothing(row: Record) -> bool:
    """Regulation 6: concerns "arising from a particular death or from a pattern of deaths"."""
    return (row["wider_concern"] is None) != (row["wider_concern_from"] is None)


RULES = find_rules(globals())


def is_unreported(row: Record) -> bool:
    """Whether a death that is the coroner's is recorded as not reported; a blank is not a no."""
    is_theirs = row["expected"] == "no" or row["category"] in REPORTED_TO_CORONER
    return is_theirs and row["coroner"] is False


def is_without_response(row: Record) -> bool:
    """Whether a sudden, unexplained death is recorded as without a coordinated response."""
    return row["category"] == "10" and row["rapid_response"] == "no"


def _is_before(row: Record, earlier: str) -> bool:
    return row[earlier] is not None and row[earlier] < row["date_of_death"]
