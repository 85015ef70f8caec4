"""The children in need census as XML: child by child, one element a line.

A census has the cases that were open at any time in its year, as they were on 31 March. A case
closed before April is only in the census before, which is needed to identify a re-referral.
"""

from __future__ import annotations

from datetime import date
from typing import TextIO
from xml.etree.ElementTree import Element, indent, tostring

from pscb_lib.framework.periods import ReportingPeriod
from tools.synthetic.cases import Assessment, Case, Enquiry, known_on
from tools.synthetic.lives import Life

THIS_YEAR, YEAR_BEFORE = "cin.xml", "cin_before.xml"
AUTHORITY = "874"
STEP = "  "
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<Message>\n'
TAIL = f"{STEP}</Children>\n</Message>\n"


def write_head(file: TextIO, year: ReportingPeriod) -> None:
    """Write the part before the first child."""
    header = _node(
        "Header",
        _node("CollectionDetails", _leaf("Collection", "CIN"), _leaf("Year", year.end.year),
              _leaf("ReferenceDate", year.end)),
        _node("Source", _leaf("SourceLevel", "L"), _leaf("LEA", AUTHORITY),
              _leaf("SoftwareCode", "invented"), _leaf("Release", "1"),
              _leaf("SerialNo", "001"), _leaf("DateTime", f"{year.end}T09:00:00")))
    file.write(HEAD + _written(header, 1) + f"{STEP}<Children>\n")


def write_child(file: TextIO, life: Life, year: ReportingPeriod) -> None:
    """Write a child with its cases of *year*; nothing if it has none."""
    cases = cases_in(life, year)
    if cases:
        file.write(_written(_child(life, cases, year), 2))


def cases_in(life: Life, year: ReportingPeriod) -> list[Case]:
    """Return the child's cases in the census of *year*, as known on its last day."""
    known = (known_on(case, year.end) for case in life.cases)
    return [case for case in known if case and _last_day(case, year.end) >= year.start]


def _last_day(case: Case, end: date) -> date:
    return case.referred_on if case.is_no_further_action else case.closed_on or end


def _child(life: Life, cases: list[Case], year: ReportingPeriod) -> Element:
    child, died_on = life.child, life.died_on
    return _node(
        "Child",
        _node("ChildIdentifiers", _leaf("LAchildID", child.id), _leaf("UPNunknown", "UN5"),
              _leaf("PersonBirthDate", child.born_on), _leaf("Sex", child.sex),
              _leaf("PersonDeathDate", died_on if died_on and died_on <= year.end else None)),
        _node("ChildCharacteristics", _leaf("Ethnicity", child.ethnicity),
              _node("Disabilities", _leaf("Disability", child.disability))),
        *(_case(life, case) for case in cases))


def _case(life: Life, case: Case) -> Element:
    plan = case.in_need
    return _node(
        "CINdetails",
        _leaf("CINreferralDate", case.referred_on), _leaf("ReferralSource", case.source),
        _leaf("PrimaryNeedCode", case.need), _leaf("CINclosureDate", case.closed_on),
        _leaf("ReasonForClosure", case.closed_because or None),
        case.assessment and _assessment(case.assessment),
        plan and _node("CINPlanDates", _leaf("CINPlanStartDate", plan.started_on),
                       _leaf("CINPlanEndDate", plan.ended_on)),
        case.enquiry and _enquiry(case.enquiry),
        _leaf("ReferralNFA", _yes_no(case.is_no_further_action)),
        case.protection and _protection(life, case))


def _assessment(assessment: Assessment) -> Element:
    factors = [_leaf("AssessmentFactors", code) for code in assessment.factors]
    return _node(
        "Assessments", _leaf("AssessmentActualStartDate", assessment.started_on),
        _leaf("AssessmentAuthorisationDate", assessment.authorised_on),
        assessment.authorised_on and _node("FactorsIdentifiedAtAssessment", *factors))


def _enquiry(enquiry: Enquiry) -> Element:
    return _node(
        "Section47", _leaf("S47ActualStartDate", enquiry.started_on),
        _leaf("InitialCPCtarget", enquiry.conference_due_on),
        _leaf("DateOfInitialCPC", enquiry.conference_on),
        _leaf("ICPCnotRequired", _yes_no(not enquiry.is_conference_needed)))


def _protection(life: Life, case: Case) -> Element:
    plan = case.protection
    reviews = [_leaf("CPPreviewDate", day) for day in plan.reviewed_on]
    return _node(
        "ChildProtectionPlans", _leaf("CPPstartDate", plan.started_on),
        _leaf("CPPendDate", plan.ended_on), _leaf("InitialCategoryOfAbuse", plan.category),
        _leaf("LatestCategoryOfAbuse", plan.latest_category),
        _leaf("NumberOfPreviousCPP", life.plans_before(case)),
        _node("Reviews", *reviews) if reviews else None)


def _node(name: str, *parts: Element | None) -> Element:
    node = Element(name)
    node.extend(part for part in parts if part is not None)
    return node


def _leaf(name: str, value: object) -> Element | None:
    if value is None:
        return None
    leaf = Element(name)
    leaf.text = str(value)
    return leaf


def _yes_no(value: bool) -> str:
    return "true" if value else "false"


def _written(element: Element, level: int) -> str:
    indent(element, STEP, level)
    return f"{STEP * level}{tostring(element, encoding='unicode').rstrip()}\n"
