"""The rules that a row of the missing children's return must keep, each with its guidance.

The numbered rules are those of the looked-after children return (SSDA903); the others follow the
statutory guidance on children who run away or go missing (January 2014).
"""

from __future__ import annotations

from pscb_lib.framework.ages import complete_years
from pscb_lib.reading.cells.local_time import day_of, is_before
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Record, find_rules, rule

CORRECT = "correct one of the two"


@rule("left_at", "returned_at", says="the return is before the start (SSDA903 rule 567)",
      remedy=CORRECT, example={"returned_at": "11/05/2014 07:00"})
def returns_before_it_starts(row: Record) -> bool:
    """SSDA903 rule 567: the date that the missing episode "ended is before the date that it
    started"."""
    return _out_of_order("left_at", "returned_at", row)


@rule("dob", "left_at", says="the start is before the child was born (SSDA903 rule 586)",
      remedy=CORRECT, example={"dob": "13/05/2014"})
def starts_before_birth(row: Record) -> bool:
    """SSDA903 rule 586: no child is missing before it is born."""
    return day_of(row["left_at"]) < row["dob"]


@rule("dob", "left_at", says="the child was 18 or over at the start",
      remedy="correct one of the two, or take the row out", example={"dob": "12/05/1996"})
def is_of_age(row: Record) -> bool:
    """The statutory guidance of January 2014 is about children, who are under 18."""
    return complete_years(row["dob"], day_of(row["left_at"])) >= 18


@rule("returned_at", "rhi_completed_at", says="the interview is before the return",
      remedy=CORRECT, example={"rhi_completed_at": "12/05/2014"})
def is_seen_before_it_returns(row: Record) -> bool:
    """The guidance of January 2014: the interview is held after the child's return."""
    return _out_of_order("returned_at", "rhi_completed_at", row)


@rule("returned_at", "rhi_completed_at", says="there is an interview and no return",
      remedy="give the return, or take the interview out", example={"returned_at": ""})
def is_seen_and_never_returned(row: Record) -> bool:
    """The guidance of January 2014: only who has returned has a return interview."""
    return bool(row["rhi_completed_at"]) and not row["returned_at"]


@rule("rhi_offered", "rhi_accepted", says="an interview that was not offered was accepted",
      remedy=CORRECT, example={"rhi_offered": "no", "rhi_completed_at": ""})
def accepts_what_was_not_offered(row: Record) -> bool:
    """The guidance of January 2014: an interview is to be offered."""
    return bool(row["rhi_accepted"]) and not row["rhi_offered"]


@rule("rhi_offered", "rhi_accepted", "rhi_completed_at",
      says="an interview that was not offered and accepted was held",
      remedy="correct the answers, or take the interview out", example={"rhi_accepted": "no"})
def holds_what_was_not_accepted(row: Record) -> bool:
    """The guidance of January 2014: a child need not accept the offer."""
    is_agreed = row["rhi_offered"] and row["rhi_accepted"]
    return bool(row["rhi_completed_at"]) and not is_agreed


@rule("from", "placing_la", says="a child placed here by another authority, and only such a "
      "child, has a placing authority", remedy=CORRECT, example={"from": "other_la_cla"})
def is_placed_by_nobody(row: Record) -> bool:
    """The authority that placed the child is the one to interview it."""
    return (row["from"] == "other_la_cla") != bool(row["placing_la"])


@rule("from", "status", says="a child at home cannot be away from a placement, and is counted as "
      "absent, as the police call it", remedy="write P for it, or correct one of the two",
      example={"status": "A"}, reaction=Reaction.NOTED)
def is_away_from_no_placement(row: Record) -> bool:
    """The guidance of January 2014: only a looked-after child is "away from placement without
    authorisation"; the police's absent is of any child. Release 0.1.0 had one code for both."""
    return row["from"] == "home" and row["status"] == "A"


RULES_OF_A_ROW = find_rules(globals())


def _out_of_order(earlier: str, later: str, row: Record) -> bool:
    return bool(row[earlier] and row[later]) and is_before(row[later], row[earlier])
