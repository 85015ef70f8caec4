"""The place of every figure of the report: its tables, and the printed labels of their lines.

Measures, tables, sentences and tests look figures up by these names only.
"""

from __future__ import annotations

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.disclosure.figures import TOTAL, Place
from pscb_lib.reports.child_protection_conferencing.returned.record import (
    CATEGORIES,
    END_REASONS,
    LATE_BECAUSE,
    OUTCOMES,
    TOOK_PART,
)
from pscb_lib.returns.codes import ETHNIC_GROUPS

# Initial conferences: in bands of working days, by families, and why they were late.
INITIAL, BANDS, FAMILIES, LATE = "initial", "bands", "families", "late_because"
IN_15, LATER = "In 15 working days", "Later"
IN_BANDS = {"0 to 10": (0, 10), "11 to 15": (11, 15), "16 to 20": (16, 20),
            "21 or more": (21, 9999)}
IN_TIME_BANDS = ("0 to 10", "11 to 15")
ALL_INITIAL: Place = (INITIAL, TOTAL, "")
IN_TIME: Place = (INITIAL, IN_15, "")
WAITED: Place = (INITIAL, LATER, "")
INITIAL_FAMILIES: Place = (FAMILIES, "Families at initial conferences", "")
LATE_FAMILIES: Place = (FAMILIES, "Families that waited longer", "")
MOST_OF_ONE: Place = (FAMILIES, "Children of the largest of these", "")
REASONS = {reason: reason.capitalize() for reason in LATE_BECAUSE}
OF_INITIAL, OF_REVIEWS = "Initial conferences", "Reviews"

# Reviews due in the quarter, and what was held.
REVIEWED, HELD_IN_TIME, HELD_LATE, NOT_HELD = "reviews", "Held in time", "Held late", "Not held"
REVIEWS_DUE: Place = (REVIEWED, TOTAL, "")
UNHELD: Place = (REVIEWED, NOT_HELD, "")
OUTCOME = "outcomes"
ENDED_IN = dict(zip(OUTCOMES, ("Child protection plan", "Child in need plan", "Early help", "None",
                               "Adjourned"), strict=True))
ENDED_INITIAL, ENDED_REVIEW = "Initial", "Review"
TRANSFERRED: Place = ("transferred", "Children whose plan was transferred in", "")

# Conferences held, and the part that agencies, parents and children had in them.
CONFERENCES, ATTENDED, REPORTED = "conferences", "attended", "reported"
HELD: Place = (CONFERENCES, "Conferences held", "")
QUORATE: Place = (CONFERENCES, "Quorate", "")
PARENT_THERE: Place = (CONFERENCES, "A parent took part", "")
PARENT_READ: Place = (CONFERENCES, "A parent had the report in time", "")
UNCOUNTED: Place = (CONFERENCES, "Conferences without a record of who came", "")
YEAR = "12 months"
HEARD, PARTS = "heard", "child_parts"
TOOK, DID_NOT = "Took part", "Did not, or not recorded"
OLD_ENOUGH: Place = (HEARD, TOTAL, "")
TOOK_A_PART: Place = (HEARD, TOOK, "")
NO_PART: Place = (HEARD, DID_NOT, "")
HOW: dict[str | None, str] = {
    **{part: part.capitalize() for part in TOOK_PART}, "too young": "Said to be too young",
    "declined": "Declined", "not asked": "Not asked", None: NOT_RECORDED}

# Plans: of eight quarters, in twelve months, and at the end.
PLANS, IN_YEAR = "plans", "plans_in_year"
STARTED, ENDED, AT_END = "Started", "Ended", "At the end"
YEAR_STARTED: Place = (IN_YEAR, "Plans started", "")
YEAR_ENDED: Place = (IN_YEAR, "Plans ended", "")
LENGTHS, ENDS = "lengths", "end_reasons"
UNDER_3, TO_6, TO_12, TO_24, LONG = LASTED = ("Under 3 months", "3 to 6 months", "6 to 12 months",
                                              "1 to 2 years", "2 years or more")
WHY_ENDED = dict(zip(END_REASONS, ("Lower risk", "Looked after", "Moved away", "Turned 18", "Died",
                                   "Other"), strict=True))
SHORT: Place = (IN_YEAR, "Ended in under three months", "")
CATEGORY, OTHER_CATEGORIES, OTHERS = "category", "other_categories", "All others"
NEGLECT, EMOTIONAL = "neglect", "emotional abuse"
CATEGORIES_SHOWN = {one: one.capitalize() if one in (NEGLECT, EMOTIONAL) else OTHERS
                    for one in (NEGLECT, EMOTIONAL, *CATEGORIES, None)}
AGES, SEX, ETHNICITY = "ages", "sex", "ethnicity"
AGE_BANDS = {"Under 5 or unborn": (-1, 4), "5 to 9": (5, 9), "10 to 15": (10, 15),
             "16 or over": (16, 999)}  # a plan may not have been ended at 18
SEXES = {"Girl": "Girls", "Boy": "Boys", NOT_RECORDED: NOT_RECORDED}
ETHNIC = {group: group for group in ETHNIC_GROUPS}
FAMILIES_AT_END: Place = (FAMILIES, "Families with a child on a plan", "")
THREE_MONTHS: Place = ("on_plan", "On a plan for three months or more", "")

# Timeliness by group of children, over twelve months, and the quarters that add up to it.
TIMELY, TIMELY_QUARTERS = "timely", "timely_quarters"
TIMELY_BY = {"ethnicity": "timely_ethnicity", "age": "timely_age", "sex": "timely_sex"}
TIMELY_ETHNIC = {group: "Other or not recorded" if group in ("Other", NOT_RECORDED) else group
                 for group in ETHNIC_GROUPS}
ALL_TIMELY: Place = (TIMELY, TOTAL, "")
YEAR_INITIAL: Place = ("timely_children", "Children at initial conferences", "")

# A conference that probation attends is one of either provider from June 2014.
PROBATION = ("probation", "rehabilitation company")


def is_probation(agency: str) -> bool:
    """Whether an agency is one of the providers of probation, by its name."""
    return any(word in agency.lower() for word in PROBATION)
