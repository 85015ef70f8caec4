"""The places of the figures: what the tables, their rows and their columns are called."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.reports.training.returned_feedback import AFTER, BEFORE, LATER, MANAGER

TAKEN = "taken"  # by agency
CAME, NO_SHOW, CANCELLED = "Came, of those booked", "Did not come, no notice", "Cancelled"
ALL_CAME, ALL_NO_SHOW = ((TAKEN, TOTAL, column) for column in (CAME, NO_SHOW))
PEOPLE = ("people", "People who came to at least one event", "")
FILLED = ("filled", "Places taken, of those offered", "")
CHARGED = ("charged", "Charged for places where nobody came", "")
BALANCE = "balance"
OF_PLACES, OF_STAFF = "Share of places taken", "Share of staff who need training"

STAGES = {BEFORE: "Before", AFTER: "After", LATER: "Three months later",
          MANAGER: "Manager, three months later"}
ANSWERED = "answered"  # by stage: of the forms sent
FEWEST = 10  # people of whom a share or a score is told
PAIRS = {"learnt": (BEFORE, AFTER), "held": (AFTER, LATER)}
ALL_SCALES = "All scales together"
PAIRED = "Pairs of scores"
PRACTICE = "practice"
CHANGED = "Changed practice, of those who answered"
OWN_CHANGE, MANAGER_CHANGE = ((PRACTICE, STAGES[stage], CHANGED) for stage in (LATER, MANAGER))

COURSES = "courses"
HELD, USEFUL, LEARNT, RESULTS = (
    "Held", "Useful", "Confidence gained", "With evidence that children were helped")
FROM_REVIEWS = ("carried", "Events that carry the learning of a review or audit", "")
IN_DATE = "in_date"  # by level
BY_AGENCY = "in_date_by_agency"
VALIDATED = ("validated", "Agencies whose own training was validated", "")
REPORTED = ("reported", "Agencies that said how many staff are in date", "")
BOTH = ("both", "Scored before and after, of those who said whether practice changed", "")
TOO_FEW = "fewer than ten answered"
WITH_FEW = "not told, so that those of fewer than ten are not"
