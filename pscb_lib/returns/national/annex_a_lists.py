"""The lists of Annex A used for figures: their columns, and the suite's names for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pscb_lib.reading import cells
from pscb_lib.reading.cells import Parser
from pscb_lib.returns.national.codes import leading_code, lettered

Maker = Callable[[Parser], Parser]


@dataclass(frozen=True)
class AnnexList:
    """One list: its sheet, its kind of record, and the parser and name of each column.

    ``in_order`` are pairs of columns whose second day may not be before the first; ``fixed`` are
    values added to every row.
    """

    sheet: str
    noun: str
    parsers: Mapping[str, Maker]
    names: Mapping[str, str]
    in_order: tuple[tuple[str, str], ...] = ()
    fixed: Mapping[str, object] = field(default_factory=dict)


def a_day(day: Parser) -> Parser:
    """Parse a day that is required."""
    return lettered(day)


def a_day_or_none(day: Parser) -> Parser:
    """Parse a day, or a blank."""
    return blank_or(day)


def a_yes_or_no(day: Parser) -> Parser:
    """Parse yes or no, with or without its letter; a blank is None."""
    return blank_or(cells.yes_no)


def a_number(day: Parser) -> Parser:
    """Parse a count, or a blank."""
    return blank_or(cells.whole_number)


def a_code(day: Parser) -> Parser:
    """Parse the code at the start of a label, or a blank."""
    return blank_or(leading_code)


def blank_or(parser: Parser) -> Parser:
    """Make a parser that drops the letter of a cell and reads a blank or #N/A as None."""
    return lettered(cells.optional(parser))


LISTS = (
    AnnexList("List 1", "contacts", {"Date of Contact": a_day}, {"Date of Contact": "received_on"}),
    AnnexList(
        "List 3", "referrals",
        {"Date of Referral": a_day, "Referral NFA?": a_yes_or_no,
         "Number of Referrals in Last 12 Months": a_number},
        {"Date of Referral": "referred_on", "Referral NFA?": "no_further_action",
         "Number of Referrals in Last 12 Months": "earlier_in_year"}),
    AnnexList(
        "List 4", "assessments",
        {"Continuous Assessment Start Date": a_day,
         "Continuous Assessment Date of Authorisation": a_day_or_none},
        {"Continuous Assessment Start Date": "started_on",
         "Continuous Assessment Date of Authorisation": "authorised_on"},
        (("Continuous Assessment Start Date", "Continuous Assessment Date of Authorisation"),),
        {"referred_on": None, "closed_on": None}),
    AnnexList(
        "List 5", "enquiries",
        {"Strategy discussion initiating Section 47 Enquiry Start Date": a_day,
         "Date of Initial Child Protection Conference": a_day_or_none,
         "Did the Initial Child Protection Conference Result in a Child Protection Plan":
             a_yes_or_no},
        {"Strategy discussion initiating Section 47 Enquiry Start Date": "started_on",
         "Date of Initial Child Protection Conference": "conference_on",
         "Did the Initial Child Protection Conference Result in a Child Protection Plan":
             "led_to_plan"},
        fixed={"target_on": None}),
    AnnexList(
        "List 6", "needs",
        {"CIN Start Date": a_day, "CIN Closure Date": a_day_or_none},
        {"CIN Start Date": "began_on", "CIN Closure Date": "ended_on"},
        (("CIN Start Date", "CIN Closure Date"),)),
    AnnexList(
        "List 7", "plans",
        {"Child Protection Plan Start Date": a_day, "Child Protection Plan End Date": a_day_or_none,
         "Number of Previous Child Protection Plans": a_number},
        {"Child Protection Plan Start Date": "started_on",
         "Child Protection Plan End Date": "ended_on",
         "Number of Previous Child Protection Plans": "earlier_plans"},
        (("Child Protection Plan Start Date", "Child Protection Plan End Date"),)),
    AnnexList(
        "List 8", "episodes",
        {"Date Started to be Looked After": a_day, "Date Ceased to be Looked After": a_day_or_none,
         "Child's Legal Status": a_code, "Reason Ceased to be Looked After": a_code,
         "Number of Placements in the Last 12 months": a_number},
        {"Date Started to be Looked After": "began_on",
         "Date Ceased to be Looked After": "ended_on",
         "Child's Legal Status": "legal_status", "Reason Ceased to be Looked After": "reason_ended",
         "Number of Placements in the Last 12 months": "placements"},
        (("Date Started to be Looked After", "Date Ceased to be Looked After"),),
        {"reason_new": "S"}),
)
