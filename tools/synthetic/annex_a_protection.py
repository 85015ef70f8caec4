"""Lists 5 and 7 of Annex A: section 47 enquiries, and child protection plans."""

from __future__ import annotations

from datetime import date

from pscb_lib.framework.ages import complete_months
from tools.synthetic.annex_a_codes import ABUSE, YES_NO
from tools.synthetic.cases import Case
from tools.synthetic.lives import Life

Cells = dict[str, object]


def enquiry_cells(life: Life, case: Case) -> Cells:
    """Return the cells of List 5 for the enquiry of a case."""
    enquiry = case.enquiry
    recent = [other.enquiry for other in life.cases if other.enquiry
              and other.enquiry.started_on <= enquiry.started_on
              and complete_months(other.enquiry.started_on, enquiry.started_on) < 12]
    planned = ("Yes" if case.protection else "No") if enquiry.conference_on else None
    return {
        "Strategy discussion initiating Section 47 Enquiry Start Date": enquiry.started_on,
        "Was an Initial Child Protection Conference deemed unnecessary?":
            "No" if enquiry.is_conference_needed else "Yes",
        "Date of Initial Child Protection Conference": enquiry.conference_on,
        "Did the Initial Child Protection Conference Result in a Child Protection Plan": planned,
        "Number of Section 47 Enquiries in the last 12 months": len(recent),
        "Number of ICPCs in the last 12 months": sum(bool(one.conference_on) for one in recent)}


def protection_cells(life: Life, case: Case, day: date) -> Cells:
    """Return the cells of List 7 for the protection plan of a case on a *day*."""
    plan = case.protection
    return {
        "Child Protection Plan Start Date": plan.started_on,
        "Initial Category of Abuse": ABUSE[plan.category],
        "Latest Category of Abuse": ABUSE[plan.latest_category],
        "Date of the Last Statutory Visit": plan.ended_on or max(plan.started_on,
                                                                 day.replace(day=20)),
        "Was the Child Seen Alone?": YES_NO[True],
        "Date of latest review conference": plan.reviewed_on[-1] if plan.reviewed_on else None,
        "Child Protection Plan End Date": plan.ended_on,
        "Subject to Emergency Protection Order or Protected Under Police Powers in Last "
        "Six Months (Y/N)": YES_NO[False],
        "Number of Previous Child Protection Plans": life.plans_before(case)}
