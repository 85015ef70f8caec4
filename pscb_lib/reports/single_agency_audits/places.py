"""The places of the figures: what the tables and their rows are called."""

from __future__ import annotations

BODIES, WORK, GRADES, ORIGINS = "bodies", "work", "grades", "came_of"
AUDITED, NIL, SILENT = (
    "Told of an audit received", "Sent a nil return and no audit", "Sent neither")
IN_TIME = (WORK, "Received by the day agreed", "")
PLANNED = (WORK, "Not good: an action plan within 28 days", "")
FOLLOWED = (WORK, "Follow-up due: received by its day", "")
AGAIN = (WORK, "Not good: audited again", "")
BETTER = (WORK, "Audited again: better", "")
EQUALITY = (WORK, "Equality examined", "")
RECEIVED = ("audits", "Audits received in twelve months", "")
ASKED = ("requests", "Audits that were asked for and not received", "")
LATE = ("requests", "Of these, late", "")
TO_KNOW, NOT_JUDGED = (("to_know", row, "") for row in (
    "The Board is to know", "Not yet judged"))
