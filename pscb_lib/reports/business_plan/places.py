"""The places of the figures: what the tables and their rows are called."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL, Place

OBJECTIVES = "objectives"
PLANNED, DONE, EVIDENCED = "In the plan", "Done", "With evidence of an outcome"
ALL_PLANNED, ALL_DONE, ALL_EVIDENCED = (
    (OBJECTIVES, TOTAL, column) for column in (PLANNED, DONE, EVIDENCED))
DUE: Place = ("due", "Due by the day of the report", "")
DUE_DONE: Place = ("due", "Done", "")
MEASURED: Place = ("measured", "Actions whose measure has a figure at the start and now", "")
LATE: Place = ("stuck", "Late", "")
PROCEDURES = "procedures"
STEPS = ("In the plan", "Written", "Sent out", "Trained", "In use")
ALL_STEPS: Place = ("all steps", "Procedures with all four steps", "")
CHANGES = "changes"
AT_START, ADDED, DROPPED, NOW = (
    (CHANGES, row, "") for row in ("Agreed for the year", "Added since", "Dropped", "In the plan"))
REPEATED: Place = ("repeated", "Actions that are counted under another name", "")
