"""The places of the figures: what the tables and their rows are called."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL, Place
from pscb_lib.framework.audit_summary.checks import Found
from pscb_lib.framework.audit_summary.smart import Shortcoming
from pscb_lib.reports.case_reviews.returned.record import MANAGEMENT, MULTI_AGENCY, NONE, SERIOUS

# The cases of twelve months, which are counts of children.
CASES, UNDECIDED = "cases", "Not yet decided"
OUTCOMES = {SERIOUS: "Serious case review", MANAGEMENT: "Management review",
            MULTI_AGENCY: "Other multi-agency review", NONE: "Not reviewed"}
NOTIFIED: Place = (CASES, TOTAL, "")
DECISION: Place = ("decision", "Decided, or the month for it is over", "")
IN_A_MONTH: Place = ("decision", "Decided within a month of notification", "")
ARGUABLE: Place = ("panel", "A criterion met, no serious case review", "")
PANEL_ASKED: Place = ("panel", "The national panel was asked", "")
OPEN: Place = ("open", "Reviews open", "")
LATE: Place = ("open", "Open reviews past the day due", "")
AFTER_DEATHS: Place = ("after_deaths", "Serious case reviews after a child's death, five years", "")

# Completed reviews, which the Board knows.
COMPLETE = "completed"
PUBLISHED, WITHHELD, NEITHER = "Published", "Withheld, for a reason", "Neither yet"
COMPLETED: Place = (COMPLETE, TOTAL, "")
OUT: Place = (COMPLETE, PUBLISHED, "")
ON_AIM: Place = ("aim", "Completed within six months of beginning", "")
MET, CAME = "met", "came"  # by review, and in total
ALL_MET, ALL_CAME = (MET, TOTAL, ""), (CAME, TOTAL, "")
TESTED, INVITED = ("tested", TOTAL, ""), ("invited", TOTAL, "")
ELSEWHERE: Place = ("elsewhere", "Other areas' reviews considered in twelve months", "")
SHARED: Place = ("elsewhere", "Shared at a learning event", "")

# The actions of completed reviews.
STEPS = "steps"
REACHED = (AGREED, COMPLETED_STEP, IMPLEMENTED, CHECKED, EMBEDDED) = (
    "Agreed", "Called complete", "Said to be in place", "Checked by somebody else",
    "Found in practice")
ALL_AGREED: Place = (STEPS, AGREED, TOTAL)
ALL_COMPLETE: Place = (STEPS, COMPLETED_STEP, TOTAL)
DUE: Place = ("check_due", "Complete for six months", "")
IN_TIME: Place = ("check_time", "Checked in time by somebody else", "")
CHECKED_SO_FAR: Place = ("check_due", "Checked so far", "")
CHECK_JUDGED: Place = ("check_time", "Checked, or more than 28 days past six months", "")
FOUND = "found"
FINDINGS = {Found.EMBEDDED: "Found in practice", Found.PARTLY: "Partly", Found.NOT: "Not",
            Found.CANNOT_TELL: "Cannot tell"}
IN_PRACTICE: Place = (FOUND, FINDINGS[Found.EMBEDDED], "")
ALL_FOUND: Place = (FOUND, TOTAL, "")
JUDGED: Place = ("on_time", "Complete, or past the first day due", "")
KEPT: Place = ("on_time", "First day due kept", "")
MOVED: Place = ("moved", "Day due moved", "")
SMART: Place = ("smart", "Passing all four tests", "")
LACKING = "lacking"
LACKS = {Shortcoming.SPECIFIC: "Not specific", Shortcoming.MEASURABLE: "No measure",
         Shortcoming.ASSIGNED: "No single owner", Shortcoming.TIMED: "No day due"}
ASIDE: Place = ("aside", "Superseded or not accepted", "")
AGAIN: Place = ("again", "Findings seen in an earlier review or audit", "")
