"""The places of the figures: what the tables and their rows are called."""

from __future__ import annotations

from pscb_lib.returns.seats import RequiredBy

SEATS, DUTY, WORK = "seats", "duty", "work"
THERE, FILLED, EMPTY = "Seats", "Filled", "Empty"
REQUIRED = {RequiredBy.STATUTE: "By the Children Act 2004", RequiredBy.REGULATION:
            "By the Regulations of 2006", RequiredBy.LOCAL: "By this Board"}
REQUIRED_NUMBER = (DUTY, "Seats that the law requires", "")
REQUIRED_FILLED = (DUTY, "Seats required by law that are filled", "")
LAY = (DUTY, "Lay members in post", "")
EMPTY_DAYS = (WORK, "Days on which a seat was empty", "")
COMMIT = (WORK, "Agencies' members who can commit their agency", "")
NEW = (WORK, "New members, against the number of seats", "")
INDUCTED = (WORK, "New members inducted within three months", "")
EVENTS = ("development", "Events for members", "")
CAME = ("development", "Places taken, of those offered", "")
PLANNED = ("development", "Events from the Board's plan", "")
CHANGED = ("development", "Events after which something changed", "")
