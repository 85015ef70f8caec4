"""The columns of the children in need census, and the rules for its rows.

A row is rejected if no figure can be made from it; a row that is odd but can be counted is
noted. "Conferences dated before their s47 leave the bands but stay in the total": noted.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pscb_lib.reading import cells
from pscb_lib.reading.findings import Reaction
from pscb_lib.reading.rows import Field, Record, Rule
from pscb_lib.returns.across import kept_once, once, one_row_for, same_ids
from pscb_lib.returns.codes import ETHNIC_GROUPS, SEXES
from pscb_lib.returns.national.codes import truth
from pscb_lib.returns.national.episodes_across import overlapping

BOTH = "correct one of the two"
LOOK = "see that both are right"
DAY = "write the day as 2014-04-30"


def _day(name: str) -> Field:
    return Field(name, cells.day, DAY)


def _day_or_none(name: str) -> Field:
    return Field(name, cells.optional(cells.day), DAY)


CHILD = Field("LAchildID", cells.identifier, "give the child's local id")
CENSUS_SEXES = {**SEXES, "Not recorded": (*SEXES["Not recorded"], "9", "U", "I")}
CASE = (CHILD, _day("CINreferralDate"), _day_or_none("CINclosureDate"))
FIELDS = {
    "Child": (CHILD, replace(_day_or_none("PersonBirthDate"), identifying=True),
              replace(_day_or_none("ExpectedPersonBirthDate"), identifying=True),
              Field("GenderCurrent", cells.coded(CENSUS_SEXES)),
              Field("Ethnicity", cells.coded(ETHNIC_GROUPS))),
    "CINdetails": (*CASE, Field("ReferralNFA", truth)),
    "Assessments": (*CASE, _day("AssessmentActualStartDate"),
                    _day_or_none("AssessmentAuthorisationDate")),
    "Section47": (*CASE, _day("S47ActualStartDate"), _day_or_none("InitialCPCtarget"),
                  _day_or_none("DateOfInitialCPC")),
    "ChildProtectionPlans": (
        *CASE, _day("CPPstartDate"), _day_or_none("CPPendDate"),
        Field("NumberOfPreviousCPP", cells.optional(cells.whole_number)),
        Field("InitialCategoryOfAbuse", cells.optional(cells.text)),
        Field("LatestCategoryOfAbuse", cells.optional(cells.text))),
    "CPPreviewDate": (*CASE, _day("CPPstartDate"), _day("CPPreviewDate")),
}
DAYS = {field.name for fields in FIELDS.values() for field in fields
        if field.remedy == DAY} - {
            "InitialCPCtarget", "ExpectedPersonBirthDate"}  # these may still be to come
KEYS = {
    "Child": ("LAchildID",),
    "CINdetails": ("LAchildID", "CINreferralDate"),
    "Assessments": ("LAchildID", "CINreferralDate", "AssessmentActualStartDate"),
    "Section47": ("LAchildID", "CINreferralDate", "S47ActualStartDate"),
    "ChildProtectionPlans": ("LAchildID", "CPPstartDate"),
    "CPPreviewDate": ("LAchildID", "CPPstartDate", "CPPreviewDate"),
}


def _order(first: str, then: str, says: str, reaction: Reaction = Reaction.REJECTED) -> Rule:
    def broken(row: Record) -> bool:
        return bool(row[first] and row[then]) and row[then] < row[first]

    return Rule((first, then), says, BOTH if reaction is Reaction.REJECTED else LOOK, broken,
                reaction)


def _at_weekend(row: Record) -> bool:
    return bool(row["DateOfInitialCPC"]) and row["DateOfInitialCPC"].weekday() > 4


RULES: dict[str, tuple[Rule, ...]] = {
    "Child": (),
    "CINdetails": (
        _order("CINreferralDate", "CINclosureDate", "the case closed before its referral"),),
    "Assessments": (
        _order("AssessmentActualStartDate", "AssessmentAuthorisationDate",
               "the assessment was authorised before it started"),
        _order("CINreferralDate", "AssessmentAuthorisationDate",
               "the assessment was authorised before the referral")),
    "Section47": (
        _order("S47ActualStartDate", "DateOfInitialCPC",
               "the conference is before its enquiry: counted, and never as in time",
               Reaction.NOTED),
        _order("CINreferralDate", "S47ActualStartDate", "the enquiry is before the referral",
               Reaction.NOTED),
        Rule(("DateOfInitialCPC",), "the conference is on a Saturday or Sunday", LOOK,
             _at_weekend, Reaction.NOTED)),
    "ChildProtectionPlans": (
        _order("CPPstartDate", "CPPendDate", "the plan ended before it started"),
        _order("CINreferralDate", "CPPstartDate", "the plan is before the referral",
               Reaction.NOTED)),
    "CPPreviewDate": (
        Rule(("CPPstartDate", "CPPreviewDate"), "the review is on the plan's first day or before",
             BOTH, lambda row: row["CPPreviewDate"] <= row["CPPstartDate"]),),
}
FILE_RULES = {
    "Child": once(*KEYS["Child"], says="are one child with two accounts",
                  remedy="correct or remove one"),
    "CINdetails": (
        same_ids("LAchildID"), kept_once(),
        one_row_for(*KEYS["CINdetails"], says="are one referral with two accounts",
                    remedy="correct or remove one")),
    "Assessments": (kept_once(),),
    "Section47": (kept_once(),),
    "ChildProtectionPlans": (
        kept_once(),
        one_row_for(*KEYS["ChildProtectionPlans"], says="are one plan with two accounts",
                    remedy="correct or remove one"),
        overlapping("LAchildID", "CPPstartDate", "CPPendDate", Reaction.NOTED)),
    "CPPreviewDate": (kept_once(),),
}


def rules_until(last: date) -> dict[str, tuple[Rule, ...]]:
    """The rules of each module, in a census that is known on the day *last*.

    A day after the reference date is rejected: the census cannot know it.
    """

    def is_after(name: str) -> Rule:
        return Rule((name,), f"the day is after the census's reference date, {last:%d/%m/%Y}",
                    "correct the day, or import it with the census of its year",
                    lambda row: bool(row[name]) and row[name] > last)

    return {module: (*(is_after(one.name) for one in fields if one.name in DAYS), *RULES[module])
            for module, fields in FIELDS.items()}
