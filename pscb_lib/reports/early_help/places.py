"""Where each figure of the report stands: its table, row and column."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.early_help.returned import record

STARTED_BY, FLOW, CHILDREN = "started_by", "flow", "children"
STOCK = "Open at the start", "Started", "Closed", "Open at the end"
OPENING, STARTED, CLOSED, OPEN = ((FLOW, label, "") for label in STOCK)
CHILDREN_STARTED = (CHILDREN, "Children of the families started", "")
STEPPED_DOWN = (FLOW, "Started on leaving social care", "")
STARTERS, STARTED_NONE = (("agencies", label, "") for label in (
    "May start assessments", "Started none in the half-year"))
MET_BY, MET_BY_AGENCY = "met", "met_by_agency"  # by ethnic group; by who started it
MET_IN_TIME = (MET_BY, TOTAL, "")

# What papers of other half-years print too, by their names there.
OPEN_ON, STARTED_IN = "common assessments open at the end", "common assessments started"

BECAUSE = "closed"
REASONS = {
    record.NEEDS_MET: "Needs met", record.STEPPED_UP: "Stepped up to social care",
    record.NO_ENGAGEMENT: "No engagement", record.WITHDRAWN: "Consent withdrawn",
    record.MOVED: "Moved", record.NOT_STARTED: "Help not started",
}


def closed_in(half: ReportingPeriod, reason: str) -> str:
    """The quantity of those closed in a half-year for a reason, as every paper names it."""
    return f"common assessments closed, {half.label}, {reason}"


REMAINED_REASONS = record.NEEDS_MET, record.STEPPED_UP, record.NO_ENGAGEMENT
NEEDS_MET = (BECAUSE, REASONS[record.NEEDS_MET], "")
STEPPED_UP = (BECAUSE, REASONS[record.STEPPED_UP], "")
REMAINED = ("remained", "Closed, but not as withdrawn, moved or not started", "")
MET_OF_CLOSED = ("met_of", "Of all that were closed", "")
MET_OF_REMAINED = ("met_of", "Of those not withdrawn, moved or not started", "")

QUARTERS = "quarters"
STARTED_ROW, MET_ROW = "Started", "Closed with needs met"

AFTER, CLOSED_THEN, FOLLOWED = "after", "Closed a year before", "Followed up"
REFERRED, PLAN = "Referred to social care within 12 months", "With a plan within 12 months"
MET, OTHERWISE = "With needs met", "For another reason"
RETURNED = (AFTER, REFERRED, MET)

SCORES = "scores"
SCORED_OF, SCORED, ROSE = ((SCORES, label, "") for label in (
    "Closed", "Scored at the start and at the end", "Score rose"))
GRADED, GOOD = (("audited", label, "") for label in (
    "Assessments audited", "Graded Good or Outstanding"))

COST, KIND = "cost", "cost_kind"
SPEND, FAMILIES, CLOSED_MET = "Spend", "Families helped", "Closed with needs met"
EARLY_YEARS, OTHER_SERVICES = "Early years services", "Other services"
