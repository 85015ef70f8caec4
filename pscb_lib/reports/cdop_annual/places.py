"""The places of the panel's figures: tables, rows and columns, each named once.

Measures, tables, sentences and tests look figures up by these names.
"""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL, Place

DEATHS, REVIEWS_COMPLETED = "Deaths notified", "Reviews completed"  # the two cohorts, as headed
PANEL, ELSEWHERE = "Joint panel", "Elsewhere in the panel"  # columns, beside this Board's area

# The panel's work.
NOTIFIED, COMPLETED, WORKLOAD = "notified", "completed", "open"
BROUGHT_FORWARD: Place = (WORKLOAD, PANEL, "Brought forward")
OPEN: Place = (WORKLOAD, PANEL, "Open")
ALL_NOTIFIED: Place = (NOTIFIED, TOTAL, PANEL)
ALL_COMPLETED: Place = (COMPLETED, TOTAL, PANEL)
TIME, UNDER_6, UNDER_12 = "time", "In under 6 months", "In under 12 months"
WAITING, SIX_TO_11, FROM_12 = "waiting", "6 to 11 months", "12 months or more"
LATE: Place = (WAITING, TOTAL, TOTAL)
NO_REASON: Place = (WAITING, "None of these recorded", TOTAL)
RESPONSE = "response"
RESPONDED: Place = (RESPONSE, "A coordinated response was carried out", "")
TO_ASK = "to_ask"  # exceptions, of which the panel's co-ordinator is asked
NO_RESPONSE: Place = (TO_ASK, "Sudden, unexplained deaths without a coordinated response", "")
NOT_REPORTED: Place = (TO_ASK, "Recorded as not reported to the coroner", "")
MATTERS, WIDER, WIDER_FROM = "matters", "wider", "wider_from"
ALL_MATTERS, ALL_WIDER = (MATTERS, TOTAL, ""), (WIDER, TOTAL, "")
CASE_REVIEWS = "case_reviews"
REFERRED: Place = (CASE_REVIEWS, TOTAL, "")
COMMISSIONED: Place = (CASE_REVIEWS, "Serious case review commissioned", "")

# Who died.
AGE, SEX, ETHNICITY, PLACE, EXPECTED, KNOWN = (
    "age", "sex", "ethnicity", "place", "expected", "known")
UNEXPECTED: Place = (EXPECTED, "Unexpected", "")
AREA_AGE, AREA_EXPECTED, AREA_MODIFIABLE = "area_age", "area_expected", "area_modifiable"

# What was found.
REVIEWED: Place = ("reviewed", "In the years of what was found", PANEL)  # not printed
CATEGORY, BY_GROUP, MODIFIABLE, DOMAINS = "category", "by_group", "modifiable", "domains"
MODIFIABLE_SHARE = "modifiable_share"
WITH_FACTORS: Place = (MODIFIABLE, "Modifiable factors", "")
NONE_FOUND: Place = (MODIFIABLE, "None found", "")
ENOUGH: Place = ("enough", "Enough information to tell", "")  # not printed
WITH, WITHOUT = "With modifiable factors", "Without, or not known"
INSUFFICIENT: Place = (MODIFIABLE, "Insufficient information", "")

# What was learnt.
LEARNING = "learning"
WORDINGS: Place = ("wordings", "Different recommendations", "")
OWNERS = "owners"  # of what is not done, or done without evidence
NOT_DONE, NO_EVIDENCE, EVIDENCED = "Not done", "Done, no evidence", "Done, with evidence"

# Rates, and England.
RATES, RATE = "rates", "Rate"
LOWER, UPPER = "95% limit, lower", "95% limit, upper"
NATIONAL, REVIEWS, SHARE = "national", "Reviews", "Per cent"
ALL_REVIEWS = "all reviews"  # suffix of England's rows that are compared with the panel's
