"""The place of every figure of the report: its tables, and the printed labels of their lines.

Measures, tables, sentences and tests look figures up by these names only.
"""

from __future__ import annotations

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import TOTAL, Place
from pscb_lib.returns.codes import CHANGES, ETHNIC_GROUPS, REASONS, RISKS

# Tables, by the unit that they count: episodes, children, return interviews.
EPISODES, YEAR_OF_EPISODES, LAST_YEAR = "episodes", "year_episodes", "last_year"
DURATIONS, WEEKDAYS, HOURS, CLOCK = "durations", "weekdays", "hours", "clock"
WHEN = "when"  # by hour and weekday at once
RECORDED, STILL_MISSING = "recorded", "still_missing"
CHILDREN, BY_STATUS, YEAR_OF_CHILDREN = "children", "children_by_status", "year_children"
AGES, ETHNICITY, REPEATS, FREQUENT = "ages", "ethnicity", "repeats", "frequent"
EXPLOITATION = "exploitation"
INTERVIEWS, OWED, BY_DAY, HELD = "interviews", "owed", "interviews_by_day", "interviews_held"
WORK, SAID, CHANGED = "work", "said", "changed"
LATER = "later"  # quarters since, as the data set has them
COMMENTED = "commented"  # not printed: the same, as known when a lead wrote about it

# Labels by code, for the rows and columns of the tables.
OF_OTHERS = "other_la_cla"
HOME, OWN, PLACED = "From home", "Own looked-after children", "Placed here by other authorities"
GROUPS = {"home": HOME, "own_cla": OWN, OF_OTHERS: PLACED}
MISSING, AWAY, ABSENT = "Missing", "Away from placement", "Absent (police)"
STATUSES = {"M": MISSING, "A": AWAY, "P": ABSENT}
NOT_MISSING = "Away or absent only"  # not printed
BOTH, COUNCIL, POLICE = "By both", "By the council only", "By the police only"
RECORDERS = {"both": BOTH, "council": COUNCIL, "police": POLICE}
SEXES = {"Girl": "Girls", "Boy": "Boys", NOT_RECORDED: NOT_RECORDED}
ETHNIC = {group: group for group in ETHNIC_GROUPS}
AGE_BANDS = {"Under 12": (0, 11), "12 and 13": (12, 13), "14 and 15": (14, 15),
             "16 and 17": (16, 17)}
REPEAT_BANDS = {"1 episode": (1, 1), "2": (2, 2), "3 or 4": (3, 4), "5 to 9": (5, 9),
                "10 or more": (10, 10_000)}
ASSESSED = {risk: risk.capitalize() for risk in RISKS if risk != "not assessed"}
NOTHING = "Nothing recorded"  # as the main reason, or as what changed
REASONS_GIVEN, CHANGES_MADE = ({label: label for label in labels} for labels in (REASONS, CHANGES))

# Columns beside the half-year.
NOW, THEN, TWELVE_MONTHS = "now", "last year", "12 months"

# The steps of an interview, and the column of all returns.
RETURNS = "Returns"
NEEDED, OFFERED, ACCEPTED, WAS_HELD = "Needing an interview", "Offered", "Accepted", "Held"
IN_TIME, DATE_ONLY = "Held within 72 hours", "Held in three days or less (date only)"
STEPS = (NEEDED, OFFERED, ACCEPTED, WAS_HELD, IN_TIME, DATE_ONLY)
RETURN_DAYS = {"Back Monday to Thursday": range(4), "Back Friday to Sunday": range(4, 7)}

# Places of single figures.
ALL_EPISODES: Place = (EPISODES, TOTAL, TOTAL)
YEARS_EPISODES: Place = (YEAR_OF_EPISODES, TOTAL, TOTAL)
ALL_CHILDREN: Place = (CHILDREN, TOTAL, "")
CHILDREN_NOW, CHILDREN_THEN = ((LAST_YEAR, "Children", column) for column in (NOW, THEN))
ALL_OWED: Place = (INTERVIEWS, NEEDED, RETURNS)
OWED_TO = OWED_HERE, OWED_ELSEWHERE, NOT_OWED = (
    (OWED, "Owed by this authority", ""), (OWED, "For the placing authority", ""),
    (OWED, "None needed, or not yet back", ""))
ALL_HELD: Place = (HELD, "Interviews held", "")
SEVERAL: Place = (HELD, "covering several returns", "")
INDEPENDENT: Place = (WORK, "Held by someone independent", "")
SAFE_AND_WELL: Place = (WORK, "Safe and well check by the police", "")
OFTEN: Place = (FREQUENT, "Children with three or more episodes in 90 days", "")
MET: Place = (FREQUENT, "of them, with a strategy meeting", "")
TENTH: Place = (FREQUENT, "The most frequent tenth of children", "")
OF_TENTH: Place = (FREQUENT, "Episodes of the most frequent tenth", "")
CLOCK_CHANGED: Place = (CLOCK, "Times within a change of the clocks", "")
ALL_ASSESSED: Place = (EXPLOITATION, TOTAL, "")
