"""The places of the figures: what the tables and their rows are called."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL, Place
from pscb_lib.framework.periods import ReportingPeriod
from pscb_lib.reports.board_effectiveness.statements import SCORES

RATED: Place = ("rated", "Members who rated the Board", "")
RATED_BEFORE: Place = ("rated", "A year before", "")
RATINGS, GOOD = "ratings", "good"
FEWEST = 5  # answers that are told
TOO_FEW = "fewer than five answers"
HIGH = SCORES[-2:]
EVENTS: Place = ("heard", "Events at which practitioners were heard", "")
POINTS: Place = ("points", "Points that practitioners raised", "")
ANSWERED: Place = ("points", "Answered", "")
MEETINGS: Place = ("chair", "The chair's meetings with members", "")
SEATS: Place = ("chair", "Seats met", "")
ABOUT, STAGES, QUARTERS, PAIRS = "about", "stages", "quarters", "pairs"
RAISED: Place = (ABOUT, TOTAL, "")
RESOLVED: Place = ("resolved", "Resolved", "")
SENIOR: Place = ("senior", "Came to stage 3 or higher", "")
SAFE: Place = ("safe", "The child was known to be safe meanwhile", "")
HALF_WITHIN: Place = ("days", "Days within which half were resolved", "")
LONGEST: Place = ("days", "Most days until one was resolved", "")
DUE: Place = ("reports", "Reports due", "")
ON_TIME: Place = ("reports", "Given by the day due", "")
GIVEN: Place = ("reports given", "Given", "")
TELLS_OUTCOME: Place = ("reports given", "Said what changed, and how it is known", "")
BY_GROUP = "by group"
IN_TIME, LATE, NOT_GIVEN = "In time", "Late", "Not given"
COMPLAINTS, COMPLAINTS_POOLED = "complaints of the year", "complaints of three years"
RECEIVED, IN_TWENTY, IN_TEN = (
    "Received", "Answered within 20 working days", "Answered within ten working days")
NEAR_MISSES, NEAR_MISSES_POOLED = "near misses of the year", "near misses of three years"
TOLD, CONSIDERED = "Told", "Considered within a month"


def answers(statement: str, year: ReportingPeriod) -> str:
    """The column of the answers to a statement in a year."""
    return f"{statement}, {year.label}"
