"""Ofsted's Annex A: lists of children as rows, taken on the last day of the year.

Lists 1, 3 and 5 have what happened in the year (an enquiry, or its conference); lists 4, 6, 7 and 8
what was open at any time in it. Early help, care leavers and adoption (lists 2, 9, 10 and 11) do
not follow from these events and have only their headings. Workers are numbers: nobody is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pscb_lib.framework.ages import complete_years
from pscb_lib.framework.periods import months_after
from tools.synthetic.annex_a_care import care_rows
from tools.synthetic.annex_a_codes import CLOSURES, ETHNIC_GROUPS, NEEDS, SEXES, SOURCES, YES_NO
from tools.synthetic.annex_a_headings import DISABILITY, LISTS
from tools.synthetic.annex_a_protection import enquiry_cells, protection_cells
from tools.synthetic.cases import Case
from tools.synthetic.census import cases_in
from tools.synthetic.lives import Life
from tools.synthetic.span import Span

TEAMS, WORKERS = 9, 97
Cells = dict[str, object]


def annex_a_rows(life: Life, span: Span) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Return the rows of one child, each with its list; None is a blank cell."""
    who = _who(life, span.ends)
    for name, cells in _lists(life, span):
        row = {**who, **cells}
        yield name, tuple(row.get(heading) for heading in LISTS[name])


def _who(life: Life, day: date) -> Cells:
    child, number = life.child, life.household.number
    return {
        "Child Unique ID": child.id, "Gender": SEXES[child.sex],
        "Ethnicity": ETHNIC_GROUPS[child.ethnicity], "Date of Birth": child.born_on,
        "Age": complete_years(child.born_on, day),
        DISABILITY: YES_NO[child.disability != "NONE"],
        "Allocated Team": f"Team {number % TEAMS + 1}",
        "Allocated Worker": f"Worker {number % WORKERS + 1}",
    }


def _lists(life: Life, span: Span) -> Iterator[tuple[str, Cells]]:
    for contact in life.contacts:
        if span.year.contains(contact.on):
            yield "List 1", {"Date of Contact": contact.on,
                             "Contact Source": SOURCES[contact.source]}
    for case in cases_in(life, span.year):
        if case.referred_on >= span.year.start:
            yield "List 3", _referral(life, case)
        if case.assessment and _touches(case.assessment.authorised_on, span):
            yield "List 4", _assessment(case)
        if case.enquiry and (case.enquiry.conference_on
                             or case.enquiry.started_on) >= span.year.start:
            yield "List 5", enquiry_cells(life, case)
        if not case.is_no_further_action:
            yield "List 6", _need(case, span.ends)
        if case.protection and _touches(case.protection.ended_on, span):
            yield "List 7", protection_cells(life, case, span.ends)
    for cells in care_rows(life, span):
        yield "List 8", cells


def _referral(life: Life, case: Case) -> Cells:
    earlier = (other.referred_on < case.referred_on <= months_after(other.referred_on, 12)
               for other in life.cases)
    return {"Date of Referral": case.referred_on, "Referral Source": SOURCES[case.source],
            "Referral NFA?": "Yes" if case.is_no_further_action else "No",
            "Number of Referrals in Last 12 Months": sum(earlier)}


def _assessment(case: Case) -> Cells:
    goes_on = case.in_need or case.protection or case.care_from
    authorised_on = case.assessment.authorised_on
    return {"Continuous Assessment Start Date": case.assessment.started_on,
            "Child Seen During Continuous Assessment": "Yes",
            "Continuous Assessment Date of Authorisation": authorised_on,
            "Was the child assessed as requiring LA children's social care support?":
                YES_NO[bool(goes_on)] if authorised_on else None}


def _need(case: Case, day: date) -> Cells:
    return {"CIN Start Date": case.referred_on, "Primary Need Code": NEEDS[case.need],
            "Date Child Was Last Seen": case.closed_on or day.replace(day=15),
            "CIN Closure Date": case.closed_on,
            "Reason for Closure": CLOSURES.get(case.closed_because),
            "Case Status": _status(case)}


def _status(case: Case) -> str:
    if case.closed_on:
        return "e) Closed episode"
    if case.care_from and not case.care_until:
        return "a) Looked after child"
    if case.protection and not case.protection.ended_on:
        return "b) Child protection plan"
    return "c) Child in need plan" if case.in_need else "d) Open assessment"


def _touches(ended_on: date | None, span: Span) -> bool:
    return ended_on is None or ended_on >= span.year.start
