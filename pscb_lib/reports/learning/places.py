"""The places of the figures: what the tables and their rows are called."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL

ORIGINS = "origins"
GOOD_PRACTICE = ("good_practice", "Learning points that spread good practice", "")
POINTS = "points"
DAYS, TOLD, REACHED, KNEW, USED = (
    "Days until the first staff were told", "Agencies that told their staff", "Staff reached",
    "Knew it", "Had used it")
ALL_TOLD, ALL_REACHED, ALL_KNEW, ALL_USED = (
    (POINTS, TOTAL, column) for column in (TOLD, REACHED, KNEW, USED))
GRID = "grid"
CONSIDERED = ("elsewhere", "Other areas' reviews considered", "")
APPLY = ("elsewhere", "Of those considered, found to apply here", "")
