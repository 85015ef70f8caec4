"""The places of the figures: what the tables and their rows are called."""

from __future__ import annotations

from pscb_lib.disclosure.figures import TOTAL, Place

EVIDENCE = "evidence"  # by review and kind: how many were read or asked
KINDS_USED = "kinds_used"
MADE, ACCEPTED = "recommendations", "accepted"
STAKEHOLDERS, CONSULTED = "stakeholders", "consulted"
REVIEWS = "reviews"
ASKED: Place = (REVIEWS, "Asked for", "")
AGREED: Place = (REVIEWS, "Method agreed", "")
RECEIVED: Place = ("received", "Received", "")
ON_TIME: Place = ("received", "Received by the day due", "")
WITH_CHILDREN: Place = ("voice", "Children and young people were asked", "")
PROMISED: Place = ("policy", "The day promised for a policy is over", "")
KEPT: Place = ("policy", "The policy changed by that day", "")
ALL_ACCEPTED: Place = (ACCEPTED, TOTAL, "")
ALL_CONSULTED: Place = (CONSULTED, TOTAL, "")
