"""The rules that a row of a Section 11 self-audit must keep, each with its guidance.

Appendix 1, item 8: "Reporting to PSCB following scrutiny at Q & E Group": an agency grades
itself, the group moderates and scrutinises, and then the Board is told.
"""

from __future__ import annotations

from pscb_lib.reading.rows import Record, find_rules, rule


@rule("returned_on", "self_grade", says="a grade needs the day on which the form came back",
      remedy="fill returned_on", example={"returned_on": ""})
def is_graded_and_never_returned(row: Record) -> bool:
    """Section 11 of the Children Act 2004: the agency answers for itself, by a form it sends."""
    return row["self_grade"] is not None and row["returned_on"] is None


@rule("self_grade", "moderated_grade", says="only what an agency has graded is moderated",
      remedy="fill the self grade or clear the moderated one",
      example={"self_grade": "", "moderated_grade": "Mostly met"})
def is_moderated_and_never_graded(row: Record) -> bool:
    """Item 8: the group moderates the agency's own grade."""
    return row["moderated_grade"] is not None and row["self_grade"] is None


@rule("moderated_grade", "scrutinised_on", says="Q&E scrutinises moderated grades",
      remedy="fill the moderated grade or clear scrutinised_on",
      example={"scrutinised_on": "10/12/2014"})
def is_scrutinised_without_grade(row: Record) -> bool:
    """Item 8: scrutiny follows moderation."""
    return row["scrutinised_on"] is not None and row["moderated_grade"] is None


@rule("returned_on", "scrutinised_on", says="scrutiny cannot be before the return",
      remedy="correct one of the two dates",
      example={"moderated_grade": "Mostly met", "scrutinised_on": "25/11/2014"})
def is_scrutinised_too_early(row: Record) -> bool:
    """Item 8: a form is scrutinised once it has come."""
    scrutinised, returned = row["scrutinised_on"], row["returned_on"]
    return None not in (scrutinised, returned) and scrutinised < returned


RULES = find_rules(globals())
