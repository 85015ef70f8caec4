"""The places of the figures: what the tables and their rows are called."""

from __future__ import annotations

FLOW, FIRST, NOTIFIED_BY = "arrangements", "first_visit", "notified_by"
STOCK = "Running at the start", "Began", "Ended", "Running at the end"
OPENING, BEGAN, ENDED, CLOSING = ((FLOW, label, "") for label in STOCK)
NOTIFIED = (FLOW, "Notified", "")
PROPOSALS = ("proposals", "Proposals notified that have begun", "")
EARLY = ("proposals", "Notified at least six weeks before", "")
THREE_YEARS = ("three_years", "Notified in three years", "")
FIVE_YEARS = ("five_years", "Notified in five years", "")
BIRTH_REGION = "birth_region"

OVER = (FIRST, "Notified, and the seven working days are over", "")
VISITED = (FIRST, "Visited at any time", "")
IN_TIME = (FIRST, "Notified: visited within seven working days", "")
SEEN_IN_TIME = (FIRST, "Notified: child seen within seven working days", "")
IN_TIME_OF_VISITED = ("first_visit_of_visited", "The same, of those visited at any time", "")
EVERY_SIX = ("visits", "Began in the year: visited at least every six weeks", "")
EVERY_TWELVE = ("visits", "Began earlier: visited at least every 12 weeks", "")
DUE = ("visits_due", "Visits due in the year", "")
ON_TIME = ("visits_due", "Visits due: made on time", "")

MADE = ("seen_alone", "Visits made in the year", "")
ALONE = ("seen_alone", "Child seen alone", "")
CHILDREN_SEEN = ("children_seen", "Children visited in the year", "")
SEEN_ALONE = ("children_seen", "Seen alone at least once", "")
HEARD = ("children_seen", "Said what it is like to live there", "")
CONTENT = ("children_seen", "Content, at the last visit that asked", "")
SAID = "said"
VIEWS = {"content": "Content", "mixed": "Mixed", "unhappy": "Unhappy",
         "did not wish to say": "Did not wish to say"}

DECIDED = ("suitable", "Decided whether it is suitable", "")
SUITABLE = ("suitable", "Found suitable, some with requirements", "")
TIME_KNOWN = ("decided", "Decided or awaited, and the 42 working days are over", "")
DECIDED_IN_TIME = ("decided", "Notified: decided within 42 working days", "")
SUITABILITY = "suitability"
FOUND = {"yes": "Suitable", "yes with requirements": "Suitable, with requirements",
         "prohibited": "Prohibited", "pending": "Not yet decided"}

YEARS, EVENTS, REACHED = "years", "Awareness events", "People reached"
NOTIFICATIONS = "Notifications"
BY_AUDIENCE = "audiences"
ENGLAND = "england"
SOON_AFTER = ("soon_after", "Notified within three months of an event", "")
DAYS_AFTER = ("days_after", "Days of the year within three months of an event", "")

LABELS = {
    "parent": "A parent or carer", "carer": "A parent or carer", "school": "A school",
    "language school": "A school", "GP or health": "A health service",
    "housing": "Another service", "UKVI": "Another service", "social care": "Social care itself",
    "found": "Social care itself", "other": "Another person",
}
SCHOOL = LABELS["school"]
AUDIENCES = {
    "parents and carers": "A parent or carer", "schools": "A school", "language schools":
    "A school", "health": "A health service", "housing": "Another service",
    "UKVI": "Another service", "social care": "Social care itself", "the public": "The public",
}
WHERE = {"A parent or carer": "who were parents or carers", "A school": "in schools",
         "A health service": "in health services", "Another service": "in other services",
         "Social care itself": "in social care", "The public": "among the public"}
