"""The invented Section 11 round of November 2014: fourteen agencies, nine standards each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from pscb_lib.framework.audit_summary.section11 import Grade
from tools.samples.dealing import chance, pick

NUMBERS = range(1, 10)  # of the nine standards in section 6 of the framework
DUE = date(2014, 11, 28)
SCRUTINISED = date(2014, 12, 10)
ON_TIME = (
    "PCC Children's Social Care",
    "Cambridgeshire Police",
    "PSHFT",
    "CPFT",
    "NHS Cambridgeshire and Peterborough CCG",
    "Peterborough City Council Education",
    "YOS",
    "National Probation Service",
    "Domestic abuse service",
)
LATE = {"Public Health": date(2014, 12, 16), "Housing": date(2015, 1, 13)}
NOT_RETURNED = ("East Anglia Area Team", "EEAST", "BeNCH Community Rehabilitation Company")
USUAL = {Grade.FULLY_MET: 60, Grade.MOSTLY_MET: 28, Grade.PARTIALLY_MET: 11, Grade.NOT_MET: 1}
WEAKER = {Grade.FULLY_MET: 28, Grade.MOSTLY_MET: 40, Grade.PARTIALLY_MET: 26, Grade.NOT_MET: 6}
WEAK_STANDARDS = (4, 5, 8)
EVIDENCE = ("policy and minutes", "audit", "training record", "supervision file", "board paper")
PRACTICE = {
    ("YOS", 4): "Young people interview candidates for every post",
    ("PSHFT", 5): "Induction holds a safeguarding hour on the ward within the first week",
    ("CPFT", 9): "Children's own words stand at the head of each care plan",
}


def answer_rows(random: Random) -> Iterator[dict[str, object]]:
    """Make nine rows for each agency, and the two rows that break a rule."""
    for agency in ON_TIME:
        returned = DUE - timedelta(days=random.randrange(5))
        for standard in NUMBERS:
            yield _row(agency, standard, returned, random)
    for agency, returned in LATE.items():
        for standard in NUMBERS:
            row = _row(agency, standard, returned, random)
            # A rating instead of a grade: Section 11 has no colours.
            yield row | ({"self_grade": "Green"} if (agency, standard) == ("Housing", 3) else {})
    yield _row("Public Health", 6, LATE["Public Health"], random)
    for agency in NOT_RETURNED:
        for standard in NUMBERS:
            yield _blank(agency, standard)


def _row(agency: str, standard: int, returned: date, random: Random) -> dict[str, object]:
    grade = pick(WEAKER if standard in WEAK_STANDARDS else USUAL, random)
    shown = pick(dict.fromkeys(EVIDENCE, 1), random) if chance(85, random) else ""
    lower = list(Grade)[min(list(Grade).index(grade) + 1, len(Grade) - 1)]
    moderated = lower if chance(15, random) else grade
    is_moderated = returned <= SCRUTINISED
    return _blank(agency, standard) | {
        "returned_on": returned,
        "self_grade": grade.value.lower() if chance(10, random) else grade.value,
        "evidence": shown,
        "moderated_grade": moderated.value if is_moderated else "",
        "scrutinised_on": SCRUTINISED if is_moderated else "",
        "good_practice": PRACTICE.get((agency, standard), ""),
    }


def _blank(agency: str, standard: int) -> dict[str, object]:
    return {"round": "2014-11", "agency": agency, "standard": standard, "due_on": DUE,
            "returned_on": "", "self_grade": "", "evidence": "", "moderated_grade": "",
            "scrutinised_on": "", "good_practice": "", "source": "illustrative"}
