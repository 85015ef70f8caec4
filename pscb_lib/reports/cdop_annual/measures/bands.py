"""The bands and groups in which deaths are counted, broad enough for a panel of this size.

Age bands are those of the national statistics and come from dates: the day of birth is day 0,
and years are those of the calendar.
"""

from __future__ import annotations

from pscb_lib.disclosure.counting import NOT_RECORDED
from pscb_lib.reading.rows import Record
from pscb_lib.reports.cdop_annual import places
from pscb_lib.reports.cdop_annual.returned.record import CATEGORIES, ETHNIC_GROUPS, PLACES

NEONATAL_DAYS = 28
YOUNGEST = {1: "1 to 4 years", 5: "5 to 9 years", 10: "10 to 14 years", 15: "15 to 17 years"}
AGE_BANDS = ("0 to 27 days", "28 to 364 days", *YOUNGEST.values())
UNDER_ONE, ONE_AND_OVER = "Under 1 year", "1 to 17 years"

PLACE_GROUPS = {
    "Hospital": PLACES[:6],
    "Home, or another residence": ("home", "other private residence", "foster home",
                                   "residential care"),
    "Hospice": ("hospice",),
    "Public place or school": ("public place", "school"),
    "Elsewhere": ("mental health inpatient", "abroad", "other"),
}
CATEGORY_GROUPS = {
    "Injury, self-harm and trauma (1 to 3)": ("1", "2", "3"),
    "Illness and infection (4, 5, 6 and 9)": ("4", "5", "6", "9"),
    "Congenital and around birth (7 and 8)": ("7", "8"),
    "Sudden and unexplained (10)": ("10",),
}
IN_CARE, PLAN_EARLIER, NEITHER = (
    "Plan, order or in care at death", "Protection plan earlier", "None of these")

SEX = {"male": "Male", "female": "Female"}
NOT_KNOWN = "Not known"
EXPECTED = {"no": places.UNEXPECTED[1], "yes": "Expected",
            **dict.fromkeys(("unknown", None), NOT_KNOWN)}
FOUND = {"yes": places.WITH_FACTORS[1], "no": places.NONE_FOUND[1],
         "insufficient": places.INSUFFICIENT[1]}


def same(*labels: str) -> dict[str, str]:
    """Return labels for values that are printed as they are."""
    return {label: label for label in labels}


def grouped(groups: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the group of each value."""
    return {value: label for label, values in groups.items() for value in values}


AGE = same(*AGE_BANDS)
ETHNICITY = same(*ETHNIC_GROUPS)
PLACE = grouped(PLACE_GROUPS)
CATEGORY = {code: f"{code}. {label}" for code, label in CATEGORIES.items()}
CATEGORY_GROUP = grouped(CATEGORY_GROUPS)
GROUP_OF_CATEGORY = {CATEGORY[code]: group for code, group in CATEGORY_GROUP.items()}
KNOWN = same(IN_CARE, PLAN_EARLIER, NEITHER)
BROADER = {  # for one area within the panel; rows not named here stay as they are
    places.AGE: {band: UNDER_ONE if band in AGE_BANDS[:2] else ONE_AND_OVER for band in AGE_BANDS},
    places.EXPECTED: dict.fromkeys((EXPECTED["yes"], NOT_KNOWN),
                                   "Expected, or not known"),
    places.MODIFIABLE: dict.fromkeys((places.INSUFFICIENT[1], NOT_RECORDED),
                                     "Insufficient or not recorded"),
}


def age_band(death: Record) -> str:
    """Return the national age band: by days before the first birthday, then by years."""
    if death["age_in_years"] == 0:
        return AGE_BANDS[death["age_in_days"] >= NEONATAL_DAYS]
    return YOUNGEST[max(year for year in YOUNGEST if year <= death["age_in_years"])]


def known_to_social_care(death: Record) -> str | None:
    """Return the child's closest contact with social care, or None if nothing is recorded."""
    if death["cp_status"] == "at death" or death["statutory_order"] or death["looked_after"]:
        return IN_CARE
    return {"previously": PLAN_EARLIER, "never": NEITHER}.get(death["cp_status"])
