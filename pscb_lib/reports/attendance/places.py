"""The places of the figures: what the tables and their rows are called."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL
from pscb_lib.framework.scheduling.meetings import Group
from pscb_lib.reports.attendance.returned import OtherGroup

GROUPS, AGENCIES = "groups", "agencies"
HELD, QUORATE, IN_PERSON, REPRESENTED = (
    "Meetings held", "Quorate", "Member in person", "Represented")
ALL_IN_PERSON, ALL_REPRESENTED = ((AGENCIES, TOTAL, column) for column in (IN_PERSON, REPRESENTED))
SEATS = ("seats", "Seats that met on the Board", "")
IN_A_ROW = ("seats", "Not represented at two meetings in a row or more", "")
NAMES = {Group.BOARD: "The Board", Group.SCRUTINY: "The group that scrutinises",
         Group.CASE_REVIEW: "Case review group", OtherGroup.CHAIRS: "Operational chairs",
         OtherGroup.CHILD_DEATHS: "Child Death Overview Panel",
         OtherGroup.LEARNING: "Learning and development group"}
